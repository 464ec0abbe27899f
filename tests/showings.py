"""Classes whose steps have criteria, and the screen on which one showing is judged."""

from dataclasses import replace

from board.cli.context import seat_here
from board.deeds.sitting import Sitting, Target, usual_adult
from board.mastery.curriculum import Step
from board.mastery.may import Actor
from board.mastery.people import AdultRole, Assessor, Student
from board.screens.judging.how_did_it_go import HowDidItGo
from board.store.class_book import ClassBook
from board.store.documents.tables import ASSESSORS, STUDENTS, UNITS, put
from lone_app import SHELF

AVA_HALVES = ("ava", "u/halves")
AVA_PIZZA = ("ava", "u/pizza")
CRITERIA = ("Cuts two parts", "Both parts are equal", "Says which half is bigger", "Uses the word half")
WAYS = ("cut it", "draw it")


def change_step(book: ClassBook, step: str, **changed: object) -> None:
    """Change a step of the small unit, as somebody who edits the unit does."""
    unit = book.units[0]

    def edited(one: Step) -> Step:
        return replace(one, **changed) if one.id == step else one  # type: ignore[arg-type]

    levels = tuple(
        replace(level, steps=tuple(map(edited, level.steps)), boss=level.boss and edited(level.boss))
        for level in unit.levels
    )
    book.edit(UNITS, put(replace(unit, levels=levels)))


def drop_step(book: ClassBook, step: str) -> None:
    """Take a step out of the class for good, as a computer does that never knew it."""
    unit = book.units[0]
    levels = tuple(replace(level, steps=tuple(one for one in level.steps if one.id != step)) for level in unit.levels)
    book.edit(UNITS, lambda _: (replace(unit, levels=levels),))


def two_adults(book: ClassBook) -> None:
    """Let two adults see each Boss, with a second adult in the class, an aide, and a third."""
    book.edit(UNITS, put(replace(book.units[0], two_adults=True)))
    more = (Assessor("aide", "Mr. Okafor", AdultRole.AIDE), Assessor("rev", "Dr. Lin", AdultRole.REVIEWER))
    book.edit(ASSESSORS, lambda now: (*now, *more))


def change_child(book: ClassBook, child: str, **changed: object) -> None:
    """Change the entry of a child."""

    def edited(one: Student) -> Student:
        return replace(one, **changed) if one.id == child else one  # type: ignore[arg-type]

    book.edit(STUDENTS, lambda now: tuple(map(edited, now)))


def sitting_of(book: ClassBook, adult: str = "") -> Sitting:
    """Sit down at a class: its usual adult, or another one by id."""
    return Sitting(book, Actor.adult(adult) if adult else usual_adult(book))


def judging(sitting: Sitting, target: Target = AVA_HALVES) -> HowDidItGo:
    """Look at a showing."""
    return HowDidItGo(seat_here(), sitting, SHELF, target)
