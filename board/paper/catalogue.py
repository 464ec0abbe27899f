"""What can be printed: every kind of page, in the order in which it is offered."""

from board.paper.kind import PageKind
from board.paper.kinds.for_children import FOR_CHILDREN
from board.paper.kinds.for_the_teacher import FOR_THE_TEACHER
from board.paper.kinds.for_the_wall import FOR_THE_WALL

_KINDS = (*FOR_THE_WALL, *FOR_CHILDREN, *FOR_THE_TEACHER)


def kinds() -> tuple[PageKind, ...]:
    """Give every kind that can be printed, by purpose."""
    return _KINDS


def is_kind(name: str) -> bool:
    """Tell whether a kind is called so."""
    return any(kind.name == name for kind in kinds())


def kind_called(name: str) -> PageKind:
    """Give the kind of a name, one for which `is_kind` is true."""
    return next(kind for kind in kinds() if kind.name == name)
