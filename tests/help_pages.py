"""Reading the help page of a screen, and what is bound there, to compare them."""

from collections.abc import Iterator
from typing import Any

from textual.binding import BindingsMap
from textual.dom import DOMNode
from textual.keys import key_to_character
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input, Static, TextArea

from alone_or_above import Above
from board.screens.parts.help import HelpScreen
from board.widgets.command import sign_of
from screen_driver import seen, until

_PLACES = {"tab", "shift+tab"}
"""Go from part to part; shown where there is more than one."""

_NOT_FOR_HANDS = {"super+c"}
"""Another name of ctrl+c in terminals that send it."""

_NO_SHELL = {"ctrl+z"}
"""Leads nowhere where no shell is behind the board, as in these tests."""


def made_by_us(node: DOMNode) -> set[str]:
    """Give the keys which the classes of the house bind on a node."""
    return {
        key
        for kind in type(node).__mro__
        if kind.__module__.startswith("board.")
        for key in BindingsMap(vars(kind).get("BINDINGS", ())).key_to_bindings
    }


def parts_of(screen: Screen[Any]) -> Iterator[DOMNode]:
    """Give everything in sight that may have keys."""
    yield screen.app
    yield screen
    yield from (one for one in screen.query("*") if all(part.display for part in one.ancestors_with_self))


def taking_keys(screen: Screen[Any]) -> Iterator[DOMNode]:
    """Give those that a key reaches now: what has the focus or holds it, and what needs none."""
    for node in parts_of(screen):
        if (
            not isinstance(node, Widget)
            or node is screen
            or not node.can_focus
            or node.has_focus
            or node.has_focus_within
        ):
            yield node


def typed(screen: Screen[Any]) -> set[str]:
    """Give the keys that only type now, or move in what is typed, and do nothing that the screen says."""
    focused = screen.focused
    if not isinstance(focused, Input | TextArea):
        return set()
    every = {key for node in parts_of(screen) for key in node._bindings.key_to_bindings}
    letters = {key for key in every if focused.check_consume_key(key, " " if key == "space" else key_to_character(key))}
    moving = {"left", "right", "home", "end", "delete", "backspace"}
    moving |= {"up", "down", "enter", "ctrl+z", "pageup", "pagedown"} if isinstance(focused, TextArea) else set()
    return letters | moving


def bound(screen: Screen[Any]) -> set[str]:
    """Give the keys that must be shown: what the screen and all that stands on it bind, and Textual's of every screen."""
    ours = {key for node in taking_keys(screen) for key in made_by_us(node)}
    here = (screen, screen.app)
    active = {key for key, one in screen.active_bindings.items() if one.node in here and one.enabled}
    off = {
        key
        for key in ours
        for one in screen._bindings.key_to_bindings.get(key, ())
        if _is_off(screen, one.action.partition("(")[0])
    }
    focusable = len(screen.focus_chain) > 1
    return (ours | active) - off - _NOT_FOR_HANDS - _NO_SHELL - typed(screen) - (set() if focusable else _PLACES)


def _is_off(screen: Screen[Any], action: str) -> bool:
    """Tell whether an action does nothing now; one of the app is asked of the app, as Textual does."""
    asked = screen.app if action.startswith("app.") else screen
    return asked.check_action(action.removeprefix("app."), ()) is False


def possible(screen: Screen[Any]) -> set[str]:
    """Give every key that any part of the screen binds, Textual's own widgets with theirs."""
    return {key for node in taking_keys(screen) for key in node._bindings.key_to_bindings}


def shown_keys(screen: HelpScreen) -> set[str]:
    """Read the keys from the page: they stand at the beginning of its lines, in bold."""
    page = screen.query_one(Static).content
    spans = [] if isinstance(page, str) else page.spans  # type: ignore[union-attr]
    plain = page if isinstance(page, str) else page.plain  # type: ignore[union-attr]
    bold = [plain[span.start : span.end] for span in spans if span.style == "bold"]
    return {key for text in bold[1:] for key in text.split()}


def missing_and_foreign(screen: Screen[Any], page: HelpScreen) -> tuple[set[str], set[str]]:
    """Give the keys the page leaves out, and those it shows that are none here."""
    shown = shown_keys(page)
    must, may = (
        {sign_of(key) for key in keys} for keys in (bound(screen), (bound(screen) | possible(screen)) - typed(screen))
    )
    return must - shown, shown - may


async def is_up(app: Above, pilot: Any, screen: Screen[Any]) -> None:
    await until(pilot, lambda: app.screen is screen and screen.is_mounted and bool(screen.active_bindings))


async def help_on(app: Above, pilot: Any, screen: Screen[Any]) -> HelpScreen:
    await is_up(app, pilot, screen)
    await pilot.pause()
    typing = isinstance(screen.focused, Input | TextArea)
    await pilot.press("f1" if typing else "question_mark")
    await until(pilot, lambda: isinstance(app.screen, HelpScreen) and bool(seen(app)) and "Esc goes back" in seen(app))
    assert isinstance(app.screen, HelpScreen)
    return app.screen
