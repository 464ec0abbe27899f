"""Only the store and the command line know where things lie in a class folder, and only one table spells it."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from board.store.layout import CLASS_FILE, LAYOUT

HOUSE = Path(__file__).parents[1]
PLACES = frozenset((CLASS_FILE, *(part for row in LAYOUT for part in row.place.split("/") if part)))
MAY_KNOW = ("board/store/", "board/cli/")
JOINS = ("joinpath", "Path", "PurePath", "join", "with_name", "glob", "rglob", "open")


def sources() -> list[Path]:
    found = [path for room in ("board", "printables") for path in sorted((HOUSE / room).rglob("*.py"))]
    assert len(found) > 250
    return found


def spelled(tree: ast.Module) -> Iterator[str]:
    """Paths that are put together with the name of a place; what can be made again has folders of its own names."""
    named = set(called(tree))
    for node in ast.walk(tree):
        behind = joined(node)
        texts = ast.iter_child_nodes(node) if isinstance(node, ast.JoinedStr | ast.BinOp) else behind
        if any(is_place(part) or last_name(part) in named for part in behind) or any(map(is_below_another, texts)):
            yield ast.unparse(node)


def joined(node: ast.AST) -> list[ast.expr]:
    """Give what is put behind a path."""
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Div) and "cache" not in ast.unparse(node.left):
        return [node.right]
    if isinstance(node, ast.Call) and last_name(node.func) in JOINS:
        return [part for one in node.args for part in (one.elts if isinstance(one, ast.List | ast.Tuple) else [one])]
    return []


def called(tree: ast.Module) -> Iterator[str]:
    """Give the names that stand for a place."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign | ast.AnnAssign | ast.NamedExpr | ast.For | ast.comprehension):
            value = node.iter if isinstance(node, ast.For | ast.comprehension) else node.value
            values = value.elts if isinstance(value, ast.Tuple | ast.List | ast.Set) else [value]
            if any(one is not None and is_place(one) for one in values):
                yield from map(last_name, node.targets if isinstance(node, ast.Assign) else [node.target])


def is_place(node: ast.AST) -> bool:
    """Tell whether a text is a place, or begins with one."""
    text = node.values[0] if isinstance(node, ast.JoinedStr) and node.values else node
    return isinstance(text, ast.Constant) and str(text.value).split("/")[0] in PLACES


def is_below_another(node: ast.AST) -> bool:
    """Tell whether a text goes on from another path into a place."""
    return isinstance(node, ast.Constant) and not PLACES.isdisjoint(str(node.value).split("/")[1:])


def last_name(node: ast.expr) -> str:
    return node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""


def reached(tree: ast.Module) -> Iterator[str]:
    """Paths of the class that are asked of a book, taken from its key, or gone to from the folders people open."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute):
            owner = last_name(node.value)
            if (
                (owner.endswith("book") and node.attr == "folder")
                or (owner.endswith("pictures") and node.attr == "path")
                or (owner in ("prints", "drop") and node.attr in ("parent", "parents"))
            ):
                yield ast.unparse(node)
        elif isinstance(node, ast.Call) and last_name(node.func) in ("Path", "PurePath", "joinpath"):
            names = [last_name(one) for part in node.args for one in ast.walk(part) if isinstance(one, ast.expr)]
            if any(name.endswith(("key", "last_class")) for name in names):
                yield ast.unparse(node)


def test_no_room_but_the_store_knows_a_path_of_the_class() -> None:
    trees = ((path, ast.parse(path.read_text(encoding="utf-8"))) for path in sources())
    found = {path.relative_to(HOUSE).as_posix(): ([*spelled(tree)], [*reached(tree)]) for path, tree in trees}
    spelling = {name: paths for name, (paths, _) in found.items() if paths}
    assert set(spelling) == {"board/store/layout.py"}, spelling
    reaching = {name: paths for name, (_, paths) in found.items() if paths and not name.startswith(MAY_KNOW)}
    assert reaching == {}


@pytest.mark.parametrize(
    "code",
    [
        'folder / "prints" / name',
        'book.outputs.prints.parent / f"art/{content}.png"',
        'Path(here, "ledger")',
        'here.joinpath("drop pictures here")',
        'here.glob("drafts/*.json")',
        "self._book.folder",
        "book.folder.name",
        "self._book.pictures.path(content)",
        "prints.parent / 'class.json'",
        "open(here + '/class.json')",
        "Path(book.key)",
        "Path(str(self._book.key)).name",
        "key = book.key\nPath(key)",
        "Path(settings.load().last_class)",
        "book.outputs.prints.parent",
        'name = "ledger"\nfolder / name',
        'self.name: str = "art"\nfolder / self.name / content',
        'for name in ("art", "evidence"):\n    folder / name',
        '[folder / name for name in ("art", "evidence")]',
        'f"{folder}/art/x.png"',
        'open(f"{folder}/class.json")',
        'folder + "/ledger"',
        '"%s/prints" % folder',
        '"/".join([folder, "drafts"])',
    ],
)
def test_each_way_to_know_one_is_found(code: str) -> None:
    tree = ast.parse(code)
    assert [*spelled(tree), *reached(tree)]


@pytest.mark.parametrize(
    "code",
    [
        'cache / "prints"',
        'answer["art"]',
        "known.folder",
        "self.pictures.read(content)",
        "Path(known.place)",
        "memory.waiting_sheets(book.key)",
        'f"{said} (class.json is damaged)"',
        'art = "art"\nanswer[art]',
    ],
)
def test_other_words_are_not_taken_for_paths(code: str) -> None:
    tree = ast.parse(code)
    assert not [*spelled(tree), *reached(tree)]
