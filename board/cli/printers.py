"""The command about the printers of this computer: board printer."""

from collections.abc import Mapping

import click

from board.cli.context import seat_here
from board.errors import Refusal
from board.mastery.harmless import harmless_json
from board.mastery.people import clean_line
from board.paper.printers import Printers, printer_words
from printables.page.printer import TRUE

_HOW_TO = 'board printer "Office" --dx 0.5 --dy 1 keeps what one needs; board printer --help says how to measure'


@click.command()
@click.argument("name", required=False)
@click.option(
    "--dx", type=float, metavar="MM", help="How far everything is moved to the right; to the left with a minus."
)
@click.option("--dy", type=float, metavar="MM", help="How far everything is moved down; up with a minus.")
@click.option("--scale", type=float, metavar="FACTOR", help="How much larger everything is printed, such as 1.005.")
@click.option("--forget", is_flag=True, help="Forget what this printer needs.")
@click.option("--json", "as_json", is_flag=True, help="Without a name: every printer, for scripts.")
def printer(
    name: str | None, *, dx: float | None, dy: float | None, scale: float | None, forget: bool, as_json: bool
) -> None:
    """Keep what a printer needs so that labels and cards come out where they should; without a NAME tell all that are known.

    How to measure: print the calibration page at 100 % (board print calibration) and fold the sheet in half both ways. The
    folds cross in the true middle of the paper. Read on the printed grid where they cross: how far right is --dx, how far
    down is --dy, both in mm; left and up take a minus. Then measure the bar of 100 mm: --scale is 100 divided by what you
    measured. What is left out stays as it was. It is kept on this computer, never in the class.

    \b
    Example: board printer "Office" --dx 0.5 --dy 1 --scale 1.005
    Example: board printer "Office"
    Example: board printer "Office" --forget
    """
    needed = {key: value for key, value in (("dx", dx), ("dy", dy), ("scale", scale)) if value is not None}
    printers = Printers(seat_here().settings)
    if name is None:
        if needed or forget:
            raise Refusal(f"Which printer? Write its name: {_HOW_TO}.")
        _list(printers, as_json=as_json)
    elif as_json:
        raise Refusal("--json lists every printer; leave the name out.")
    elif forget:
        if needed:
            raise Refusal("--forget forgets all that is kept about a printer; leave the other options out.")
        printers.forget(name)
        click.echo(f"{clean_line(name)} is forgotten.")
    else:
        _keep_or_tell(printers, printers.known_name(name), needed)


def _keep_or_tell(printers: Printers, name: str, needed: Mapping[str, float]) -> None:
    if needed:
        printers.keep(name, printers.known().get(name, TRUE)._replace(**needed))
    click.echo(f"{name} {printer_words(printers.called(name))}.")


def _list(printers: Printers, *, as_json: bool) -> None:
    known, last = printers.known(), printers.last()
    if as_json:
        listed = [{"name": name, **one._asdict(), "last": name == last} for name, one in known.items()]
        click.echo(harmless_json(listed))
        return
    for name, one in known.items():
        told = f"{name} {printer_words(one)}"
        click.echo(f"{told} (used last)." if name == last else f"{told}.")
    if not known:
        click.echo(f"No printer is known yet; {_HOW_TO}.")
