"""The house stays small enough to be read: rooms, files, screens, and what the board can do."""

import ast
import inspect
from collections.abc import Iterator, Mapping
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import grimp
import pytest

import board
import printables
from board.screens.board.board import BoardScreen
from every_screen import screens

_ROOMS, _ROOM, _FILE, _SCREEN, _BOARD = 25, 12, 320, 360, 46
"""Most rooms of the house, files of a room of screens, lines of a file, lines of a screen with its own bases, and methods of the board."""

HOUSE = [Path(package.__path__[0]) for package in (board, printables)]


def own_kinds(kind: type) -> list[type]:
    """Give a class and those of its bases that are ours."""
    return [base for base in kind.__mro__ if base.__module__.startswith(("board.", __name__))]


def lines_of(kind: type) -> int:
    """Count the lines of a class with those of its own bases."""
    return sum(len(inspect.getsource(base).splitlines()) for base in own_kinds(kind))


def methods_of(kind: type) -> list[str]:
    """Give the methods and properties of a class and of its own bases."""
    return [
        name
        for base in own_kinds(kind)
        for name, thing in vars(base).items()
        if inspect.isfunction(thing) or isinstance(thing, property)
    ]


def crowded(rooms: Path) -> dict[str, int]:
    """Give the rooms that hold more files than one sees at a glance."""
    counts = {room.name: len(list(room.glob("*.py"))) for room in rooms.iterdir() if room.is_dir()}
    return {name: files for name, files in counts.items() if files > _ROOM}


def long_files(*folders: Path) -> dict[str, int]:
    """Give the files that are too long to be read in one go."""
    lines = {file.name: len(file.read_text().splitlines()) for one in folders for file in one.rglob("*.py")}
    return {name: count for name, count in lines.items() if count > _FILE}


def unfinished(text: str) -> Iterator[int]:
    """Give the lines on which something is left to be written by somebody else."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Raise) and "NotImplementedError" in ast.unparse(node):
            yield node.lineno


Uses = dict[str, set[str]]
"""By name, what each module or room takes something from."""


def circle(uses: Mapping[str, set[str]]) -> list[str]:
    """Give one circle of things that take from each other, empty where there is none."""
    try:
        TopologicalSorter(uses).prepare()
    except CycleError as error:
        return list(error.args[1])
    return []


def uses_of_modules() -> Uses:
    """Tell for every module which ones it imports, at its top or only when it comes to it."""
    house = grimp.build_graph("board", "printables", cache_dir=None)
    return {module: house.find_modules_directly_imported_by(module) for module in house.modules}


def uses_of_rooms(modules: Uses, floor: str) -> Uses:
    """Tell for every room of a floor from which other ones of that floor its modules take something."""
    rooms: Uses = {}
    for module, used in modules.items():
        room = _room(module, floor)
        if room:
            rooms.setdefault(room, set()).update({_room(one, floor) for one in used} - {room, ""})
    return rooms


def _room(module: str, floor: str) -> str:
    return module.removeprefix(f"{floor}.").partition(".")[0] if module.startswith(f"{floor}.") else ""


def rooms_of(floor: Path) -> set[str]:
    """Give what stands on a floor: packages, and modules in no package."""
    packages = {one.parent.name for one in floor.glob("*/__init__.py")}
    return packages | {one.stem for one in floor.glob("*.py")} - {"__init__"}


def test_nothing_takes_from_what_takes_from_it() -> None:
    modules = uses_of_modules()
    assert not circle(modules)
    for floor in (
        "board",
        "board.screens",
        "board.paper",
        "board.art",
        "board.store",
        "board.exchange",
        "board.mastery",
        "printables",
    ):
        assert not circle(uses_of_rooms(modules, floor)), floor


def test_the_house_has_few_rooms() -> None:
    assert len(rooms_of(HOUSE[0])) + len(("printables", "scripts")) <= _ROOMS


def test_a_circle_is_found() -> None:
    modules = {"board.a.one": {"board.b.two"}, "board.b.two": {"board.c"}, "board.b.three": {"board.a.four"}}
    assert not circle(modules)
    assert set(circle(uses_of_rooms(modules, "board"))) == {"a", "b"}
    assert circle(modules | {"board.c": {"board.a.one"}})


def test_each_room_of_screens_is_seen_at_a_glance() -> None:
    assert not crowded(HOUSE[0] / "screens")
    assert not list((HOUSE[0] / "screens").glob("[!_]*.py")), "a screen that stands in no room"


def test_no_file_is_too_long() -> None:
    assert not long_files(*HOUSE)


def test_nothing_is_left_to_be_written_by_a_child() -> None:
    assert not [file.name for one in HOUSE for file in one.rglob("*.py") if list(unfinished(file.read_text()))]


@pytest.mark.parametrize("name", sorted(screens()))
def test_a_screen_with_its_own_bases_is_read_in_one_go(name: str) -> None:
    assert lines_of(screens()[name]) <= _SCREEN


def test_the_board_does_not_do_everything_itself() -> None:
    assert len(methods_of(BoardScreen)) <= _BOARD


class Big(BoardScreen):
    """A board that does one thing more, and says so at length."""

    def more(self) -> None:
        """Do more."""


def test_what_grows_is_found(tmp_path: Path) -> None:
    assert len(methods_of(Big)) == len(methods_of(BoardScreen)) + 1
    assert lines_of(Big) > lines_of(BoardScreen)
    room = tmp_path / "screens" / "full"
    room.mkdir(parents=True)
    for number in range(_ROOM + 1):
        (room / f"screen_{number}.py").write_text("pass\n" * (_FILE + 1 if number == 0 else 1))
    assert crowded(room.parent) == {"full": _ROOM + 1}
    assert long_files(tmp_path) == {"screen_0.py": _FILE + 1}
    assert list(unfinished("def f():\n    raise NotImplementedError('later')\n")) == [2]
