"""What a teacher should know about an order before it is printed: who is left out, how many sheets, what is unsure."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from board.counting import counted, listed
from board.mastery.people import Student
from board.mastery.readiness import unit_readiness
from board.paper.catalogue import PageKind
from board.paper.order import Order
from board.words import counts

_NAMED = 6
"""As many children are named; of more only their number is said."""

_ON_ONE_SHEET = "{stickers} on 1 sheet of {label}, from label {start}."
_ON_MANY_SHEETS = "{stickers} on {count} sheets of {label}, from label {start}."


def notes_on(order: Order) -> tuple[str, ...]:
    """Give what should be known, each a sentence; for the teacher alone."""
    notes = _NOTES.get(order.kind)
    return () if notes is None else tuple(notes(order))


def _on_certificates(order: Order) -> Iterator[str]:
    without = [student for student in order.students if not _has_finished(order, student)]
    if without and len(without) < len(order.students):
        names = _listed(without)
        yield f"None yet for {names}" if names.endswith(".") else f"None yet for {names}."  # "Ava B." has its full stop


def _has_finished(order: Order, student: Student) -> bool:
    levels = unit_readiness(order.unit, order.progress.row(student.id))
    return any(ready.finished and order.level in ("", ready.level.id) for ready in levels)


def _on_proud_wall(order: Order) -> Iterator[str]:
    open_ones = [
        student
        for student in order.students
        if not any(art.chosen for art in order.progress.shelf(student.id).values())
    ]
    if open_ones:
        yield f"{_listed(open_ones)} chose no picture for the wall yet (f on the child's pictures): the newest hang there."


def _on_take_home(order: Order) -> Iterator[str]:
    if order.language != "en":
        yield "The unit's own words and the child's stay in the language they are written in."


def _on_stickers(order: Order) -> Iterator[str]:
    count = len(order.stickers)
    if order.label is None or not count or order.look.ink == "blank":
        return
    sheets = -(-(order.start - 1 + count) // order.label.count)
    stickers, label, start = counts.stickers(count), order.label.name, order.start
    yield counted(_ON_ONE_SHEET, _ON_MANY_SHEETS, sheets, stickers=stickers, label=label, start=start)
    if order.label.is_unsure:
        yield f"Its figures are not sure: try one on plain paper first (ink: blank). {order.label.note}".rstrip()


def _listed(students: Sequence[Student]) -> str:
    if len(students) > _NAMED:
        return f"{len(students)} children"
    return listed([student.name for student in students])


_NOTES: Mapping[PageKind, Callable[[Order], Iterator[str]]] = {
    PageKind.CERTIFICATE: _on_certificates,
    PageKind.PROUD: _on_proud_wall,
    PageKind.TAKEHOME: _on_take_home,
    PageKind.STICKERS: _on_stickers,
}
