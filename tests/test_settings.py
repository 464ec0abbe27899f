"""What is remembered at a seat, in a file that anything may have happened to."""

import json
from concurrent.futures import ThreadPoolExecutor
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


@pytest.mark.parametrize("damage", [None, "", "{", "[" * 100_000, "[]", '{"device": 7}', '{"device": "../x"}', "\0"])
def test_a_lost_or_damaged_file_keeps_the_device(tmp_path: Path, damage: str | None) -> None:
    device = SettingsFile(tmp_path).load().device
    path = tmp_path / "settings.json"
    if damage is None:
        path.unlink()
    else:
        path.write_text(damage)
    assert SettingsFile(tmp_path).load().device == device
    assert json.loads(path.read_bytes())["device"] == device


def test_the_device_of_an_older_board_is_kept_a_second_time(tmp_path: Path) -> None:
    assert kept_as(tmp_path, KEPT).load().device == "d9"
    (tmp_path / "settings.json").unlink()
    assert SettingsFile(tmp_path).load().device == "d9"


@pytest.mark.parametrize("damage", [b"", b"../x", b"\xff", b"d" * 5000, b"a\nb"])
def test_both_files_damaged_make_a_new_device(tmp_path: Path, damage: bytes) -> None:
    (tmp_path / "device").write_bytes(damage)
    device = SettingsFile(tmp_path).load().device
    assert len(device) == 12
    assert SettingsFile(tmp_path).load().device == device


def test_boards_that_start_at_once_agree_on_one_device(tmp_path: Path) -> None:
    with ThreadPoolExecutor(8) as boards:
        devices = set(boards.map(lambda _: SettingsFile(tmp_path).load().device, range(32)))
    assert devices == {SettingsFile(tmp_path).load().device}
    assert (tmp_path / "device").read_text() in devices


WRONG: dict[str, Any] = {
    **KEPT,
    "theme": ["newer"],
    "signs": 7,
    "newer": {"a": 1},
    "places": {
        "/a": 7,
        "/c": {**KEPT["places"]["/c"], "zoom": "far", "newer": [1]},
        "/bytes\udcff": {**KEPT["places"]["/c"], "group": [7]},
    },
    "paper": {"usual": [], "choices": {"cards": {"paper": 7}}, "newer": 8},
}


def test_what_is_wrong_or_of_a_newer_board_stays_in_the_file_until_it_is_chosen_anew(tmp_path: Path) -> None:
    file = kept_as(tmp_path, WRONG)
    assert file.load().places["/bytes\udcff"] == Place("u", "ava", "u/a", 1, (), "oka")
    file.remember("/d", Place("v"))
    added: dict[str, Any] = {"unit": "v", "student": "", "step": "", "zoom": None, "group": [], "marking": ""}
    wished = {**WRONG, "last_class": "/d", "former": [], "locked": "", "places": {**WRONG["places"], "/d": added}}
    assert json.loads((tmp_path / "settings.json").read_bytes()) == wished
    file.keep_paper(("labels", "L7160", 4))
    assert json.loads((tmp_path / "settings.json").read_bytes())["paper"] == WRONG["paper"] | {"labels": {"L7160": 4}}
    file.remember_theme("board-light")
    assert json.loads((tmp_path / "settings.json").read_bytes())["theme"] == "board-light"


def test_the_place_that_was_left_last_stands_last(tmp_path: Path) -> None:
    file = SettingsFile(tmp_path)
    for key in ("/a", "/b", "/a"):
        file.remember(key, Place("u"))
    assert list(file.load().places) == ["/b", "/a"]


@pytest.mark.parametrize("key", ["x" * 256, "/" * 5000, "/a/" + "b/" * 3000])
def test_a_key_no_folder_can_have_counts_as_none(tmp_path: Path, key: str) -> None:
    known = kept_as(tmp_path, {**KEPT, "last_class": key, "places": {key: {}}}).load()
    assert (known.last_class, known.places) == ("", {})
