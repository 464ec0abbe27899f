"""A class in a synced folder: whatever the sync program does, nothing anybody was told is kept gets lost, and all see the same."""

import secrets
import shutil
from pathlib import Path

import pytest

from sync.mishaps import MISHAPS
from sync.names import PROGRAMS, Program, copy_of, half_of
from sync.people import HABITS
from sync.protections import PROTECTIONS, Protection
from sync.world import Run, World, run

RUNS, AT_ONCE = 200, 10


def runs(small_class: Path, room: Path, seeds: range) -> list[Run]:
    found = []
    for seed in seeds:
        found.append(run(small_class, room / str(seed), seed))
        shutil.rmtree(room / str(seed))
    return found


@pytest.mark.parametrize("first", range(0, RUNS, AT_ONCE))
def test_nothing_is_lost_and_all_computers_show_the_same_whatever_a_sync_program_does(
    small_class: Path, tmp_path: Path, first: int
) -> None:
    found = runs(small_class, tmp_path, range(first, first + AT_ONCE))
    assert sum(one.facts for one in found) > 10 * AT_ONCE
    assert sum(one.words for one in found) > 3 * AT_ONCE
    assert not "\n".join(str(one) for one in found if one.wrong)


def test_nothing_is_lost_in_a_run_that_nobody_has_seen_before(small_class: Path, tmp_path: Path) -> None:
    seed = secrets.randbelow(1 << 31)
    print(f"seed {seed}")  # noqa: T201
    (found,) = runs(small_class, tmp_path, range(seed, seed + 1))
    assert not found.wrong, found


@pytest.mark.parametrize("protection", PROTECTIONS, ids=lambda protection: protection.name)
def test_each_protection_is_needed(small_class: Path, tmp_path: Path, protection: Protection) -> None:
    with protection.off():
        seeds = range(protection.seed, protection.seed + AT_ONCE)
        found = (one for seed in seeds for one in runs(small_class, tmp_path, range(seed, seed + 1)))
        assert any(protection.without in wrong for one in found for wrong in one.wrong)


def test_everything_people_and_sync_programs_do_happens_in_some_run(small_class: Path, tmp_path: Path) -> None:
    worlds = [World(small_class, tmp_path / str(seed), seed) for seed in range(50, 80)]
    for world in worlds:
        with world.ruled():
            world.live(60)
        for computer in world.computers:
            computer.bury()
    told = {line.split(" ", 3)[3] for world in worlds for line in world.story}
    done = [one.do.__name__ for one in HABITS] + [one.happen.__name__ for one in MISHAPS]
    assert {name.strip("_") for name in done} <= told
    assert {"syncs", "closes its boards", "kills its boards", "opens a board", "uses the command line"} <= told
    assert {"erases a child", "can't open the class", "is a clone of computer 0 from now on"} <= told


@pytest.mark.parametrize("program", PROGRAMS, ids=lambda program: program.name)
def test_a_copy_and_a_file_on_its_way_never_have_the_name_of_the_file(program: Program) -> None:
    for path in ("class.json", "ledger/d1.jsonl", "art/0123.png"):
        names = [path, half_of(program, path), *(copy_of(program, path, number) for number in (1, 2, 3))]
        assert len(set(names)) == len(names)
        assert {name.count("/") for name in names} == {path.count("/")}
