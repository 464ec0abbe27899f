"""Only the command line asks around: what a seat is, where its home lies, and what the environment says is handed down."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import board

CHECKOUT = Path(board.__file__).parent.parent

ASKED = {
    "board/cli/context.py": {"makes a seat", "platformdirs", "environ", "home", "here"},
    "board/cli/screen.py": {"environ", "here"},
    "board/terminal/driver.py": {"environ"},
    "board/terminal/reader.py": {"environ"},
    "board/terminal/reports.py": {"environ"},
    "board/exchange/dropped.py": {"home"},
    "board/exchange/pasted_names.py": {"home"},
    "printables/lettering/system_fonts.py": {"environ", "home"},
}
"""What may ask, and for what: the command line; the driver of this process's own terminal, which Textual makes; the ~ that
somebody types; the fonts of the computer that draws a page."""

_MADE = {"board.seat": {"Seat", "OwnFolders"}, "board.settings": {"SettingsFile"}}
"""What makes a seat or a part of one, by the module it comes from; printables has seats of another sort."""
_OF_OS = {"environ": "environ", "environb": "environ", "getenv": "environ", "getenvb": "environ", "getcwd": "here"}
_OF_PATHS = {"home": "home", "expanduser": "home", "cwd": "here", "expandvars": "environ"}


def asked(source: str) -> Iterator[str]:
    """What a module asks its surroundings for."""
    tree = ast.parse(source)
    made = {
        name.asname or name.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom)
        for name in node.names
        if name.name in _MADE.get(node.module or "", ())
    }
    for node in ast.walk(tree):
        match node:
            case ast.Import(names=names) if any(name.name.partition(".")[0] == "platformdirs" for name in names):
                yield "platformdirs"
            case ast.ImportFrom(module="platformdirs"):
                yield "platformdirs"
            case ast.ImportFrom(module="os", names=names):
                yield from (_OF_OS[name.name] for name in names if name.name in _OF_OS)
            case ast.Attribute(value=ast.Name(id="os"), attr=attr) if attr in _OF_OS:
                yield _OF_OS[attr]
            case ast.Call(func=ast.Attribute(attr=attr)) if attr in _OF_PATHS:
                yield _OF_PATHS[attr]
            case ast.Call(func=ast.Name(id=name)) if name in made:
                yield "makes a seat"
            case ast.Call(func=ast.Attribute(attr=name)) if any(name in names for names in _MADE.values()):
                yield "makes a seat"
            case ast.Constant(value="BOARD_HOME"):
                yield "environ"


def modules() -> list[str]:
    files = (file for package in ("board", "printables") for file in (CHECKOUT / package).rglob("*.py"))
    return sorted(file.relative_to(CHECKOUT).as_posix() for file in files)


@pytest.mark.parametrize("name", modules())
def test_a_module_is_handed_what_it_needs(name: str) -> None:
    """A seat makes the file of its own settings; nobody else does."""
    found = set(asked((CHECKOUT / name).read_text(encoding="utf-8")))
    assert found == (ASKED.get(name, set()) if name != "board/seat.py" else {"makes a seat"})


@pytest.mark.parametrize(
    ("planted", "found"),
    [
        ("import platformdirs", "platformdirs"),
        ("from platformdirs import user_data_dir", "platformdirs"),
        ("def f():\n    import platformdirs.unix", "platformdirs"),
        ("import os\nx = os.environ['HOME']", "environ"),
        ("import os\nx = os.getenv('HOME')", "environ"),
        ("from os import environ as e", "environ"),
        ("x = lookup('BOARD_HOME')", "environ"),
        ("x = Path.home() / 'settings.json'", "home"),
        ("x = Path('~/x').expanduser()", "home"),
        ("import os\nx = os.path.expandvars('$HOME')", "environ"),
        ("x = Path.cwd()", "here"),
        ("import os\nx = os.getcwd()", "here"),
        ("from board.seat import Seat\nx = Seat(home, cache, look_up, {})", "makes a seat"),
        ("import board.seat\nx = board.seat.Seat(home, cache, look_up, {})", "makes a seat"),
        ("from board.settings import SettingsFile as File\nx = File(home).load()", "makes a seat"),
    ],
)
def test_one_that_asks_by_itself_is_found(planted: str, found: str) -> None:
    assert set(asked(planted)) == {found}
