"""Headers word by word: what they may mean in the languages of schools, and whose they are."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from board.exchange.tables.headers import LIKELY, meanings_of, says_who_left
from board.exchange.tables.meanings import Meaning

_TABLE = tomllib.loads((Path(__file__).parent / "headers_meant.toml").read_text("utf-8"))
MEANT = [(header.strip(), Meaning(name)) for name, headers in _TABLE.items() for header in headers.split("; ")]
"""Which part a bare "name" is, the other columns say."""


@pytest.mark.parametrize(("header", "meaning"), MEANT)
def test_a_header_says_what_schools_mean_by_it(header: str, meaning: Meaning) -> None:
    found = [meant.meaning for meant in meanings_of(" ".join(header.split()))]
    if meaning in (Meaning.GIVEN, Meaning.FAMILY):
        found += [Meaning.GIVEN, Meaning.FAMILY] if found == [Meaning.NAME] else []
    assert meaning in (found or [Meaning.UNUSED])


@pytest.mark.parametrize("style", [str.upper, str.lower, lambda text: text.replace(" ", "_"), "  {}: ".format, "{} *".format])  # fmt: skip
@pytest.mark.parametrize(
    "header", ["Student First Name", "Family name of student", "Local Student ID", "Date of birth"]
)
def test_the_way_a_header_is_written_changes_nothing(header: str, style: object) -> None:
    assert callable(style)
    assert meanings_of(style(header)) == meanings_of(header)


OTHERS = ["Parent", "Guardian 1", "Mother", "Tutor legal", "Emergency contact", "Erziehungsberechtigte", "Respons\u00e1vel", "\u4fdd\u8b77\u8005", "Teacher", "Counselor", "Klassenlehrer", "\u62c5\u4efb", "Responsable l\u00e9gal", "Padre", "M\u00e8re"]  # fmt: skip
PARTS = ["First Name", "Last Name", "Name", "ID", "Surname", "Nachname", "Pr\u00e9nom", "Apellido", "Nome", "\u540d"]


@pytest.mark.parametrize("other", OTHERS)
@pytest.mark.parametrize("part", PARTS)
def test_the_names_of_parents_and_teachers_are_never_the_childs(other: str, part: str) -> None:
    for header in (f"{other} {part}", f"{part} ({other})", f"{other}_{part}", f"{other}: {part}"):
        assert {meant.meaning for meant in meanings_of(header)} <= {Meaning.PRIVATE, Meaning.TEACHER}, header


@pytest.mark.parametrize("task", ["Bell ringer #3: What is a name?", "Quiz: First names of the elements (Real)", "Unit 2 Quiz - Class Names", "Devoir: Noms propres (Brut)", "Why is my name so short"])  # fmt: skip
def test_tasks_that_speak_of_names_are_no_names(task: str) -> None:
    assert not any(strength >= LIKELY and meaning is not Meaning.UNUSED for meaning, strength in meanings_of(task))


def test_a_status_turned_round_is_known() -> None:
    assert says_who_left("Dropped?")
    assert says_who_left("Anmeldung blockieren (Ja/Nein)")
    assert not says_who_left("Active?")


@given(st.text(max_size=300))
def test_any_text_may_stand_above_a_column(text: str) -> None:
    assert len(meanings_of(text)) <= 3
