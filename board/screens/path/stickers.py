"""A child's stickers on its own screen: all it has, a page at a time, and one of them with what it can do about it."""

from collections.abc import Callable
from typing import NamedTuple

from board.mastery.path_map import ChildMap, MapSpot
from board.screens.drawing.tile_page import Press, Pressed, turned_to
from board.screens.path.pages import Page
from board.widgets.path_tiles import BigTile
from board.words import MY_PICTURE_SHOWS, child_path


class StickerWishes(NamedTuple):
    """What a child can wish for among its stickers, each done by the screen.

    Attributes:
        look: Look at one of them.
        turn: Turn the page.
        make: Gives what can be made of the picture of a step: drawn, brought, told.
        words: Gives what the child says about its picture of a step, or empty.
        back: Go back to the road.
        all: Go back to all of them.
    """

    look: Callable[[MapSpot], object]
    turn: Press
    make: Callable[[MapSpot], list[Pressed]]
    words: Callable[[MapSpot], str]
    back: Press
    all: Press


def stickers_page(seen: ChildMap, wishes: StickerWishes, turned: int, room: int) -> Page:
    """Give the page with a child's stickers, the newest first.

    Args:
        seen: The child's map.
        wishes: What the child can wish for.
        turned: How often it turned the page.
        room: How many tiles have room.
    """
    earned = [spot for step in seen.can if (spot := seen.spot(step.id)) is not None and spot.sticker is not None]
    shown = turned_to(earned, room - 1, turned)
    both: list[Pressed] = [(_sticker(spot), lambda spot=spot: wishes.look(spot)) for spot in shown]  # type: ignore[misc]
    both.append((BigTile(child_path.GO_BACK, "back"), wishes.back))
    if len(shown) < len(earned):
        both.append((BigTile(child_path.MORE, "on"), wishes.turn))
    tiles, presses = zip(*both, strict=True)
    return Page(tiles, presses, (BigTile("", "stickers"),), (child_path.MY_STICKERS, *child_path.can_words(seen)))


def sticker_page(spot: MapSpot, wishes: StickerWishes) -> Page:
    """Give the page with one sticker, as large as there is room, and what can be made of it."""
    both = [*wishes.make(spot), (BigTile(child_path.GO_BACK, "back"), wishes.all)]
    said = wishes.words(spot)
    words = (spot.step.title, MY_PICTURE_SHOWS, said) if said else (spot.step.title, spot.step.i_can)
    return Page(
        tuple(tile for tile, _ in both),
        tuple(press for _, press in both),
        (_sticker(spot),),
        words,
        spot.step.id,
        is_large=True,
    )


def _sticker(spot: MapSpot) -> BigTile:
    face = None if spot.sticker is None else spot.sticker.face
    return BigTile(spot.step.title, "step", spot.step, face, earned=True)
