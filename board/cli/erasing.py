"""Commands about children who are gone for good: board erase."""

from collections.abc import Sequence
from pathlib import Path

import click
import msgspec

from board import words
from board.cli.context import DONE_PARTLY, agreed, class_option, opened, seat_here
from board.cli.marks import found_student
from board.counting import counted
from board.deeds.pictures import stickers_of
from board.deeds.sitting import usual_adult
from board.disk import NotSaved
from board.errors import Refusal
from board.mastery.curriculum import steps_by_id
from board.mastery.facts import Fact
from board.mastery.people import Student
from board.paper.memory import PrintMemory
from board.store.class_book import ClassBook
from board.store.keeping.traces import Held, foreign_files, held_about, mentions, other_devices
from board.store.ledger.elsewhere import Elsewhere, strip_gone, with_words
from board.words import counts

_CHARTS_ONE = "  1 chart by name among the prints (they can be printed again)"
_CHARTS_MANY = "  {count:,} charts by name among the prints (they can be printed again)"
_OTHERS_ONE = (
    "  The ledger file of 1 other computer holds words about the child until the class is opened there. If that computer will "
    'never open it again: board erase --gone -c "{folder}"'
)
_OTHERS_MANY = (
    "  The ledger files of {count} other computers hold words about the child until the class is opened there. If one of "
    'these will never open it again: board erase --gone -c "{folder}"'
)
_MENTIONED_ONE = "The name may stand in 1 note about other children; judge them yourself:"
_MENTIONED_MANY = "The name may stand in {count:,} notes about other children; judge them yourself:"
_ELSEWHERE_ONE = (
    "The computer {device} made {marks} in this class; {by} made the last on {day}. Its file holds words about erased children in "
    "1 mark."
)
_ELSEWHERE_MANY = (
    "The computer {device} made {marks} in this class; {by} made the last on {day}. Its file holds words about erased children in "
    "{count:,} marks."
)
_IS_GONE = (
    "Will this computer never open the class again? Then these words are taken out of its file here; its marks stay, and "
    "should it come back, nothing counts twice."
)


@click.command()
@click.argument("student", required=False)
@class_option
@click.option(
    "--gone", is_flag=True, help="Clean the files of other computers that are gone for good; no STUDENT then."
)
@click.option("--yes", is_flag=True, help="Erase without asking.")
def erase(student: str | None, folder: Path | None, *, gone: bool, yes: bool) -> None:
    """Erase a child: name, alias, notes and pictures go from the class folder and its backups. It can't be undone.

    A child who only leaves the class need not be erased. Marks stay without words and without a name, so that the
    history has no gap. STUDENT is an id, or a name that fits only one.

    Every other computer takes the words out of its own file when it opens the class next. One that is broken, sold or lost
    never will: --gone asks about each, and takes them out of its file here.

    \b
    Example: board erase "Ava B." -c "Room 12.class"
    Example: board erase --gone -c "Room 12.class"
    """
    if gone == bool(student):
        raise Refusal("Say who is erased: board erase STUDENT; or that a computer is gone: board erase --gone")
    with opened(folder) as book:
        if gone:
            _clean_elsewhere(book, yes=yes)
        else:
            _erase(book, found_student(book.everyone, student or ""), yes=yes)


def _erase(book: ClassBook, child: Student, *, yes: bool) -> None:
    _say_what_goes(child, book.name, held_about(child, book.folder, book.facts))
    if not agreed(f"Erase {child.name} for good? It can't be undone.", yes=yes):
        raise SystemExit(DONE_PARTLY)
    others = other_devices(child, book.facts, seat_here().device.id)
    told = mentions(child, book.facts)
    _erased(book, child)
    _say_what_is_left(book, others)
    _say_where_mentioned(book, told)


def _erased(book: ClassBook, child: Student) -> None:
    try:
        unreadable = book.erase(child, usual_adult(book).id)
    except NotSaved as refusal:
        if child.id not in book.progress.erased:
            raise
        click.echo(str(refusal), err=True)
        raise SystemExit(DONE_PARTLY) from refusal
    _forget_here(book, (child.id, *child.also))
    click.echo(f"Erased from {book.name}: {child.name}")
    for name in unreadable:
        click.echo(f"{name} could not be read and was deleted.")


def _forget_here(book: ClassBook, ids: Sequence[str]) -> None:
    """Take away what this computer keeps of children outside the class: prepared stickers, the last place, sheets that wait."""
    seat = seat_here()
    stickers_of(book, seat.cache)  # which throws away what was prepared of the child's pictures
    place = seat.settings.load().place(book.key)
    group = tuple(one for one in place.group if one not in ids)
    left = msgspec.structs.replace(place, student="" if place.student in ids else place.student, group=group)
    if left != place:
        seat.settings.remember(book.key, left)
    memory = PrintMemory(seat.settings)
    sheets = memory.waiting_sheets(book.key)
    memory.answer_sheets(book.key, [sheet for sheet in sheets if any(student in ids for student, _ in sheet.targets)])


def _say_what_goes(child: Student, class_name: str, held: Held) -> None:
    click.echo(f"{child.name} in {class_name}:")
    click.echo("  name, alias, emblem, grade and school id, in the class and in every backup of it in the folder")
    click.echo(f"  the words in {held.notes} of {counts.marks(held.facts)}")
    if held.pictures:
        click.echo(f"  {counts.pictures(held.pictures)}")
    if held.charts:
        click.echo(counted(_CHARTS_ONE, _CHARTS_MANY, held.charts))
    click.echo(
        "  what this computer keeps outside the class: prepared stickers, its own copy of marks and names, the last"
    )
    click.echo("  place on the board, sticker sheets that still wait for an answer")
    click.echo(f'For the family, first keep: board record {child.id} -o "record.zip"')


def _say_what_is_left(book: ClassBook, others: int) -> None:
    click.echo("Out of reach of this command, for you to look after:")
    if others:
        click.echo(counted(_OTHERS_ONE, _OTHERS_MANY, others, folder=book.folder))
    click.echo("  Zips made with board backup or board record, other copies of the folder, and printed paper.")
    foreign = foreign_files(book.folder)
    if foreign:
        click.echo(f"  Files in the folder that the board did not make: {', '.join(foreign)}")


def _say_where_mentioned(book: ClassBook, told: Sequence[Fact]) -> None:
    if not told:
        return
    names = {student.id: student.name for student in book.everyone}
    steps = steps_by_id(book.units)
    click.echo(counted(_MENTIONED_ONE, _MENTIONED_MANY, len(told)))
    for fact in told:
        about = steps[fact.step].title if fact.step in steps else "about the child"
        click.echo("  " + " · ".join((names.get(fact.student, fact.student), about, words.day(fact.at))))


def _clean_elsewhere(book: ClassBook, *, yes: bool) -> None:
    """Ask of each computer whose file still holds words about erased children whether it is gone, and clean its file."""
    found = with_words(book.facts, book.progress.erased, seat_here().device.id)
    if not found:
        click.echo("No other computer's file holds words about erased children.")
        return
    kept = [other for other in found if not _is_cleaned(book, other, yes=yes)]
    if kept:
        raise SystemExit(DONE_PARTLY)


def _is_cleaned(book: ClassBook, other: Elsewhere, *, yes: bool) -> bool:
    names = {adult.id: adult.name for adult in book.assessors} | {child.id: child.name for child in book.everyone}
    by = names.get(other.last.by, "somebody who is not listed any more")
    marks, day = counts.marks(other.facts), other.last.at[:10]
    click.echo(counted(_ELSEWHERE_ONE, _ELSEWHERE_MANY, other.words, device=other.device, marks=marks, day=day, by=by))
    if not agreed(_IS_GONE, yes=yes):
        return False
    strip_gone(book.folder, other.device, book.progress.erased)
    click.echo(
        f"The file of the computer {other.device} holds no words about erased children any more; all its marks stay."
    )
    return True
