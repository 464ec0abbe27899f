"""A TOML table read key by key; everything unexpected is said with the key and the fix."""

import difflib
from collections.abc import Iterable, Mapping
from typing import Any

from board.counting import listed
from board.errors import Refusal
from board.mastery.people import clean_line


class BadFile(Refusal):
    """A file that does not say what it must; the sentence names the place and the fix."""


_LARGEST, _MOST_DIGITS = 999_999_999, 9
"""The largest number that is shown as it is, and its digits; Python writes none out with more than 4,300."""

Lines = Mapping[tuple[str | int, ...], int]
"""The lines of a file, from 1, by the way to the table or key that stands there."""


class Table:
    """One table of a TOML file.

    Args:
        values: What it holds.
        place: Where it stands, in the words of an error: 'levels 2 ("Place value"), step 1'.
        lines: The line of every table and key of the file, where they are known.
        trail: The way to this table in them.
    """

    def __init__(
        self, values: dict[str, Any], place: str, lines: Lines | None = None, trail: tuple[str | int, ...] = ()
    ) -> None:
        self._values = values
        self.place = place
        self._lines = lines or {}
        self._trail = trail

    def __contains__(self, key: str) -> bool:
        return key in self._values

    def at(self, key: str) -> str:
        """Give the place of a key in the words of an error, with its line or that of its table where it is known."""
        line = self._lines.get((*self._trail, key), self._lines.get(self._trail))
        return self.place if line is None else f"{self.place}, line {line}"

    def only(self, known: Iterable[str], strays: Mapping[str, str] | None = None) -> None:
        """Refuse keys that mean nothing here, with the nearest that would.

        Args:
            known: The keys that mean something.
            strays: What to say of keys that belong elsewhere.
        """
        keys, strays = sorted(known), strays or {}
        for key in self._values:
            if key not in keys:
                typed = clean_line(key)
                near = difflib.get_close_matches(key, keys, 1)
                if key in strays:
                    raise BadFile(f'{self.at(key)}: "{typed}" is not a key here; {strays[key]}')
                if near:
                    raise BadFile(f'{self.at(key)}: "{typed}" is not a key here; did you mean "{near[0]}"?')
                raise BadFile(f'{self.at(key)}: "{typed}" is not a key here; the keys here are {", ".join(keys)}.')

    def text(self, key: str, default: str | None = None) -> str:
        """Give a text that is not empty; without a default the key must be there."""
        value = self._values.get(key, default)
        if value is None:
            raise BadFile(f'{self.at(key)}: "{key}" is missing; add a line such as {key} = "..."')
        if not isinstance(value, str):
            raise BadFile(
                f'{self.at(key)}: "{key}" must be text in quotation marks, such as {key} = "{_worded(value)}"'
            )
        text = clean_line(value)
        if not text and default is None:
            raise BadFile(f'{self.at(key)}: "{key}" is empty; write something between its quotation marks.')
        return text

    def texts(self, key: str) -> tuple[str, ...]:
        """Give a list of texts, empty when the key is not there."""
        value = self._values.get(key, [])
        if not (isinstance(value, list) and all(isinstance(text, str) and clean_line(text) for text in value)):
            raise BadFile(f'{self.at(key)}: "{key}" must be a list of texts, such as {key} = {_listed(value)}')
        return tuple(clean_line(text) for text in value)

    def number(self, key: str) -> int | None:
        """Give a whole number from 1 up, None when the key is not there."""
        value = self._values.get(key)
        if isinstance(value, str) and value.strip().isdecimal():
            meant = int(value) if len(value) <= _MOST_DIGITS else 3
            raise BadFile(f'{self.at(key)}: "{key}" is a number; write it without quotation marks: {key} = {meant}')
        if type(value) is int and _is_long(value):
            raise BadFile(f'{self.at(key)}: "{key}" is larger than any class needs; write a number such as {key} = 3')
        if value is not None and (type(value) is not int or value < 1):
            raise BadFile(f'{self.at(key)}: "{key}" must be a whole number from 1 up, such as {key} = 3')
        return value

    def yes_no(self, key: str, *, default: bool) -> bool:
        """Give true or false, as the default has it when the key is not there."""
        value = self._values.get(key, default)
        if not isinstance(value, bool):
            raise BadFile(f'{self.at(key)}: "{key}" is true or false, without quotation marks: {key} = true')
        return value

    def table(self, key: str, place: str, line: str) -> "Table | None":
        """Give a table inside this one, None when the key is not there.

        Args:
            key: Its name.
            place: Where it stands, for errors.
            line: The line that would start it.
        """
        value = self._values.get(key)
        if value is not None and not isinstance(value, dict):
            raise BadFile(f'{self.at(key)}: "{key}" must be one table; start it with a line {line}')
        return None if value is None else Table(value, place, self._lines, (*self._trail, key))

    def tables(self, key: str, place: str, line: str) -> list["Table"]:
        """Give the tables of a list, each placed by its number and title.

        Args:
            key: Name of the list.
            place: Where they stand, for errors.
            line: The line that would start each.
        """
        value = self._values.get(key, [])
        if not (isinstance(value, list) and all(isinstance(one, dict) for one in value)):
            raise BadFile(f'{self.at(key)}: "{key}" must be tables; start each with a line {line}')
        return [
            Table(one, f"{place} {number}{_titled(one)}", self._lines, (*self._trail, key, number - 1))
            for number, one in enumerate(value, 1)
        ]


def _worded(value: object) -> str:
    """Give a value that is no text as somebody would type it as one."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return listed([_worded(one) for one in value]) or "..."
    is_odd = isinstance(value, dict) or (isinstance(value, int) and _is_long(value))
    return "..." if is_odd else clean_line(str(value))


def _is_long(number: int) -> bool:
    return abs(number) > _LARGEST


def _listed(value: object) -> str:
    return f'["{clean_line(value)}"]' if isinstance(value, str) and value.strip() else '["...", "..."]'


def _titled(values: dict[str, Any]) -> str:
    title = values.get("title", values.get("id"))
    return f' ("{clean_line(title)}")' if isinstance(title, str) else ""
