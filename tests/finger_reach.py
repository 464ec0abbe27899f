"""Which of the things one can do on a screen a finger reaches, and which only a keyboard."""

from collections.abc import Iterator
from typing import Any

from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Button

from board.screens.parts.help import HelpScreen
from board.screens.parts.keys_here import keys_here
from board.widgets.command import Command, HasKeys, KeyGroup, commands_of
from board.widgets.key_bar import KeyBar
from board.widgets.key_rows import KeyRows
from board.widgets.studio_tiles import Tiles

Groups = tuple[KeyGroup, ...]

_LIST = frozenset({"cursor_up", "cursor_down", "select", "first", "last", "page_up", "page_down", "command_list"})
_TILES = frozenset({"go", "row", "road", "press", "press_here", "choose", "digit", "back"})
TAPPED_ITSELF = {
    "OptionList": _LIST,
    "Widget": frozenset({"focus_next", "focus_previous"}),
    "BigTiles": _TILES,
    "Covering": _TILES,
    "PathRoad": _TILES,
    "SignBoard": _TILES,
    "Keypad": frozenset({"digit", "done", "erase", "give_up"}),
    "Input": frozenset({"paste"}),
    "PixelCanvas": frozenset({"pen", "move"}),
    "ColourChips": frozenset({"colour", "next_colour"}),
    "ChoiceRows": frozenset({"go", "turn", "take", "type"}),
    "PageCatalogue": frozenset({"to_choices", "page"}),
    "TouchBar": frozenset({"adult"}),
}
"""What a finger does without a button, where a widget is there: it taps the row, the tile or the part itself, or scrolls.

On a keypad the key that takes digits away goes back once there are none; what is pasted is pasted by the browser.
"""

OTHERWISE: dict[str, frozenset[str]] = {
    "CaptionScreen": frozenset({"keep", "leave"}),
    "DrawScreen": frozenset({"done", "leave", "caption", "big_tiles"}),
}
"""What a button of another name does."""


def does(command: Command) -> str:
    """Give the name of the action of a command, without what it is done to."""
    return command.action.partition("(")[0].rpartition(".")[2]


def in_sight(screen: Screen[Any], kind: type[Widget]) -> Iterator[Any]:
    """Give the widgets of a kind that are on a screen."""
    for widget in screen.query(kind):
        if widget.region and all(part.display for part in widget.ancestors_with_self):
            yield widget


def buttons(screen: Screen[Any]) -> set[str]:
    """Give the actions that have a button or tile of their own."""
    found = {button.command.action for bar in in_sight(screen, KeyBar) for button in bar._buttons}
    found |= {command.action for rows in in_sight(screen, KeyRows) for command in rows._commands if rows._boxes}
    found |= {tile.command.action for tiles in in_sight(screen, Tiles) for tile in tiles.tiles}
    return found | {str(button.action).removeprefix("screen.") for button in in_sight(screen, Button) if button.action}


def has_menu(screen: Screen[Any]) -> bool:
    """Tell whether everything else one can do is opened by a button."""
    return "help" in buttons(screen) and screen.check_action("help", ()) is not False


def out_of_reach(screen: Screen[Any], menu: Groups | None) -> list[str]:
    """Name what one can do on a screen and what no finger reaches.

    What is there on every screen of the app is reached from the screen below, where this one has no menu.

    Args:
        screen: The screen.
        menu: What stands in its menu, None where it has none.
    """
    here = keys_here(screen, screen.keys if isinstance(screen, HasKeys) else ()).groups
    shown, own = buttons(screen), OTHERWISE.get(type(screen).__name__, frozenset())
    listed = set() if menu is None else {command.action for command in commands_of(menu)}
    kinds = {kind for widget in screen.query("*") for kind in widget._css_type_names} | {"Widget"}
    tapped = frozenset[str]().union(*(does for kind, does in TAPPED_ITSELF.items() if kind in kinds))
    return [
        f"{command.words} ({command.action})"
        for command in commands_of(here)
        if not (menu is None and command.action.startswith("app."))
        if command.action not in shown | listed and does(command) not in own | tapped and does(command) != "help"
    ]


def menu_of(screen: HelpScreen) -> Groups:
    """Give what stands in a menu."""
    return screen._here.groups
