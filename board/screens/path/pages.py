"""The pages of a child's own screen: what there is to press on each, and what each of it does."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from board.art.child_signs import way_sign
from board.mastery.path_map import ChildMap, MapSpot, Way
from board.screens.drawing.tile_page import Press, Pressed, turned_to
from board.widgets.path_tiles import BigTile
from board.words import child_path
from board.words.outcomes.to_child import ASKED_ENOUGH, CHANGED_OFTEN, NOT_NOW, TEACHER_LOOKS

_FEWEST = 2
"""Tiles for what may be chosen at the least: a step, and one to turn the page."""

MOST_WAYS = 7
"""Ways with a tile of their own: with one for any other way and one to go back, as many as there are digits."""


class Page(NamedTuple):
    """What a child looks at.

    Attributes:
        tiles: What there is to press.
        presses: What each of them does.
        pictures: What is shown above them.
        words: What is said above them, the first line bold.
        step: Id of the step it is about, empty where the child looks at its road, or at all its stickers.
        first: Number of the tile the child is on at first: never one that takes back what it has just said.
        steps: On the road, the ids of the steps that may be chosen here, in the order of their tiles.
        is_road: Whether the road stands above it.
        is_large: Whether its picture is shown as large as there is room.
    """

    tiles: tuple[BigTile, ...]
    presses: tuple[Press, ...]
    pictures: tuple[BigTile, ...] = ()
    words: tuple[str, ...] = ()
    step: str = ""
    first: int = 0
    steps: tuple[str, ...] = ()
    is_road: bool = False
    is_large: bool = False


class Wishes(NamedTuple):
    """What a child can wish for, each done by the screen.

    Attributes:
        open: Look at a step that is offered.
        turn: Look at further steps that may be chosen.
        choose_way: Choose how to show it.
        ask: Ask to be seen in a way.
        back: Go back.
        refused: Say why the child may not ask to be seen now, empty where it may.
        on_road: Gives what there is on the road beside the steps.
        about_step: Gives what there is to do with a step beside wanting and showing it.
        want: Want to work on it next, or not any more; None where nobody knows who wishes.
        take_back: Take the request back.
    """

    open: Callable[[MapSpot], object]
    turn: Press
    choose_way: Callable[[MapSpot], object]
    ask: Callable[[MapSpot, str], object]
    back: Press
    refused: Callable[[MapSpot], str]
    on_road: Callable[[ChildMap], Sequence[Pressed]]
    about_step: Callable[[MapSpot], Sequence[Pressed]]
    want: Callable[[MapSpot], object] | None = None
    take_back: Callable[[MapSpot], object] | None = None


def road_page(seen: ChildMap, wishes: Wishes, turned: int, room: int) -> Page:
    """Give the page with the road: what may be chosen next, and what has grown.

    Args:
        seen: The child's map.
        wishes: What the child can wish for.
        turned: How often it looked at further steps, where there are more than have room.
        room: How many tiles have room.
    """
    more = wishes.on_road(seen)
    shown = turned_to(seen.choices, max(_FEWEST, room - len(more)), turned)
    both = [(_tile(spot), _pressed(wishes.open, spot)) for spot in shown]
    if len(shown) < len(seen.choices):
        both.append((BigTile(child_path.MORE, "on"), wishes.turn))
    both += more
    words = child_path.growth_words(seen) or (child_path.choice_words(seen),)
    grown = (child_path.grown_words(seen.grown.step),) if seen.grown is not None else ()
    return Page(
        tuple(tile for tile, _ in both),
        tuple(press for _, press in both),
        tuple(_grown(seen)),
        (*words, *grown, child_path.next_to_open(seen)),
        steps=tuple(spot.step.id for spot in shown),
        is_road=True,
    )


def step_page(spot: MapSpot, wishes: Wishes) -> Page:
    """Give the page about a step: the child wants it, is ready, or takes that back."""
    both: list[Pressed] = []
    if wishes.want is not None:
        want = BigTile(child_path.NOT_THIS_NOW, "heart_off") if spot.wanted else BigTile(child_path.I_WANT_TO, "want")
        both.append((want, _pressed(wishes.want, spot)))
    if wishes.take_back is not None and spot.asked and not spot.someone_else:
        both.append((BigTile(child_path.TAKE_BACK, "not_yet"), _pressed(wishes.take_back, spot)))
    elif not spot.asked:
        why = wishes.refused(spot)
        rests = (_REFUSED.get(why, "rest"),) if why else ()
        both.append((BigTile(child_path.IM_READY, "ready", beside=rests), _pressed(wishes.choose_way, spot)))
    both += wishes.about_step(spot)
    page = _with_back(both, spot, wishes)
    first = len(both) if spot.asked else int(spot.wanted)
    return page._replace(first=first)


def ways_page(spot: MapSpot, wishes: Wishes) -> Page:
    """Give the page with the ways to show a step."""
    both: list[Pressed] = [
        (BigTile(way.words, _sign(way)), lambda way=way.words: wishes.ask(spot, way))  # type: ignore[misc]
        for way in spot.ways[:MOST_WAYS]
    ]
    both.append((BigTile(child_path.ANY_WAY, "any"), lambda: wishes.ask(spot, "")))
    return _with_back(both, spot, wishes)


def said_page(said: str, step: str, back: Press) -> Page:
    """Give the page that says in a child's words what can't be now, or what an adult has to say first."""
    sign = _REFUSED.get(said, "seen")
    return Page((BigTile(child_path.I_HEARD, "back"),), (back,), (BigTile("", sign),), (said,), step)


_REFUSED = {NOT_NOW: "rest", ASKED_ENOUGH: "enough", CHANGED_OFTEN: "two", TEACHER_LOOKS: "seen"}
"""The signs of what can't be now."""


def _sign(way: Way) -> str:
    return way_sign(way.kind.value, way.picture)


def _with_back(both: Sequence[Pressed], spot: MapSpot, wishes: Wishes) -> Page:
    title = (spot.step.title, spot.step.i_can) if spot.step.i_can != spot.step.title else (spot.step.title,)
    return Page(
        (*(tile for tile, _ in both), BigTile(child_path.GO_BACK, "back")),
        (*(press for _, press in both), wishes.back),
        tuple(_about(spot)),
        (*title, child_path.spot_words(spot)),
        spot.step.id,
    )


def _about(spot: MapSpot) -> Iterator[BigTile]:
    """Give the picture of a step, and the signs of how it stands."""
    yield _tile(spot)._replace(beside=())
    yield from (BigTile("", beside) for beside in _beside(spot))


def _tile(spot: MapSpot) -> BigTile:
    return BigTile(spot.step.title, "step", spot.step, spot.own, beside=_beside(spot))


def _beside(spot: MapSpot) -> tuple[str, ...]:
    """Give the signs of how a step stands: two see it, one is called and how it is shown, a tip, wanted."""
    if spot.someone_else:
        return ("two",)
    if spot.asked:
        return ("seen",) if spot.way is None else (_sign(spot.way), "seen")
    if spot.tip:
        return ("tip",)
    return ("want",) if spot.wanted else ()


def _grown(seen: ChildMap) -> Iterator[BigTile]:
    """Give the newest sticker, and the first picture beside the one there is now."""
    newest = seen.newest
    if newest is not None and newest.sticker is not None:
        yield BigTile("", "step", newest.step, newest.sticker.face, earned=True)
    if seen.grown is not None:
        step, first, now = seen.grown
        yield BigTile("", "step", step, first, earned=True)
        yield BigTile("", "on", earned=True)
        yield BigTile("", "step", step, now, earned=True)


def _pressed(wish: Callable[[MapSpot], object], spot: MapSpot) -> Press:
    return lambda: wish(spot)
