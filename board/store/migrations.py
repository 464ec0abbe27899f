"""Old shapes of class.json made new, one function per version; a newer shape is refused and left alone."""

from collections.abc import Callable, Mapping

from board.errors import Refusal
from board.store.codec import Documents

FORMAT = 1
"""The shape this version of the board writes."""

_SAYS_NO_SHAPE = "class.json does not say what shape it is in; list its earlier copies with: board restore FOLDER"

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
