"""What is remembered at a seat, in a file that anything may have happened to."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as tries
from hypothesis import strategies as st

from board.seat.settings import Place, SettingsFile

KEPT: dict[str, Any] = {
    "device": "d9",
    "last_class": "/c",
    "theme": "board-light",
    "places": {"/c": {"unit": "u", "student": "ava", "step": "u/a", "zoom": 1, "group": ["ava"], "marking": "oka"}},
    "paper": {"usual": {"paper": "a4"}},
    "signs": "plain",
}
ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)
NAMES = st.sampled_from(sorted(KEPT))
careful = tries(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150)


def kept_as(home: Path, what: object) -> SettingsFile:
    (home / "settings.json").write_text(json.dumps(what))
    return SettingsFile(home)


def test_everything_is_read_as_it_was_kept(tmp_path: Path) -> None:
    known = kept_as(tmp_path, KEPT).load()
    assert (known.device, known.last_class, known.theme, known.signs) == ("d9", "/c", "board-light", "plain")
    assert known.places == {"/c": Place("u", "ava", "u/a", 1, ("ava",), "oka")}
    assert known.paper_table("usual") == {"paper": "a4"}


@careful
@given(NAMES.filter(lambda name: name != "device"), ANYTHING)
def test_a_damaged_part_costs_nothing_but_itself(tmp_path: Path, name: str, damage: object) -> None:
    known = kept_as(tmp_path, KEPT | {name: damage}).load()
    whole = kept_as(tmp_path, KEPT).load()
    assert [part for part, other in zip(known, whole, strict=True) if part != other] in ([], [getattr(known, name)])
    file = SettingsFile(tmp_path)
    file.remember_theme("x")
    assert file.load().device == "d9"


@careful
@given(st.text(min_size=1, max_size=5), ANYTHING)
def test_what_a_newer_board_keeps_does_not_cost_the_older_one_its_device(
    tmp_path: Path, name: str, value: object
) -> None:
    newer = {**KEPT, "places": {"/c": {name: value, **KEPT["places"]["/c"]}}, **({} if name in KEPT else {name: value})}
    assert kept_as(tmp_path, newer).load() == kept_as(tmp_path, KEPT).load()


@pytest.mark.parametrize("what", [None, 7, [], {}, {"device": ""}, {"device": 7}, "d9"])
def test_a_file_that_names_no_device_counts_as_none(tmp_path: Path, what: object) -> None:
    known = kept_as(tmp_path, what).load()
    assert known.device
    assert SettingsFile(tmp_path).load() == known


def test_a_file_too_deep_to_be_read_counts_as_none(tmp_path: Path) -> None:
    (tmp_path / "settings.json").write_text("[" * 100_000)
    assert SettingsFile(tmp_path).load().device
