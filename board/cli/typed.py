"""What was typed behind a command, so that advice can give it back with what was missing."""

import re
import shlex
from collections.abc import Sequence

import click

_KEY = "board.typed"
_PLAIN = re.compile(r"[\w@%+=:,./-]+")
_NOT_IN_QUOTES = re.compile(r"[\"$`\\!]")


class Remembering(click.Command):
    """A command that remembers what was typed behind it."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Take note of the words before they are understood."""
        ctx.meta[_KEY] = tuple(args)
        return super().parse_args(ctx, args)


def as_typed() -> str:
    """Give what was typed behind the command that runs, so that it can be typed again; empty where it was nothing."""
    typed: Sequence[str] = click.get_current_context().meta.get(_KEY, ())
    return " ".join(map(_quoted, typed))


def _quoted(word: str) -> str:
    if _PLAIN.fullmatch(word):
        return word
    return shlex.quote(word) if _NOT_IN_QUOTES.search(word) else f'"{word}"'
