"""The command that shows the board in the browsers of the room: board serve."""

from pathlib import Path

import click

from board.cli.context import FileType, class_option, meant, opened
from board.errors import Refusal
from board.seat.links import LinkRole

_NOT_INSTALLED = "Serving needs a few more packages, which are not installed here; add them with: pip install 'competency-board[serve]'"
_BOTH = "A certificate is given with its key: --certificate FILE --key FILE"
_ONE_OF = "Give a certificate with --certificate and --key, or let one be made with --self-signed, not both."
_ONLY_HELPERS = "--as says in whose name a helper marks: board serve --role helper --as NAME"
_OPEN_HERE = "--open opens the teacher's board on this computer; for a kiosk, a helper or a projector leave it out."


@click.command()
@class_option
@click.option(
    "--port", type=click.IntRange(1, 65535), help="The port; left out: 8642, or another one if that is in use."
)
@click.option("--lan", is_flag=True, help="Let other devices of this network reach it, too: tablets, phones.")
@click.option(
    "--workers", type=click.IntRange(1, 4), default=1, show_default=True, help="Processes that share the pages."
)
@click.option("--open", "opens", is_flag=True, help="Open the board in the browser of this computer.")
@click.option("--role", type=click.Choice(list(LinkRole)), help="Make a link at once: for whom.")
@click.option("--standing", is_flag=True, help="With --role: the link lets in again and again, and not once.")
@click.option("--as", "helper", metavar="NAME", help="With --role helper: the adult of the class who marks by it.")
@click.option("--certificate", type=FileType, help="The certificate for HTTPS, a PEM file.")
@click.option("--key", type=FileType, help="Its key, a PEM file.")
@click.option("--self-signed", is_flag=True, help="HTTPS with a certificate this computer makes; devices ask once.")
@click.option("--links", "lists", is_flag=True, help="Only tell which links there are.")
@click.option("--revoke", metavar="ID", help="Only take a link back.")
def serve(
    *,
    folder: Path | None,
    port: int | None,
    workers: int,
    role: str | None,
    helper: str | None,
    certificate: Path | None,
    key: Path | None,
    revoke: str | None,
    lan: bool,
    opens: bool,
    standing: bool,
    self_signed: bool,
    lists: bool,
) -> None:
    """Show the board in browsers: on this computer, and with --lan on the tablets and phones of the room.

    A browser comes in by a link, and what it may do hangs on the link: kiosk for the children, teacher for the whole board
    behind the adult PIN, helper for an adult who marks, look for a projector. Links are made and taken back on the screen
    that comes up; nothing leaves this network, and nobody needs an account.

    \b
    Example: board serve --open
    Example: board serve --lan --role kiosk --standing
    Example: board serve --lan --self-signed
    Example: board serve --lan --role helper --as "Ms. Ortiz"
    Example: board serve --links
    """
    from board.cli.links import revoke_link, tell_links  # noqa: PLC0415 - hardly ever needed

    place = meant(folder).resolve()
    if lists or revoke:
        with opened(place) as book:
            if revoke:
                revoke_link(book, revoke)
            if lists:
                tell_links(book)
        return
    if (certificate is None) is not (key is None):
        raise Refusal(_BOTH)
    if certificate is not None and self_signed:
        raise Refusal(_ONE_OF)
    if helper is not None and role != LinkRole.HELPER:
        raise Refusal(_ONLY_HELPERS)
    if opens and role not in (None, LinkRole.TEACHER):
        raise Refusal(_OPEN_HERE)
    try:
        from board.cli.serving import Wanted, serve_until_ended  # noqa: PLC0415 - aiohttp is loaded only to serve
    except ModuleNotFoundError as error:
        raise Refusal(_NOT_INSTALLED) from error
    given = None if certificate is None or key is None else (certificate, key)
    asked = Wanted(
        place, port, lan, workers, opens, LinkRole(role) if role else None, standing, helper, given, self_signed
    )
    serve_until_ended(asked)
