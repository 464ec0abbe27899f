"""Every sentence for one and for many says the same, and every field it names is handed in."""

import ast
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest

import board

HOUSE = Path(board.__file__).parents[1]


def texts_by_name(tree: ast.AST) -> dict[str, set[str]]:
    """Every text a name may stand for in a file, also where two are given at once."""
    texts: dict[str, set[str]] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign):
            for target in node.targets:
                both = isinstance(target, ast.Tuple) and isinstance(node.value, ast.Tuple)
                names = target.elts if isinstance(target, ast.Tuple) else [target]
                values = node.value.elts if both and isinstance(node.value, ast.Tuple) else [node.value]
                for name, value in zip(names, values, strict=False):
                    if isinstance(name, ast.Name) and isinstance(value, ast.Constant) and isinstance(value.value, str):
                        texts.setdefault(name.id, set()).add(value.value)
    return texts


def calls_of_counted(source: str) -> Iterator[tuple[ast.Call, set[str], set[str]]]:
    """Every call of `counted` in a file, with the sentences it may choose from: for one, and for many."""
    tree = ast.parse(source)
    known = texts_by_name(tree)

    def texts(node: ast.expr) -> set[str]:
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            return {node.value}
        return known.get(node.id, set()) if isinstance(node, ast.Name) else set()

    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "counted":
            yield node, texts(node.args[0]), texts(node.args[1])


def fields_of(template: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(template) if name is not None}


def wrong(source: str) -> Iterator[str]:
    """What is wrong with the sentences of a file."""
    for call, ones, manys in calls_of_counted(source):
        given = {keyword.arg for keyword in call.keywords if keyword.arg}
        named = {name for text in ones | manys for name in fields_of(text)}
        if not ones or not manys:
            yield f"line {call.lineno}: its sentences are not written out"
        if named - {"count"} != given:
            yield f"line {call.lineno}: it names {named}, and {given} is handed in"


def test_every_field_of_a_sentence_is_handed_in() -> None:
    files = [path for room in ("board", "printables") for path in sorted((HOUSE / room).rglob("*.py"))]
    read = {path: path.read_text(encoding="utf-8") for path in files}
    sources = {path: source for path, source in read.items() if "from board.counting import" in source}
    assert sum(len(list(calls_of_counted(source))) for source in sources.values()) > 40
    assert {str(path): told for path, source in sources.items() if (told := [*wrong(source)])} == {}


@pytest.mark.parametrize(
    "source",
    [
        'counted("1 step of {unit}.", "{count} steps of {unit}.", n)',
        'counted("1 step.", "{count} steps of {title}.", n, unit=1)',
        "counted(one, many, n)",
        'A, B = "1 step.", "{count} steps of {unit}."\ncounted(A, B, n)',
        'counted("1 step.", "{count} steps.", n, unit=unit)',
    ],
)
def test_a_field_nobody_hands_in_is_found(source: str) -> None:
    assert [*wrong(source)]
