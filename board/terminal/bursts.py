"""Whether letters that came in one read were typed or pasted.

A terminal that puts no marks around a paste sends it like typed letters, and every letter would be a key: a list of names
pasted on the board would mark children. What came at once and is too much for two hands counts as pasted.

- Twelve characters or more of more than one kind are pasted. A person types ten in a second and letters are read as they
  come, however busy the board is, so twelve at once come from a program. Over a line that stood still they may have been
  typed: in a field they stand there all the same, and on the board nothing is marked that nobody sees. Arrows between them
  come as sequences, so marks along a row are never a burst.
- A line with a word in it and more behind it are pasted, however short.
- What came right after a paste, two letters or more at once, belongs to it: the rest of a paste that was read in parts.
- One key held down, and the numbers of a center with Enter, stay keys however many came.
- A terminal that marks its pastes is no exception: the letters of an answer that has lost its ESC come from there too
  (microsoft/terminal#19282).
"""

import re

MANY = 12
"""Characters in one read that two hands don't type."""

_CENTER = re.compile(r"[0-9]+[\r\n]?")
_WORD_ABOVE = re.compile(r"[^\W\d_]{2}.*[\r\n]+[^\r\n]")


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
    return may_be_pasted(letters) and (len(letters) >= MANY or bool(_WORD_ABOVE.search(letters)))


def may_be_pasted(letters: str) -> bool:
    """Tell whether letters may be the beginning of something pasted: more than one kind, and no numbers of a center.

    Args:
        letters: What came in one read.
    """
    return letters != letters[:1] * len(letters) and not _CENTER.fullmatch(letters)
