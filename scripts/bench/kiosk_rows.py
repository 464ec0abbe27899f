"""Rows about the kiosk: how soon it is up, how soon a child's key has done its work, and that on a computer a fifth as fast."""

import itertools
import random
import time
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path

from board.cli.context import seat_here
from board.deeds.pin import Pins
from board.deeds.sitting import Sitting, usual_adult
from board.demo.demo_class import make_demo
from board.mastery.facts import Kind
from board.mastery.kiosk import sign_places
from board.mastery.path_map import child_map
from board.mastery.people import Student
from board.mastery.picture_word import PICTURES, picture_word
from board.store.class_book import ClassBook
from board.store.looking import LOOK_EVERY
from board.words import at_kiosk, child_path
from elsewhere import Elsewhere
from pty_terminal import Terminal
from scripts.bench.classes import prepare_stickers
from scripts.bench.screen_rows import shown, started
from scripts.bench.slowed import slowed
from scripts.bench.table import By, Row, tell

_PIN = "50937"
_HELLO = ("-m", "scripts.bench.apps.hello")
_RIGHT, _LEFT, _UP, _DOWN = b"\x1b[C", b"\x1b[D", b"\x1b[A", b"\x1b[B"
_WALK = (_RIGHT, _RIGHT, _DOWN, _DOWN, _UP, _LEFT, _UP, _LEFT)
"""Arrows on the map that end where they began, each of which moves the frame or what is looked at."""

_OPEN_AND_BACK = (b"1", b"\x1b[27u")
"""A step is opened, and the road is there again."""

_APART = 0.3
"""Seconds between two keys that open something: pressed sooner they would be painted together."""

_SHARE = 0.2
_AT_A_FIFTH = 150
"""Milliseconds until a key has done its work on a computer a fifth as fast as this one."""

_NEWS = 300
"""Milliseconds at the median until what another program has kept is seen."""

_WORD_ACROSS = 4
_SIGN = 2
"""Digits of a sign: its row, and its place there."""


def kiosk_rows(place: Path, runs: int) -> list[Row]:
    """Measure the kiosk of the demo class.

    Args:
        place: A folder for the class.
        runs: How often each key is pressed; programs are started a quarter as often.
    """
    demo = place / "Kiosk.class"
    book = make_demo(demo, seat_here().settings.load().device, datetime(2026, 11, 20, 12, tzinfo=UTC))
    Pins(book).set(Sitting(book, usual_adult(book)), _PIN)
    seat_here().settings.remember(book.key)
    prepare_stickers(book)
    name, keys = book.students[0].name, _keys_to(book, book.students[0])
    student, unit = book.students[0], book.units[0]
    step = child_map(book.units, unit, student, book.progress).choices[0].step.id
    book.close()
    return [
        *_start(demo, name, max(3, runs // 4)),
        *_on_the_map(demo, keys, runs),
        _news(demo, keys, (student.id, step), max(3, runs // 3)),
    ]


def _news(demo: Path, keys: bytes, spot: tuple[str, str], count: int) -> Row:
    """Measure how soon what an adult marks elsewhere stands on the map that is open at the kiosk."""
    tell(f"news on a child's map, {count} marks")
    kinds, taken, chance = itertools.cycle((Kind.READY, Kind.PRACTISING)), [], random.Random(1)  # both are seen there
    with Elsewhere(demo) as other, shown(at_kiosk.TOUCH_ME, "-m", "board", "kiosk", "-c", str(demo)) as kiosk:
        _find_oneself(kiosk, keys)
        for kind in itertools.islice(kinds, count):
            kiosk.settle()
            time.sleep(chance.random() * LOOK_EVERY)  # a mark falls anywhere between two looks
            marked = other.mark(kind, *spot)
            taken.append((kiosk.next_frame() - marked) * 1000)
    return Row("news, a child's map at the kiosk", "", "ms", taken, promise=_NEWS)


def _start(demo: Path, name: str, runs: int) -> list[Row]:
    tell(f"first painted kiosk, through its supervisor, {runs} starts in turn with the board and hello")
    programs = {
        "hello": ("Hello", _HELLO),
        "board": (name, ("-m", "board", "open", str(demo))),
        "kiosk": (at_kiosk.TOUCH_ME, ("-m", "board", "kiosk", "-c", str(demo))),
    }
    starts: dict[str, list[float]] = {program: [] for program in programs}
    for turn in range(runs + 1):  # the first ones make caches and .pyc files, and are not counted
        for program, (text, arguments) in programs.items():
            with started(*arguments) as terminal:
                seconds = terminal.wait_for(text)
            if turn:
                starts[program].append(seconds * 1000)
    return [
        Row("kiosk, first paint", "board", "ms", starts["kiosk"], starts["board"], promise=1.3),
        Row("kiosk, first paint", "hello", "ms", starts["kiosk"], starts["hello"]),
    ]


def _on_the_map(demo: Path, keys: bytes, runs: int) -> list[Row]:
    with ExitStack() as stack:
        hello = stack.enter_context(shown("Hello", *_HELLO))
        kiosk = stack.enter_context(shown(at_kiosk.TOUCH_ME, "-m", "board", "kiosk", "-c", str(demo)))
        _find_oneself(kiosk, keys)
        rows = _moves(hello, kiosk, runs, "")
        with slowed(hello.pid, _SHARE), slowed(kiosk.pid, _SHARE) as how:
            tell(f"the same on a computer a fifth as fast ({how})")
            return [*rows, *_moves(hello, kiosk, runs, ", a fifth as fast")]


def _moves(hello: Terminal, kiosk: Terminal, runs: int, how: str) -> list[Row]:
    tell(f"a child's map, {runs} arrows and {runs // 2} steps opened in turn with hello{how}")
    floor, arrows, steps = [], [], []
    for key in itertools.islice(itertools.cycle(_WALK), runs):
        floor.append(hello.press(b"x").first * 1000)
        arrows.append(kiosk.press(key).first * 1000)
    for key in itertools.islice(itertools.cycle(_OPEN_AND_BACK), runs // 2 * 2):
        floor.append(hello.press(b"x").first * 1000)
        steps.append(kiosk.press(key, _APART).last * 1000)
    if how:
        return [
            Row(f"an arrow on the map{how}", "", "ms", arrows, by=By.P95, promise=_AT_A_FIFTH),
            Row(f"a step opened, all painted{how}", "", "ms", steps, by=By.P95, promise=_AT_A_FIFTH),
            Row(f"hello, a key{how}", "", "ms", floor, by=By.P95),
        ]
    return [
        Row("an arrow on the map", "hello, a key", "ms", arrows, floor, By.P95, 2.0),
        Row("a step opened, all painted", "hello, a key", "ms", steps, floor, By.P95),
    ]


def _keys_to(book: ClassBook, student: Student) -> bytes:
    """Give the digits that lead from the sign of a child to its map."""
    places = sign_places(book.everyone)
    digits = _digits(places.pages[0].index(student), places.across)
    for picture in picture_word(student.id, student.card):
        digits += _digits(PICTURES.index(picture), _WORD_ACROSS)
    return digits


def _digits(place: int, across: int) -> bytes:
    row, column = divmod(place, across)
    return f"{row + 1}{column + 1}".encode()


def _find_oneself(kiosk: Terminal, digits: bytes) -> None:
    comes = {0: at_kiosk.WHO_ARE_YOU, _SIGN: at_kiosk.YOUR_PICTURES, len(digits): at_kiosk.WHICH_UNIT}
    for number, key in enumerate((*f"x{digits.decode()}", "1")):
        if number in comes:
            kiosk.write(key.encode())
            kiosk.wait_for(comes[number])
            kiosk.settle()
        elif number <= len(digits):
            kiosk.press(key.encode())
        else:
            kiosk.write(key.encode())
            kiosk.wait_for(child_path.BYE)
            kiosk.settle()
