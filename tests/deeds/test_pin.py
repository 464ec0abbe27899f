"""The adult PIN: set by teachers, tried by anybody, kept so that nobody reads it."""

import hashlib
import json
import signal
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from board.deeds.about import AboutClass
from board.deeds.pin import Pins
from board.deeds.sitting import FOR_ADULTS, FOR_TEACHERS, Sitting, usual_adult
from board.errors import Refusal
from board.mastery.may import Actor
from board.mastery.people import AdultRole
from board.mastery.pin import LONGEST_WAIT
from board.store.class_book import ClassBook
from board.store.documents.tables import ABOUT
from elsewhere import as_here

PIN = "4716"


def teacher(book: ClassBook) -> Sitting:
    return Sitting(book, usual_adult(book))


@pytest.fixture
def pins(book: ClassBook) -> Pins:
    pins = Pins(book)
    pins.set(teacher(book), PIN)
    return pins


def stored_as(book: ClassBook, text: str) -> None:
    book.edit(ABOUT, lambda now: now._replace(kiosk=now.kiosk._replace(pin=text)))


def test_the_right_digits_are_right_and_others_are_wrong(pins: Pins) -> None:
    assert not pins.tried("4717")
    assert pins.tried(PIN)
    assert pins.tried(f" {PIN[:2]} {PIN[2:]}")


def test_without_a_pin_nothing_is_right(book: ClassBook) -> None:
    pins = Pins(book)
    assert not pins.is_set
    assert not pins.tried("")
    assert not pins.tried("0000")


def test_another_computer_knows_it_too(pins: Pins, folder: Path) -> None:
    with closing(ClassBook(folder, "d2")) as other:
        assert Pins(other).is_set
        assert Pins(other).tried(PIN)


def test_the_digits_are_nowhere_in_the_class(pins: Pins, book: ClassBook, folder: Path) -> None:
    kept = book.about.kiosk.pin
    pins.set(teacher(book), PIN)
    assert kept != book.about.kiosk.pin, "the same digits never look the same"
    assert kept.startswith("scrypt$14$8$1$")
    assert PIN not in kept


@pytest.mark.parametrize("pin", ["1234", "12", "", "abcd", "471604716", "٤٤٤٤"])
def test_what_is_no_good_pin_is_refused_in_one_sentence(pins: Pins, book: ClassBook, pin: str) -> None:
    before = book.about
    with pytest.raises(Refusal, match=r"^[^.:]+:[^.]+\.$"):
        pins.set(teacher(book), pin)
    assert book.about == before
    assert pins.tried(PIN)


def test_only_teachers_set_it_and_take_it_away(pins: Pins, book: ClassBook) -> None:
    aide = AboutClass(teacher(book)).add_adult("Mr. Lee", AdultRole.AIDE).about
    for actor, why in (
        (Actor.child("ava"), FOR_ADULTS),
        (Actor.somebody(), FOR_ADULTS),
        (Actor.adult(aide or ""), FOR_TEACHERS),
    ):
        with pytest.raises(Refusal, match=why):
            pins.set(Sitting(book, actor), "9031")
        with pytest.raises(Refusal, match=why):
            pins.off(Sitting(book, actor))
    assert pins.tried(PIN)


def test_undo_takes_back_what_was_done_before_and_never_the_pin(book: ClassBook) -> None:
    sitting = teacher(book)
    AboutClass(sitting).rename("Room 14")
    Pins(book).set(sitting, PIN)
    sitting.undo()
    assert book.name == "Room 12"
    assert Pins(book).tried(PIN)


def test_a_right_try_and_a_new_pin_begin_anew(pins: Pins, book: ClassBook) -> None:
    assert [pins.tried("9031") for _ in range(2)] == [False, False]
    assert pins.wait > 0
    assert not pins.tried(PIN), "while it waits nothing is right"
    pins.set(teacher(book), "58204")
    assert pins.wait == 0
    assert [pins.tried("9031"), pins.tried("58204"), pins.tried("9031"), pins.wait] == [False, True, False, 0]


def test_taken_away_it_is_gone(pins: Pins, book: ClassBook) -> None:
    pins.off(teacher(book))
    assert not pins.is_set
    assert not pins.tried(PIN)


DAMAGED = st.text(max_size=200) | st.builds(
    lambda good, at, sign: good[:at] + sign + good[at + 1 :],
    st.just("scrypt$14$8$1$AAAAAAAAAAAAAAAAAAAAAA==$" + "A" * 43 + "="),
    st.integers(0, 80),
    st.sampled_from("$ =A9\x00é"),
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=40)
@given(text=DAMAGED)
def test_what_is_damaged_counts_as_set_and_no_digits_are_right(book: ClassBook, text: str) -> None:
    stored_as(book, text)
    book.tries.forget()
    assert Pins(book).is_set == bool(book.about.kiosk.pin)
    assert not Pins(book).tried(PIN)
    assert not Pins(book).tried("")


@pytest.mark.parametrize(
    "text",
    ["scrypt$30$8$1$AAAAAAAAAAAAAAAAAAAAAA==$" + "A" * 43 + "=", "argon2$1$1$1$AAAA$AAAA", "scrypt$14$8$1$$", "4716"],
)
def test_what_only_a_newer_board_knows_is_never_right_and_set_anew(book: ClassBook, text: str) -> None:
    stored_as(book, text)
    pins = Pins(book)
    assert pins.is_set
    assert not pins.tried(PIN)
    pins.set(teacher(book), PIN)
    assert pins.tried(PIN)


@pytest.fixture
def hashed(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    """What scrypt was called with."""
    calls: list[dict[str, Any]] = []
    real = hashlib.scrypt

    def scrypt(password: bytes, **options: Any) -> bytes:
        calls.append(options)
        return real(password, **options)

    monkeypatch.setattr(hashlib, "scrypt", scrypt)
    return calls


@pytest.mark.parametrize("typed", ["4716", "4719", "9999", "", "47", "471604716", "abcd", "4" * 5000])
def test_every_try_costs_one_scrypt_whatever_the_digits(pins: Pins, hashed: list[dict[str, Any]], typed: str) -> None:
    pins.tried(typed)
    assert [(call["n"], call["r"], call["p"]) for call in hashed] == [(1 << 14, 8, 1)]


@pytest.mark.parametrize("kept", ["", "damaged", "scrypt$14$8$1$AAAA$AAAA"])
def test_a_try_costs_the_same_where_nothing_can_be_right(
    book: ClassBook, hashed: list[dict[str, Any]], kept: str
) -> None:
    stored_as(book, kept)
    Pins(book).tried(PIN)
    assert [call["n"] for call in hashed] == [1 << 14]


def test_a_try_that_comes_too_soon_costs_nothing(pins: Pins, hashed: list[dict[str, Any]]) -> None:
    for _ in range(20):
        pins.tried("9031")
    assert len(hashed) == 2


_KILLED = """
import hashlib, os, signal, sys
from pathlib import Path
from board.deeds.pin import Pins
from board.store.class_book import ClassBook
hashlib.scrypt = lambda *_, **__: os.kill(os.getpid(), signal.SIGKILL)
Pins(ClassBook(Path(sys.argv[1]), "d3")).tried("9031")
"""


def test_a_kill_while_it_is_looked_at_gives_no_try_for_free(pins: Pins, folder: Path) -> None:
    for _ in range(2):
        ended = subprocess.run([sys.executable, "-c", _KILLED, str(folder)], env=as_here(), check=False)
        assert ended.returncode == -signal.SIGKILL
    assert 0 < pins.wait <= LONGEST_WAIT


@pytest.mark.parametrize("kept", [7, 0.5, True, [], ["scrypt"], {"scrypt": 1}])
def test_a_pin_that_is_no_text_opens_nothing(book: ClassBook, pins: Pins, folder: Path, kept: object) -> None:
    assert pins.is_set
    book.close()
    place = folder / "class.json"
    written = json.loads(place.read_text())
    written["class"]["about"]["kiosk_pin"] = kept
    place.write_text(json.dumps(written))
    with closing(ClassBook(folder, "other")) as again:
        damaged = Pins(again)
        assert damaged.is_set is bool(kept)
        again.tries.forget()
        assert not damaged.tried(PIN)
        damaged.set(Sitting(again, usual_adult(again)), "9031")
        assert damaged.tried("9031")
    with closing(ClassBook(folder, "third")) as third:
        third.tries.forget()
        assert Pins(third).tried("9031")
