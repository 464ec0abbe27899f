"""Every question says what either answer does; they are collected from the code, so that none is forgotten."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import board.screens
from board.screens.parts.question import Answers, Question

_FILES = sorted(Path(board.screens.__file__).parent.rglob("*.py"))
_PRESS_AGAIN = re.compile(r"\bonce more\b|\b(press|Esc|ctrl\+\w)\b.* again\b", re.IGNORECASE)


def trees() -> Iterator[tuple[str, ast.Module]]:
    for file in _FILES:
        yield file.name, ast.parse(file.read_text(encoding="utf-8"))


def calls(name: str) -> list[tuple[str, ast.Call]]:
    return [
        (file, node)
        for file, tree in trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == name
    ]


def parts(call: ast.Call) -> list[str]:
    """The words of each part; what stands there only at run time counts as a word."""
    return [
        "".join(str(piece.value) if isinstance(piece, ast.Constant) else "x" for piece in part.values)
        if isinstance(part, ast.JoinedStr)
        else str(part.value)
        if isinstance(part, ast.Constant)
        else "x x"
        for part in call.args
    ]


def test_every_dialog_names_what_enter_and_escape_do() -> None:
    found = calls("Answers")
    assert len(found) >= 6
    for file, call in found:
        assert len(parts(call)) == 2, file
        assert all(len(words.split()) >= 2 for words in parts(call)), (file, parts(call))
    assert all(len(call.args) >= 3 for _, call in calls("NoteScreen"))


def test_every_key_that_is_asked_for_again_names_both_answers() -> None:
    found = calls("Question")
    assert len(found) >= 10
    for file, call in found:
        asks, key, again, otherwise = parts(call)
        assert not asks or asks == "x x" or asks.rstrip().endswith("."), (file, asks)
        assert key, file
        assert len(again.split()) >= 2, (file, again)
        assert len(otherwise.split()) >= 2, (file, otherwise)


def test_nothing_else_asks_for_a_key_once_more() -> None:
    spoken = [
        (file, node.value)
        for file, tree in trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and _PRESS_AGAIN.search(node.value)
    ]
    docs = {doc for _, tree in trees() for node in ast.walk(tree) if (doc := _doc(node)) is not None}
    asked = [(file, words) for file, words in spoken if words not in docs and file != "question.py"]
    allowed = ("Drop it here once more", "look at it first", "undo", "press it again for the one before")
    assert [words for _, words in asked if not any(good in words for good in allowed)] == []


def test_a_question_is_one_sentence_more() -> None:
    question = Question("This marks it.", "e", "counts it", "any other key leaves it")
    assert str(question) == "This marks it. e again counts it; any other key leaves it."
    assert str(Question("", "Esc", "leaves", "typing on stays")) == "Esc again leaves; typing on stays."
    assert str(Answers("takes it back", "lets it stand")) == "Enter takes it back · Esc lets it stand"


def _doc(node: ast.AST) -> str | None:
    if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef) and node.body:
        first = node.body[0]
        if isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant) and isinstance(first.value.value, str):
            return first.value.value
    return None
