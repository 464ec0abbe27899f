"""What a seat remembers about printing: choices, the next free label, the sheets whose outcome is not told yet."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any, TypeGuard

from board.errors import Refusal
from board.paper.papers import USUAL_PAPERS
from board.paper.remembered import PaperSettings

_CHOICES, _LABELS, _SHEETS = "choices", "labels", "sheets"
_LAST, _LAST_KIND = "last", "kind"
_USUAL, _USUAL_PAPER = "usual", "paper"


@dataclass(frozen=True, slots=True)
class SheetMade:
    """A sheet of labels that was made; nobody has said yet whether it came out of the printer well.

    Attributes:
        made: The day, as ISO date.
        stock: Id of the label sheets it is for, empty for a glue sheet.
        start: Number of its first label on the first sheet, from 1.
        targets: Whose sticker for which step stands on it: ids of student and step, in the order of the labels.
        path: The file that was printed.
    """

    made: str
    stock: str
    start: int
    targets: tuple[tuple[str, str], ...]
    path: str

    @property
    def is_glue(self) -> bool:
        """Whether it is cut out of plain paper."""
        return not self.stock

    def is_made_anew_by(self, other: "SheetMade") -> bool:
        """Tell whether another sheet of its sort holds every sticker of this one."""
        return self.is_glue == other.is_glue and set(self.targets) <= set(other.targets)


class PrintMemory:
    """What a seat remembers about printing.

    Args:
        settings: Where it is kept.
    """

    def __init__(self, settings: PaperSettings) -> None:
        self._settings = settings

    def choices(self, kind: str) -> dict[str, str]:
        """Give what was chosen when this kind of page was printed last, by the name of the option; empty the first time."""
        kept = self._settings.load().paper_table(_CHOICES).get(kind)
        if not isinstance(kept, dict):
            return {}
        return {name: chosen for name, chosen in kept.items() if isinstance(chosen, str)}

    def last_kind(self) -> str:
        """Give the kind of page printed last, empty when none was."""
        kind = self._settings.load().paper_table(_LAST).get(_LAST_KIND)
        return kind if isinstance(kind, str) else ""

    def keep_choices(self, kind: str, choices: Mapping[str, str]) -> None:
        """Keep what was chosen for a kind of page, and that this kind was printed last.

        Args:
            kind: Name of the kind.
            choices: What was chosen by the name of the option, in place of what was kept.

        Raises:
            NotSaved: It can't be kept.
        """
        self._settings.keep_paper((_CHOICES, kind, dict(choices)), (_LAST, _LAST_KIND, kind))

    def usual_paper(self) -> str:
        """Give the paper this computer prints on unless another is chosen for once, one of `USUAL_PAPERS`."""
        paper = self._settings.load().paper_table(_USUAL).get(_USUAL_PAPER)
        return paper if paper in USUAL_PAPERS else USUAL_PAPERS[0]

    def keep_usual_paper(self, paper: str) -> None:
        """Keep which paper is the usual one on this computer.

        Args:
            paper: One of `USUAL_PAPERS`.

        Raises:
            NotSaved: It can't be kept.
        """
        self._settings.keep_paper((_USUAL, _USUAL_PAPER, paper))

    def next_label(self, stock: str) -> int:
        """Give the number of the first free label on the sheet of this stock that was begun, 1 for a new sheet.

        Args:
            stock: Id of the label sheets.
        """
        number = self._settings.load().paper_table(_LABELS).get(stock)
        return number if _is_label(number) else 1

    def keep_next_label(self, stock: str, number: int) -> None:
        """Keep which label of a stock is the next free one.

        Args:
            stock: Id of the label sheets.
            number: Its number on the sheet, from 1.

        Raises:
            Refusal: There is no such label, or it can't be kept.
        """
        if not _is_label(number):
            raise Refusal("The labels of a sheet are counted from 1; write the number of the first free one.")
        self._settings.keep_paper((_LABELS, stock, number))

    def keep_sheet(self, key: str, sheet: SheetMade) -> None:
        """Keep a sheet of a class whose outcome is to be asked for.

        An earlier one of its sort whose stickers all stand on this one was made anew, and is asked for no more.

        Args:
            key: What the class is known by.
            sheet: The sheet.

        Raises:
            NotSaved: It can't be kept.
        """
        others = [other for other in self.waiting_sheets(key) if not other.is_made_anew_by(sheet)]
        self._keep_sheets(key, [*others, sheet])

    def ask_again(self, key: str, sheets: Collection[SheetMade]) -> None:
        """Let sheets wait for an answer again, before those that wait.

        Raises:
            NotSaved: It can't be kept.
        """
        self._keep_sheets(key, [*sheets, *(other for other in self.waiting_sheets(key) if other not in sheets)])

    def waiting_sheets(self, key: str) -> tuple[SheetMade, ...]:
        """Give the sheets of a class whose outcome was not told yet, the oldest first."""
        kept = self._settings.load().paper_table(_SHEETS).get(key)
        found = [_sheet_of(each) for each in kept] if isinstance(kept, list) else []
        return tuple(sheet for sheet in found if sheet is not None)

    def answer_sheets(self, key: str, answered: Collection[SheetMade]) -> None:
        """Forget sheets of a class that waited: their outcome was told.

        Raises:
            NotSaved: They still wait.
        """
        self._keep_sheets(key, [sheet for sheet in self.waiting_sheets(key) if sheet not in answered])

    def _keep_sheets(self, key: str, sheets: Sequence[SheetMade]) -> None:
        kept = [{**asdict(sheet), "targets": [list(target) for target in sheet.targets]} for sheet in sheets]
        self._settings.keep_paper((_SHEETS, key, kept or None))


def _is_label(number: Any) -> TypeGuard[int]:
    return type(number) is int and number >= 1


def _sheet_of(kept: Any) -> SheetMade | None:
    """Give the sheet that was kept, None when it is damaged."""
    try:
        date.fromisoformat(kept["made"])
        targets = tuple((student, step) for student, step in kept["targets"])
        sheet = SheetMade(kept["made"], kept["stock"], kept["start"], targets, kept["path"])
    except (TypeError, KeyError, ValueError):
        return None
    texts = (sheet.stock, sheet.path, *(id_ for target in targets for id_ in target))
    return sheet if _is_label(sheet.start) and all(isinstance(text, str) for text in texts) else None
