"""What one can do on a screen, said once: its bindings, its foot, its palette and its help page are made of this."""

from collections.abc import Collection, Iterable, Iterator
from typing import ClassVar, NamedTuple

from textual.binding import Binding, BindingType
from textual.keys import format_key


class Command(NamedTuple):
    """One action.

    Attributes:
        action: Name of the action method, with its arguments.
        keys: Keys, comma between them; the first is shown.
        words: Two or three words for footer and palette.
        help: One sentence for the help page.
        shown: How soon the foot of the screen shows it where room is short, 1 first; 0 never.
        sign: How the first key is written, empty for its own name.
    """

    action: str
    keys: str
    words: str
    help: str
    shown: int = 0
    sign: str = ""


class KeyGroup(NamedTuple):
    """Commands that belong together.

    Attributes:
        title: What the help page calls them.
        commands: In the order of the help page.
        told: What else there is to say about them.
    """

    title: str
    commands: tuple[Command, ...] = ()
    told: tuple[str, ...] = ()


class Legend(NamedTuple):
    """Signs that stand on a widget.

    Attributes:
        title: What the help page calls them.
        rows: Each sign with what it means.
        told: What else there is to say about them.
    """

    title: str
    rows: tuple[tuple[str, str], ...]
    told: tuple[str, ...] = ()


class HasKeys:
    """A screen or widget that says for the help page which keys it has.

    Attributes:
        KEYS: What one can do there.
        LEGENDS: What its signs mean.
    """

    KEYS: ClassVar[tuple[KeyGroup, ...]] = ()
    LEGENDS: ClassVar[tuple[Legend, ...]] = ()

    @property
    def keys(self) -> tuple[KeyGroup, ...]:
        """Its keys, as far as they do something now."""
        return self.KEYS


def commands_of(groups: Iterable[KeyGroup]) -> tuple[Command, ...]:
    """Give the commands of these groups, one behind the other."""
    return tuple(command for group in groups for command in group.commands)


def bindings(groups: Iterable[KeyGroup], *, priority: bool = False) -> list[BindingType]:
    """Give the key bindings of these groups.

    Args:
        groups: What one can do.
        priority: Whether they come before whatever has the focus, text fields too.
    """
    return [
        Binding(
            command.keys,
            command.action,
            command.words,
            show=bool(command.shown),
            priority=priority,
            key_display=command.sign or None,
            tooltip=command.help,
        )
        for command in commands_of(groups)
    ]


def without(groups: Iterable[KeyGroup], actions: Collection[str]) -> tuple[KeyGroup, ...]:
    """Give the groups without the commands of these actions.

    Args:
        groups: What one can do.
        actions: Names of actions, without their arguments.
    """
    kept = (
        group._replace(commands=tuple(one for one in group.commands if one.action.partition("(")[0] not in actions))
        for group in groups
    )
    return tuple(group for group in kept if group.commands)


def key_sign(command: Command) -> str:
    """Give the key of a command as the foot of a screen writes it."""
    return command.sign or command.keys.split(",", maxsplit=1)[0]


def key_signs(command: Command) -> tuple[str, ...]:
    """Give every key of a command as the help page writes it, each once."""
    return tuple(dict.fromkeys(map(sign_of, command.keys.split(","))))


def sign_of(key: str) -> str:
    """Give a key as the help page writes it.

    Args:
        key: As a binding names it, such as "shift+up" or "left_square_bracket".
    """
    return "+".join(_written(key.strip()))


def _written(key: str) -> Iterator[str]:
    *held, last = key.split("+")
    yield from held
    yield _NAMES.get(last) or format_key(last)


_NAMES = {
    "enter": "enter",
    "backspace": "backspace",
    "escape": "Esc",
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "tab": "Tab",
    "f1": "F1",
    "f2": "F2",
    "f3": "F3",
    "f4": "F4",
}
"""Keys people know by their words."""
