"""What bytes of a terminal mean, as values."""

from textual import events
from textual.message import Message

from board.terminal.reader import Reader

LONG = 60.0


def told(message: Message) -> tuple[object, ...]:
    """What a message says, as a value."""
    match message:
        case events.Key():
            return ("key", message.key, message.character)
        case events.Paste():
            return ("paste", message.text)
        case events.MouseEvent():
            return (type(message).__name__, message.x, message.y, message.button)
        case events.Resize():
            return ("resize", message.size)
        case events.CursorPosition():
            return ("cursor", message.x, message.y)
    return (type(message).__name__,)


def read(*parts: bytes) -> list[tuple[object, ...]]:
    """What parts mean that come one after another, without a pause, and with a long one at the end."""
    reader = Reader()
    meant = [message for part in parts for message in reader.feed(part, 0.0)]
    return [told(message) for message in [*meant, *reader.tick(LONG), *reader.tick(2 * LONG)]]


def pressed(*parts: bytes) -> list[str]:
    """The keys that parts mean."""
    return [str(what[1]) for what in read(*parts) if what[0] == "key"]
