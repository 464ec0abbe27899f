"""Texts on their way out: what steers a terminal, or turns or hides what is written, stays here."""

import json
import re
from typing import Any

_CONTROLS = "\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff"
"""Control characters, but for line ends and tabs, and halves of letters."""

_HIDING = "\xad\u061c\u180e\u200b\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e0fff"
"""What turns a sentence round or is not seen. Joiners and marks of direction stay: names need them, and they move nothing else."""

_STEERING = re.compile(f"[{_CONTROLS}{_HIDING}]")
_BREAKING = re.compile(f"[\t\n{_CONTROLS}{_HIDING}]")


def harmless(text: str) -> str:
    """Give a text as a terminal may be sent it, with its line ends and tabs.

    Args:
        text: What is to be said; names, notes and names of files in it may hold anything.
    """
    return _STEERING.sub("", text)


def harmless_line(text: str) -> str:
    """Give a piece of a line as it may be painted: no line end and no tab either; it takes as many cells as before."""
    return _BREAKING.sub("", text) if _BREAKING.search(text) else text


def harmless_json(value: Any) -> str:
    """Give a value as JSON for a script, which gets everything, and for a terminal, which is not steered by it.

    Args:
        value: What `json.dumps` takes.
    """
    text = json.dumps(value, ensure_ascii=False, indent=1)
    return _STEERING.sub(lambda found: json.dumps(found[0])[1:-1], text)
