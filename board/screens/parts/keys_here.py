"""Which keys and signs there are on a screen as it stands: its own, those of what stands on it, and those of everywhere."""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from textual import events
from textual.screen import Screen

from board.widgets.command import Command, HasKeys, KeyGroup, Legend, commands_of

HELP = Command("help", "question_mark,f1", "Help", "Show the keys of this screen.", 1, "?")
"""On every screen; where letters are typed, F1 does it."""

_PARTS = (
    Command("app.focus_next", "tab", "Next part", "Go to the next part of the screen."),
    Command("app.focus_previous", "shift+tab", "Part before", "Go to the part before."),
)


class KeysHere(NamedTuple):
    """What there is to press and to read on a screen.

    Attributes:
        groups: Its keys.
        legends: Its signs.
    """

    groups: tuple[KeyGroup, ...]
    legends: tuple[Legend, ...]


def does_nothing(event: events.Key, own: tuple[KeyGroup, ...]) -> bool:
    """Tell whether a key does nothing on a screen that any other key leaves; then it does nothing else either.

    Args:
        event: The key.
        own: The keys of the screen.
    """
    if event.key in {*_keys(commands_of(own)), *_keys([HELP])}:
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
    shown = (one for one in screen.query("*") if all(part.display for part in one.ancestors_with_self))
    widgets = [one for one in shown if isinstance(one, HasKeys)]
    parts = [group for widget in widgets for group in widget.KEYS]
    app = screen.app.KEYS if isinstance(screen.app, HasKeys) else ()
    parts = [_without(group, commands_of(own)) for group in dict.fromkeys(parts)]
    everywhere = (HELP, *(_PARTS if len(screen.focus_chain) > 1 else ()), *commands_of(app))
    groups = (*own, *parts, _without(KeyGroup("Everywhere", everywhere), commands_of((*own, *parts))))
    legends = dict.fromkeys(legend for widget in widgets for legend in widget.LEGENDS)
    return KeysHere(tuple(group for group in groups if group.commands or group.told), tuple(legends))


def _without(group: KeyGroup, shown: Iterable[Command]) -> KeyGroup:
    """Give a group without the commands all of whose keys do something else already."""
    taken = set(_keys(shown))
    return group._replace(commands=tuple(one for one in group.commands if not taken.issuperset(_keys([one]))))


def _keys(commands: Iterable[Command]) -> Iterator[str]:
    return (key for command in commands for key in command.keys.split(","))
