"""Commands about the adults of a class and what each is to it: board adult list, board adult add, board adult role."""

from pathlib import Path

import click

from board.cli.context import DONE_PARTLY, class_option, opened
from board.deeds.about import AboutClass
from board.deeds.sitting import Sitting, usual_adult
from board.errors import Refusal
from board.mastery.harmless import harmless_json
from board.mastery.people import AdultRole, Assessor, clean_name
from board.store.book import Book
from board.words.adults import ROLES

_ROLE = click.Choice([role.value for role in AdultRole])


@click.group()
def adult() -> None:
    """Tell who marks in a class, add an adult, or say what one is to the class.

    A teacher does everything. A specialist marks and settles plans; an aide and a student teacher mark and take children's
    pictures in; a visiting reviewer marks. Each takes back their own marks.

    \b
    Example: board adult list
    Example: board adult add "Mr. Lee" --role aide
    Example: board adult role "Mr. Lee" specialist
    """


@adult.command("list")
@click.option("--json", "as_json", is_flag=True, help="For scripts.")
@class_option
def list_adults(folder: Path | None, *, as_json: bool) -> None:
    """Tell the adults of the class and what each is to it.

    \b
    Example: board adult list --json
    """
    with opened(folder) as book:
        if as_json:
            click.echo(
                harmless_json([{"id": one.id, "name": one.name, "role": one.role.value} for one in book.assessors])
            )
            return
        for one in book.assessors:
            click.echo(f"{one.name}: {ROLES[one.role]}")


@adult.command()
@click.argument("name")
@click.option("--role", type=_ROLE, default=AdultRole.TEACHER.value, help="What the adult is to the class.")
@class_option
def add(name: str, *, role: str, folder: Path | None) -> None:
    """Add an adult who marks; without --role, another teacher.

    \b
    Example: board adult add "Mr. Lee" --role aide
    """
    called = clean_name(name)
    if not called:
        raise Refusal("The adult's name is empty; write a name between the quotation marks.")
    with opened(folder) as book:
        known = fitting(book, called)
        if known is not None:
            click.echo(f"{known.name} marks in this class already: {ROLES[known.role]}.", err=True)
            raise SystemExit(DONE_PARTLY)
        click.echo(AboutClass(Sitting(book, usual_adult(book))).add_adult(called, AdultRole(role)).said)


@adult.command("role")
@click.argument("name")
@click.argument("role", type=_ROLE, metavar="ROLE")
@class_option
def set_role(name: str, role: str, *, folder: Path | None) -> None:
    """Say what an adult is to the class: teacher, aide, specialist, reviewer or student_teacher.

    A class keeps one teacher at least. NAME is the adult's name or id.

    \b
    Example: board adult role "Mr. Lee" specialist
    """
    with opened(folder) as book:
        one = fitting(book, clean_name(name))
        if one is None:
            told = ", ".join(other.name for other in book.assessors)
            raise Refusal(f'No adult is called "{clean_name(name)}"; those of this class are {told}.')
        if one.role.value == role:
            click.echo(f"{one.name} is that already: {ROLES[one.role]}.")
            return
        click.echo(AboutClass(Sitting(book, usual_adult(book))).set_role(one, AdultRole(role)).said)


def fitting(book: Book, name: str) -> Assessor | None:
    """Give the adult of a class who is called so, by name or id; None where nobody is."""
    return next((one for one in book.assessors if name.casefold() in (one.id, one.name.casefold())), None)
