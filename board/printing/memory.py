"""What this computer remembers about printing: choices, the next free label, the sheet whose outcome is not told yet."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, TypeGuard

from board import settings
from board.errors import Refusal

_CHOICES, _LABELS, _SHEETS = "choices", "labels", "sheets"
_LAST, _LAST_KIND = "last", "kind"


@dataclass(frozen=True, slots=True)
class SheetMade:
    """A sheet of labels that was made; nobody has said yet whether it came out of the printer well.

    Attributes:
        made: The day, as ISO date.
        stock: Id of the label sheets it is for.
        start: Number of its first label on the first sheet, from 1.
        targets: Whose sticker for which step stands on it: ids of student and step, in the order of the labels.
        path: The file that was printed.
    """

    made: str
    stock: str
    start: int
    targets: tuple[tuple[str, str], ...]
    path: str


def print_choices(kind: str) -> dict[str, str]:
    """Give what was chosen when this kind of page was printed last, by the name of the option; empty the first time."""
    kept = settings.load().paper_table(_CHOICES).get(kind)
    if not isinstance(kept, dict):
        return {}
    return {name: chosen for name, chosen in kept.items() if isinstance(chosen, str)}


def last_print_kind() -> str:
    """Give the kind of page printed last, empty when none was."""
    kind = settings.load().paper_table(_LAST).get(_LAST_KIND)
    return kind if isinstance(kind, str) else ""


def keep_print_choices(kind: str, choices: Mapping[str, str]) -> None:
    """Keep what was chosen for a kind of page, and that this kind was printed last.

    Args:
        kind: Name of the kind.
        choices: What was chosen by the name of the option, in place of what was kept.

    Raises:
        NotSaved: It can't be kept.
    """
    settings.keep_paper((_CHOICES, kind, dict(choices)), (_LAST, _LAST_KIND, kind))


def next_label(stock: str) -> int:
    """Give the number of the first free label on the sheet of this stock that was begun, 1 for a new sheet.

    Args:
        stock: Id of the label sheets.
    """
    number = settings.load().paper_table(_LABELS).get(stock)
    return number if _is_label(number) else 1


def keep_next_label(stock: str, number: int) -> None:
    """Keep which label of a stock is the next free one.

    Args:
        stock: Id of the label sheets.
        number: Its number on the sheet, from 1.

    Raises:
        Refusal: There is no such label, or it can't be kept.
    """
    if not _is_label(number):
        raise Refusal("The labels of a sheet are counted from 1; write the number of the first free one.")
    settings.keep_paper((_LABELS, stock, number))


def keep_sheet(folder: Path, sheet: SheetMade) -> None:
    """Keep the sheet of a class whose outcome is to be asked for; it takes the place of an earlier one.

    Args:
        folder: The class folder.
        sheet: The sheet.

    Raises:
        NotSaved: It can't be kept.
    """
    kept = {
        "made": sheet.made,
        "stock": sheet.stock,
        "start": sheet.start,
        "targets": [list(target) for target in sheet.targets],
        "path": sheet.path,
    }
    settings.keep_paper((_SHEETS, _key(folder), kept))


def waiting_sheet(folder: Path) -> SheetMade | None:
    """Give the sheet of a class whose outcome was not told yet, None when there is none."""
    return _sheet_of(settings.load().paper_table(_SHEETS).get(_key(folder)))


def answer_sheet(folder: Path) -> None:
    """Forget the sheet of a class that waited: its outcome was told.

    Raises:
        NotSaved: It still waits.
    """
    settings.keep_paper((_SHEETS, _key(folder), None))


def _key(folder: Path) -> str:
    return str(folder.resolve())


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
