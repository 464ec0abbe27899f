"""Which way the letters of a line run."""

import unicodedata
from collections.abc import Iterator, Sequence

_TURNED = ("R", "AL", "AN")


def runs_from_right(text: str) -> bool:
    """Tell whether a text begins at the right: the first letter that has a direction decides."""
    kinds = (unicodedata.bidirectional(char) for char in text)
    return next((kind for kind in kinds if kind in ("L", "R", "AL")), "L") != "L"


def levels(text: str, *, from_right: bool) -> tuple[int, ...]:
    """Give how deep each character lies in text of the other direction: even runs from the left, odd from the right.

    Args:
        text: One line without marks of direction; `clean` takes them out.
        from_right: Whether the line begins at the right.
    """
    if not from_right and not any(unicodedata.bidirectional(char) in _TURNED for char in text):
        return (0,) * len(text)
    resolved = iter(_resolved(text, from_right=from_right))
    found: list[int] = []
    for char in text:
        joins = unicodedata.bidirectional(char) == "BN"  # left out of the resolving, by rule X9
        found.append((found[-1] if found else int(from_right)) if joins else next(resolved))
    return tuple(found)


def _resolved(text: str, *, from_right: bool) -> Iterator[int]:
    from bidi import algorithm  # noqa: PLC0415 - only a text that has letters from right to left needs it

    storage = algorithm.get_empty_storage()
    storage["base_level"] = int(from_right)
    algorithm.get_embedding_levels(text, storage)
    algorithm.explicit_embed_and_overrides(storage)
    algorithm.resolve_weak_types(storage)
    algorithm.resolve_neutral_types(storage, debug=False)
    algorithm.resolve_implicit_levels(storage, debug=False)
    return (char["level"] for char in storage["chars"])


def from_left_to_right(depths: Sequence[int]) -> list[int]:
    """Give the places of pieces of a line in the order in which they stand on the page.

    Args:
        depths: The level of each piece, in the order in which they are read.
    """
    order = list(range(len(depths)))
    for depth in range(max(depths, default=0), 0, -1):
        at = 0
        while at < len(order):
            end = at
            while end < len(order) and depths[order[end]] >= depth:
                end += 1
            order[at:end] = reversed(order[at:end])
            at = max(end, at + 1)
    return order
