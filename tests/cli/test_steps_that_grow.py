"""Whatever a class file says of what grows from what, everything about the class can still be told and printed."""

from dataclasses import replace
from itertools import product
from pathlib import Path

import pytest

from board.mastery.curriculum import Unit
from board.mastery.facts import Kind
from board.mastery.revision import with_changed_step
from board.store.class_book import ClassBook
from board.store.documents.tables import UNITS, put
from board.store.draft import Draft
from builders import UNIT
from cli_driver import run

ODD = ("u/halves", "u/thirds", "gone/step", "no id [at] all", "u/pizza")


def grown(*roots: str) -> Unit:
    unit = UNIT
    for step, root in zip(UNIT.spots, roots, strict=False):
        unit = with_changed_step(unit, replace(step, grow_from=root))
    return unit


@pytest.mark.parametrize("roots", [*product(ODD[:4], ODD[:2])], ids="-".join)
def test_odd_roots_in_the_class_file_harm_nothing(book: ClassBook, tmp_path: Path, roots: tuple[str, ...]) -> None:
    book.edit(UNITS, put(grown(*roots)))
    book.record([Draft(Kind.MASTERED, "ava", "u/halves")], book.assessors[0].id)
    again = ClassBook(book.folder, "d9")
    assert [step.grow_from for step in again.units[0].spots][: len(roots)] == list(roots)
    for call in (
        ("show", "--json"),
        ("show", "--student", "ava"),
        ("record", "ava", "-o", tmp_path / "ava.zip"),
        ("print", "next-teacher", "-o", tmp_path / "ava.pdf", "--student", "ava"),
        ("check", book.folder),
    ):
        told = run(*call) if call[0] == "check" else run(*call, "-c", book.folder)
        assert (told.exit_code, "Traceback" in told.output) == (0, False), told.output
