"""Only the command line asks around, what it learns is handed down, and no module keeps what is one seat's."""

import ast
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import board

CHECKOUT = Path(board.__file__).parent.parent

ASKED = {
    "board/cli/browser_here.py": {"environ"},
    "board/cli/serving_options.py": {"environ"},
    "board/serve/guest_seats.py": {"makes a seat"},
    "board/cli/context.py": {"makes a seat", "platformdirs", "environ", "home", "here"},
    "board/cli/screen.py": {"environ", "here"},
    "board/cli/standing_up.py": {"environ"},
    "board/cli/turns.py": {"environ"},
    "board/terminal/driver.py": {"environ"},
    "board/terminal/reader.py": {"environ"},
    "board/terminal/reports.py": {"environ"},
    "board/exchange/places.py": {"home"},
    "board/seat/seat.py": {"makes a seat"},
    "printables/lettering/system_fonts.py": {"environ", "home"},
}
"""What may ask, and for what: the command line, which also leaves out for a kiosk what is not for children; the driver of this process's own terminal, which Textual makes; the ~ that
somebody types; the fonts of the computer that draws a page. A seat makes the file of its own settings; nobody else does."""

_MADE = {"board.seat.seat": {"Seat", "OwnFolders"}, "board.seat.settings": {"SettingsFile"}}
"""What makes a seat or a part of one, by the module it comes from; printables has seats of another sort."""
SHARED = {
    "board/class_app.py": {"COMMANDS"},
    "board/art/child_signs.py": {"badge", "child_sign"},
    "board/art/colourless.py": {"colourless"},
    "board/art/cover_signs.py": {"cover_sign"},
    "board/art/covering.py": {"_drawn", "_covered", "_sized", "_sparkles", "emptied"},
    "board/art/kiosk_signs.py": {"kiosk_sign", "arrow", "digit"},
    "board/art/plain_pictures.py": {"plain"},
    "board/art/signs.py": {"sign"},
    "board/art/starter.py": {"starter_folder", "step_badges", "emblems"},
    "board/art/word_pictures.py": {"word_picture"},
    "board/demo/ready_units.py": {"ready_units"},
    "board/exchange/sets/said_by_schools.py": {"role_of", "is_gone", "stay_of"},
    "board/mastery/names/letters.py": {"folded"},
    "board/mastery/names/same_name.py": {"displays"},
    "board/mastery/pictures.py": {"EMPTY_SHELF"},
    "board/mastery/progress.py": {"EMPTY_ROW"},
    "board/paper/rows.py": {"_sheets", "_widths"},
    "board/terminal/colours.py": {"oklab", "_nearest_256", "_nearest_16"},
    "board/terminal/look.py": {"_one_colour", "_coloured"},
    "board/terminal/plain_signs.py": {"plain"},
    "board/widgets/grid_colours.py": {"style", "_colour"},
    "board/widgets/grid_lines.py": {"_blank"},
    "board/widgets/sign_painter.py": {"_paled"},
    "printables/lettering/blocks.py": {"_wrapped"},
    "printables/lettering/composing.py": {"_plain_line", "_mixed_line"},
    "printables/lettering/faces.py": {"face"},
    "printables/lettering/reach.py": {"_glyph_reach"},
    "printables/lettering/runs.py": {"unit_width"},
    "printables/lettering/scripts.py": {"script_of"},
    "printables/lettering/shaping.py": {"_shaper"},
    "printables/lettering/system_fonts.py": {"_found", "_opened"},
    "printables/page/uses.py": {"_written"},
    "printables/stock/labels.py": {"stocks"},
}
"""What all seats of a process share: what depends on nothing but its arguments, or on the files the board came with or the
fonts of this computer; what is empty and stays so; a table of migrations."""

_CACHE = re.compile(r"\b(lru_)?cache\b")
_CONTAINERS = {"dict", "list", "set", "defaultdict", "OrderedDict", "Counter", "deque", "count", "WeakKeyDictionary"}
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


def kept(source: str) -> Iterator[str]:
    """What a module keeps for its whole process: results of functions, and what begins empty and so must be filled."""
    tree = ast.parse(source)
    for node in ast.walk(tree):
        match node:
            case ast.Global(names=names):
                yield from names
            case ast.FunctionDef(name=name, decorator_list=marks) if any(_CACHE.search(ast.unparse(m)) for m in marks):
                yield name
    lasting: list[ast.Module | ast.ClassDef] = [
        tree,
        *(node for node in ast.walk(tree) if isinstance(node, ast.ClassDef)),
    ]
    for statement in (statement for scope in lasting for statement in scope.body):
        if isinstance(statement, ast.Assign | ast.AnnAssign) and statement.value is not None:
            target = statement.targets[0] if isinstance(statement, ast.Assign) else statement.target
            if _is_to_be_filled(statement.value):
                yield ast.unparse(target)


def _is_to_be_filled(value: ast.expr) -> bool:
    match value:
        case ast.Dict(keys=[]) | ast.List(elts=[]):
            return True
        case ast.Call(func=func) if _CACHE.search(ast.unparse(func)):
            return True
        case ast.Call(func=func, args=[]):
            return ast.unparse(func).rpartition(".")[2] in _CONTAINERS
        case ast.Call(func=func):
            return ast.unparse(func).rpartition(".")[2] in {"defaultdict", "count", "ContextVar"}
        case _:
            return False


def found_by(look: Callable[[str], Iterator[str]]) -> dict[str, set[str]]:
    """Give what is found in each module in which something is found."""
    files = sorted(file for package in ("board", "printables") for file in (CHECKOUT / package).rglob("*.py"))
    found = {file.relative_to(CHECKOUT).as_posix(): set(look(file.read_text(encoding="utf-8"))) for file in files}
    return {name: what for name, what in found.items() if what}


def test_every_module_is_handed_what_it_needs() -> None:
    assert found_by(asked) == ASKED


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
        ("from board.seat.seat import Seat\nx = Seat(home, cache, look_up, {})", "makes a seat"),
        ("import board.seat\nx = board.seat.Seat(home, cache, look_up, {})", "makes a seat"),
        ("from board.seat.settings import SettingsFile as File\nx = File(home).load()", "makes a seat"),
    ],
)
def test_one_that_asks_by_itself_is_found(planted: str, found: str) -> None:
    assert set(asked(planted)) == {found}


def test_no_module_keeps_what_is_one_seats() -> None:
    assert found_by(kept) == SHARED


@pytest.mark.parametrize(
    "planted",
    [
        "it: dict[str, int] = {}",
        "it = []",
        "it = set()",
        "it = defaultdict(list)",
        "it = collections.OrderedDict()",
        "it = itertools.count(1)",
        "it = ContextVar('it')",
        "class A:\n    it: ClassVar[list[str]] = []",
        "@cache\ndef it():\n    return seat()",
        "@functools.lru_cache(maxsize=1)\ndef it():\n    return seat()",
        "class A:\n    @cache\n    def it(self):\n        return 1",
        "it = lru_cache(1)(seat)",
        "it = None\ndef f():\n    global it\n    it = seat()",
    ],
)
def test_one_that_keeps_something_is_found(planted: str) -> None:
    assert set(kept(planted)) == {"it"}
