"""Every screen that shows a class, with something another program changes there, and what stands on it before and after."""

from collections.abc import Callable
from dataclasses import replace
from typing import NamedTuple

from board.deeds.unit import with_changed_step, with_title
from board.mastery.facts import Kind
from board.mastery.people import Student
from board.store.class_book import ClassBook
from board.store.documents.tables import ABOUT, ASSESSORS, STUDENTS, UNITS, changed
from board.store.draft import Draft
from board.words.covering import COVER, COVER_ONE
from work_shown import consent, show

HALVES = "u/halves"


class News(NamedTuple):
    """What is walked on one screen.

    Attributes:
        change: Changes the class, as another program does.
        told: What stands on the screen only then.
        before: What stands there only until then, or empty.
        ready: Makes the class ready for it.
        press: Keys that lead to where it stands.
    """

    change: Callable[[ClassBook], object]
    told: str
    before: str = ""
    ready: Callable[[ClassBook], object] = lambda _: None
    press: tuple[str, ...] = ()


def _marks(kind: Kind, step: str = HALVES, **more: object) -> Callable[[ClassBook], object]:
    return lambda book: book.record([Draft(kind, "ava", step, **more)], book.assessors[0].id)  # type: ignore[arg-type]


def _says(**said: object) -> Callable[[ClassBook], object]:
    return lambda book: book.edit(UNITS, changed("u", with_changed_step(HALVES, said)))


def _earns_two(book: ClassBook) -> None:
    for step in (HALVES, "u/thirds"):
        _marks(Kind.MASTERED, step)(book)


def _takes_one_back(book: ClassBook) -> None:
    mark = book.progress.spot("ava", HALVES).mark
    _marks(Kind.WITHDRAWN, of=mark and mark.id)(book)


def _renames(book: ClassBook) -> None:
    book.edit(STUDENTS, lambda now: tuple(replace(one, name="Ada Z.") if one.id == "ava" else one for one in now))


def _leaves_nobody(book: ClassBook) -> None:
    book.edit(STUDENTS, lambda _: ())


def _renames_adult(book: ClassBook) -> None:
    book.edit(ASSESSORS, lambda now: tuple(replace(one, name="Ms. Ray") for one in now))


def _shows_work(book: ClassBook) -> None:
    consent(book, "ben")
    show(book, "ben")


def _joins(book: ClassBook) -> None:
    book.edit(STUDENTS, lambda now: (*now, Student("q", "Qi Z.")))


def _names_the_unit(book: ClassBook) -> None:
    book.edit(UNITS, lambda now: tuple(replace(unit, title="Our numbers") for unit in now))


def _settles_lock(book: ClassBook) -> None:
    book.edit(ABOUT, lambda now: now._replace(kiosk=now.kiosk._replace(lock=0)))


def _renames_unit(book: ClassBook) -> None:
    book.edit(UNITS, changed("u", with_title("Shares")))


WALKED = {
    "KioskQuilt": News(_leaves_nobody, "Our class begins soon.", "We learn together"),
    "LookScreen": News(_leaves_nobody, "Our class begins soon.", "We learn together"),
    "OwnSign": News(_joins, "Q"),
    "UnitSigns": News(_names_the_unit, "Our numbers", "Unit"),
    "MyPath": News(_marks(Kind.MASTERED), "New: Halves!"),
    "CoverScreen": News(_takes_one_back, COVER_ONE, COVER, ready=_earns_two),
    "PlanScreen": News(_marks(Kind.EXCUSED), "– Halves"),
    "ShowWhatYouKnow": News(_marks(Kind.MASTERED), "Got it"),
    "ExamplesScreen": News(_says(counts=("folds it",)), "folds it", "No example of what counts yet."),
    "PractiseScreen": News(_says(counts=("folds it",)), "folds it", "There are no examples for this step yet."),
    "WorkScreen": News(_shows_work, "1 of 1"),
    "CenterScreen": News(_says(criteria=("cuts it fairly",)), "cuts it fairly"),
    "StepsScreen": News(_says(title="Both halves"), "Both halves"),
    "KioskSettings": News(_settles_lock, "never", "10 minutes"),
    "LinksScreen": News(_renames_adult, "Helper · Ms. Ray", "Helper · Ms. Rivera"),
    "LockScreen": News(_renames_unit, "Shares"),
    "StudentsScreen": News(_renames, "Ada Z.", "Ava B."),
}
"""How each is walked that shows more than marks on spots, by the name of its class."""
