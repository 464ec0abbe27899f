"""No sentence ends in a name: "Nia W." has its own full stop, and two of them look wrong."""

import re
from pathlib import Path

import pytest

import board

HOUSE = Path(board.__file__).parents[1]

ENDS_IN_A_NAME = re.compile(
    r"\{(?:[a-z_]+\.)*(?:names?|others?|who|whom|whose|child|student|children|by|helpers?)\}\.(?=[\s\"'])"
)
"""A field with the name of somebody, and a full stop that ends the sentence behind it."""

ALLOWED = {
    "board/counting.py": "an example of a template, in which somebody is not named but told",
    "board/paper/notes.py": "it looks whether the name has its full stop already",
    "board/cli/upkeep.py": "the name of a file",
    "board/screens/drawing/draw.py": "the name of a colour",
}


@pytest.mark.parametrize("room", ["board", "printables"])
def test_no_sentence_ends_in_a_name(room: str) -> None:
    found = {
        (str(path.relative_to(HOUSE)), line.strip())
        for path in sorted((HOUSE / room).rglob("*.py"))
        for line in path.read_text(encoding="utf-8").splitlines()
        if ENDS_IN_A_NAME.search(line)
    }
    assert {(file, line) for file, line in found if file not in ALLOWED} == set()


@pytest.mark.parametrize(
    "line",
    [
        '"how many times as long as usual the kiosk waits for {name}."',
        '"One of these could help: {names}."',
        'f"stands beside {names}. An id"',
        'f"{child.name} is erased from {book.name}."',
        '"the last on {day}, by {by}. Its file"',
    ],
)
def test_sentences_that_were_found_so_are_found(line: str) -> None:
    assert ENDS_IN_A_NAME.search(line)
