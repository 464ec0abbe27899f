"""Every change of one token that a file of Python may suffer."""

import ast
import re
from collections.abc import Iterator
from itertools import pairwise
from types import CodeType
from typing import NamedTuple

_COMPARED: dict[type[ast.cmpop], tuple[bytes, bytes]] = {
    ast.Eq: (rb"==", b"!="),
    ast.NotEq: (rb"!=", b"=="),
    ast.Lt: (rb"<", b"<="),
    ast.LtE: (rb"<=", b"<"),
    ast.Gt: (rb">", b">="),
    ast.GtE: (rb">=", b">"),
    ast.Is: (rb"\bis\b", b"is not"),
    ast.IsNot: (rb"\bis\s+not\b", b"is"),
    ast.In: (rb"\bin\b", b"not in"),
    ast.NotIn: (rb"\bnot\s+in\b", b"in"),
}
_JOINED: dict[type[ast.boolop], tuple[bytes, bytes]] = {
    ast.And: (rb"\band\b", b"or"),
    ast.Or: (rb"\bor\b", b"and"),
}
_RECKONED: dict[type[ast.operator], tuple[bytes, bytes]] = {
    ast.Add: (rb"\+", b"-"),
    ast.Sub: (rb"-", b"+"),
    ast.Mult: (rb"\*", b"/"),
    ast.Div: (rb"/", b"*"),
    ast.FloorDiv: (rb"//", b"*"),
    ast.Mod: (rb"%", b"*"),
    ast.Pow: (rb"\*\*", b"*"),
    ast.BitOr: (rb"\|", b"&"),
    ast.BitAnd: (rb"&", b"|"),
    ast.BitXor: (rb"\^", b"&"),
    ast.LShift: (rb"<<", b">>"),
    ast.RShift: (rb">>", b"<<"),
}
_SIGNS: dict[type[ast.unaryop], int] = {ast.Not: len(b"not"), ast.USub: 1, ast.Invert: 1}
_CALLED = {"min": b"max", "max": b"min", "any": b"all", "all": b"any"}
_PLAIN = (ast.Name, ast.Attribute, ast.Call)


class Change(NamedTuple):
    """Some bytes of a file that others take the place of.

    Attributes:
        start: Where they begin.
        end: Where they end.
        new: What stands there then.
    """

    start: int
    end: int
    new: bytes


def changes_of(source: bytes) -> list[Change]:
    """Give every change of one token, in the order of the file.

    Operators are turned round, constants are others, `return` and `yield` give None, `not` comes or goes, a slice
    loses a bound. What only people and type checkers read is passed over: docstrings, comments, annotations, and
    decorators. Sentences for users are constants like all others: an empty one must be noticed.

    Args:
        source: A file of Python in UTF-8.
    """
    return sorted(set(_Changes(source).of(ast.parse(source))))


def changed(source: bytes, change: Change) -> bytes:
    """Give the file with a change in it."""
    return source[: change.start] + change.new + source[change.end :]


def is_other_program(source: bytes, other: bytes) -> bool:
    """Tell whether a changed file can be run and does not compile to the same steps as before."""
    try:
        return _steps(compile(source, "", "exec")) != _steps(compile(other, "", "exec"))
    except SyntaxError:
        return False


def _steps(code: CodeType) -> CodeType:
    """Give a program without the places its steps have in the file."""
    inner = tuple(_steps(const) if isinstance(const, CodeType) else const for const in code.co_consts)
    return code.replace(co_linetable=b"", co_exceptiontable=code.co_exceptiontable, co_consts=inner, co_firstlineno=1)


class _Changes:
    """The changes of one file.

    Args:
        source: The file.
    """

    def __init__(self, source: bytes) -> None:
        self._source = source
        self._lines = [0, *(found.end() for found in re.finditer(rb"\n", source))]

    def of(self, node: ast.AST) -> Iterator[Change]:
        """Give the changes of a node and all that stands in it."""
        match node:
            case ast.Expr(value=ast.Constant(value=str())):
                return
            case ast.AnnAssign(value=value):
                yield from self.of(value) if value is not None else ()
                return
            case ast.arg():
                return
        yield from self._of_itself(node)
        for child in self._inside(node):
            yield from self.of(child)

    def _inside(self, node: ast.AST) -> Iterator[ast.AST]:
        passed_over: list[ast.AST | None] = []
        match node:
            case ast.FunctionDef(returns=returns, decorator_list=decorators):
                passed_over = [returns, *decorators]
            case ast.ClassDef(decorator_list=decorators):
                passed_over = [*decorators]
            case ast.JoinedStr():  # before Python 3.12 nobody knows where its parts are
                return
        yield from (child for child in ast.iter_child_nodes(node) if child not in passed_over)

    def _of_itself(self, node: ast.AST) -> Iterator[Change]:
        match node:
            case ast.Constant() | ast.JoinedStr():
                yield from self._other_constant(node)
            case ast.UnaryOp(op=mark) if type(mark) in _SIGNS:
                yield Change(self._start(node), self._start(node) + _SIGNS[type(mark)], b"")
            case ast.Call(func=ast.Name(id=name) as called) if name in _CALLED:
                yield self._whole(called, _CALLED[name])
            case ast.Return(value=ast.expr() as value) | ast.Yield(value=ast.expr() as value):
                yield self._whole(value, b"None")
            case ast.Break() | ast.Continue():
                yield self._whole(node, b"continue" if isinstance(node, ast.Break) else b"break")
            case ast.Slice(lower=lower, upper=upper):
                yield from (self._whole(bound, b"") for bound in (lower, upper) if bound is not None)
            case _:
                yield from self._of_operators(node)
                yield from self._turned_round(node)

    def _of_operators(self, node: ast.AST) -> Iterator[Change]:
        match node:
            case ast.Compare(left=left, ops=operators, comparators=others):
                for (one, other), operator in zip(pairwise([left, *others]), operators, strict=True):
                    yield self._between(one, other, *_COMPARED[type(operator)])
            case ast.BoolOp(op=joint, values=values):
                for one, other in pairwise(values):
                    yield self._between(one, other, *_JOINED[type(joint)])
            case ast.BinOp(left=left, op=sign, right=right) | ast.AugAssign(target=left, op=sign, value=right):
                yield self._between(left, right, *_RECKONED[type(sign)])

    def _turned_round(self, node: ast.AST) -> Iterator[Change]:
        """Give the changes of a plain question, one without an operator of its own, into its contrary."""
        match node:
            case ast.If(test=test) | ast.While(test=test) | ast.IfExp(test=test):
                tests = [test]
            case ast.comprehension(ifs=tests):
                pass
            case _:
                return
        yield from (Change(self._start(one), self._start(one), b"not ") for one in tests if isinstance(one, _PLAIN))

    def _other_constant(self, node: ast.Constant | ast.JoinedStr) -> Iterator[Change]:
        match node:
            case ast.JoinedStr():
                yield self._whole(node, b'""')
            case ast.Constant(value=bool() as value):
                yield self._whole(node, str(not value).encode())
            case ast.Constant(value=int() | float() as value):
                yield self._whole(node, str(value + 1).encode())
            case ast.Constant(value=str() as value):
                yield self._whole(node, b'""' if value else b'"x"')
            case ast.Constant(value=bytes() as value):
                yield self._whole(node, b'b""' if value else b'b"x"')

    def _between(self, one: ast.expr, other: ast.expr, operator: bytes, new: bytes) -> Change:
        """Give the change of the operator between two parts; nothing else but brackets stands there."""
        after = self._end(one)
        found = re.compile(operator).search(self._source, after, self._start(other))
        assert found is not None, self._source[after : self._start(other)]
        return Change(found.start(), found.end(), new)

    def _whole(self, node: ast.expr | ast.stmt, new: bytes) -> Change:
        return Change(self._start(node), self._end(node), new)

    def _start(self, node: ast.expr | ast.stmt) -> int:
        return self._lines[node.lineno - 1] + node.col_offset

    def _end(self, node: ast.expr | ast.stmt) -> int:
        assert node.end_lineno is not None
        assert node.end_col_offset is not None
        return self._lines[node.end_lineno - 1] + node.end_col_offset
