"""Whether letters that came in one read were typed or pasted.

A terminal that puts no marks around a paste sends it like typed letters, and every letter would be a key: a list of names
pasted on the board would mark children. What came at once and is too much for two hands counts as pasted.

- Twelve characters or more of more than one kind are pasted. A person types ten in a second and the letters are read as they
  come, so twelve at once come only from a program. Over a slow line they may have been typed: then they are a paste that the
  board speaks of, and no mark that nobody meant.
- Two lines of words are pasted, however short.
- One key held down, and the numbers of a center with Enter, stay keys however many came.
- Where the terminal is known to mark its pastes, what comes without marks was typed and stays keys.
"""

import re

MANY = 12
"""Characters in one read that two hands don't type."""

_CENTER = re.compile(r"[0-9]+[\r\n]?")
_WORD = re.compile(r"[^\W\d_]{2}")
_LINE = re.compile(r"[\r\n]+")


def is_letter(character: str) -> bool:
    """Tell whether a character can stand in a text that is pasted.

    Args:
        character: One character.
    """
    return character.isprintable() or character in "\r\n\t"


def is_pasted(letters: str) -> bool:
    """Tell whether letters were pasted.

    Args:
        letters: What came in one read, between keys that are no letters.
    """
    if letters == letters[:1] * len(letters) or _CENTER.fullmatch(letters):
        return False
    lines = [line for line in _LINE.split(letters) if line]
    words = [line for line in lines if _WORD.search(line)]
    return len(letters) >= MANY or (len(lines) > 1 and len(lines) == len(words))
