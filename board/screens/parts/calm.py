"""Screens that one key too many can't hurt: to leave twice is to leave once, and what comes after that goes nowhere."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, ClassVar, Protocol, TypeVar, runtime_checkable

from textual import events, messages
from textual.await_complete import AwaitComplete
from textual.binding import BindingsMap
from textual.css.query import NoMatches
from textual.dom import DOMNode
from textual.message import Message
from textual.screen import ModalScreen, Screen, ScreenResultType

from board.screens.parts.keys_here import HELP
from board.screens.parts.later import Later
from board.widgets.command import HasKeys, KeyGroup, bindings

_Result = TypeVar("_Result")


class Calm(HasKeys, Screen[ScreenResultType]):
    """A screen that is left once, and only from the top.

    A chattering key, a double click, or keys that piled up while the app was busy ask a second time; Textual would then
    take the screen below away, and with the last one the app.
    """

    BINDINGS = bindings((KeyGroup("Everywhere", (HELP,)),))
    NO_PLACE: ClassVar[str] = "Nothing can be pasted here."
    """Said where pasted text has no place."""

    _has_left = False
    """Whether it is leaving: nothing that a hand does counts here any more."""

    _leaves_with: tuple[Any] | None = None
    """What it is left with as soon as nothing lies on top of it, None while it stays."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.later = Later(self, lambda: self.is_active and not self._has_left and self.app.is_running)

    def dismiss(self, result: ScreenResultType | None = None) -> AwaitComplete:
        """Leave; a second time nothing happens, and under another screen, or still coming up, it waits until it is seen.

        Args:
            result: What the screen is left with.
        """
        if self._has_left:
            return AwaitComplete()
        if not (self.is_active and self.is_mounted):
            self._leaves_with = (result,)
            return AwaitComplete()
        self._has_left = True
        return super().dismiss(result)

    def on_screen_resume(self) -> None:
        """Do now what was asked for, or came, while something lay on top: leave, or go on."""
        if self._leaves_with is not None:
            self.dismiss(*self._leaves_with)
        self.later.go_on()

    def put_up(self, screen: Screen[_Result], then: Callable[[_Result | None], None] | None = None) -> None:
        """Put another screen on top, unless one lies there already: what is asked for twice is opened once.

        Args:
            screen: The screen.
            then: Called with what it is left with; where this screen has left meanwhile, what it does counts and is shown nowhere.
        """
        if self.is_active and not self._has_left:
            self.app.push_screen(screen, None if then is None else partial(_come_back, self, then))

    async def action_help(self) -> None:
        """Show the keys of this screen; the app has the page they stand on."""
        await self.run_action("app.help")

    @property
    def holds_work(self) -> bool:
        """Whether something was typed or tapped here that is kept nowhere yet."""
        return False

    def take_pasted(self, text: str) -> bool:  # noqa: ARG002 - most screens have no place for it
        """Take pasted text where it belongs on this screen; False where it belongs on a line, or nowhere."""
        return False

    def on_paste(self, event: events.Paste) -> None:
        """Put pasted text where it belongs, whatever has the focus; nothing of it is dropped without a word."""
        from board.screens.parts import pasting  # noqa: PLC0415 - the board is up before anything is pasted

        pasting.put(self, event, self.take_pasted, self.NO_PLACE)

    async def run_action(self, action: str, namespaces: Mapping[str, DOMNode] | None = None) -> None:
        """Do what a key would do, unless this screen is leaving or another one has come up on top of it."""
        if self.is_active and not self._has_left:
            await super().run_action(action, namespaces)

    async def _on_message(self, message: Message) -> None:
        """Take no key, no tap, and nothing that a widget tells of them, once the screen is leaving."""
        told_by_hand = message.bubble and type(message).__module__ != messages.__name__
        if not self._has_left or not told_by_hand:
            await super()._on_message(message)

    async def on_event(self, event: events.Event) -> None:
        """Take no key and no tap once the screen is leaving."""
        if not self._has_left or not event.bubble:
            await super().on_event(event)


@runtime_checkable
class HoldsWork(Protocol):
    """A screen on which a child's work is in hand: it is kept, too, where the child has gone away from it."""

    TIMES_AS_LONG: ClassVar[int]
    """How many times as long as elsewhere nobody need touch anything."""

    def put_away(self) -> None:
        """Keep what was begun, as far as it can be kept without asking; whoever says so leaves the screen afterwards."""


def take_actions(screen: Calm[Any], doer: object) -> None:
    """Let an object do what keys of a screen ask for: each of its `action_` methods counts as one of the screen.

    Args:
        screen: The screen, which holds the object.
        doer: What is held for one kind of doing.
    """
    for name in dir(doer):
        if name.startswith("action_"):
            setattr(screen, name, getattr(doer, name))


class CalmDialog(ModalScreen[ScreenResultType], Calm[ScreenResultType]):
    """A calm screen over another one, which stays in sight."""

    # ModalScreen stands first, since Textual takes looks from the first base alone; what Calm does differently from
    # Screen holds all the same.

    @property
    def _modal_binding_chain(self) -> list[tuple[DOMNode, BindingsMap]]:
        """The keys of the app work here too, as the help page says; Textual cuts them off in dialogs."""
        return self._binding_chain


def _come_back(below: Calm[Any], then: Callable[[_Result | None], None], result: _Result | None) -> None:
    """Let a screen go on with what another one was left with."""
    try:
        then(result)
    except NoMatches:  # its widgets are being taken down
        if not below._has_left:  # noqa: SLF001 - its own part
            raise
