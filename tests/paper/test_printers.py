"""What a computer keeps about its printers."""

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as tries
from hypothesis import strategies as st

from board.cli.context import seat_here
from board.errors import Refusal
from board.mastery.people import clean_line
from board.paper.printers import printer_words
from board.seat.settings import Place
from hostile import HOSTILE
from printables.page.printer import Printer
from seats import printers

ways, factors = st.floats(-20, 20), st.floats(0.9, 1.1)


def test_printers_are_kept_by_name_changed_and_forgotten() -> None:
    assert printers().known() == {}
    printers().keep("Office", Printer(0.5, 1.0))
    printers().keep("  annex \n room ", Printer(scale=1.01))
    assert list(printers().known().items()) == [("annex room", Printer(scale=1.01)), ("Office", Printer(0.5, 1.0))]
    printers().keep("Office", Printer(-1))
    assert printers().called(" Office ") == Printer(-1)
    printers().forget("Office")
    assert list(printers().known()) == ["annex room"]
    with pytest.raises(Refusal, match=r'No printer is called "Office" on this computer; known are annex room\.'):
        printers().forget("Office")


def test_the_one_used_last_is_known_as_long_as_it_is_there() -> None:
    assert printers().last() == ""
    printers().keep("Office", Printer(0.5))
    printers().keep("Annex", Printer(1))
    assert printers().last() == "Annex"
    printers().use("Office")
    assert printers().last() == "Office"
    printers().forget("Annex")
    assert printers().last() == "Office"
    printers().forget("Office")
    assert printers().last() == ""
    printers().keep("Office", Printer())
    assert printers().last() == "Office"
    printers().use("")
    assert printers().last() == ""
    with pytest.raises(Refusal, match="No printer is called"):
        printers().use("Nowhere")


@pytest.mark.parametrize(
    ("name", "printer", "said"),
    [
        ("", Printer(), "Give the printer a name"),
        ("\x1b\u200b \n", Printer(), "Give the printer a name"),
        ("P" * 41, Printer(), "at most 40 letters"),
        ("P", Printer(dx=20.1), "at most 20 mm"),
        ("P", Printer(dy=-21), "at most 20 mm"),
        ("P", Printer(dx=float("nan")), "at most 20 mm"),
        ("P", Printer(dy=float("inf")), "at most 20 mm"),
        ("P", Printer(scale=0.89), "between 0.9 and 1.1"),
        ("P", Printer(scale=1.11), "between 0.9 and 1.1"),
        ("P", Printer(scale=float("nan")), "between 0.9 and 1.1"),
    ],
)
def test_what_no_printer_needs_is_refused_in_one_sentence(name: str, printer: Printer, said: str) -> None:
    with pytest.raises(Refusal, match=said) as refusal:
        printers().keep(name, printer)
    assert "\n" not in str(refusal.value)
    assert printers().known() == {}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_name_that_means_harm_is_kept_clean_or_refused(name: str) -> None:
    try:
        printers().keep(name, Printer(1))
    except Refusal:
        assert printers().known() == {}
    else:
        assert list(printers().known()) == [clean_line(name)]
        assert printers().called(name) == Printer(1)


@tries(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(ways, ways, factors)
def test_what_was_kept_is_read_again_to_the_last_digit(dx: float, dy: float, scale: float) -> None:
    printers().keep("Office", Printer(dx, dy, scale))
    assert printers().called("Office") == Printer(dx, dy, scale)


@pytest.mark.parametrize(
    ("printer", "said"),
    [
        (Printer(0.5, 1), "moves everything 0.5 mm right and 1 mm down"),
        (Printer(-10, -0.25), "moves everything 10 mm left and 0.25 mm up"),
        (Printer(dy=2, scale=1.005), "moves everything 2 mm down, and makes it 0.5 % larger"),
        (Printer(scale=0.99), "makes everything 1 % smaller"),
        (Printer(0.001, 0, 1.00001), "prints everything as it is"),
        (Printer(), "prints everything as it is"),
    ],
)
def test_what_a_printer_needs_is_said_in_words(printer: Printer, said: str) -> None:
    assert printer_words(printer) == said


@given(ways, ways, factors)
def test_words_never_tell_of_nothing(dx: float, dy: float, scale: float) -> None:
    assert " 0 " not in printer_words(Printer(dx, dy, scale))


def test_settings_from_before_there_were_printers_open_as_before(home: Path) -> None:
    place = {"unit": "u", "student": "ava", "step": "u/halves", "zoom": 1, "group": ["ava"], "marking": ""}
    old = {"device": "d9", "last_class": "/c", "theme": "board-light", "places": {"/c": place}}
    (home / "settings.json").write_text(json.dumps(old))
    assert printers().known() == {}
    printers().keep("Office", Printer(1))
    known = seat_here().settings.load()
    assert (known.device, known.last_class, known.theme) == ("d9", "/c", "board-light")
    assert known.places == {"/c": Place("u", "ava", "u/halves", 1, ("ava",))}
    seat_here().settings.remember_theme("board-dark")
    seat_here().settings.remember(str(home / "x.class"), Place("v"))
    assert printers().known() == {"Office": Printer(1)}


@pytest.mark.parametrize(
    "paper",
    [
        7,
        [],
        {"printers": 3},
        {"printers": {"Office": {"dx": 1}, "X": None}},
        {"printers": {"Office": {"dx": float("nan"), "dy": 0, "scale": 1}}},
        {"printers": {"Office": {"dx": 0, "dy": 0, "scale": 9}}},
        {"printers": {" unclean ": {"dx": 0, "dy": 0, "scale": 1}}},
        {"last": {"printer": ["Office"]}},
        {"last": 1},
    ],
)
def test_damage_costs_only_what_is_damaged(home: Path, paper: object) -> None:
    device = seat_here().settings.load().device
    kept = json.loads((home / "settings.json").read_text())
    (home / "settings.json").write_text(json.dumps(kept | {"paper": paper}))
    assert printers().known() == {}
    assert printers().last() == ""
    printers().keep("Annex", Printer(1))
    assert printers().known() == {"Annex": Printer(1)}
    assert seat_here().settings.load().device == device


def test_a_folder_whose_name_holds_bytes_that_are_no_letters_costs_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "Room \udce9.class"
    seat_here().settings.remember(str(folder), Place("u"))
    printers().keep("Office", Printer(1))
    assert seat_here().settings.load().place(str(folder)) == Place("u")
