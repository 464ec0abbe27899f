"""Old shapes of class.json made new, one function per version; a newer shape is refused and left alone."""

from collections.abc import Callable, Mapping

from board.errors import Refusal
from board.store.storage import Documents

FORMAT = 1
"""The shape this version of the board writes."""

FROM: Mapping[int, Callable[[Documents], Documents]] = {}
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
        raise Refusal("class.json does not say what shape it is in; put a copy of it from the backups folder back.")
    return shape
