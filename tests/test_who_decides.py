"""What which audience sees is decided in `mastery/audience.py` and `mastery/seen.py`; whoever draws takes it from there."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import board
import printables

ROOMS = [
    *(Path(board.__file__).with_name(room) for room in ("widgets", "screens", "printing", "print_desk")),
    Path(printables.__file__).parent,
]

_FOR_THE_TEACHER = "for the teacher alone"
_BY_ITSELF = {
    "board.widgets.path_words": "reasons with counts, which only a teacher's path holds",
    "board.widgets.seen_rows": "asks which rows are the very same as before, and reads nothing in them",
    "board.widgets.spot_line": _FOR_THE_TEACHER,
    "board.widgets.teacher_words": _FOR_THE_TEACHER,
    "board.screens.center": "marking at the table",
    "board.screens.marking": "marking: earlier tips and notes, once an adult asks for them",
    "board.screens.pictures": "a child's own pictures, and whether their spot is earned",
    "board.screens.shown": "filters of the board, for the teacher",
    "board.screens.student": "the row goes to the teacher's part of the page alone, and who looks is chosen here",
    "board.screens.waiting": "judging: what waits for the teacher",
    "board.printing.catalogue": "says for whom each kind of page is made",
    "board.printing.drawing": "whom a teacher may call to the table; names of others taken out of the next teacher's page",
    "board.printing.notes": "what a teacher should know before printing",
    "board.printing.shown": "asks for what the catalogue's audience may see",
    "board.printing.texts": "which texts no font can print, for the teacher",
    "printables.group": "a teacher's copy",
    "printables.next_teacher": "from one teacher to the next",
    "printables.register.cells": "a teacher's copy",
    "printables.register.chart": "a teacher's copy",
    "printables.register.words": "a teacher's copy",
}
"""The modules that read how a child stands by themselves, or name an audience, and why they may."""

_PARTS_OF_SPOTS = ("Spot", "Row", "OPEN_SPOT", "spot_of", "standing_facts")
_RULES = ("board.mastery.readiness", "board.mastery.small_group", "board.mastery.others")
_DECIDING = ("Audience", "seen_status", "seen_statuses", "seen_art", "seen_face", "seen_stickers", "seen_path")
_INTO_PROGRESS = ("spot", "row", "rows", "about", "shelf", "shelves", "picture", "after")
_OF_A_SPOT = ("own_version", "check_again", "standing", "level_of_support", "tries")


def modules() -> Iterator[tuple[str, str]]:
    """Every module of the rooms that draw, with its text."""
    for room in ROOMS:
        top = room.parent.parent if room.parent.name == "board" else room.parent
        for file in sorted(room.rglob("*.py")):
            yield ".".join(file.relative_to(top).with_suffix("").parts).removesuffix(".__init__"), file.read_text()


def decides(text: str) -> set[str]:
    """Give by what a module could decide for itself what somebody sees."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.ImportFrom):
            names = {name.name for name in node.names}
            parts = _PARTS_OF_SPOTS if node.module == "board.mastery.progress" else _DECIDING
            is_rules = node.module in _RULES
            found |= names if is_rules else names & set(parts)
        elif isinstance(node, ast.Attribute):
            whose = _last_name(node.value)
            if node.attr in _OF_A_SPOT or (node.attr in _INTO_PROGRESS and "progress" in whose):
                found.add(f"{whose}.{node.attr}")
            elif (node.attr, whose.lstrip("_")) == ("facts", "book"):
                found.add(f"{whose}.facts")
    return found


def _last_name(node: ast.expr) -> str:
    return node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""


def test_whoever_draws_decides_nothing_but_where_it_is_said_why() -> None:
    found = {name: decides(text) for name, text in modules()}
    deciding = {name for name, by in found.items() if by}
    assert deciding - set(_BY_ITSELF) == set(), {name: found[name] for name in deciding - set(_BY_ITSELF)}
    assert set(_BY_ITSELF) - deciding == set(), "these no longer do"


@pytest.mark.parametrize(
    "planted",
    [
        "from board.mastery.progress import OPEN_SPOT, Progress",
        "from board.mastery.readiness import statuses",
        "from board.mastery.audience import Audience, Earned",
        "def tip(progress, one): return progress.spot(one, 'u/a').mark.note",
        "def tips(self): return self._book.progress.row('ava')",
        "def notes(book): return [fact.note for fact in book.facts]",
        "def doubt(spot): return spot.check_again",
    ],
)
def test_a_page_that_decides_by_itself_is_found(planted: str) -> None:
    assert decides(planted)


def test_a_page_that_draws_what_it_is_given_is_not() -> None:
    assert not decides("from board.mastery.seen import SeenPath\ndef draw(path: SeenPath): return path.spots[0].status")
