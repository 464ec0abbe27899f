"""What may be chosen before something is printed: one row each, for the kind that is to be printed."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from itertools import groupby
from typing import NamedTuple

from board.mastery.curriculum import Unit
from board.mastery.people import Student
from board.paper.kind import Choice, PageKind
from board.paper.papers import LANGUAGES, PAPERS, POSTERS, USUAL_LABEL, USUAL_PAPERS
from board.paper.printers import Printers
from board.paper.wanted import usual_printer
from printables.stock import Stock, stock, stocks
from printables.stock.own_sheet import parse_own_sheet

OWN_SHEET = "own"
"""Stands among the label sheets for one that is described by six numbers."""

USUAL_PAPER = "usual_paper"
"""Name of the one row that is about this computer and not about a kind."""

GROUP = "group"
"""Stands among the students for those who are chosen on the board."""

START = "start"
"""Name of the row of the first label, which is behind those that are used unless another is chosen."""

_PAPERS = {"letter": "Letter", "a4": "A4", "tabloid": "Tabloid", "a3": "A3", "poster2x2": "2 x 2", "poster3x3": "3 x 3"}
_INKS = {"colour": "colour", "saver": "ink saver", "blank": "blank, for real stickers"}
_LETTERS = {"": "usual", "larger": "larger", "early": "early readers", "early larger": "early readers, larger"}


class Row(NamedTuple):
    """One thing to choose.

    Attributes:
        name: What the choice is called in memory.
        label: What it is called on the screen.
        values: What may be chosen, each with the words that stand for it.
        chosen: The value that is chosen now.
    """

    name: str
    label: str
    values: tuple[tuple[str, str], ...]
    chosen: str

    @property
    def is_typed(self) -> bool:
        """Whether its value is typed, and not chosen among others."""
        return not self.values

    @property
    def at(self) -> int:
        """The place of the chosen value among all."""
        return next((at for at, (value, _) in enumerate(self.values) if value == self.chosen), 0)


class Around(NamedTuple):
    """What the teacher looked at when the desk was opened; everything by id.

    Attributes:
        unit: The unit on the board.
        student: The student under the cursor, or empty.
        step: The step under the cursor, or empty.
        group: The students who are chosen on the board, or the last small group.
    """

    unit: str
    student: str = ""
    step: str = ""
    group: tuple[str, ...] = ()


class Scene(NamedTuple):
    """What rows are made from.

    Attributes:
        kind: What is to be printed.
        students: The class.
        units: Its units.
        around: What the teacher looked at.
        printers: The printers that are known.
        chosen: What was chosen for this kind, by the name of the row.
        usual_paper: The paper this computer prints on unless another is chosen.
    """

    kind: PageKind
    students: Sequence[Student]
    units: Sequence[Unit]
    around: Around
    printers: Printers
    chosen: Mapping[str, str]
    usual_paper: str

    @property
    def usual_unit(self) -> str:
        """Id of the unit it is about unless another is chosen, empty for every unit."""
        return "" if self.kind.every_unit else self.around.unit

    @property
    def about(self) -> tuple[Unit, ...]:
        """The units it is about."""
        every = tuple(self.units)
        if Choice.UNIT not in self.kind.choices:
            return every
        wanted = self.chosen.get("unit", self.usual_unit)
        return tuple(unit for unit in every if unit.id == wanted) or every


def rows_of(scene: Scene) -> tuple[Row, ...]:
    """Give what may be chosen, as it is chosen now; where there is but one value there is nothing to choose."""
    choices = scene.kind.choices
    found = (each for choice, row in _ROWS if choice is None or choice in choices for each in row(scene))
    made = (_row(scene, *each) for each in found)
    return tuple(row for row in made if len(row.values) > 1 or row.is_typed)


def _row(scene: Scene, name: str, label: str, values: Sequence[tuple[str, str]], usual: str) -> Row:
    chosen, known = scene.chosen.get(name, usual), [value for value, _ in values]
    if known and chosen not in known:
        chosen = usual if usual in known else known[0]
    return Row(name, label, tuple(values), chosen)


_Found = tuple[str, str, Sequence[tuple[str, str]], str]
"""Name, label, values and usual value of a row."""


def _unit_row(scene: Scene) -> Iterator[_Found]:
    units = [(unit.id, unit.title) for unit in scene.units]
    every = [("", "every unit")] if scene.kind.every_unit else []
    yield "unit", "Unit", [*every, *units], scene.usual_unit


def _students_row(scene: Scene) -> Iterator[_Found]:
    around, students = scene.around, scene.students
    group = [one for one in students if one.id in around.group]
    values = [("", scene.kind.left_out.students)]
    if len(group) > 1:
        values.append((GROUP, f"the {len(group)} who are chosen"))
    first = [one for one in students if one.id == around.student]
    values += [(one.id, one.name) for one in (*first, *(one for one in students if one.id != around.student))]
    yield "students", "For", values, GROUP if len(group) > 1 and scene.kind.at_hand else ""


def _step_row(scene: Scene) -> Iterator[_Found]:
    steps = [step for unit in scene.about for step in unit.spots]
    usual = scene.around.step if scene.kind.at_hand else ""
    yield "step", "Step", [("", scene.kind.left_out.step), *((step.id, step.title) for step in steps)], usual


def _level_row(scene: Scene) -> Iterator[_Found]:
    levels = [level for unit in scene.about for level in unit.levels]
    yield "level", "Level", [("", "every level"), *((level.id, level.title) for level in levels)], ""


def _alias_row(_scene: Scene) -> Iterator[_Found]:
    yield "alias", "Rows show", [("", "names"), ("alias", "aliases, no names")], ""


def _language_row(_scene: Scene) -> Iterator[_Found]:
    yield "language", "Language", list(LANGUAGES.items()), "en"


def _label_rows(scene: Scene) -> Iterator[_Found]:
    yield "label", "Label sheet", [*_sheets(), (OWN_SHEET, "my own sheet")], USUAL_LABEL[scene.usual_paper]
    if scene.chosen.get("label") == OWN_SHEET:
        yield "sheet_mm", "In mm", [], ""
    count = _labels_on_a_sheet(scene)
    if count:
        yield START, "First label", [(str(at), f"{at} of {count}") for at in range(1, count + 1)], "1"


def _labels_on_a_sheet(scene: Scene) -> int:
    """Give how many labels the chosen sheet has; none while its numbers are not typed."""
    chosen = scene.chosen.get("label", USUAL_LABEL[scene.usual_paper])
    try:
        if chosen == OWN_SHEET:
            return parse_own_sheet(
                scene.chosen.get("sheet_mm", ""), scene.chosen.get("paper") or scene.usual_paper
            ).count
        return sheet_of(chosen).count
    except ValueError:
        return 0


def sheet_of(id_: str) -> Stock:
    """Give a label sheet by its id.

    Raises:
        ValueError: There is none.
    """
    known = next((one for one in stocks() if one.id == id_), None)
    return stock(id_) if known is None else known


def _spot_row(scene: Scene) -> Iterator[_Found]:
    yield "spot", "Spots", [("", scene.kind.usual_spot), *_widths()], ""


@cache
def _sheets() -> tuple[tuple[str, str], ...]:
    """Give the label sheets that are known, each with its words."""
    return tuple((one.id, f"{one.name.removeprefix('Online Labels ')} · {one.size_words}") for one in stocks())


@cache
def _widths() -> tuple[tuple[str, str], ...]:
    """Give the widths of round labels, each with its words, by a sheet that has them."""
    sizes = sorted((one for one in stocks() if one.round), key=lambda one: one.spot_mm)
    alike = [next(same) for _, same in groupby(sizes, key=lambda one: one.spot_mm)]
    return tuple((one.id, one.width_words) for one in alike)


def _again_row(_scene: Scene) -> Iterator[_Found]:
    yield "again", "Which", [("", "new since the last sheet"), ("again", "every earned sticker")], ""


def _paper_rows(scene: Scene) -> Iterator[_Found]:
    kind = scene.kind
    if kind.on_labels and scene.chosen.get("label") != OWN_SHEET:
        return
    yield "paper", "Paper", [(paper, _PAPERS[paper]) for paper in kind.papers], kind.paper_usually(scene.usual_paper)
    if scene.chosen.get("paper") in POSTERS:
        yield "sheet", "Sheets", [(paper, _PAPERS[paper]) for paper in PAPERS], scene.usual_paper


def _ink_row(scene: Scene) -> Iterator[_Found]:
    inks = scene.kind.inks
    yield "ink", "Ink", [(ink, _INKS[ink]) for ink in inks], inks[0]


def _letters_row(_scene: Scene) -> Iterator[_Found]:
    yield "letters", "Letters", list(_LETTERS.items()), ""


def _printer_row(scene: Scene) -> Iterator[_Found]:
    known = scene.printers.known()
    usual = usual_printer(scene.kind, scene.printers)
    yield "printer", "Printer", [("", "as it is"), *((name, name) for name in known)], usual


def _usual_paper_row(scene: Scene) -> Iterator[_Found]:
    yield USUAL_PAPER, "Usual paper", [(paper, _PAPERS[paper]) for paper in USUAL_PAPERS], scene.usual_paper


_ROWS: Sequence[tuple[Choice | None, Callable[[Scene], Iterator[_Found]]]] = (
    (Choice.UNIT, _unit_row),
    (Choice.STUDENTS, _students_row),
    (Choice.STEP, _step_row),
    (Choice.LEVEL, _level_row),
    (Choice.ALIAS, _alias_row),
    (Choice.AGAIN, _again_row),
    (Choice.LANGUAGE, _language_row),
    (Choice.LABEL, _label_rows),
    (Choice.SPOT, _spot_row),
    (None, _paper_rows),
    (None, _ink_row),
    (Choice.LETTERS, _letters_row),
    (Choice.PRINTER, _printer_row),
    (None, _usual_paper_row),
)
"""The rows in their order on the screen, each with the choice it stands for; None is there for every kind."""
