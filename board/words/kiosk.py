"""The settings of the kiosk in words: how each is now, and what follows from it."""

from board.counting import counted
from board.mastery.kiosk import KioskField

_SWITCHED: dict[KioskField, tuple[str, str]] = {
    "words": (
        "A sign alone opens stickers and next steps; asking to be seen waits for your yes. No drawing, helper, covering.",
        "A child shows its picture word before its page opens.",
    ),
    "outlines": (
        "The pictures of picture words are in colours.",
        "The pictures of picture words are plain shapes, as older children like them.",
    ),
    "covering": (
        "Stickers lie on their spots at once, and nothing grows.",
        "A child covers its spot: the sticker grows out of it.",
    ),
    "sound": ("Nothing makes a sound.", "A sticker makes a small sound when it is there."),
}
"""What is so while something is off, and while it is on."""

_IDLE_ONE = "The kiosk asks who is there after 1 second without a touch."
_IDLE = "The kiosk asks who is there after {count} seconds without a touch."
_NEVER = "The screens of adults never lock by themselves."
_LOCK_ONE = "The screens of adults lock after 1 minute without a touch."
_LOCK = "The screens of adults lock after {count} minutes without a touch."

ON, OFF, NEVER, SET, NOT_SET = "on", "off", "never", "set", "not set"

TITLE = "Kiosk and lock"
LABELS: dict[KioskField, str] = {
    "words": "Picture words",
    "outlines": "Plain shapes",
    "covering": "Covering the spot",
    "sound": "Sound",
    "idle": "Still here?",
    "lock": "Locks after",
}
CARDS_ANEW = "Login cards that were printed before look different: print the login cards anew."
"""Said once plain shapes are turned on or off."""

PIN_LABEL = "Adult PIN"
PIN_SET = "Whoever leaves the kiosk or opens a locked screen types it."
PIN_NOT_SET = "Anybody can leave the kiosk, and no screen locks, until there is one."


def kiosk_words(field: KioskField, value: int) -> str:
    """Say what a setting does as it is.

    Args:
        field: What of the kiosk.
        value: How it is.
    """
    if field == "idle":
        return counted(_IDLE_ONE, _IDLE, value)
    if field == "lock":
        return counted(_LOCK_ONE, _LOCK, value) if value else _NEVER
    return _SWITCHED[field][bool(value)]


def kiosk_value(field: KioskField, value: int) -> str:
    """Say how a setting is in a word or two.

    Args:
        field: What of the kiosk.
        value: How it is.
    """
    if field == "idle":
        return counted("1 second", "{count} seconds", value)
    if field == "lock":
        return counted("1 minute", "{count} minutes", value) if value else NEVER
    return ON if value else OFF
