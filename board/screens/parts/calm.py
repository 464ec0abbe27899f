"""Screens that one key too many can't hurt: to leave twice is to leave once, and what comes after that goes nowhere."""

import asyncio
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, ClassVar, TypeVar

from textual import events, messages
from textual.await_complete import AwaitComplete
from textual.dom import DOMNode
from textual.message import Message
from textual.screen import ModalScreen, Screen, ScreenResultType

from board.screens.parts.keys_here import HELP, keys_here
from board.widgets.command import HasKeys, KeyGroup, bindings, commands_of

_Result = TypeVar("_Result")
_Made = TypeVar("_Made")

_SECONDS = 10
"""How long what had no room stays to be read."""


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
        self._goes_on: list[Callable[[], object]] = []

    def dismiss(self, result: ScreenResultType | None = None) -> AwaitComplete:
        """Leave; a second time nothing happens, and under another screen it waits until that one has left.

        Args:
            result: What the screen is left with.
        """
        if self._has_left:
            return AwaitComplete()
        if not self.is_active:
            self._leaves_with = (result,)
            return AwaitComplete()
        self._has_left = True
        return super().dismiss(result)

    def on_screen_resume(self) -> None:
        """Do now what was asked for, or came, while something lay on top: leave, or go on."""
        if self._leaves_with is not None:
            self.dismiss(*self._leaves_with)
        self._go_on()

    def put_up(self, screen: Screen[_Result], then: Callable[[_Result | None], None] | None = None) -> None:
        """Put another screen on top, unless one lies there already: what is asked for twice is opened once.

        Args:
            screen: The screen.
            then: Called with what it is left with.
        """
        if self.is_active and not self._has_left:
            self.app.push_screen(screen, then)

    def begin(self, slow: Callable[[], _Made], then: Callable[[_Made], object], group: str, wait: float = 0.0) -> None:
        """Do something slow in a thread and go on with what came of it as soon as this screen is on top; never once it is left.

        This is the one way to go on later, and `then` waits for nothing: whoever waits for another screen in a worker is
        stopped when its own screen goes, in the middle of taking a screen down, and the app ends without a word.

        Args:
            slow: What takes long; it touches no widget.
            then: Called with what it gave.
            group: Of several begun in one group only the last goes on.
            wait: Seconds to wait first, for another one of the group may come.
        """

        async def done() -> None:
            await asyncio.sleep(wait)
            made = await asyncio.to_thread(slow)
            self._goes_on.append(partial(then, made))
            self._go_on()

        self.run_worker(done, exclusive=True, group=group)  # type: ignore[arg-type]  # Textual's type leaves out async functions

    def _go_on(self) -> None:
        while self._goes_on and self.is_active and not self._has_left:
            self._goes_on.pop(0)()

    @property
    def keys(self) -> tuple[KeyGroup, ...]:
        """Its own keys, as far as they do something now."""
        return self.KEYS

    def action_help(self) -> None:
        """Show the keys of this screen."""
        from board.screens.parts.help import HelpScreen  # noqa: PLC0415 - only when it is asked for

        self.put_up(HelpScreen(keys_here(self, self.keys)))

    def leave_by(self, event: events.Key) -> None:
        """Go back by any key that does nothing else here; the key then does nothing else.

        Args:
            event: The key.
        """
        own = commands_of((*self.keys, KeyGroup("", (HELP,))))
        if all(event.key not in command.keys.split(",") for command in own):
            event.stop()
            event.prevent_default()
            self.dismiss()

    @property
    def holds_work(self) -> bool:
        """Whether something was typed or tapped here that is kept nowhere yet."""
        return False

    def take_pasted(self, text: str) -> bool:  # noqa: ARG002 - most screens have no place for it
        """Take pasted text where it belongs on this screen; False where it belongs on a line, or nowhere.

        Args:
            text: What was pasted, or the place of a file that was dropped.
        """
        return False

    def on_paste(self, event: events.Paste) -> None:
        """Put pasted text where it belongs, whatever has the focus; nothing of it is dropped without a word.

        Args:
            event: The text.
        """
        from textual.widgets import TextArea  # noqa: PLC0415 - the board is up before anything is pasted

        from board.widgets.one_line import OneLine  # noqa: PLC0415 - same

        event.stop()
        if isinstance(self.focused, TextArea) or self.take_pasted(event.text):
            return
        lines = [self.focused] if isinstance(self.focused, OneLine) else list(self.query(OneLine))
        if len(lines) != 1 or not isinstance(lines[0], OneLine):
            self.notify(self.NO_PLACE, severity="warning", markup=False)
            return
        left_out = lines[0].take(event.text)
        if left_out:
            self.notify(
                f"There was no room for the end: {left_out}", severity="warning", markup=False, timeout=_SECONDS
            )

    async def run_action(self, action: str, namespaces: Mapping[str, DOMNode] | None = None) -> None:
        """Do what a key would do, unless this screen is leaving or another one has come up on top of it.

        Args:
            action: The action as a key binding writes it.
            namespaces: Whose actions else may be named.
        """
        if self.is_active and not self._has_left:
            await super().run_action(action, namespaces)

    async def _on_message(self, message: Message) -> None:
        """Take no key, no tap, and nothing that a widget tells of them, once the screen is leaving."""
        told_by_hand = message.bubble and type(message).__module__ != messages.__name__
        if not self._has_left or not told_by_hand:
            await super()._on_message(message)

    async def on_event(self, event: events.Event) -> None:
        """Take no key and no tap once the screen is leaving.

        Args:
            event: What came.
        """
        if not self._has_left or not event.bubble:
            await super().on_event(event)


class CalmDialog(ModalScreen[ScreenResultType], Calm[ScreenResultType]):
    """A calm screen over another one, which stays in sight."""

    # ModalScreen stands first, since Textual takes looks from the first base alone; what Calm does differently from
    # Screen holds all the same.
