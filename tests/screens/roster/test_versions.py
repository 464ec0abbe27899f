"""What two computers wrote at the same time is asked about on the board, once, and stands as it was chosen."""

import json
from dataclasses import fields, replace
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any, get_origin

import msgspec
import pytest

from board.app import BoardApp
from board.cli.context import seat_here
from board.deeds.about import AboutClass
from board.deeds.sitting import Sitting, usual_adult
from board.mastery.curriculum import steps_by_id
from board.mastery.plan import Plan
from board.screens.roster.versions import VersionsScreen, asked, said
from board.store.class_book import ClassBook
from board.store.documents.choices import Choice, Saying
from board.store.documents.shapes import AboutRecord, AdultRecord, StudentRecord, UnitRecord
from builders import UNIT
from screen_driver import seen, until
from two_folders import Computers, name, sent


@pytest.fixture
def apart(computers: Computers, home: Path) -> ClassBook:
    """A class in which two computers named Ava and Ben at the same time."""
    (home / "settings.json").write_text(json.dumps({"device": "d1"}))
    here, there = computers.open("d1"), computers.open("d2")
    for book, called in ((here, "Brown"), (there, "Carter")):
        name(book, "ava", f"Ava {called}")
        name(book, "ben", f"Ben {called}")
    sent(there, here, "class 2.json")
    here.news()
    return here


async def test_two_names_are_told_at_the_start_and_chosen_one_after_the_other(apart: ClassBook) -> None:
    shown = [student.name for student in apart.students]
    app = BoardApp(seat_here(), apart)
    async with app.run_test(size=(110, 36), notifications=True) as pilot:
        await until(pilot, lambda: "2 to choose: V" in seen(app))
        await pilot.press("V")
        await until(pilot, lambda: "was given two names at the same time" in seen(app))
        assert isinstance(app.screen, VersionsScreen)
        assert "Ava Brown" in seen(app)
        assert "Ava Carter" in seen(app)
        assert "this computer" in seen(app)
        await pilot.press("down", "enter")
        await until(pilot, lambda: "Ben Brown" in seen(app))
        assert apart.students[0].name != shown[0]
        await pilot.press("enter")
        await until(pilot, lambda: not isinstance(app.screen, VersionsScreen))
        assert apart.students[1].name == shown[1]
        assert "to choose" not in seen(app)
        await pilot.press("V")
        await until(pilot, lambda: "Nothing was changed on two computers" in seen(app))
        await pilot.press("u")
        await until(pilot, lambda: apart.students[0].name == shown[0])
        await pilot.press("U")
        await until(pilot, lambda: apart.students[0].name != shown[0])


async def test_how_children_ask_is_joined_or_asked_about_in_words(computers: Computers, home: Path) -> None:
    (home / "settings.json").write_text(json.dumps({"device": "d1"}))
    here, there = computers.open("d1"), computers.open("d2")
    AboutClass(Sitting(here, usual_adult(here))).ask_or_rest(asking=False)
    for book, most in ((here, 3), (there, 1)):
        AboutClass(Sitting(book, usual_adult(book))).let_ask(most)
    sent(there, here, "class 2.json")
    here.news()
    assert not here.about.asking, "what one computer changed alone stands"
    app = BoardApp(seat_here(), here)
    async with app.run_test(size=(110, 36)) as pilot:
        await until(pilot, lambda: "1 to choose: V" in seen(app))
        await pilot.press("V")
        await until(pilot, lambda: "How much each child may ask for" in seen(app))
        assert "3 requests" in seen(app)
        assert "1 request " in seen(app)


async def test_esc_keeps_both_and_tab_goes_on(apart: ClassBook) -> None:
    app = BoardApp(seat_here(), apart)
    async with app.run_test(size=(110, 36)) as pilot:
        await pilot.press("V")
        await until(pilot, lambda: "Question 1 of 2" in seen(app))
        await pilot.press("tab")
        await until(pilot, lambda: "Question 2 of 2" in seen(app))
        await pilot.press("escape")
        await until(pilot, lambda: not isinstance(app.screen, VersionsScreen))
    assert len(apart.choices) == 2


async def test_what_was_decided_elsewhere_meanwhile_is_said_and_nothing_more_is_asked(apart: ClassBook) -> None:
    app = BoardApp(seat_here(), apart)
    async with app.run_test(size=(110, 36)) as pilot:
        await pilot.press("V")
        await until(pilot, lambda: "Question 1 of 2" in seen(app))
        for choice in apart.choices:
            apart.choose(choice, 0)
        await pilot.press("enter")
        await until(pilot, lambda: not isinstance(app.screen, VersionsScreen))


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("left", True, "Has left the class"),
        ("left", None, "Is in the class"),
        ("gone", False, "Stays"),
        ("alias", None, "Nothing"),
        ("alias", "[b]Comet", "[b]Comet"),
        ("subjects", ("Math", "English"), "Math and English"),
        ("asking", False, "Children ask later"),
        ("most_asked", None, "2 requests"),
        ("most_asked", 1, "1 request"),
        ("path", "open", "Every level is open from the start"),
        ("motto", "We try", "We try"),
        ("freedom", "free", "The child chooses among everything that is open"),
        ("freedom", None, "The child chooses among the few that come next"),
        ("order", ("u/halves", "gone/step"), "Halves and gone/step"),
        ("extra", None, "Nothing"),
        ("supports", ("number line", "[b]more time"), "number line and [b]more time"),
    ],
)
def test_every_version_is_words(field: str, value: str | bool | int | tuple[str, ...] | None, words: str) -> None:
    saying = Saying("d1", value, "")
    choice = Choice("students", "ava", field, "Ava B.", (saying, saying))
    assert said(choice, saying, steps_by_id([UNIT]), here=True) == f"{words}   (this computer, shown now)"
    assert asked(choice).endswith(".")


RECORDS: dict[str, type[msgspec.Struct]] = {
    "class": AboutRecord,
    "students": StudentRecord,
    "assessors": AdultRecord,
    "units": UnitRecord,
}
FIELDS = [
    *((table, field) for table, shape in RECORDS.items() for field in msgspec.structs.fields(shape)),
]
SETTLED = ("id", "also", "archived")
"""Fields about which nobody is asked: they are joined, or go along with others."""


def values(field: msgspec.structs.FieldInfo) -> list[Any]:
    """Everything of each kind that a field of a record may say, None for what says nothing."""
    if field.name == "levels":
        return [UNIT, replace(UNIT, levels=UNIT.levels[:1])]
    if field.type is bool:
        return [True, False, None]
    if isinstance(field.type, type) and issubclass(field.type, StrEnum):
        return [*(one.value for one in field.type), None]
    if field.type is str:
        return ["Sunny [b]", "", None]
    if field.type == tuple[str, ...]:
        return [("u/halves", "Sunny"), (), None]
    assert get_origin(field.type) is Annotated or "int" in str(field.type), "a new kind of value needs words here, too"
    return [1, 3, None]


@pytest.mark.parametrize(
    ("table", "field"),
    [(table, field) for table, field in FIELDS if field.name not in SETTLED],
    ids=lambda one: one if isinstance(one, str) else one.name,
)
def test_every_field_of_every_record_is_asked_about_in_words_of_its_own(
    table: str, field: msgspec.structs.FieldInfo
) -> None:
    choice = Choice(table, "x", field.name, "Sunny", ())
    assert asked(choice) != asked(Choice(table, "x", "motto", "Sunny", ()))
    assert asked(choice).endswith(".")
    several = values(field)
    sayings = tuple(Saying("d1", value, "") for value in several)
    choice = choice._replace(sayings=sayings)
    told = [said(choice, one, steps_by_id([UNIT]), here=True).partition("   (")[0] for one in sayings]
    assert not {"", "True", "False", "None", "levels", "chosen", "student_teacher"} & {*told}
    meant = {str(one) for one in several if one is not None and one not in ("", ())}
    assert len(set(told)) >= len(meant), "what is different is said differently"


def test_every_part_of_a_plan_has_its_own_question() -> None:
    parts = [part.name for part in fields(Plan)]
    questions = [asked(Choice("students", "ava", part, "Ava B.", ())) for part in parts]
    assert len({*questions}) == len(parts)
    assert asked(Choice("students", "ava", "motto", "Ava B.", ())) not in questions
