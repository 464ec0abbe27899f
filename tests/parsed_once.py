"""Looks are parsed once for all apps of a test run: each app alone would spend a tenth of its time on the very same text."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from unittest.mock import patch

from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet


@contextmanager
def parsed_once() -> Iterator[None]:
    """Let apps share what was parsed, as one app does with its own; another theme has other variables, and rules of its own."""
    parse, known = Stylesheet._parse_rules, dict[tuple[Any, ...], list[RuleSet]]()

    def parsed(sheet: Stylesheet, css: str, *where: Any, **how: Any) -> list[RuleSet]:
        key = (css, where, tuple(sorted(how.items())), frozenset(sheet._variables.items()))
        if key not in known:
            known[key] = parse(sheet, css, *where, **how)
        return known[key]

    with patch.object(Stylesheet, "_parse_rules", parsed):
        yield
