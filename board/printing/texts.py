"""The texts of an order that somebody wrote: what no font can print is found among them before paper is used."""

from collections.abc import Iterator

from board.mastery.curriculum import Unit
from board.printing.catalogue import PageKind
from board.printing.order import Order

_WITHOUT_CHILDREN = (PageKind.QUILT, PageKind.CARDS)
_WITH_SENTENCES = (
    PageKind.CARDS,
    PageKind.GROUP,
    PageKind.TAKEHOME,
    PageKind.CERTIFICATE,
    PageKind.NEXT_TEACHER,
)
_WITH_CAPTIONS = (PageKind.PERSONAL, PageKind.CERTIFICATE, PageKind.TAKEHOME)
_WITH_NOTES = (PageKind.GROUP, PageKind.TAKEHOME, PageKind.NEXT_TEACHER)
_WITH_ADULTS = (PageKind.CERTIFICATE, PageKind.REGISTER, PageKind.NEXT_TEACHER)


def texts_of(order: Order) -> Iterator[str]:
    """Give the texts that may stand on the pages of an order, in no order that matters."""
    if order.kind is PageKind.CALIBRATION:
        return
    yield order.class_name
    for unit in order.units:
        yield from _of_unit(unit, sentences=order.kind in _WITH_SENTENCES)
    if order.kind not in _WITHOUT_CHILDREN:
        aliases = order.by_alias or order.kind is PageKind.PROUD
        yield from (student.alias if aliases else student.name for student in order.students)
    if order.kind in _WITH_ADULTS:
        yield from order.assessors.values()
    yield from _of_children(order)


def _of_unit(unit: Unit, *, sentences: bool) -> Iterator[str]:
    yield unit.title
    yield from (level.title for level in unit.levels)
    for step in unit.spots:
        yield step.title
        if sentences:
            yield from (step.i_can, *step.criteria, *step.ways)


def _of_children(order: Order) -> Iterator[str]:
    """Give what the children said about their pictures, and what adults wrote about their steps."""
    captions, notes = order.kind in _WITH_CAPTIONS, order.kind in _WITH_NOTES
    if not captions and not notes:
        return
    for student in order.students:
        for step in order.steps:
            picture = order.progress.picture(student.id, step.id)
            if captions and picture is not None:
                yield picture.caption
            if notes:
                spot = order.progress.spot(student.id, step.id)
                yield from (fact.note for fact in spot.standing if fact.note)
