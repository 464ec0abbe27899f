"""The signs of the children: each an emblem, told from the same one of another child by its ground and its letters."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from board.art.cells import Colour, Pixels, StickerCells
from board.art.starter import emblems
from board.mastery.kiosk import sign_places
from board.mastery.names.letters import letters_of
from board.mastery.people import Student
from board.widgets.sign_board import Signs
from board.widgets.sign_painter import Drawn, SignTile

_MOST_LETTERS = 3
COARSE_TWINS = {"sun": "bee"}
"""Emblems that look like another one where both halves of a cell have one colour, as on the bare console of Linux."""

_NO_LETTER = "☺"
"""For a name that has no letter at all."""


def sign_grid(everyone: Sequence[Student], cells: StickerCells, *, coarse: bool = False) -> Signs:
    """Give the signs of a class in their places.

    Args:
        everyone: The class in the order of its list, those who have left too.
        cells: Where pictures come from.
        coarse: Whether both halves of a cell have one colour.
    """
    places = sign_places(everyone)
    tiles = own_signs(tuple(student for student in everyone if not student.left), cells, coarse=coarse)
    pages = tuple(tuple(None if student is None else tiles[student.id] for student in page) for page in places.pages)
    return Signs(places.across, places.down, pages)


def own_signs(students: Sequence[Student], cells: StickerCells, *, coarse: bool = False) -> dict[str, SignTile]:
    """Give the sign of each student, by id; no two of them are the same.

    Args:
        students: The class.
        cells: Where pictures come from.
        coarse: Whether both halves of a cell have one colour.
    """
    twins = COARSE_TWINS if coarse else {}
    alike: dict[str, list[Student]] = {}
    for student in students:
        has_picture = student.emblem in emblems()
        alike.setdefault(
            twins.get(student.emblem, student.emblem) if has_picture else f" {_letters(student.name)[0]}", []
        ).append(student)
    return {
        student.id: SignTile(student.id, _picture(student, cells), letters, hue)
        for group in alike.values()
        for student, letters, hue in _told_apart(group)
    }


def picture_of(path: Path | None, cells: StickerCells) -> Drawn:
    """Give what draws a picture of a file, or nothing where there is none.

    Args:
        path: The file.
        cells: Where its pixels come from.
    """
    return nothing_drawn if path is None else partial(_drawn, path, cells)


def _picture(student: Student, cells: StickerCells) -> Drawn:
    return picture_of(emblems().get(student.emblem), cells)


def _drawn(path: Path, cells: StickerCells, side: int, _ink: Colour) -> Pixels:
    return cells.pixels(path, side)


def nothing_drawn(_side: int, _ink: Colour) -> None:
    """Draw nothing, where there is no picture."""


def _told_apart(group: Sequence[Student]) -> list[tuple[Student, str, int]]:
    """Give students whose pictures are the same with letters and a hue each; one alone with a picture needs neither."""
    if len(group) == 1 and group[0].emblem in emblems():
        return [(group[0], "", 0)]
    written = _shortest([student.name for student in group])
    return [(student, letters, at + 1) for at, (student, letters) in enumerate(zip(group, written, strict=True))]


def _shortest(names: Sequence[str]) -> list[str]:
    """Give the fewest letters by which names differ; where not even three do, their first letters and a number."""
    made: tuple[Callable[[str], str], ...] = (
        lambda name: _letters(name)[0],
        lambda name: "".join(_letters(name)[:2]),
        lambda name: "".join(_letters(word)[0] for word in name.split()[:2]),
        lambda name: "".join(_letters(name)[:_MOST_LETTERS]),
    )
    for make in made:
        written = [make(name) for name in names]
        if len(set(written)) == len(names):
            return written
    return [f"{_letters(name)[0]}{number}" for number, name in enumerate(names, 1)]


def _letters(name: str) -> tuple[str, ...]:
    """Give the letters of a name, the first one large; a smile where it has none."""
    found = letters_of("".join(char for char in name if char.isalpha()))[:_MOST_LETTERS]
    return (found[0].upper(), *found[1:]) if found else (_NO_LETTER,)
