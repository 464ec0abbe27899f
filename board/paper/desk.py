"""The desk a page is chosen at: what was chosen last, what is chosen now, and the order that comes of it."""

from datetime import date
from typing import NamedTuple

from board.errors import Refusal
from board.mastery.curriculum import spots_by_id
from board.paper.catalogue import is_kind, kind_called, kinds
from board.paper.memory import PrintMemory
from board.paper.order import Order
from board.paper.printers import Printers
from board.paper.remembered import AsRead, PaperSettings
from board.paper.rows import GROUP, OWN_SHEET, START, USUAL_PAPER, Around, Row, Scene, rows_of, sheet_of
from board.paper.wanted import Wanted, order_of
from board.store.book import Book
from printables.stock import Stock
from printables.stock.own_sheet import parse_own_sheet

_PASSING = ("students", "step", "level", "again", START, "sheet")
"""What is chosen for once: it is about one child or step, or lay in the printer for once."""


class Chosen(NamedTuple):
    """What is chosen at one moment.

    Attributes:
        rows: What may be chosen, as it is chosen.
        order: The order that comes of it, None when it can't be printed so.
        problem: Why it can't, else empty.
    """

    rows: tuple[Row, ...]
    order: Order | None
    problem: str = ""


class PrintDesk:
    """Chooses what to print.

    Args:
        book: The open class.
        settings: Where it is remembered what was chosen.
        around: What the teacher looked at.
        today: The teacher's own day.

    Attributes:
        kind: What is to be printed.
    """

    def __init__(self, book: Book, settings: PaperSettings, around: Around, today: date) -> None:
        self._book, self._settings, self._around, self._today = book, settings, around, today
        memory = PrintMemory(AsRead(settings))
        last = memory.last_kind()
        self.kind = kind_called(last) if is_kind(last) else kinds()[0]
        self._usual_paper, self._usual_changed = memory.usual_paper(), False
        self._chosen: dict[str, dict[str, str]] = {}

    def choose(self, name: str, value: str) -> None:
        """Choose another value."""
        if name == USUAL_PAPER:
            self._usual_paper, self._usual_changed = value, True
            self._choices.pop("paper", None)
        else:
            self._choices[name] = value

    def forget_start(self) -> None:
        """Forget which label was chosen as the first: a sheet was made, and the next begins behind it."""
        self._choices.pop(START, None)

    def keep(self) -> None:
        """Remember what was chosen for the next time, but for what is chosen for once.

        So is another paper. That of a label sheet of one's own belongs to its six numbers and stays with them.

        Raises:
            NotSaved: It can't be remembered.
        """
        memory = PrintMemory(self._settings)
        if self._usual_changed:
            memory.keep_usual_paper(self._usual_paper)
        if "printer" in self._choices:
            Printers(self._settings).use(_values(self.now().rows).get("printer", ""))
        passing = _PASSING if self._choices.get("label") == OWN_SHEET else (*_PASSING, "paper")
        memory.keep_choices(
            self.kind.name, {name: value for name, value in self._choices.items() if name not in passing}
        )

    def now(self) -> Chosen:
        """Give what may be chosen, what is chosen, and the order of it; settings are read once for all of these."""
        settings = AsRead(self._settings)
        scene = Scene(
            self.kind,
            self._book.students,
            self._book.units,
            self._around,
            Printers(settings),
            self._choices,
            self._usual_paper,
        )
        rows = rows_of(scene)
        try:
            order = order_of(self._wanted(scene, _values(rows)), self._book, settings)
        except (Refusal, ValueError) as problem:
            return Chosen(rows, None, str(problem))
        first = str(order.start)
        return Chosen(tuple(row._replace(chosen=first) if row.name == START else row for row in rows), order)

    def _wanted(self, scene: Scene, chosen: dict[str, str]) -> Wanted:
        steps = spots_by_id(scene.about)
        letters, spot, start = chosen.get("letters", ""), chosen.get("spot"), chosen.get(START)
        return Wanted(
            kind=self.kind,
            units=scene.about,
            made=self._today,
            students=self._students(chosen.get("students", "")),
            step=steps.get(chosen.get("step", "")),
            level=chosen.get("level", ""),
            paper=chosen.get("paper") or self.kind.paper_usually(self._usual_paper),
            sheet=chosen.get("sheet") or self._usual_paper,
            ink=chosen.get("ink", ""),
            larger="larger" in letters,
            early="early" in letters,
            printer=chosen.get("printer", ""),
            by_alias=chosen.get("alias") == "alias",
            language=chosen.get("language") or "en",
            spot_mm=sheet_of(spot).spot_mm if spot else None,
            label=self._label(chosen),
            start=int(start) if start is not None and start == self._choices.get(START) else None,
            again=chosen.get("again") == "again",
        )

    def _students(self, chosen: str) -> frozenset[str]:
        """Give the ids of the students who are chosen among those of the class, none for the class."""
        wanted = self._around.group if chosen == GROUP else (chosen,)
        return frozenset(student.id for student in self._book.students if student.id in wanted)

    def _label(self, chosen: dict[str, str]) -> Stock | None:
        if not self.kind.on_labels:
            return None
        if chosen["label"] == OWN_SHEET:
            return parse_own_sheet(chosen.get("sheet_mm", ""), chosen.get("paper", ""))
        return sheet_of(chosen["label"])

    @property
    def _choices(self) -> dict[str, str]:
        if self.kind.name not in self._chosen:
            self._chosen[self.kind.name] = PrintMemory(self._settings).choices(self.kind.name)
        return self._chosen[self.kind.name]


def _values(rows: tuple[Row, ...]) -> dict[str, str]:
    return {row.name: row.chosen for row in rows}
