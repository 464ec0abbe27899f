"""Which keys a sequence stands for; their names are Textual's, so that bindings mean the same in every terminal."""

from textual import constants
from textual._ansi_sequences import ANSI_SEQUENCES_KEYS
from textual.events import Key
from textual.keys import KEY_NAME_REPLACEMENTS, Keys, _character_to_key

from board.terminal.kitty_keys import kitty_keys

_ESC = "\x1b"


def keys_of(sequence: str) -> list[Key]:
    """Read keys.

    Args:
        sequence: One character, or one whole escape sequence.

    Returns:
        The keys it stands for; none where it is not known, since what is not known was not typed.
    """
    if not constants.DISABLE_KITTY_KEY:
        keys = kitty_keys(sequence)
        if keys is not None:
            return keys
    known = ANSI_SEQUENCES_KEYS.get(sequence)
    if isinstance(known, tuple):
        return _named(known, sequence)
    if isinstance(known, str):
        return [Key(_name(known), known)]
    if len(sequence) == 1:
        return [Key(_name(sequence), sequence)]
    escape, letter = sequence[:1], sequence[1:]
    return [_with_alt(letter)] if escape == _ESC and len(letter) == 1 else []


def _named(known: tuple[Keys, ...], sequence: str) -> list[Key]:
    """Give the keys of Textual's table; ESC before another key is alt, and never the key that closes a screen."""
    if known[0] is Keys.Escape and known[1:]:
        return [Key(_joined("alt", key.value), None) for key in known[1:]]
    return [Key(key.value, sequence if len(sequence) == 1 else None) for key in known]


def _with_alt(character: str) -> Key:
    """Give a key that was pressed together with alt; it is never the plain key, which may be a mark."""
    if character.isupper():
        return Key(f"alt+shift+{character.lower()}", character)
    plain = keys_of(character)[0]
    return Key(_joined("alt", plain.key), character if character.isprintable() else None)


def _joined(modifier: str, key: str) -> str:
    *others, name = key.split("+")
    return "+".join([*sorted({modifier, *others}), name])


def _name(character: str) -> str:
    name = character if character.isalnum() else _character_to_key(character)
    return KEY_NAME_REPLACEMENTS.get(name, name)
