"""One thing changed in a file of a class: the board lives and says what is wrong; and the judge sees what it shall see."""

import asyncio
import json
from pathlib import Path

import pytest

from board.cli import show, upkeep
from board.errors import Refusal
from scripts.mutations import trials
from scripts.mutations.changes import Change, changed, changes_of
from scripts.mutations.lots import drawn
from scripts.mutations.trials import Bench, Fault
from scripts.mutations.verdicts import lost_by_saving

SEED, CHANGES, WHOLE = 5, 100, 50
NAMELESS = Change("class.json", 0, ("students", "ava", "name"), "null")


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Bench:
    return Bench(tmp_path_factory.mktemp("mutations"))


def test_whatever_is_changed_the_board_lives_and_says_what_is_lost_and_keeps_it(bench: Bench) -> None:
    changes = drawn(bench, SEED, CHANGES)
    assert {change.file for change in changes} == set(bench.files)
    found = [
        f"{each.fault.value} | {change.id} | {each.what}"
        for number, change in enumerate(changes)
        for each in bench.tried(change, whole=number % WHOLE == 0)
    ]
    assert not found, "\n".join(found)


def faults(bench: Bench, change: Change = NAMELESS) -> set[Fault]:
    return {found.fault for found in bench.tried(change, whole=False)}


def test_a_check_that_says_nothing_is_found_out(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    assert not faults(bench)
    monkeypatch.setattr(upkeep, "problems", lambda *_: [])
    assert faults(bench) == {Fault.UNSAID}


def test_a_check_that_names_only_the_table_is_found_out(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(upkeep, "problems", lambda *_: ["One of the students in class.json is left out."])
    assert faults(bench) == {Fault.UNSAID}


def test_a_class_that_is_shut_for_one_record_is_found_out(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> str:
        raise Refusal("No.")

    monkeypatch.setattr(show, "class_text", refuse)
    assert faults(bench) == {Fault.SHUT}


def test_a_crash_is_found_out(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(show, "class_text", lambda *_: 1 / 0)
    assert faults(bench) == {Fault.CRASH}


def test_a_call_without_an_end_is_found_out(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    def without_an_end(*_: object) -> str:
        while True:
            pass

    monkeypatch.setattr(show, "class_text", without_an_end)
    monkeypatch.setattr(trials, "SECONDS", 1)
    assert Fault.HANG in faults(bench)


def test_an_end_that_comes_only_since_a_task_swallowed_the_bell_is_found_out(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def busy() -> None:
        while True:
            pass

    async def waiting() -> None:
        await asyncio.gather(busy(), return_exceptions=True)

    monkeypatch.setattr(show, "class_text", lambda *_: asyncio.run(waiting()) or "")
    monkeypatch.setattr(trials, "SECONDS", 1)
    assert faults(bench) == {Fault.HANG}


def test_a_save_that_drops_what_was_set_aside_is_found_out() -> None:
    before = json.dumps({"students": {"ava": {"name": None}, "ben": {"name": "Ben"}}}).encode()
    whole = before.replace(b"null", b'"Ava"')
    after = json.dumps({"students": {"ben": {"name": "Ben"}}}).encode()
    moved = json.dumps({"students": {"ben": {"name": "Ben"}}, "aside": [{"name": None}]}).encode()
    assert list(lost_by_saving(whole, before, NAMELESS, after))
    assert not list(lost_by_saving(whole, before, NAMELESS, before))
    assert not list(lost_by_saving(whole, before, NAMELESS, moved))


def test_each_change_changes_one_thing_and_has_a_name_of_its_own() -> None:
    document = {"students": {"ava": {"name": "Ava", "also": ["x", "y"]}}}
    data = json.dumps(document).encode()
    changes = list(changes_of("class.json", data))
    assert len({change.id for change in changes}) == len(changes) > 100
    by_id = {change.id: changed(data, change) for change in changes}
    nameless = json.loads(by_id["class.json:0:students/ava/name=null"])
    assert nameless == {"students": {"ava": {"name": None, "also": ["x", "y"]}}}
    assert by_id["class.json:0:students/ava=beside-itself"].count(b'"Ava"') == 2
    assert b'"name":null,"name":"Ava"' in by_id["class.json:0:students/ava/name=key-twice"]
    assert json.loads(by_id["class.json:0:students/ava/also/1=removed"])["students"]["ava"]["also"] == ["x"]
    assert all(text != data for text in by_id.values())


def test_lines_are_changed_alone(tmp_path: Path) -> None:
    data = b'{"id":"a"}\n{"id":"b"}\n'
    by_id = {change.id: changed(data, change) for change in changes_of("own.jsonl", data)}
    assert by_id["own.jsonl:2:=twice"] == data + b'{"id":"b"}\n'
    assert by_id["own.jsonl:1:=joined-with-next"] == b'{"id":"a"}{"id":"b"}\n'
    assert by_id["own.jsonl:2:id=true"] == b'{"id":"a"}\n{"id":true}\n'


FOUND_ONCE = [
    Change("class.json", 0, ("class", "about", "id"), "surrogate"),
    Change("other.jsonl", 1, ("device",), "path"),
    Change("other.jsonl", 1, ("device",), "100-kB"),
    Change("class.json", 0, ("assessors",), "object-of-null"),
    Change("own.jsonl", 1, ("step",), "null"),
    Change("other.jsonl", 1, ("step",), "removed"),
    Change("own.jsonl", 22, ("of",), "removed"),
    Change("own.jsonl", 22, ("of",), "path"),
    Change("own.jsonl", 22, ("step",), "null"),
]


@pytest.mark.parametrize("change", FOUND_ONCE, ids=lambda change: change.id)
def test_what_was_found_once_stays_mended(bench: Bench, change: Change) -> None:
    assert not list(bench.tried(change, whole=False))
