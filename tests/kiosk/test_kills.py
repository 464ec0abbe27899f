"""A kiosk that is killed at any moment comes back at the quilt; what it had said is kept, no fact is torn, and a drawing goes on."""

import os
import random
import signal
from contextlib import closing
from pathlib import Path

import pytest

from board.art.pixels import from_text
from board.mastery.kiosk import sign_places
from board.mastery.picture_word import PICTURES, picture_word
from board.screens.kiosk.word import ACROSS
from board.store.class_book import ClassBook
from board.words import at_kiosk, child_path
from kiosk.kiosk_terminal import KioskTerminal, with_pin

pytestmark = pytest.mark.skipif(
    not Path("/proc/self/task").exists(), reason="it looks at processes as Linux shows them"
)

_ROUNDS = 4
_STEP, _WANT, _DRAW = b"1", b"1", b"3"
"""Tiles: the first step on the road; on its page to want it, and to draw."""

_WANTED, _UNWANTED = "I want to work on this next.", "Not this one now."


@pytest.fixture
def folder(book: ClassBook, folder: Path) -> Path:
    with_pin(book)
    book.close()
    return folder


def digits_to(folder: Path) -> list[bytes]:
    """Give the digits from the signs to the road of the first child: a row and a place for its sign and for each picture."""
    with closing(ClassBook(folder, "looks", only_look=True)) as book:
        student, places = book.students[0], sign_places(book.everyone)
        found = [*divmod(places.pages[0].index(student), places.across)]
        for picture in picture_word(student.id, student.card):
            found += divmod(PICTURES.index(picture), ACROSS)
    return [str(one + 1).encode() for one in found]


def find(kiosk: KioskTerminal, digits: list[bytes]) -> None:
    """Let the child find itself."""
    kiosk.write(b"x")
    kiosk.wait_for(at_kiosk.WHO_ARE_YOU)
    types(kiosk, digits[:2])
    kiosk.wait_for(at_kiosk.YOUR_PICTURES)
    types(kiosk, digits[2:])
    kiosk.wait_for(child_path.BYE)


def types(kiosk: KioskTerminal, keys: list[bytes]) -> None:
    """Press keys as a hand does: the same one twice at once is taken for a worn one."""
    for key in keys[:-1]:
        kiosk.write(key)
        kiosk.settle(0.1)
    kiosk.write(keys[-1])


def on_the_disk(folder: Path) -> tuple[set[str], int, str]:
    """Give what is kept: ids of facts, how many lines are damaged, and how much is drawn."""
    with closing(ClassBook(folder, "looks", only_look=True)) as book:
        begun = book.pictures.unfinished("ava", "u/halves")
        return {fact.id for fact in book.facts}, len(book.damaged), "" if begun is None else begun.drawing


def wants(kiosk: KioskTerminal, folder: Path) -> set[str]:
    """Let the child say something, and give all that was there once it stood on the screen."""
    at = len(kiosk.said)
    kiosk.write(_STEP)
    kiosk.wait_for("I can halves.")
    kiosk.write(_WANT)
    kiosk.until(lambda: any(said.encode() in kiosk.said[at:] for said in (_WANTED, _UNWANTED)))
    return on_the_disk(folder)[0]


def draws(kiosk: KioskTerminal, folder: Path, dice: random.Random) -> str:
    """Let the child draw on, and give what was kept of it; some more strokes are under way."""
    before = on_the_disk(folder)[2]
    kiosk.write(_STEP)
    kiosk.wait_for("I can halves.")
    kiosk.write(_DRAW)
    kiosk.wait_for("My picture shows")
    for arrow in dice.choices((b"\x1b[C", b"\x1b[B"), k=3):
        types(kiosk, [arrow, *[str(dice.randrange(2, 9)).encode()] * 2])
    kiosk.until(lambda: on_the_disk(folder)[2] not in ("", before))
    kept = on_the_disk(folder)[2]
    types(kiosk, [b"\x1b[C", b"5", b"5", b"\x1b[B", b"6", b"6"])
    kiosk.read(dice.random() * 0.3)
    return kept


@pytest.mark.parametrize("whole_tree", [False, True])
def test_what_was_said_before_a_kill_is_there_after_it(folder: Path, whole_tree: bool) -> None:
    dice, digits, told = random.Random(5 + whole_tree), digits_to(folder), set[str]()
    kiosk = KioskTerminal(folder)
    kiosk.came_up()
    try:
        for number in range(_ROUNDS):
            find(kiosk, digits)
            told |= wants(kiosk, folder)
            drawn = draws(kiosk, folder, dice) if number % 2 else ""
            before = kiosk.kiosk
            at = len(kiosk.said)
            for process in (*before, *(kiosk.watcher if whole_tree else ())):
                os.kill(process, signal.SIGKILL)
            if whole_tree:
                kiosk.__exit__(None, None, None)
                kiosk, at = KioskTerminal(folder), 0
            else:
                kiosk.until(lambda gone=before, up=kiosk: up.kiosk not in ([], gone))  # type: ignore[misc]
            kiosk.came_up()
            assert b"Ava" not in kiosk.said[at:], "it is at the quilt, and no page of anybody is open"
            facts, damaged, draft = on_the_disk(folder)
            assert told <= facts
            assert not damaged
            assert coloured(draft) >= coloured(drawn), "what was kept of a drawing is there"
    finally:
        kiosk.__exit__(None, None, None)
    assert len(told) == _ROUNDS


def coloured(drawing: str) -> set[int]:
    """Give where something is drawn."""
    read = from_text(drawing) if drawing else None
    return set() if read is None else {at for at, cell in enumerate(read.pixels) if cell}
