"""Links that let a browser in: of one class at one seat, kept in a file that several processes read and write."""

import re
import secrets
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from hashlib import sha256
from pathlib import Path

import msgspec
from msgspec import Struct

from board.errors import Refusal
from board.mastery.people import clean_line
from board.seat.shared_file import Raw, SharedFile
from board.store.draft import new_id

MOST_LINKS = 200
"""Links of one class; a classroom needs a dozen."""

COUNTS_FOR = timedelta(days=1)
"""How long a one-time link waits for its one use."""

_SIGNS, _LENGTH, _GROUP = "23456789abcdefghjkmnpqrstvwxyz", 16, 4
"""What a token is made of: nothing that is taken for something else when it is typed; 16 of 30 signs are 78 bits."""

_LONGEST = 100
"""Signs of an address that are looked at, with all dashes and spaces of who typed it."""

_FULL = "There are {count} links for this class already; revoke some that nobody needs, then make a new one."


class LinkRole(StrEnum):
    """What a link lets its browser be."""

    KIOSK = "kiosk"
    """The kiosk of the children."""
    TEACHER = "teacher"
    """The teacher's board, behind the PIN."""
    HELPER = "helper"
    """An adult who marks and judges, and has no lists."""
    LOOK = "look"
    """The quilt and the proud wall, for a projector."""


class Link(Struct, frozen=True):
    """A link.

    Attributes:
        id: Names it for ever; random, and no secret.
        role: What it lets its browser be.
        token: The secret in its address, empty once a one-time link was used.
        is_standing: Whether it lets in again and again.
        was_used: Whether it has let somebody in.
        made: When it was made.
        by: Id of the assessor a helper signs as, empty for nobody.
        words: What somebody calls it, empty for nothing.
        is_here: Whether it is for the browser of this very computer, where no PIN is asked.
    """

    id: str
    role: LinkRole
    token: str
    is_standing: bool
    was_used: bool
    made: datetime
    by: str = ""
    words: str = ""
    is_here: bool = False

    @property
    def path(self) -> str:
        """The path of its address, as short as a QR code likes it."""
        return f"/in/{self.token}"

    @property
    def typed_path(self) -> str:
        """The path of its address as somebody types it; it means the same."""
        groups = (self.token[at : at + _GROUP] for at in range(0, len(self.token), _GROUP))
        return f"/in/{'-'.join(groups)}"


def name_of_class(key: str) -> str:
    """Give the name of a file or folder that is about one class.

    Args:
        key: What the class is known by, see `Book.key`.
    """
    return sha256(key.encode("utf-8", "backslashreplace")).hexdigest()[:24]


class Links:
    """The links of one class at one seat.

    Every process that serves the class has one of its own, and they see what the others do at once. A file that is damaged
    counts as no links: nobody comes in, and nothing that was revoked lives again.

    Args:
        home: The folder of the seat.
        class_key: What the class is known by, see `Book.key`.
        now: Gives the time of now.
    """

    def __init__(self, home: Path, class_key: str, now: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        self._file, self._now = SharedFile(home / "links", name_of_class(class_key), _links_in), now

    def all(self) -> tuple[Link, ...]:
        """Give every link that was not revoked, the newest last."""
        return tuple(sorted(self._file.now().values(), key=lambda link: link.made))

    def of(self, id_: str) -> Link | None:
        """Give a link, None once it was revoked.

        Args:
            id_: Its id.
        """
        return self._file.now().get(id_)

    def make(
        self, role: LinkRole, *, standing: bool = False, by: str = "", words: str = "", here: bool = False
    ) -> Link:
        """Make a link; it is on the disk when it is given.

        Args:
            role: What it lets its browser be.
            standing: Whether it lets in again and again; otherwise once, within a day.
            by: Id of the assessor a helper signs as.
            words: What it is called.
            here: Whether it is for the browser of this very computer.

        Raises:
            Refusal: There are too many, or it can't be kept.
        """
        token = "".join(secrets.choice(_SIGNS) for _ in range(_LENGTH))
        link = Link(
            new_id(),
            role,
            token,
            standing,
            was_used=False,
            made=self._now(),
            by=by,
            words=clean_line(words),
            is_here=here,
        )

        def made(entries: Raw) -> Link:
            if len(entries) >= MOST_LINKS:
                raise Refusal(_FULL.format(count=len(entries)))
            entries[link.id] = msgspec.to_builtins(link)
            return link

        return self._file.change(made)

    def use(self, token: str) -> Link | None:
        """Let somebody in by a token; a one-time link does so once, whoever else tries at the same moment.

        Args:
            token: As it stands in an address; capitals, dashes and spaces of who typed it make no difference.

        Returns:
            The link, None where no link has this token, or no more.

        Raises:
            Refusal: That it was used can't be kept, so that it does not let in either.
        """
        plain = re.sub(r"[\s-]", "", token[:_LONGEST]).casefold()
        if not re.fullmatch(rf"[{_SIGNS}]{{{_LENGTH}}}", plain) or _with_token(self._file.now(), plain) is None:
            return None  # a guess costs no turn

        def used(entries: Raw) -> Link | None:
            link = _with_token(_links_in(entries), plain)
            if link is None or not (link.is_standing or self._now() - link.made < COUNTS_FOR):
                return None
            if not link.was_used:
                left = link.token if link.is_standing else ""
                entries[link.id] = entries[link.id] | {"was_used": True, "token": left}
            return link

        return self._file.change(used)

    def revoke(self, id_: str) -> None:
        """Take a link back for good: it lets nobody in, and who came in by it is let go.

        Args:
            id_: Its id; one that is gone already is no error.

        Raises:
            Refusal: That can't be kept, so it still counts.
        """
        self._file.change(lambda entries: entries.pop(id_, None))

    def secret(self) -> bytes:
        """Give the 32 random bytes that sign the cookies of this class here; made the first time.

        Raises:
            Refusal: They can't be kept.
        """
        return self._file.secret()


def _with_token(links: dict[str, Link], token: str) -> Link | None:
    """Give the link of a token; how long it takes says nothing about how much of it was right."""
    found = None
    for link in links.values():
        if secrets.compare_digest(link.token.encode("utf-8", "replace"), token.encode()):
            found = link
    return found


def _links_in(entries: Raw) -> dict[str, Link]:
    """Give the links among entries; one with anything wrong in it does not count, and stays as it stands."""
    links = {id_: _link_of(entry) for id_, entry in entries.items()}
    return {id_: link for id_, link in links.items() if link is not None and link.id == id_}


def _link_of(entry: object) -> Link | None:
    try:
        link = msgspec.convert(entry, Link)
    except (msgspec.ValidationError, UnicodeError):
        return None
    return link if link.made.tzinfo is not None else None
