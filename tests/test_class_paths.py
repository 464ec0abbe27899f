"""Only the store and the command line know where things lie in a class folder, and only one table spells it."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from board.store.layout import LAYOUT

HOUSE = Path(__file__).parents[1]
PLACES = frozenset(part for row in LAYOUT for part in row.place.split("/") if part)
MAY_KNOW = ("board/store/", "board/cli/")
JOINS = ("joinpath", "Path", "join", "with_name", "glob", "rglob")


def sources() -> list[Path]:
    found = [path for room in ("board", "printables") for path in sorted((HOUSE / room).rglob("*.py"))]
    assert len(found) > 250
    return found


def spelled(tree: ast.Module) -> Iterator[str]:
    """Paths that are put together with the name of a place; what can be made again has folders of its own names."""
    for node in ast.walk(tree):
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Div) and "cache" not in ast.unparse(node.left):
            parts: list[ast.expr] = [node.right]
        elif isinstance(node, ast.Call) and ast.unparse(node.func).rpartition(".")[2] in JOINS:
            parts = list(node.args)
        else:
            continue
        for part in parts:
            text = part.values[0] if isinstance(part, ast.JoinedStr) and part.values else part
            if isinstance(text, ast.Constant) and str(text.value).split("/")[0] in PLACES:
                yield f"line {node.lineno}: {ast.unparse(node)}"


def reached(tree: ast.Module) -> Iterator[str]:
    """Paths of the class that are asked of a book."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute):
            owner = ast.unparse(node.value).rpartition(".")[2]
            if (owner.endswith("book") and node.attr == "folder") or (
                owner.endswith("pictures") and node.attr == "path"
            ):
                yield f"line {node.lineno}: {ast.unparse(node)}"


@pytest.mark.parametrize("path", sources(), ids=lambda path: path.relative_to(HOUSE).as_posix())
def test_no_room_but_the_store_knows_a_path_of_the_class(path: Path) -> None:
    tree, name = ast.parse(path.read_text(encoding="utf-8")), path.relative_to(HOUSE).as_posix()
    assert name == "board/store/layout.py" or not list(spelled(tree))
    assert name.startswith(MAY_KNOW) or not list(reached(tree))


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
    ],
)
def test_each_way_to_know_one_is_found(code: str) -> None:
    tree = ast.parse(code)
    assert [*spelled(tree), *reached(tree)]


@pytest.mark.parametrize("code", ['cache / "prints"', 'answer["art"]', "known.folder", "self.pictures.read(content)"])
def test_other_words_are_not_taken_for_paths(code: str) -> None:
    tree = ast.parse(code)
    assert not [*spelled(tree), *reached(tree)]
