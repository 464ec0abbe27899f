"""The command that serves a class to browsers: board serve."""

from collections.abc import Callable
from importlib.util import find_spec
from typing import Any

import click

from board.cli.context import FileType, class_option, meant, opened
from board.cli.links import revoke_link, signer, tell_links
from board.cli.screen import has_screen
from board.cli.serving_options import USUAL_PORT, Asked, serve_as_asked
from board.errors import Refusal
from board.seat.links import LinkRole

_PARTS = ("aiohttp", "segno", "cryptography")
_NO_PARTS = (
    'Serving to browsers needs parts that are not installed here; get them with: pip install "competency-board[serve]"'
)


_OPTIONS = (
    class_option,
    click.option("--port", type=click.IntRange(0, 65535), help=f"Where it is served; left out: {USUAL_PORT}, or the next that is free."),
    click.option("--lan", is_flag=True, help="Let devices in this network reach it; they come in by links only."),
    click.option("--workers", type=click.IntRange(1, 8), default=1, help="Processes that share the pages; 2 for a class of tablets."),
    click.option("--open", "opens", is_flag=True, help="Open your own board in the browser of this computer."),
    click.option("--role", type=click.Choice([role.value for role in LinkRole]), help="Make a link for these, and tell it."),
    click.option("--as", "name", metavar="NAME", help="With --role helper: the adult who marks by it; left out: Helper."),
    click.option("--standing", is_flag=True, help="With --role: it lets in any device, again and again; else one, once."),
    click.option("--certificate", type=FileType, help="Serve by HTTPS with this certificate, a PEM file."),
    click.option("--key", type=FileType, help="The key of the certificate; left out: it stands in the same file."),
    click.option("--self-signed", is_flag=True, help="Serve by HTTPS with a certificate this computer makes by itself."),
    click.option("--links", "lists", is_flag=True, help="Tell the links and who is there, then stop."),
    click.option("--revoke", metavar="ID", help="Take a link back, also while it is served, then stop."),
)  # fmt: skip


def _with_options(command: Callable[..., Any]) -> Callable[..., Any]:
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


@click.command()
@_with_options
def serve(**options: Any) -> None:
    """Serve a class to browsers: the board on your phone, the kiosk on tablets, the quilt on a projector.

    Alone it serves this computer only. With --lan, others in this network reach it too, and get in by a link only; without
    HTTPS, what is sent can be read in the Wi-Fi. Nothing is ever sent anywhere else. In a terminal it shows the links as
    QR codes and who is there; q ends it.

    \b
    Example: board serve --open
    Example: board serve --lan --self-signed -c "Room 12.class"
    Example: board serve --lan --role kiosk --standing
    Example: board serve --lan --role helper --as "Ms Ortiz"
    Example: board serve --links
    Example: board serve --revoke 3f09a2c41b7d
    """
    asked = Asked(**options)
    place = meant(asked.folder).resolve()
    if asked.lists or asked.revoke is not None:
        with opened(place) as book:
            tell_links(book) if asked.revoke is None else revoke_link(book, asked.revoke)
        return
    _refuse_pairs(asked)
    if not serving_is_installed():
        raise Refusal(_NO_PARTS)
    has_panel = has_screen()
    with opened(place) as book:
        by = signer(book, LinkRole(asked.role), asked.name, is_reached=asked.lan) if asked.role else ""
    serve_as_asked(asked, place, by, has_panel=has_panel)


def serving_is_installed() -> bool:
    """Tell whether this computer has what serving needs."""
    return all(find_spec(part) is not None for part in _PARTS)


def _refuse_pairs(asked: Asked) -> None:
    """Refuse options that mean nothing together.

    Raises:
        Refusal: Some do.
    """
    if asked.name is not None and asked.role != LinkRole.HELPER:
        raise Refusal('--as says who a helper marks as; call both together: --role helper --as "Ms Ortiz"')
    if asked.standing and asked.role is None:
        raise Refusal("--standing is about the link of --role; call both together: --role kiosk --standing")
    if asked.key is not None and asked.certificate is None:
        raise Refusal("--key goes with --certificate; give both, or --self-signed.")
    if asked.self_signed and asked.certificate is not None:
        raise Refusal("There is a certificate already; leave --self-signed out, or --certificate.")
