"""What was pasted where no page asks for it: names of children or "I can" lines, so that it can go where it belongs."""

import re
from enum import Enum
from pathlib import Path

from board.exchange.bullets import without_bullet
from board.exchange.places import DOCUMENTS, LISTS, dropped_place, is_place
from board.exchange.steps.standards import sure_code, without_codes

_LOOKED_AT = 200
"""Lines and characters of a line that are looked at."""

_STEP = re.compile(
    r"(?:i (?:can|know|am able)|students? (?:can|will)|swbat|ich kann|je (?:peux|sais)|"
    r"(?:yo )?(?:puedo|sé)|(?:io )?(?:posso|so)|eu (?:posso|sei)|ik kan|jag kan|jeg kan|potrafię|umiem|osaan|я (?:могу|умею))\b",
    re.IGNORECASE,
)
"""How a step begins."""

_SENTENCE = 3
"""Words of a line, on average, from which on lines that are mostly in small letters are no names."""


class Kind(Enum):
    """What was pasted."""

    NAMES = "names"
    """Several lines with names or a table, or the place of a list."""
    STEPS = "steps"
    OTHER = "other"
    """One line, or files that hold no names."""


def are_steps(text: str) -> bool:
    """Tell whether lines are steps and not names.

    Most hold codes of standards, each its own, or begin as "I can" does, or they are sentences in small letters.

    Args:
        text: What was pasted; a table without codes is never steps.
    """
    lines = [without_bullet(line.strip())[:_LOOKED_AT] for line in text.splitlines() if line.strip()][:_LOOKED_AT]
    if 2 * len({sure_code(line) for line in lines} - {""}) > len(lines):
        return True
    if not lines or any("\t" in line for line in lines):
        return False
    if sum(_STEP.match(without_codes(line).words) is not None for line in lines) * 2 >= len(lines):
        return True
    words = [word for line in lines for word in line.split()]
    small = sum(word[0].islower() for word in words)
    return len(words) >= _SENTENCE * len(lines) and small * 2 > len(words)


def kind_of(text: str, *, opens_files: bool = True) -> Kind:
    """Tell what was pasted; several files that were dropped are neither names nor steps.

    Args:
        text: What was pasted, or the place of what was dropped.
        opens_files: Whether the places of files are looked at; never where somebody far from this computer pastes.
    """
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if opens_files and place_of_names(text) is not None:
        return Kind.NAMES
    if len(lines) < 2 or is_place(lines[0]):  # noqa: PLR2004 - one line has a place where it was pasted
        return Kind.OTHER
    return Kind.STEPS if are_steps(text) else Kind.NAMES


def place_of_names(text: str) -> Path | None:
    """Give the file, folder or zip that was dropped and in which names are looked for, None where there is none.

    Args:
        text: What was pasted.
    """
    place = _only_place(text)
    if place is None:
        return None
    try:
        is_list = place.suffix.lower() in (*LISTS, *DOCUMENTS) if place.is_file() else _holds_lists(place)
    except OSError:
        return None
    return place if is_list else None


def place_of_set(text: str) -> Path | None:
    """Give the folder or zip that was dropped, in which the set of a school may lie, None where there is none.

    Args:
        text: What was pasted.
    """
    place = _only_place(text)
    try:
        return place if place is not None and (place.is_dir() or place.suffix.lower() == ".zip") else None
    except OSError:
        return None


def _only_place(text: str) -> Path | None:
    """Give the place a text is, and nothing else: a child may be called as a folder of the user."""
    line = text.strip()
    return dropped_place(line) if len(line.splitlines()) == 1 and is_place(line) else None


def _holds_lists(folder: Path) -> bool:
    """Tell whether tables lie in a folder or in one of its own: a set of a school has a folder of its own now and then."""
    return any(next(folder.glob(pattern), None) is not None for pattern in ("*.[cC][sS][vV]", "*/*.[cC][sS][vV]"))
