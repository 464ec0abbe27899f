"""Finds sentences that are glued from bits, in the source of the house."""

import ast
import itertools
import re
from collections.abc import Iterator
from typing import NamedTuple

_PAIRS = (
    {"is", "are"},
    {"has", "have"},
    {"was", "were"},
    {"it", "them"},
    {"its", "their"},
    {"this", "these"},
    {"that", "those"},
    {"y", "ies"},
    {"", "s"},
    {"", "es"},
)
"""Endings and little words that tell one from many."""

_BENDING = ("lower", "capitalize", "title", "swapcase")
"""Ways to bend a word so that it fits into a sentence it was not written for."""

_CUTTING = ("rstrip", "strip", "removesuffix")
"""Ways to cut a full stop off a sentence that stood alone."""


_PATTERN = re.compile(r"[*.~/]\S+")
"""What is added to a file's name and never said."""

_FRAGMENT = re.compile(r"[a-z][\w'-]* \w")
"""How words begin that are no sentence: small, and more than one."""

_BEGUN = re.compile(r"\w $")
"""How a text ends that another one must follow."""

_CLAUSE = re.compile(r"([,;:.]| and| or| with) +\w| \(\w")
"""How a text begins that can only follow another one."""


class Glued(NamedTuple):
    """A place where a sentence is glued.

    Attributes:
        line: Its line in the file.
        sort: What is wrong with it.
        text: The expression as it is written.
    """

    line: int
    sort: str
    text: str


def glued(source: str) -> Iterator[Glued]:
    """Find every place in a file where words are bent, cut or chosen inside a sentence."""
    tree = ast.parse(source)
    inner = {id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in node.values}
    for node in ast.walk(tree):
        hung_on = () if id(node) in inner else _hung_on(node)
        for sort, found in (
            *_chosen(node),
            *_put_in(node),
            *_returned(node),
            *_added(node),
            *hung_on,
            *_bent(node),
            *_filled(node),
        ):
            yield Glued(found.lineno, sort, ast.unparse(found))


def _chosen(node: ast.AST) -> Iterator[tuple[str, ast.expr]]:
    if isinstance(node, ast.IfExp):
        leaves = [*_leaves(node)]
        said = {text.strip() for leaf in leaves if (text := _text(leaf)) is not None}
        if any(pair <= said for pair in _PAIRS):
            yield "a word for one or for many", node
        elif _asks_for_one(node.test) and all(map(_has_words, (node.body, node.orelse))):
            yield "one or many told apart by hand", node
    if isinstance(node, ast.FormattedValue) and any(_has_words(leaf) for leaf in _leaves(node.value, alone=False)):
        yield "words chosen inside a sentence", node.value


def _put_in(node: ast.AST) -> Iterator[tuple[str, ast.expr]]:
    """Find a clause that is chosen first and put into a sentence afterwards."""
    if not isinstance(node, ast.FunctionDef):
        return
    inside = list(ast.walk(node))
    used = {
        part.value.id for part in inside if isinstance(part, ast.FormattedValue) and isinstance(part.value, ast.Name)
    }
    for part in inside:
        if not isinstance(part, ast.Assign):
            continue
        put_in = used & {name.id for name in part.targets if isinstance(name, ast.Name)}
        if put_in and any(_FRAGMENT.match(_beginning(leaf)) for leaf in _leaves(part.value, alone=False)):
            yield "a clause chosen for a sentence", part.value


def _returned(node: ast.AST) -> Iterator[tuple[str, ast.expr]]:
    """Find a helper of its own: one return for one, and another one behind it for many."""
    for field in ("body", "orelse"):
        block = getattr(node, field, None)
        for first, then in itertools.pairwise(block if isinstance(block, list) else ()):
            if isinstance(first, ast.If) and _asks_for_one(first.test) and isinstance(then, ast.Return):
                one = first.body[-1]
                if isinstance(one, ast.Return) and all(
                    value and _has_words(value) for value in (one.value, then.value)
                ):
                    yield "one or many told apart by hand", first.test


def _filled(node: ast.AST) -> Iterator[tuple[str, ast.expr]]:
    """Find templates in which a name stands already: its braces would be filled in, too."""
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "counted":
        if any(isinstance(arg, ast.JoinedStr) for arg in node.args[:2]):
            yield "a template that is filled twice", node
    elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
        if node.func.attr == "format" and isinstance(node.func.value, ast.JoinedStr):
            yield "a template that is filled twice", node
        if node.func.attr == "assemble" and any(_BEGUN.search(_text(piece) or "") for piece in _pieces(node)):
            yield "a sentence in pieces", node


def _pieces(call: ast.Call) -> Iterator[ast.expr]:
    for arg in call.args:
        yield arg.elts[0] if isinstance(arg, ast.Tuple) and arg.elts else arg


def _leaves(node: ast.expr, *, alone: bool = True) -> Iterator[ast.expr]:
    """Give what an expression may turn out to be; `alone` gives the expression itself where nothing is chosen."""
    if isinstance(node, ast.IfExp):
        for branch in (node.body, node.orelse):
            yield from _leaves(branch)
    elif isinstance(node, ast.BoolOp):
        for value in node.values:
            yield from _leaves(value)
    elif alone:
        yield node


def _asks_for_one(test: ast.expr) -> bool:
    return isinstance(test, ast.Compare) and any(
        isinstance(side, ast.Constant) and side.value == 1 and not isinstance(side.value, bool)
        for side in (test.left, *test.comparators)
    )


def _added(node: ast.AST) -> Iterator[tuple[str, ast.expr]]:
    parts: tuple[ast.expr, ...] = ()
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        parts = (node.left, node.right)
    elif isinstance(node, ast.AugAssign) and isinstance(node.op, ast.Add):
        parts = (node.value,)
    if any(_has_words(leaf) and not _PATTERN.fullmatch(_text(leaf) or "") for part in parts for leaf in _leaves(part)):
        yield "words added to words", parts[-1]


def _hung_on(node: ast.AST) -> Iterator[tuple[str, ast.expr]]:
    if isinstance(node, ast.expr) and _has_words(node) and _CLAUSE.match(_beginning(node)):
        yield "a clause to hang on", node


def _bent(node: ast.AST) -> Iterator[tuple[str, ast.expr]]:
    if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
        return
    way, given = node.func.attr, [_text(arg) for arg in node.args]
    of = node.func.value
    if way in _BENDING and not node.args and not (isinstance(of, ast.Attribute) and of.attr == "suffix"):
        yield "a word bent", node  # the suffix of a file's name is read and never shown
    elif way in _CUTTING and any(text and set(text) & set(".?!") for text in given):
        yield "a full stop cut off", node
    elif way == "replace" and (_is_made_text(of) or (len(given) > 1 and all(map(_letters, given[:2])))):
        yield "words replaced in a sentence", node


def _is_made_text(node: ast.expr) -> bool:
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "str"


def _text(node: ast.expr) -> str | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def _beginning(node: ast.expr) -> str:
    """Give how a text begins; a word stands in for what follows a field."""
    if isinstance(node, ast.JoinedStr):
        return f"{_text(node.values[0]) or ''}x"
    return _text(node) or ""


def _letters(text: str | None) -> bool:
    return any(char.isalpha() for char in text or "")


def _has_words(node: ast.expr) -> bool:
    """Tell whether an expression is a text written here that holds letters."""
    if isinstance(node, ast.JoinedStr):
        return any(_letters(_text(part)) for part in node.values)
    return _letters(_text(node))
