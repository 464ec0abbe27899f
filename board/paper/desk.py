"""The desk a page is chosen at: what was chosen last, what is chosen now, and the order that comes of it."""

from dataclasses import replace
from datetime import date

from board.mastery.people import Student
from board.paper.catalogue import CATALOGUE, Choice, PageKind
from board.paper.memory import PrintMemory
from board.paper.order import Look, Order
from board.paper.printers import Printer, Printers
from board.paper.rows import GROUP, OWN_SHEET, USUAL_PAPER, Around, Row, Scene, rows_of
from board.paper.sheets import first_free, targets_of
from board.settings import SettingsFile
from board.store.book import Book
from printables.own_sheet import parse_own_sheet
from printables.stock import Stock, stock


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

    def __init__(self, book: Book, settings: SettingsFile, around: Around, today: date) -> None:
        self._book, self._around, self._today = book, around, today
        self._memory, self._printers = PrintMemory(settings), Printers(settings)
        last = self._memory.last_kind()
        self.kind = PageKind(last) if last in set(PageKind) else PageKind.QUILT
        self._usual_paper, self._usual_changed = self._memory.usual_paper(), False
        self._chosen: dict[PageKind, dict[str, str]] = {}

    @property
    def rows(self) -> tuple[Row, ...]:
        """What may be chosen for this kind, as it is chosen now."""
        return rows_of(self._scene._replace(free=self._free))

    @property
    def _free(self) -> int:
        """The first label that is free, for the stickers that are to be printed."""
        if Choice.LABEL not in CATALOGUE[self.kind].choices:
            return 1
        try:
            order = self._order(1)
        except ValueError:
            return 1
        assert order.label is not None
        return first_free(self._memory, self._book.key, order.label, targets_of(order))

    def choose(self, name: str, value: str) -> None:
        """Choose another value."""
        if name == USUAL_PAPER:
            self._usual_paper, self._usual_changed = value, True
            self._choices.pop("paper", None)
        else:
            self._choices[name] = value

    def forget_start(self) -> None:
        """Forget which label was chosen as the first: a sheet was made, and the next begins behind it."""
        self._choices.pop("start", None)

    def keep(self) -> None:
        """Remember what was chosen for the next time.

        What is about one child or step is forgotten, and so is another paper: it was in the printer for once. The paper of
        a label sheet of one's own belongs to its six numbers and stays with them.

        Raises:
            NotSaved: It can't be remembered.
        """
        if self._usual_changed:
            self._memory.keep_usual_paper(self._usual_paper)
        if "printer" in self._choices:
            self._printers.use(self._choice("printer"))
        own_sheet = self._choices.get("label") == OWN_SHEET
        passing = {"students", "step", "level", "again", "start", "sheet", *(() if own_sheet else ("paper",))}
        kept = {name: value for name, value in self._choices.items() if name not in passing}
        self._memory.keep_choices(str(self.kind), kept)

    @property
    def order(self) -> Order:
        """What was chosen, complete.

        Raises:
            ValueError: The six numbers of a label sheet are none.
            Refusal: The printer that was chosen is known no more.
        """
        start = self._choices.get("start", "")
        return self._order(int(start) if start.isdecimal() else self._free)

    def _order(self, start: int) -> Order:
        chosen, label = self._choice, self._label
        students, named = self._students
        steps = {step.id: step for unit in self._scene.about for step in unit.spots}
        spot = chosen("spot")
        return Order(
            self.kind,
            self._scene.about,
            self._book.name,
            students,
            self._book.progress,
            self._today,
            self._look if label is None else replace(self._look, paper=label.page),
            {one.id: one.name for one in self._book.assessors},
            self._book.everyone,
            named=named,
            by_alias=chosen("alias") == "alias",
            step=steps.get(chosen("step")),
            level=chosen("level"),
            language=chosen("language") or "en",
            spot_mm=stock(spot).spot_mm if spot else None,
            label=label,
            start=1 if label is None else max(1, min(start, label.count)),
            again=chosen("again") == "again",
        )

    @property
    def _choices(self) -> dict[str, str]:
        if self.kind not in self._chosen:
            self._chosen[self.kind] = self._memory.choices(str(self.kind))
        return self._chosen[self.kind]

    @property
    def _scene(self) -> Scene:
        return Scene(
            self.kind,
            self._book.students,
            self._book.units,
            self._around,
            self._printers,
            self._choices,
            usual_paper=self._usual_paper,
        )

    def _choice(self, name: str) -> str:
        return next((row.chosen for row in rows_of(self._scene) if row.name == name), "")

    @property
    def _students(self) -> tuple[tuple[Student, ...], bool]:
        """Of whom to print, and whether they were named."""
        everybody, chosen = tuple(self._book.students), self._choice("students")
        wanted = self._around.group if chosen == GROUP else (chosen,)
        named = tuple(student for student in everybody if student.id in wanted)
        return (named, True) if named else (everybody, False)

    @property
    def _label(self) -> Stock | None:
        if Choice.LABEL not in CATALOGUE[self.kind].choices:
            return None
        chosen = self._choice("label")
        if chosen == OWN_SHEET:
            return parse_own_sheet(self._choice("sheet_mm"), self._choice("paper"))
        return stock(chosen)

    @property
    def _look(self) -> Look:
        chosen, name = self._choice, self._choice("printer")
        needs = self._printers.called(name) if name else Printer()
        letters = chosen("letters")
        page = CATALOGUE[self.kind]
        return Look(
            chosen("paper") or page.paper_usually(self._usual_paper),
            chosen("sheet") or self._usual_paper,
            chosen("ink") or page.inks[0],
            "larger" in letters,
            "early" in letters,
            (needs.dx, needs.dy, needs.scale),
        )
