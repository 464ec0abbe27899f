"""A child to erase, every trace it may leave, and how to look for them."""

import json
from collections.abc import Iterator
from pathlib import Path

from board.disk import Disk
from board.mastery.facts import Fact, Kind
from board.mastery.people import Student
from board.mastery.plan import Plan
from board.store.class_book import ClassBook

PLAN = Plan(shows_best=("hums the tune",), supports=("purple earmuffs",))
AVA = Student("ava", "Zöe \\ Quill", alias="Comét 🦊", emblem="fox", grade="3x", number="N-4711", plan=PLAN)
BEN = Student("ben", "Ben C.", alias="Rocket")
DOUBLE = Student("zoe2", "Zoë Quillfeather")
WORDS = (
    "Zöe \\ Quill",
    "Comét 🦊",
    "N-4711",
    "Zoë Quillfeather",
    "waxwing\nsong",
    "built a nest",
    "with a helper",
    "double trouble",
    "points at the nest",
    "my nest sings",
    "hums the tune",
    "purple earmuffs",
)
PICTURE = b"\x89PNG the picture of the nest"
AT = "2026-01-05T09:00:00+00:00"


def full_fact(id_: str, student: str, note: str, *, device: str = "d1", seq: int = 1) -> Fact:
    return Fact(
        id_,
        seq,
        device,
        AT,
        "t",
        Kind.KEEP_WORKING,
        student,
        "u/halves",
        way="built a nest",
        level_of_support="with a helper",
        note=note,
        evidence=("pic1",) if student == "ava" else ("pic2",),
        seen=("points at the nest",) if student == "ava" else (),
        caption="my nest sings" if student == "ava" else None,
    )


def forms(text: str) -> Iterator[bytes]:
    """A text as it may stand in a file, in any encoding a program of this century writes."""
    for form in (text, json.dumps(text)[1:-1], json.dumps(text, ensure_ascii=False)[1:-1]):
        yield from (form.encode(coding) for coding in ("utf-8", "utf-16-le", "utf-16-be"))
        yield form.upper().encode()


def traces(folder: Path) -> list[str]:
    """Which files hold which words of the child."""
    found = []
    for path in sorted(folder.rglob("*")):
        data = (path.read_bytes() if path.is_file() else b"") + str(path.relative_to(folder)).encode()
        found += [
            f"{path.relative_to(folder)}: {word}"
            for word in WORDS
            for form in forms(word)
            if form in data and not _is_bens(word, data)
        ]
        found += [f"{path.relative_to(folder)}: picture"] if PICTURE in data else []
    return found


def _is_bens(word: str, data: bytes) -> bool:
    """Ben's fact has the same way and support: these may stand in his line, and in no other."""
    if word not in ("built a nest", "with a helper"):
        return False
    return all(b'"student":"ben"' in line for line in data.splitlines() if word.encode() in line)


def erase(folder: Path, device: str = "d1", disk: Disk | None = None) -> tuple[str, ...]:
    book = ClassBook(folder, device, disk or Disk())
    try:
        return book.erase(next(student for student in book.everyone if student.id == "ava"), book.assessors[0].id)
    finally:
        book.close()


def contents(folder: Path) -> dict[str, tuple[bytes, int]]:
    return {
        str(path): (path.read_bytes(), path.stat().st_mtime_ns)
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.suffix != ".lock"
    }
