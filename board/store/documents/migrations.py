"""Old shapes of class.json made new, one function per version; a newer shape is refused and left alone."""

import hashlib
from collections.abc import Callable, Mapping

from board.errors import Refusal
from board.store.codec import Documents

FORMAT = 2
"""The shape this version of the board writes."""

_SAYS_NO_SHAPE = "class.json does not say what shape it is in; list its earlier copies with: board restore FOLDER"


def _with_id(documents: Documents) -> Documents:
    """Give a class an id of its own: made of what two computers that do this at once both have."""
    adults = documents.get("assessors", {})
    documents["class"]["about"]["id"] = hashlib.sha256(min(adults, default="").encode()).hexdigest()[:12]
    return documents


FROM: Mapping[int, Callable[[Documents], Documents]] = {1: _with_id}
"""For each old shape the function that makes the next one of it."""


def in_todays_shape(documents: Documents, steps: Mapping[int, Callable[[Documents], Documents]] = FROM) -> Documents:
    """Give the documents in today's shape.

    Args:
        documents: What class.json holds.
        steps: The functions to go through.

    Raises:
        Refusal: They were written by a newer version, or are no class at all.
    """
    shape = shape_of(documents)
    if shape > FORMAT:
        raise Refusal("This class was used with a newer version of the board; update the board to open it.")
    while shape < FORMAT:
        if shape not in steps:
            raise Refusal(_SAYS_NO_SHAPE)
        documents = steps[shape](documents)
        shape += 1
        documents["class"]["about"]["format"] = shape
    return documents


def shape_of(documents: Documents) -> int:
    """Give the number of the shape the documents are in.

    Raises:
        Refusal: They say none.
    """
    about = documents.get("class", {}).get("about")
    shape = about.get("format") if isinstance(about, dict) else None
    if type(shape) is not int:
        raise Refusal(_SAYS_NO_SHAPE)
    return shape
