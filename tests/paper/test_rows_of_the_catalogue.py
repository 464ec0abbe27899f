"""The rows of the catalogue: each says everything about its kind, and says it so that it can be used."""

import subprocess
import sys
from importlib import import_module
from inspect import signature

import pytest

from board.paper.catalogue import is_kind, kind_called, kinds
from board.paper.kind import Choice, PageKind, Purpose
from board.paper.papers import INKS, PAPERS, POSTERS


def test_no_two_kinds_are_called_alike_and_they_stand_by_purpose() -> None:
    names, purposes = [kind.name for kind in kinds()], [kind.purpose for kind in kinds()]
    assert len(set(names)) == len(names) > 10
    assert purposes == sorted(purposes, key=list(Purpose).index)
    assert set(purposes) == set(Purpose)
    assert [kind_called(name).name for name in names] == names
    assert not is_kind("banner")


@pytest.mark.parametrize("kind", kinds(), ids=lambda kind: kind.name)
def test_what_draws_a_kind_is_where_its_row_says(kind: PageKind) -> None:
    assert kind.drawer
    for drawer in filter(None, (kind.drawer, kind.list_drawer)):
        module, _, name = drawer.partition(":")
        draw = getattr(import_module(module), name)
        assert len(signature(draw).parameters) == 3
        assert draw.__doc__


@pytest.mark.parametrize("kind", kinds(), ids=lambda kind: kind.name)
def test_a_row_says_what_can_be_chosen_and_printed(kind: PageKind) -> None:
    assert kind.told.endswith(".")
    assert not kind.seen_by.endswith(".")
    assert kind.examples
    assert set(kind.papers) <= {*PAPERS, *POSTERS}
    assert set(kind.inks) <= set(INKS)
    assert bool(kind.seen_by_alias) == (Choice.ALIAS in kind.choices)
    assert not kind.on_labels or kind.counted
    assert kind.needs_units or Choice.UNIT not in kind.choices
    assert kind.needs_students or Choice.STUDENTS not in kind.choices


def test_choosing_what_to_print_loads_nothing_that_draws_it() -> None:
    rooms = "board.paper.catalogue, board.paper.desk, board.paper.making, board.paper.drawing, board.cli.paper"
    script = f"import sys, {rooms}; from board.paper.catalogue import kinds; kinds(); print(*sys.modules)"
    told = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, timeout=60).stdout
    names = set(told.split())
    assert "board.paper.drawing" in names
    assert not {name for name in names if name.partition(".")[0] in ("reportlab", "textual", "pypdfium2")}
    assert not {name for name in names if name.startswith("board.paper.drawers")}
