"""What the command line says and does about links: the list, one that is made, one that is taken back."""

import click

from board.cli.adults import fitting
from board.cli.context import seat_here
from board.deeds.about import AboutClass
from board.deeds.pin import Pins
from board.deeds.sitting import Sitting, usual_adult
from board.errors import Refusal
from board.mastery.people import AdultRole, Assessor
from board.screens.links import words
from board.seat.connected import Connected
from board.seat.links import Link, LinkRole, Links
from board.seat.sharing import Sharing
from board.store.book import Book

HELPER = "Helper"
"""Who signs where nobody else is named."""

_NO_PIN = (
    "A link to the teacher's board that others in this network reach needs an adult PIN first; set one with: board pin"
)
_NOT_ONE = 'Nobody of the adults of this class is called "{name}"; they are told by: board adult list'
_NONE = "There are no links for this class here; board serve makes them."
_UNKNOWN = 'No link here is called "{id}"; they are told by: board serve --links'
_REVOKED = "This link lets nobody in any more, and the pages that are open by it close within seconds."


def tell_links(book: Book) -> None:
    """Tell which links there are, a line for each, with how many pages are open by it.

    Args:
        book: The class.
    """
    home, adults = seat_here().home, {adult.id: adult.name for adult in book.assessors}
    sharing = Sharing(Links(home, book.key), Connected(home, book.key), "")
    links = sharing.links.all()
    if not links:
        click.echo(_NONE)
    for link in links:
        parts = (link.id, words.name_of(link, adults), words.kind_of(link), words.open_now(sharing.open_by(link)))
        click.echo("\t".join(parts))


def revoke_link(book: Book, id_: str) -> None:
    """Take a link back.

    Args:
        book: The class.
        id_: Its id.

    Raises:
        Refusal: There is none, or it still counts.
    """
    links = Links(seat_here().home, book.key)
    if links.of(id_) is None:
        raise Refusal(_UNKNOWN.format(id=id_))
    links.revoke(id_)
    click.echo(_REVOKED)


def made_link(book: Book, role: LinkRole, helper: str | None, *, standing: bool, is_reached: bool) -> Link:
    """Make a link.

    Args:
        book: The class.
        role: What it lets its browser be.
        helper: Name of the adult who marks by it, for a helper; None for one called Helper.
        standing: Whether it lets in again and again.
        is_reached: Whether others in the network reach it.

    Raises:
        Refusal: It can't be made.
    """
    if role is LinkRole.TEACHER and is_reached and not Pins(book).is_set:
        raise Refusal(_NO_PIN)
    by = _helper(book, helper).id if role is LinkRole.HELPER else ""
    return Links(seat_here().home, book.key).make(role, standing=standing, by=by)


def _helper(book: Book, name: str | None) -> Assessor:
    """Give the adult who marks by a helper's link; where none is named, one called Helper, who is added once.

    Raises:
        Refusal: Nobody is called so.
    """
    called = name or HELPER
    found = fitting(book, called)
    if found is None and name is None:
        AboutClass(Sitting(book, usual_adult(book))).add_adult(HELPER, AdultRole.AIDE)
        found = fitting(book, called)
    if found is None:
        raise Refusal(_NOT_ONE.format(name=called))
    return found
