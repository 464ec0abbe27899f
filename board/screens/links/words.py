"""What is said of links to adults, on the screen and on the command line alike."""

from collections.abc import Mapping

from board.counting import counted
from board.seat.connected import OpenPage
from board.seat.links import Link, LinkRole

WHO = {
    LinkRole.KIOSK: "Children's kiosk",
    LinkRole.TEACHER: "Teacher's board",
    LinkRole.HELPER: "Helper",
    LinkRole.LOOK: "Projector",
}
"""What a link is called by its role."""

WHAT = {
    LinkRole.KIOSK: "Every child finds its own pages; nothing leads out but the adult PIN.",
    LinkRole.TEACHER: "The whole board on your phone or tablet, behind the adult PIN.",
    LinkRole.HELPER: "An adult marks and judges in their own name; lists stay with you.",
    LinkRole.LOOK: "The class quilt and the proud wall, and nothing to press.",
}
"""What whoever comes in by it has."""

ONCE = "Lets in one device, once, within a day"
STANDING = "Lets in any device, again and again"

_HERE = "This computer"
_NEW_ONCE = "once, not used yet"
_USED = "once, used"
_STANDING = "again and again"

_PHONE = (64, 30)
"""Columns and lines below which what fingers touch is a phone, held upright or lying."""

NOBODY_YET = (
    "Nobody can come in yet.\n\nn makes a link: for the tablets of the children, for your own phone, for a helper, or for a "
    "projector."
)
USED_UP = "This link has let its device in. For another one, n makes a new link."
FOR_HERE = "Opened in the browser of this computer."
ONLY_HERE = "Only this computer opens this address. Started with --lan, tablets and phones reach it, too."
NEEDS_PIN = "For your board to be opened from elsewhere, the class needs an adult PIN first: type 4 to 8 digits."

OPEN_TO_ALL = (
    "Others in this network reach this address, and get in by a link only. What is sent can be read in the Wi-Fi: "
    "--self-signed keeps it secret."
)
UNREAD = "Others in this network reach this address, and get in by a link only. What is sent can't be read on the way."
TRUST_KEY = "Devices warn the first time: h says why, and what to do."


def name_of(link: Link, adults: Mapping[str, str]) -> str:
    """Give what a link is called in a list.

    Args:
        link: The link.
        adults: Names of the adults of the class by id.
    """
    if link.is_here:
        return _HERE
    signs = adults.get(link.by, "")
    return f"{WHO[link.role]} · {signs}" if signs else WHO[link.role]


def kind_of(link: Link) -> str:
    """Say how often a link lets in, and whether it has."""
    if link.is_standing:
        return _STANDING
    return _USED if link.was_used else _NEW_ONCE


def open_now(count: int) -> str:
    """Say how many pages are open by a link."""
    return counted("● 1 open", "● {count} open", count)


def closes(count: int) -> str:
    """Say what becomes of open pages when their link is revoked."""
    if not count:
        return "Nobody is in by this link now."
    return counted(
        "1 page is open by this link; it closes within seconds.",
        "{count} pages are open by this link; they close within seconds.",
        count,
    )


def page_told(page: OpenPage, since: str) -> str:
    """Say of an open page what device it may be.

    Args:
        page: The page.
        since: The time of the day it was opened at.
    """
    if not page.is_seen:
        return f"Away for a moment, since {since}"
    if not page.touch:
        return f"A computer, since {since}"
    is_small = page.columns < _PHONE[0] or page.lines < _PHONE[1]
    return f"A phone, since {since}" if is_small else f"A tablet, since {since}"


def ends(count: int) -> str:
    """Say what becomes of open pages when the serving ends."""
    return counted(
        "1 page is open, and stops with this; every mark is on the disk.",
        "{count} pages are open, and stop with this; every mark is on the disk.",
        count,
    )
