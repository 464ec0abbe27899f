"""The order of a table as a field of each document, so that two computers may add and move at once. Pure."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any

_PLACE = "place"

_FAR = float(1 << 53)
"""Places beyond this are none: two beside each other would be one."""


def placed(table: Mapping[str, Any], name: str) -> dict[str, Any]:
    """Give a table in which every document has a place; one that says none stands where it is written, or at the end.

    Args:
        table: Documents by id, in the order they are written.
        name: The table's name; what is said about the class has no order.
    """
    unplaced = [id_ for id_, doc in table.items() if _is_listed(doc) and place_of(doc) is None]
    if name == "class" or not unplaced:
        return dict(table)
    last = max((place for doc in table.values() if (place := place_of(doc)) is not None), default=-1)
    found = {id_: int(last // 1) + number for number, id_ in enumerate(unplaced, 1)}
    return {id_: {**doc, _PLACE: found[id_]} if id_ in found else doc for id_, doc in table.items()}


def place_of(doc: Any) -> float | None:
    """Give the place a document says, None when it says none."""
    place = doc.get(_PLACE) if isinstance(doc, dict) else None
    if not isinstance(place, int | float) or isinstance(place, bool):
        return None
    return place if abs(place) < _FAR else None


def in_order(table: Mapping[str, Any]) -> dict[str, Any]:
    """Give the documents in their order; of two with one place the lesser id goes first, on every computer."""

    def key(row: tuple[str, Any]) -> tuple[float, str]:
        place = place_of(row[1])
        return (float("inf") if place is None else place, row[0])

    return dict(sorted(table.items(), key=key))


def moved(order: Sequence[str], places: Mapping[str, float | None]) -> dict[str, float]:
    """Give new places to as few as possible, so that all stand in this order.

    Args:
        order: Ids as they shall stand.
        places: The places of those that stood there before.
    """
    known = {id_: place for id_ in order if (place := places.get(id_)) is not None}
    stays = set(_longest_rising([id_ for id_ in order if id_ in known], known))
    new: dict[str, float] = {}
    waiting: list[str] = []
    last: float | None = None
    for id_ in order:
        if id_ not in stays:
            waiting.append(id_)
            continue
        between = _between(last, known[id_], len(waiting))
        if between is None:  # no room before it, so it moves on, too
            waiting.append(id_)
            continue
        new |= dict(zip(waiting, between, strict=True))
        last, waiting = known[id_], []
    start = -1 if last is None else int(last // 1)
    return new | {id_: start + number for number, id_ in enumerate(waiting, 1)}


def _between(low: float | None, high: float, count: int) -> list[float] | None:
    """Give places between two, None when there is no room for so many."""
    if not count:
        return []
    if low is None:
        top = int(high // 1)
        return [top - count + number for number in range(count)]
    found = [low + (high - low) * number / (count + 1) for number in range(1, count + 1)]
    rises = all(one < next_ for one, next_ in pairwise([low, *found, high]))
    return found if rises else None


def _longest_rising(ids: Sequence[str], places: Mapping[str, float]) -> list[str]:
    """Give the most of these that stand in their order already."""
    tops: list[tuple[float, str]] = []
    ends: list[int] = []
    before: list[int | None] = []
    for at, id_ in enumerate(ids):
        key = (places[id_], id_)
        length = bisect_left(tops, key)
        before.append(ends[length - 1] if length else None)
        tops[length : length + 1] = [key]
        ends[length : length + 1] = [at]
    rising: list[str] = []
    at_end = ends[-1] if ends else None
    while at_end is not None:
        rising.append(ids[at_end])
        at_end = before[at_end]
    return rising[::-1]


def _is_listed(doc: Any) -> bool:
    return isinstance(doc, dict) and doc.get("gone") is not True
