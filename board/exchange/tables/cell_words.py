"""The words that stand in cells: for children and adults, for those who are there and away, for yes and no."""

import tomllib
from pathlib import Path

from board.exchange.tables.words import plain

_TABLE = {
    name: frozenset(words.split())
    for name, words in tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8")).items()
}
_TOGETHER = {
    "role": _TABLE["adults"] | _TABLE["children"],
    "status": _TABLE["away"] | _TABLE["here"],
    "yes_no": _TABLE["yes"] | _TABLE["no"],
}
_WORDS = {**_TABLE, **_TOGETHER}


def is_word(kind: str, cell: str) -> bool:
    """Tell whether a cell is one of the words of a kind.

    Args:
        kind: "adults", "children" or both as "role"; "away", "here" or both as "status"; "yes", "no" or both as "yes_no";
            "test_students", "gender" or "grade".
        cell: What stands in it.
    """
    return plain(cell) in _WORDS[kind]
