"""Commands about who is in the class: board student add, rename, left, photos, card, patience."""

from collections.abc import Sequence
from pathlib import Path

import click

from board.cli.cards import card, patience
from board.cli.context import DONE_PARTLY, agreed, class_option, opened, shortened
from board.cli.marks import found_student, gone_words
from board.cli.photos import photos
from board.deeds.starting import with_list
from board.errors import Refusal
from board.exchange.lists.change import NameList
from board.exchange.lists.listed import Listed
from board.exchange.lists.questions import NEW, Asks
from board.exchange.lists.reading import Reading
from board.mastery.names.known_again import Fit, fit
from board.mastery.names.person_name import PersonName, name_of, whole_name
from board.mastery.names.short_names import short_names
from board.mastery.people import Student, clean_line, clean_name
from board.mastery.roll import Roll, edited, with_left
from board.store.documents.tables import STUDENTS
from board.words.roll import doubts_about_name


@click.group()
def student() -> None:
    """Add a student, rename one, say that one has left, that photos of its work may be kept, or how it stands at the kiosk.

    \b
    Example: board student add "Zoe Young" -c "Room 12.class"
    Example: board student rename "Zoe Y." "Zoë Y."
    Example: board student left "Zoë Y."
    Example: board student photos "Nia W." allow
    Example: board student card "Nia W."
    Example: board student patience "Nia W." 2
    """


@student.command()
@click.argument("names", nargs=-1, required=True, metavar="NAME...")
@click.option("--full-names", is_flag=True, help="Keep whole names; without it first name and initial are kept.")
@class_option
def add(names: Sequence[str], *, full_names: bool, folder: Path | None) -> None:
    """Add students to the class, each with the next free sign.

    A name the class has already is left alone and told, the others are added. Write -- before a name that begins with a hyphen.

    \b
    Example: board student add "Zoe Young" "Ali Khan"
    """
    people = [_person(name) for name in names]
    refused: list[str] = []
    added: list[Student] = []

    def grown(now: Roll) -> Roll:
        refused.clear()
        added.clear()
        for person in people:
            sure, doubts = _new_student(person, (*now, *added), full_names=full_names)
            added.extend(sure)
            refused.extend(doubts)
        return (*now, *added)

    with opened(folder) as book:
        book.edit(STUDENTS, grown)
    for one in added:
        click.echo(f"Added {one.name} ({one.id}).")
    for why in refused:
        click.echo(why, err=True)
    if refused:
        raise SystemExit(DONE_PARTLY)


@student.command()
@click.argument("name", metavar="STUDENT")
@click.argument("new", metavar="NAME")
@click.option("--yes", is_flag=True, help="Rename without asking, also where two would be called alike.")
@class_option
def rename(name: str, new: str, *, yes: bool, folder: Path | None) -> None:
    """Give a student another name; marks and pictures stay. STUDENT is an id, or a name that fits only one.

    \b
    Example: board student rename "Zoe Y." "Zoë Y."
    """
    called = clean_name(new)
    if not called:
        raise Refusal("The new name is empty; write a name between the quotation marks.")
    with opened(folder) as book:
        child = found_student(book.everyone, name)
        if called == child.name:
            click.echo(f"{child.name} is called so already.")
            return
        doubts = " ".join(doubts_about_name(book.everyone, called, own_id=child.id))
        if doubts and not agreed(f"{doubts} Rename {child.name} all the same?", yes=yes):
            raise SystemExit(DONE_PARTLY)
        book.edit(STUDENTS, lambda now: edited(now, child.id, name=called))
    click.echo(f"{child.name} is called {called} now.")


@student.command()
@click.argument("name", metavar="STUDENT")
@click.option("--back", is_flag=True, help="The student is in the class again.")
@class_option
def left(name: str, *, back: bool, folder: Path | None) -> None:
    """Say that a student has left the class, or with --back that the student is in it again; every mark is kept.

    STUDENT is an id, or a name that fits only one.

    \b
    Example: board student left "Zoë Y."
    Example: board student left "Zoë Y." --back
    """
    with opened(folder) as book:
        child = found_student(book.everyone, name)
        if child.left is not back:
            name = child.name
            click.echo(f"{name} is in the class already." if back else f"{name} has left the class already.")
            return
        book.edit(STUDENTS, lambda now: with_left(now, child.id, not back))
    said = "{name} is in the class again." if back else "{name} has left the class; every mark is kept."
    click.echo(said.format(name=child.name))


student.add_command(photos)
student.add_command(card)
student.add_command(patience)


def _person(name: str) -> PersonName:
    whole = clean_line(name)
    if not whole:
        raise Refusal("A student's name is empty; write a name between the quotation marks.")
    return name_of(clean_name(whole))


def _new_student(person: PersonName, everyone: Roll, *, full_names: bool) -> tuple[Roll, tuple[str, ...]]:
    """Give the student to add, or, where it may be somebody of the class, nobody and why not."""
    called = whole_name(person) if full_names else short_names([person])[0]
    alike = next((one for one in everyone if _may_be(one, person, called)), None)
    if alike is None:
        doubts = doubts_about_name(everyone, called)
        wanted = NameList(Reading(people=(Listed((1,), person),)), {Asks.ALIKE: NEW}, full_names=full_names)
        return ((), doubts) if doubts else (with_list(wanted, everyone).added, ())
    if alike.left:
        return (), (gone_words(alike),)
    another = (
        f"{shortened(whole_name(person))} may be {alike.name}, who is in the class already. Another child? Then give "
        f"{alike.name} more letters of the family name first, with: board student rename"
    )
    return (), (another,)


def _may_be(student: Student, person: PersonName, called: str) -> bool:
    return student.name.casefold() == called.casefold() or fit(student, person) in (Fit.SURE, Fit.INITIAL)
