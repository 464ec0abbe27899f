"""Which keys and signs there are on a screen as it stands: its own, those of what stands on it, and those of everywhere."""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple, Protocol, runtime_checkable

from textual import events
from textual.binding import BindingsMap
from textual.keys import key_to_character
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input, TextArea

from board.widgets.command import Command, HasKeys, KeyGroup, Legend, commands_of

HELP = Command("help", "question_mark,f1", "Help", "Show the keys of this screen.", 1, "?")
"""On every screen; where letters are typed, F1 does it."""

EVERYWHERE = KeyGroup(
    "Everywhere",
    (
        Command("app.quit", "ctrl+q", "Close", "Close the board; what is kept nowhere yet is asked about first."),
        Command("app.redraw", "ctrl+l", "Redraw", "Paint the screen anew, after something else wrote over it."),
        Command("app.theme", "ctrl+t", "Colours", "Go through the looks: dark, light, high contrast."),
        Command(
            "app.signs",
            "ctrl+g",
            "Signs",
            "Go through the signs: automatic, pretty, plain; the board says why it has these.",
        ),
        Command("app.suspend_process", "ctrl+z", "Shell", "Go to the shell that started the board; fg comes back."),
        Command("app.help_quit", "ctrl+c", "Copy", "Copy what is selected; it closes nothing."),
    ),
)
URGENT = 2
"""How many of them come before whatever has the focus, text fields too."""

_SENT_ON = {"enter"}
"""What a line takes and then asks its screen to do, as the screen says."""

_PARTS = (
    Command("app.focus_next", "tab", "Next part", "Go to the next part of the screen."),
    Command("app.focus_previous", "shift+tab", "Part before", "Go to the part before."),
)


@runtime_checkable
class SeenByChildren(Protocol):
    """A screen at which children look."""

    @property
    def is_for_children(self) -> bool:
        """Whether a child looks along now, or the whole class: then no key leads out of the board."""


class KeysHere(NamedTuple):
    """What there is to press and to read on a screen.

    Attributes:
        groups: Its keys.
        legends: Its signs.
    """

    groups: tuple[KeyGroup, ...]
    legends: tuple[Legend, ...]


def does_nothing(event: events.Key, screen: Screen[Any]) -> bool:
    """Tell whether a key does nothing on a screen that any other key leaves; then it does nothing else either.

    Args:
        event: The key.
        screen: The screen.
    """
    own = screen.keys if isinstance(screen, HasKeys) else ()
    if event.key in _keys((HELP, *commands_of((*own, *_of_the_app(screen))))):
        return False
    event.stop()
    event.prevent_default()
    return True


def keys_here(screen: Screen[Any], own: tuple[KeyGroup, ...]) -> KeysHere:
    """Give what there is on a screen.

    Args:
        screen: The screen.
        own: Its own keys, as far as they do something now.
    """
    shown = [one for one in screen.query("*") if all(part.display for part in one.ancestors_with_self)]
    widgets = [one for one in shown if isinstance(one, HasKeys)]
    parts = [group for one in shown if isinstance(one, HasKeys) and _acts(one) for group in one.keys]
    own = tuple(_while_typing(group, screen.focused) for group in own)
    if isinstance(screen.focused, Input):
        own = tuple(_without(group, commands_of(parts)) for group in own)
    parts = [_without(group, commands_of(own)) for group in dict.fromkeys(parts)]
    help_ = _while_typing(KeyGroup("", (HELP,)), screen.focused).commands
    everywhere = (*help_, *(_PARTS if len(screen.focus_chain) > 1 else ()), *commands_of(_of_the_app(screen)))
    groups = (*own, *parts, _without(KeyGroup("Everywhere", everywhere), commands_of((*own, *parts))))
    legends = dict.fromkeys(legend for widget in widgets for legend in widget.LEGENDS)
    return KeysHere(tuple(group for group in groups if group.commands or group.told), tuple(legends))


def _acts(widget: Widget) -> bool:
    """Tell whether a widget takes keys now: it has the focus, something in it has, or it acts without."""
    return not widget.can_focus or widget.has_focus or widget.has_focus_within


def _while_typing(group: KeyGroup, focused: Widget | None) -> KeyGroup:
    """Give a group without those keys that a line or a place for lines takes for itself while it has the focus."""
    if not isinstance(focused, Input | TextArea):
        return group
    kind = Input if isinstance(focused, Input) else TextArea
    taken = set(BindingsMap(kind.BINDINGS).key_to_bindings) - (_SENT_ON if kind is Input else set())
    taken |= {"enter"} if kind is TextArea else set()
    urgent = {key for key, one in focused.screen.active_bindings.items() if one.binding.priority}
    kept = []
    for command in group.commands:
        keys = [
            key for key in command.keys.split(",") if key in urgent or not (key in taken or _is_typed(key, focused))
        ]
        if keys:
            kept.append(command._replace(keys=",".join(keys)))
    return group._replace(commands=tuple(kept))


def _is_typed(key: str, focused: Widget) -> bool:
    return focused.check_consume_key(key, " " if key == "space" else key_to_character(key))


def _of_the_app(screen: Screen[Any]) -> tuple[KeyGroup, ...]:
    return screen.app.keys if isinstance(screen.app, HasKeys) else ()


def _without(group: KeyGroup, shown: Iterable[Command]) -> KeyGroup:
    """Give a group without the commands all of whose keys do something else already."""
    taken = set(_keys(shown))
    return group._replace(commands=tuple(one for one in group.commands if not taken.issuperset(_keys([one]))))


def _keys(commands: Iterable[Command]) -> Iterator[str]:
    return (key for command in commands for key in command.keys.split(","))
