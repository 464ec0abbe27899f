"""What the command line says and does about links: the list, one that is made, one that is taken back."""

import click

from board.cli.adults import fitting
from board.cli.context import seat_here
from board.deeds.about import AboutClass
from board.deeds.pin import Pins
from board.deeds.sitting import Sitting, usual_adult
from board.errors import Refusal
from board.mastery.people import AdultRole, Assessor, clean_line, clean_name
from board.screens.links import words
from board.seat.connected import Connected
from board.seat.links import LinkRole, Links
from board.store.book import Book

HELPER = "Helper"
"""Who signs where nobody else is named."""

_NO_PIN = (
    "A link to the teacher's board that others in this network reach needs an adult PIN first; set one with: board pin"
)
_NOT_ONE = 'No adult of this class is called "{name}"; add one with: board adult add "{name}" --role aide'
_NONE = "There are no links for this class here; make one with: board serve --role kiosk"
_UNKNOWN = 'No link here is called "{id}"; they are told by: board serve --links'
_REVOKED = "This link lets nobody in any more, and the pages that are open by it close within seconds."


def tell_links(book: Book) -> None:
    """Tell which links there are, a line for each, with how many pages are open by it.

    Args:
        book: The class.
    """
    home, adults = seat_here().home, {adult.id: adult.name for adult in book.assessors}
    links, pages = Links(home, book.key).all(), Connected(home, book.key).pages()
    if not links:
        click.echo(_NONE)
    for link in links:
        count = sum(page.link == link.id for page in pages)
        parts = (link.id, words.name_of(link, adults), words.kind_of(link), words.open_now(count))
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
        raise Refusal(_UNKNOWN.format(id=clean_line(id_)))
    links.revoke(id_)
    click.echo(_REVOKED)


def signer(book: Book, role: LinkRole, name: str | None, *, is_reached: bool) -> str:
    """Give the id of who marks by a link that is wanted, empty for who needs none; see that it may be made at all.

    Args:
        book: The class.
        role: What it lets its browser be.
        name: Name of the adult who marks by it, for a helper; None for one called Helper.
        is_reached: Whether others in the network reach it.

    Raises:
        Refusal: It can't be made.
    """
    if role is LinkRole.TEACHER and is_reached and not Pins(book).is_set:
        raise Refusal(_NO_PIN)
    return _helper(book, name).id if role is LinkRole.HELPER else ""


def _helper(book: Book, name: str | None) -> Assessor:
    """Give the adult who marks by a helper's link; where none is named, one called Helper, who is added once.

    Raises:
        Refusal: Nobody is called so.
    """
    called = clean_name(name or HELPER)
    found = fitting(book, called)
    if found is None and name is None:
        AboutClass(Sitting(book, usual_adult(book))).add_adult(HELPER, AdultRole.AIDE)
        found = fitting(book, called)
    if found is None:
        raise Refusal(_NOT_ONE.format(name=called))
    return found
