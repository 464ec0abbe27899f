"""The adult PIN of a class: set, taken away, tried; what is kept of it is a scrypt hash, never the digits.

It keeps children off the screens of adults. Whoever has the class folder can read the class without it.
"""

import base64
import binascii
import hashlib
import hmac
import os
from typing import NamedTuple

from board.deeds.sitting import Sitting
from board.errors import Refusal
from board.mastery.pin import Fault, digits_of, fault_of
from board.store.book import Book
from board.store.documents.tables import ABOUT
from board.words.pin import FAULTS

_COST, _BLOCK, _LANES = 14, 8, 1
_SALT, _HASH = 16, 32
"""Bytes."""

_MEMORY = 64 << 20
"""Bytes one look at a PIN may take; more than `_COST` and `_BLOCK` need."""


class _Kept(NamedTuple):
    salt: bytes
    hash: bytes


_NOBODYS = _Kept(b"\0" * _SALT, b"\0" * _HASH)
"""Compared where what is kept can't be read, so that such a try takes as long as any other."""


class Pins:
    """The adult PIN of one class.

    Args:
        book: The class.
    """

    def __init__(self, book: Book) -> None:
        self._book = book

    @property
    def is_set(self) -> bool:
        """Whether there is one; one that is damaged, or that a newer board has set, counts, and no digits are right."""
        return bool(self._book.about.kiosk.pin)

    @property
    def wait(self) -> float:
        """Seconds until the next try counts."""
        return self._book.tries.wait

    def tried(self, pin: str) -> bool:
        """Try digits; each try takes as long as any other, whatever it is.

        Args:
            pin: What was typed.

        Returns:
            Whether they are right; never while there is a wait, and never where none is set.
        """
        if not self._book.tries.count():
            return False
        kept = _read(self._book.about.kiosk.pin)
        typed = _hashed(digits_of(pin) or "", (kept or _NOBODYS).salt)
        if not hmac.compare_digest(typed, (kept or _NOBODYS).hash) or kept is None:
            return False
        self._book.tries.forget()
        return True

    def set(self, sitting: Sitting, pin: str) -> None:
        """Set the PIN, or another in its place. It is not taken back by undo: nobody could know the digits that return.

        Args:
            sitting: Who sets it.
            pin: The digits.

        Raises:
            Refusal: It is too simple, too short or too long, or who sits here is no teacher.
            NotSaved: It is as it was.
        """
        self.keep(sitting, hidden(pin))

    def keep(self, sitting: Sitting, hidden: str) -> None:
        """Set a PIN that is hidden already, see `set`, which does both.

        Raises:
            Refusal: Who sits here is no teacher.
            NotSaved: It is as it was.
        """
        self._keep(sitting, hidden)

    def off(self, sitting: Sitting) -> None:
        """Take the PIN away: the kiosk opens for everybody, and nothing locks.

        Args:
            sitting: Who does it.

        Raises:
            Refusal: Who sits here is no teacher.
            NotSaved: It is as it was.
        """
        self._keep(sitting, "")

    def _keep(self, sitting: Sitting, pin: str) -> None:
        sitting.edit(ABOUT, lambda now: now._replace(kiosk=now.kiosk._replace(pin=pin)))
        self._book.tries.forget()


def hidden(pin: str) -> str:
    """Give what is kept of a PIN; it takes a while, so on a screen it is done in a thread.

    Raises:
        Refusal: It is too simple, too short or too long, or has something else in it.
    """
    digits, salt = checked(pin), os.urandom(_SALT)
    return _written(_Kept(salt, _hashed(digits, salt)))


def checked(pin: str) -> str:
    """Give the digits of a good PIN.

    Args:
        pin: What was typed.

    Raises:
        Refusal: It is too simple, too short or too long, or has something else in it.
    """
    digits = digits_of(pin)
    if digits is None:
        raise Refusal(FAULTS[Fault.NO_DIGITS])
    fault = fault_of(digits)
    if fault is not None:
        raise Refusal(FAULTS[fault])
    return digits


def _hashed(digits: str, salt: bytes) -> bytes:
    return hashlib.scrypt(digits.encode(), salt=salt, n=1 << _COST, r=_BLOCK, p=_LANES, maxmem=_MEMORY, dklen=_HASH)


_KIND = f"scrypt${_COST}${_BLOCK}${_LANES}"


def _written(kept: _Kept) -> str:
    return "$".join((_KIND, *(base64.b64encode(part).decode() for part in kept)))


def _read(text: str) -> _Kept | None:
    """Give what is kept of a PIN; None where it is damaged, or made in a way that only a newer board knows."""
    kind, *parts = text.rsplit("$", 2)
    try:
        salt, hash_ = (base64.b64decode(part, validate=True) for part in parts)
    except (ValueError, binascii.Error):
        return None
    return _Kept(salt, hash_) if kind == _KIND and (len(salt), len(hash_)) == (_SALT, _HASH) else None
