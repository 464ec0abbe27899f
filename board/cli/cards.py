"""Commands about one child at the kiosk: board student card, board student patience."""

from collections.abc import Sequence
from pathlib import Path

import click

from board.cli.context import DONE_PARTLY, agreed, class_option, opened
from board.cli.marks import found_student
from board.counting import counted, listed
from board.deeds.roll import ClassList
from board.deeds.sitting import Sitting, usual_adult
from board.errors import Refusal
from board.mastery.people import Student
from board.store.class_book import ClassBook
from board.words.roll import PATIENCE

_SURE_ONE = "The card that {names} has opens nothing any more once there is a new one. Make it anew?"
_SURE_MANY = "The cards that {names} have open nothing any more once there are new ones. Make them anew?"
_PRINT_ONE = 'Print it with: board print login --student "{name}" -o login.pdf'
_PRINT_MANY = "Print them with: board print login {names} -o login.pdf"
_WAITS = {
    1: "{name}: the kiosk waits as usual.",
    2: "{name}: the kiosk waits twice as long.",
    4: "{name}: the kiosk waits 4 times as long.",
}
_TIMES = "Write 1, 2 or 4 behind the name: the kiosk then waits for {name} that many times as long as usual."


@click.command()
@click.argument("names", nargs=-1, required=True, metavar="STUDENT...")
@click.option("--yes", is_flag=True, help="Make new cards without asking.")
@class_option
def card(names: Sequence[str], *, yes: bool, folder: Path | None) -> None:
    """Make the login cards of students anew: each gets other pictures, and the card it has opens nothing any more.

    Nobody else's pictures change. STUDENT is an id, or a name that fits only one.

    \b
    Example: board student card "Nia W."
    Example: board student card "Nia W." "Liam K." --yes
    """
    with opened(folder) as book:
        children = list({one.id: one for one in (found_student(book.everyone, name) for name in names)}.values())
        whose = listed([one.name for one in children])
        if not agreed(counted(_SURE_ONE, _SURE_MANY, len(children), names=whose), yes=yes):
            raise SystemExit(DONE_PARTLY)
        click.echo(f"{_list_of(book).new_cards(children).said}.")
    click.echo(_how_to_print(children))


@click.command()
@click.argument("name", metavar="STUDENT")
@click.argument("times", required=False, type=int, metavar="[1|2|4]")
@class_option
def patience(name: str, times: int | None, *, folder: Path | None) -> None:
    """Tell how long the kiosk waits for a student before it asks "Still here?", or let it wait 2 or 4 times as long.

    STUDENT is an id, or a name that fits only one.

    \b
    Example: board student patience "Nia W."
    Example: board student patience "Nia W." 2
    """
    with opened(folder) as book:
        child = found_student(book.everyone, name)
        if times is not None and times not in PATIENCE:
            raise Refusal(_TIMES.format(name=child.name))
        if times is not None:
            _list_of(book).edit(child, {"patience": times})
        now = next(one.patience for one in book.everyone if one.id == child.id)
    click.echo(_WAITS.get(now, "{name}: the kiosk waits longer than usual.").format(name=child.name))


def _list_of(book: ClassBook) -> ClassList:
    return ClassList(Sitting(book, usual_adult(book)))


def _how_to_print(children: Sequence[Student]) -> str:
    if len(children) == 1:
        return _PRINT_ONE.format(name=children[0].name)
    return _PRINT_MANY.format(names=" ".join(f'--student "{one.name}"' for one in children))
