"""A program that tries every regular expression by which lists and names are read on texts that repeat themselves.

It prints the name of each before it is tried, so that the last one printed is the one that found no end.
"""

import ast
import inspect
import pkgutil
import re
import sys
from collections.abc import Iterable, Iterator
from importlib import import_module
from types import ModuleType

import board.cli
import board.exchange
import board.mastery
import board.words

ROOMS = (board.cli, board.exchange, board.mastery, board.words)

SHORT = (20, 40, 80)
"""Characters of the texts that show what doubles its work with each of them."""

LONG = 1_000
"""Characters of the texts that show what takes the cube of their number."""

_REPEATED = (
    "a",
    "A",
    " ",
    "_",
    "(a",
    "a ",
    "1.",
    ", ",
    "\t",
    ".",
    "[ ] ",
    "\u2026",
    "\u4e00 ",
    "AB-",
    "A1.",
    "2.NBT.A.1 ",
    "K.1, ",
    "RL.1.2 and ",
)
"""What lists hold many times in a row, whatever the expression is about."""

_ENDS = ("", "!")


def patterns() -> dict[str, re.Pattern[str]]:
    """Give the expressions of all modules of the rooms by their places: those with a name, and those written where they are used."""
    found: dict[str, re.Pattern[str]] = {}
    for room in ROOMS:
        for entry in pkgutil.walk_packages(room.__path__, f"{room.__name__}."):
            module = import_module(entry.name)
            for name, value in vars(module).items():
                found.update({f"{entry.name}.{name}": one for one in _within(value)})
            found.update({f"{entry.name}, line {line}": re.compile(text) for line, text in _written(module)})
    once = {(one.pattern, one.flags): place for place, one in found.items()}
    return {place: found[place] for place in sorted(once.values())}


def _within(value: object) -> Iterator[re.Pattern[str]]:
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, dict | tuple | list | set | frozenset):
        parts: Iterable[object] = [*value.keys(), *value.values()] if isinstance(value, dict) else value
        for part in parts:
            yield from _within(part)


def _written(module: ModuleType) -> Iterator[tuple[int, str]]:
    for node in ast.walk(ast.parse(inspect.getsource(module))):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.args):
            continue
        text = node.args[0]
        is_re = isinstance(node.func.value, ast.Name) and node.func.value.id == "re"
        if is_re and isinstance(text, ast.Constant) and isinstance(text.value, str):
            yield node.lineno, text.value


def repeated(pattern: re.Pattern[str]) -> list[str]:
    """Give what is repeated for one expression: what lists hold, each sign it names, and each two of its signs."""
    signs = sorted({sign for sign in pattern.pattern if not sign.isalnum()})[:20]
    words = sorted(set(re.findall(r"[A-Za-z]{2,}", pattern.pattern)))
    words = words[:: max(1, len(words) // 10)]
    counted = (text for word in words for text in (f"{word} ", f"{word} 1 ", f"1 {word}, "))
    return list(dict.fromkeys((*_REPEATED, *signs, *(f"a{sign}" for sign in signs), *words, *counted)))


def try_all() -> None:
    """Try each expression on all of its texts."""
    for place, pattern in patterns().items():
        sys.stdout.write(f"{place}\n")
        sys.stdout.flush()
        for length in SHORT:
            for text in _texts(repeated(pattern), length):
                pattern.search(text)
                pattern.fullmatch(text)
        for text in _texts(_REPEATED, LONG):
            pattern.search(text)


def _texts(parts: Iterable[str], length: int) -> Iterator[str]:
    for part in parts:
        for end in _ENDS:
            again = (part * length)[:length]
            yield from (f"I can 1{again}{end}", f"{again}{end}")


if __name__ == "__main__":
    try_all()
