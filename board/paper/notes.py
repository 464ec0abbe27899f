"""What a teacher should know about an order before it is printed, and what is asked first; each for the kinds that name it."""

from collections.abc import Iterator, Sequence

from board.counting import counted, listed
from board.mastery.audience import SMALL_GROUP, can_be_read_back
from board.mastery.people import Student
from board.mastery.readiness import unit_readiness
from board.paper.order import Order
from board.words import counts

_NAMED = 6
"""As many children are named; of more only their number is said."""

_ON_ONE_SHEET = "{stickers} on 1 sheet of {label}, from label {start}."
_ON_MANY_SHEETS = "{stickers} on {count} sheets of {label}, from label {start}."

_NO_ALIAS_ONE = (
    "1 of the students has no alias (a roster with a column alias gives them) and would stand as Friend. "
    "Print all the same?"
)
_NO_ALIAS_MANY = (
    "{count} of the students have no alias (a roster with a column alias gives them) and would stand as Friend. "
    "Print all the same?"
)


def small_class(order: Order) -> str:
    """Ask whether to print where so few stand on a page that everybody can tell whose sticker is whose."""
    if not can_be_read_back(order.students):
        return ""
    return f"With fewer than {SMALL_GROUP} students everybody can tell whose sticker is whose. Print all the same?"


def missing_aliases(order: Order) -> str:
    """Ask whether to print where an alias is to stand for a name and there is none."""
    nameless = sum(not student.alias for student in order.students)
    return counted(_NO_ALIAS_ONE, _NO_ALIAS_MANY, nameless) if order.by_alias and nameless else ""


def on_certificates(order: Order) -> Iterator[str]:
    """Tell who gets no certificate, where others do."""
    without = [student for student in order.students if not _has_finished(order, student)]
    if without and len(without) < len(order.students):
        names = _listed(without)
        yield f"None yet for {names}" if names.endswith(".") else f"None yet for {names}."  # "Ava B." has its full stop


def _has_finished(order: Order, student: Student) -> bool:
    levels = unit_readiness(order.unit, order.progress.row(student.id))
    return any(ready.finished and order.level in ("", ready.level.id) for ready in levels)


def on_proud_wall(order: Order) -> Iterator[str]:
    """Tell who has not chosen what hangs on the wall."""
    open_ones = [
        student
        for student in order.students
        if not any(art.chosen for art in order.progress.shelf(student.id).values())
    ]
    if open_ones:
        yield f"{_listed(open_ones)} chose no picture for the wall yet (f on the child's pictures): the newest hang there."


def on_take_home(order: Order) -> Iterator[str]:
    """Tell which words stay as they are in another language."""
    if order.language != "en":
        yield "The unit's own words and the child's stay in the language they are written in."


def on_stickers(order: Order) -> Iterator[str]:
    """Tell how many sheets it takes, and whether it is sure where their labels lie."""
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
