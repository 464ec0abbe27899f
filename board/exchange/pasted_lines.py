"""What was pasted where no page asks for it: names of children or "I can" lines, so that it can go where it belongs."""

import re
from pathlib import Path

from board.exchange.bullets import without_bullet
from board.exchange.places import dropped_place

_LOOKED_AT = 200
"""Lines and characters of a line that are looked at."""

_STEP = re.compile(
    r"(?:[A-Z0-9.-]+ )?(?:i (?:can|know|am able)|students? (?:can|will)|swbat|ich kann|je (?:peux|sais)|"
    r"(?:yo )?(?:puedo|sé)|(?:io )?(?:posso|so)|eu (?:posso|sei)|ik kan|jag kan|jeg kan|potrafię|umiem|osaan|я (?:могу|умею))\b",
    re.IGNORECASE,
)
"""How a step begins, a code of a standard before it."""

_SENTENCE = 3
"""Words of a line, on average, from which on lines that are mostly in small letters are no names."""

_LISTS = (
    ".csv",
    ".tsv",
    ".tab",
    ".txt",
    ".zip",
    ".xlsx",
    ".xls",
    ".ods",
    ".numbers",
    ".docx",
    ".doc",
    ".odt",
    ".pages",
)
"""How files end in which names are looked for."""


def are_steps(text: str) -> bool:
    """Tell whether lines are steps and not names: most begin as "I can" does, or they are sentences in small letters.

    Args:
        text: What was pasted; a table is never steps.
    """
    lines = [without_bullet(line.strip())[:_LOOKED_AT] for line in text.splitlines() if line.strip()][:_LOOKED_AT]
    if not lines or any("\t" in line for line in lines):
        return False
    if sum(_STEP.match(line) is not None for line in lines) * 2 >= len(lines):
        return True
    words = [word for line in lines for word in line.split()]
    small = sum(word[0].islower() for word in words)
    return len(words) >= _SENTENCE * len(lines) and small * 2 > len(words)


def place_of_names(text: str) -> Path | None:
    """Give the file, folder or zip that was dropped and in which names are looked for, None where there is none.

    Args:
        text: What was pasted.
    """
    place = dropped_place(text)
    if place is None:
        return None
    try:
        is_list = place.suffix.lower() in _LISTS if place.is_file() else _holds_lists(place)
    except OSError:
        return None
    return place if is_list else None


def _holds_lists(folder: Path) -> bool:
    """Tell whether tables lie in a folder or in one of its own: a set of a school has a folder of its own now and then."""
    return any(next(folder.glob(pattern), None) is not None for pattern in ("*.[cC][sS][vV]", "*/*.[cC][sS][vV]"))
