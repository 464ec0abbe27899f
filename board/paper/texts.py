"""The texts of an order that somebody wrote: what no font can print is found among them before paper is used."""

from collections.abc import Iterator

from board.mastery.curriculum import Step
from board.mastery.facts import Fact, Kind
from board.mastery.people import Student
from board.paper.catalogue import kind_called
from board.paper.kind import PageKind, Text
from board.paper.order import Order


def texts_of(order: Order) -> Iterator[str]:
    """Give the texts that may stand on the pages of an order, in no order that matters."""
    kind = kind_called(order.kind)
    wanted = kind.texts
    if Text.CLASS in wanted:
        yield order.class_name
    for unit in order.units:
        yield from (unit.title,) if Text.UNIT in wanted else ()
        yield from (level.title for level in unit.levels if Text.LEVEL in wanted)
    for step in order.steps:
        yield from (text for what, text in _of_step(step) if what in wanted)
    for student in order.students:
        yield from _names(kind, order, student)
        yield from _said(kind, order, student)
    if Text.ADULT in wanted:
        yield from order.assessors.values()


def _of_step(step: Step) -> Iterator[tuple[Text, str]]:
    yield Text.STEP, step.title
    yield Text.SIGN, "" if step.badge else step.title
    yield Text.I_CAN, step.i_can or step.title
    yield Text.IN_FULL, step.in_full
    yield from ((Text.LOOKS_LIKE, text) for text in step.criteria)
    yield from ((Text.WAYS, text) for text in step.ways)
    yield from ((Text.STANDARDS, text) for text in step.standards)


def _names(kind: PageKind, order: Order, student: Student) -> Iterator[str]:
    if Text.ALIAS in kind.texts or order.by_alias:
        yield student.alias
    elif Text.NAME in kind.texts:
        yield student.name


def _said(kind: PageKind, order: Order, student: Student) -> Iterator[str]:
    """Give what a child says about its pictures, and what adults wrote about its steps."""
    captions = Text.CAPTION in kind.texts
    if not captions and not kind.notes_of:
        return
    for step in order.steps:
        picture = order.progress.picture(student.id, step.id) if captions else None
        yield from (picture.caption,) if picture is not None else ()
        for fact in order.progress.spot(student.id, step.id).standing:
            yield from _of_fact(kind, fact)


def _of_fact(kind: PageKind, fact: Fact) -> Iterator[str]:
    if fact.note and fact.kind in kind.notes_of:
        yield from fact.note.split("\n")
    if Text.HOW in kind.texts and fact.kind in (Kind.MASTERED, Kind.ONE_OF_TWO):
        yield from (text for text in (fact.way, fact.level_of_support, fact.caption, *fact.seen) if text)
