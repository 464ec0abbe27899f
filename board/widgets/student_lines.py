"""What the list of students says: its title, its columns, and everything about the child under the cursor."""

from collections.abc import Sequence

from rich.cells import cell_len
from textual.content import Content

from board.counting import counted
from board.mastery.people import Student
from board.mastery.roll import USUAL_PATIENCE, Roll
from board.widgets.grid_plan import shortened
from board.words.roll import PATIENCE, doubts_about_name

_ALIAS, _SIGN, _GRADE, _PHOTOS = 15, 13, 7, 7
HEADS = ("Name", "Alias", "Sign", "Grade", "Photos")
_NAME, _NAME_AT_MOST = 16, 32
"""Cells of the columns; the name has what is left between its two."""

_JOINED_WITH_ONE = "Joined with 1 double, whose marks count here; p parts them."
_JOINED_WITH_MANY = "Joined with {count} doubles, whose marks count here; p parts them."


def title_of(here: int, gone: int) -> str:
    """Say how many are in the class, and how many have left."""
    if not gone:
        return f"Students: {here} in the class"
    one, many = "Students: {here} in the class, 1 has left", "Students: {here} in the class, {count} have left"
    return counted(one, many, gone, here=here)


def row_of(student: Student, width: int, *, chosen: bool) -> Content:
    """Give a child's line, with a sign before it where the child is chosen."""
    sign = Content.styled("✓ ", "bold $accent") if chosen else Content()
    return sign.append(line_of(width - sign.cell_length, _cells(student)))


def _cells(student: Student) -> Sequence[str]:
    """Give what stands in a child's line of the list."""
    photos = "yes" if student.photos else "no"
    return student.name, student.alias, student.emblem.replace("-", " "), student.grade, photos


def line_of(width: int, cells: Sequence[str]) -> str:
    """Give a line of the list: the columns that have room, the name and the photos always."""
    *parts, photos = zip(cells[1:], (_ALIAS, _SIGN, _GRADE, _PHOTOS), strict=True)
    while parts and width - sum(wide for _, wide in (*parts, photos)) < _NAME:
        parts.pop()
    parts.append(photos)
    name = min(_NAME_AT_MOST, width - sum(wide for _, wide in parts))
    return "".join(_filled(text, wide) for text, wide in ((cells[0], name), *parts))


def _filled(text: str, cells: int) -> str:
    """Give a text in a column, with a cell of air at its end."""
    cut = shortened(text, max(1, cells - 1))
    return cut + " " * (cells - cell_len(cut))


def about_child(student: Student, everyone: Roll) -> Content:
    """Say everything about one child."""
    facts = [
        ("Alias", student.alias),
        ("Grade", student.grade),
        ("Sign", student.emblem.replace("-", " ")),
        ("School id", student.number),
        ("Photos", "allowed" if student.photos else "not allowed"),
        ("The kiosk", PATIENCE.get(student.patience, "") if student.patience != USUAL_PATIENCE else ""),
    ]
    lines = [Content.styled(student.name, "bold"), Content()]
    lines += [Content.assemble((f"{name:<11}", "$foreground 70%"), text) for name, text in facts if text]
    notes = ["Has left the class; every mark is kept."] if student.left else []
    if student.also:
        notes.append(counted(_JOINED_WITH_ONE, _JOINED_WITH_MANY, len(student.also)))
    lines += [line for note in notes for line in (Content(), Content(note))]
    doubts = doubts_about_name(everyone, student.name, student.alias, student.id)
    lines += [line for doubt in doubts for line in (Content(), Content.styled(doubt, "$accent"))]
    return Content("\n").join(lines)
