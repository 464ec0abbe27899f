"""A small class in which everything stands once: every field of every document, every kind of fact, a picture, a draft."""

import json
from contextlib import closing
from pathlib import Path
from typing import Any

from board.cli.context import seat_here
from board.mastery.curriculum import Level, Step, Unit
from board.mastery.curriculum import Path as LevelPath
from board.mastery.facts import ALONE, STEERING, Fact, How, Kind
from board.mastery.people import Assessor, Student
from board.seat.settings import Place
from board.store.class_book import ClassBook
from board.store.documents.tables import ABOUT, ASSESSORS, STUDENTS, UNITS, put

_NUMBERS = Unit(
    "numbers",
    "Numbers",
    (
        Level(
            "numbers/one",
            "Level one",
            (
                Step(
                    "numbers/count",
                    "Count",
                    "I can count.",
                    criteria=("To 20",),
                    ways=("Aloud",),
                    standards=("1.NBT.A.1",),
                    subjects=("Maths",),
                    badge="kite",
                    version=2,
                ),
                Step("numbers/add", "Add", "I can add.", needs=("numbers/count",)),
            ),
            1,
            frozenset(("numbers/count",)),
            Step("numbers/shop", "Shop", "I can run a shop."),
        ),
        Level("numbers/two", "Level two", (Step("numbers/tens", "Tens", "I can count tens."),)),
    ),
    ("Maths",),
    LevelPath.OPEN,
    (Step("numbers/old", "Old", "I can do an old thing."),),
)
_MORE = Unit("more", "More", (Level("more/one", "More one", (_NUMBERS.spots[0],)),))
_STUDENTS = (
    Student("ava", "Ava B.", "Comet", "fox", "2", "1001", also=("ava-2",)),
    Student("ben", "Ben C."),
    Student("cam", "Cam D.", left=True),
)
_PICTURE = "0" * 32
_TOLD: dict[Kind, dict[str, Any]] = {
    Kind.PICTURE_ADDED: {"evidence": (_PICTURE,), "origin": "file"},
    Kind.PICTURE_CUT: {"cut": "round 100 100 900 900"},
}
_ADULTS = (Assessor("rivera", "Ms. Rivera"), Assessor("okoro", "Mr. Okoro"))


def make(folder: Path) -> None:
    """Make the class, and settings at this seat that know it.

    Args:
        folder: The class folder, which does not exist yet.
    """
    device = seat_here().settings.load().device
    ClassBook.create(folder, "Room 12", device, "Ms. Rivera").close()
    with closing(ClassBook(folder, device)) as book:
        book.edit(ABOUT, lambda about: about._replace(looks_first=False))
        book.edit(STUDENTS, lambda _: _STUDENTS)
        book.edit(ASSESSORS, lambda _: _ADULTS)
        for unit in (_NUMBERS, _MORE):
            book.edit(UNITS, put(unit))
        book.keep(_facts(device, "a", 1))
    with closing(ClassBook(folder, "other")) as book:
        book.keep(_facts("other", "b", len(Kind) + 2)[:3])
    key = str(folder.resolve())
    settings = seat_here().settings
    settings.remember(key, Place("numbers", "ava", "numbers/count", 1, ("ava", "ben"), "rivera"), "")
    settings.keep_paper(("printers", "Office", {"dx": 1.0, "dy": -1.0, "scale": 1.01}), ("usual", "paper", "a4"))


def _facts(device: str, letter: str, first: int) -> tuple[Fact, ...]:
    """Give a fact of each kind, the first of them with all its fields; all of them can be seen somewhere."""
    kinds = [*(kind for kind in Kind if kind is not Kind.ERASED), Kind.PICTURE_ACCEPTED]
    at, by = "2026-11-02T09:00:00+00:00", "rivera"
    who, step = ("ava", "numbers/count") if letter == "a" else ("ben", "numbers/add")
    whole = Fact(f"{letter}0", first, device, at, by, Kind.MASTERED, who, step, None, 2, How.TESTED_OUT)
    whole = whole._replace(way="Aloud", level_of_support="alone", tries=2, note="Counted sheep", showing="s1")
    added = f"{letter}{1 + kinds.index(Kind.PICTURE_ADDED)}"
    facts = [whole]
    for number, kind in enumerate(kinds, 1):
        of_picture = kind.startswith("picture_")
        at_home = of_picture or kind in STEERING
        fact = whole._replace(
            id=f"{letter}{number}",
            seq=first + number,
            kind=kind,
            student=who if at_home else ("ava", "ben")[number % 2],
            step=step if at_home else ("numbers/add", "numbers/tens", "numbers/shop")[number % 3],
            of=added if of_picture and kind is not Kind.PICTURE_ADDED else whole.id if kind in STEERING else None,
            note=f"Word {number}",
        )
        fact = fact._replace(**_TOLD.get(kind, {}))
        facts.append(fact._replace(step=None) if kind in ALONE else fact)
    return tuple(facts)


def files_of(folder: Path, home: Path) -> dict[str, Path]:
    """Give the files that are changed, by what they are called; the own ledger is `own.jsonl` whatever the device's id is.

    Args:
        folder: The class folder.
        home: The folder of the seat.
    """
    device = json.loads((home / "settings.json").read_bytes())["device"]
    return {
        "class.json": folder / "class.json",
        "own.jsonl": folder / "ledger" / f"{device}.jsonl",
        "other.jsonl": folder / "ledger" / "other.jsonl",
        "settings.json": home / "settings.json",
    }
