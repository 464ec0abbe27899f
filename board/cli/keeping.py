"""Commands about all that is held about one child: board record, board erase."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import click

from board import words
from board.cli.context import DONE_PARTLY, FileType, agreed, class_option, opened, seat_here
from board.cli.marks import found_student
from board.counting import counted
from board.deeds.mending import Mended
from board.deeds.pictures import stickers_of
from board.deeds.sitting import usual_adult
from board.disk import NotSaved
from board.exchange.record import RECORD, Record, as_csv, as_json, as_text, record_of
from board.mastery.curriculum import steps_by_id
from board.mastery.facts import Fact
from board.mastery.people import Student
from board.store.archive import put_zip
from board.store.class_book import ClassBook
from board.store.erasure import Going
from board.store.layout import EVIDENCE, Erased
from board.store.traces import Held, foreign_files, held_about, kept_for, mentions, other_devices
from board.words import counts

_WROTE_ONE = "Wrote {out}: everything held about {name}, 1 fact."
_WROTE_MANY = "Wrote {out}: everything held about {name}, {count:,} facts."
_CLEANED_ONE = "Names of other children were taken out of 1 note; read record.txt before you give it away."
_CLEANED_MANY = "Names of other children were taken out of {count:,} notes; read record.txt before you give it away."
_LACKS_ONE = "1 picture is not in it: its file is damaged or not on this computer; board check names it."
_LACKS_MANY = "{count} pictures are not in it: their files are damaged or not on this computer; board check names them."
_CHARTS_ONE = "  1 chart by name among the prints (they can be printed again)"
_CHARTS_MANY = "  {count:,} charts by name among the prints (they can be printed again)"
_OTHERS_ONE = "  The ledger file of 1 other computer holds words about the child until the class is opened there."
_OTHERS_MANY = (
    "  The ledger files of {count} other computers hold words about the child until the class is opened there."
)
_MENTIONED_ONE = "The name may stand in 1 note about other children; judge them yourself:"
_MENTIONED_MANY = "The name may stand in {count:,} notes about other children; judge them yourself:"


@click.command()
@click.argument("student")
@click.option("-o", "--output", "out", type=FileType, required=True, help="The zip to write.")
@class_option
def record(student: str, out: Path, folder: Path | None) -> None:
    """Put everything that is held about one child into one zip, for the family.

    record.txt says it in plain words, history.csv is a table of everything that happened, record.json is for another
    program; pictures and unfinished drawings come along. Names of other children are taken out of the notes. STUDENT is an id, or a name that
    fits only one.

    \b
    Example: board record "Ava B." -o "record.zip" -c "Room 12.class"
    """
    with opened(folder) as book:
        child = found_student(book.everyone, student)
        gathered = record_of(
            child, book.everyone, book.facts, class_name=book.name, units=book.units, assessors=book.assessors
        )
        pictures, lacking = _pictures(gathered, book)
        put_zip(book.folder, out, {**_files(gathered, book.folder), **pictures}, RECORD)
    click.echo(counted(_WROTE_ONE, _WROTE_MANY, len(gathered.facts), out=out, name=child.name))
    if gathered.cleaned:
        click.echo(counted(_CLEANED_ONE, _CLEANED_MANY, gathered.cleaned))
    else:
        click.echo("Read record.txt before you give it away: notes may hold what is not for the family.")
    if lacking:
        click.echo(counted(_LACKS_ONE, _LACKS_MANY, lacking), err=True)
        raise SystemExit(DONE_PARTLY)


def _files(gathered: Record, folder: Path) -> Mapping[str, bytes]:
    """Give the files of a record; their names are fixed words and numbers, never names of people."""
    files = {"record.txt": as_text(gathered).encode("utf-8", "replace"), "history.csv": as_csv(gathered)}
    files[RECORD] = as_json(gathered)
    child = Going((gathered.student.id, *gathered.student.also), frozenset(gathered.pictures))
    for number, path in enumerate(kept_for(folder, child, Erased.BY_STUDENT), 1):
        files[f"drawings/unfinished-{number:03}{path.suffix.lower()}"] = path.read_bytes()
    return files


def _pictures(gathered: Record, book: ClassBook) -> tuple[dict[str, bytes], int]:
    """Give the child's own pictures, each once, and how many can't be given: a damaged file may show another child's."""
    child = Going((gathered.student.id, *gathered.student.also), frozenset(gathered.pictures))
    place = EVIDENCE.within(book.folder)
    shown = {path.stem: path for path in kept_for(book.folder, child, Erased.BY_PICTURE) if path.parent == place}
    files = [(path.suffix.lower(), path.read_bytes()) for path in shown.values()]
    kept, lacking = Mended(book.pictures), 0
    for content in gathered.pictures:
        try:
            files.append((".png", kept.read(content)))
        except OSError:
            lacking += content not in shown
    return {f"pictures/picture-{number:03}{ending}": data for number, (ending, data) in enumerate(files, 1)}, lacking


@click.command()
@click.argument("student")
@class_option
@click.option("--yes", is_flag=True, help="Erase without asking.")
def erase(student: str, folder: Path | None, *, yes: bool) -> None:
    """Erase a child: name, alias, notes and pictures go from the class folder and its backups. It can't be undone.

    A child who only leaves the class need not be erased. Marks stay without words and without a name, so that the
    history has no gap. STUDENT is an id, or a name that fits only one.

    \b
    Example: board erase "Ava B." -c "Room 12.class"
    """
    with opened(folder) as book:
        child = found_student(book.everyone, student)
        _say_what_goes(child, book.name, held_about(child, book.folder, book.facts))
        question = f"Erase {child.name} for good? It can't be undone."
        if not agreed(question, yes=yes):
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
    stickers_of(book, seat_here().cache)  # which throws away what was prepared of the child's pictures
    click.echo(f"{child.name} is erased from {book.name}.")
    for name in unreadable:
        click.echo(f"{name} could not be read and was deleted.")


def _say_what_goes(child: Student, class_name: str, held: Held) -> None:
    click.echo(f"{child.name} in {class_name}:")
    click.echo("  name, alias, emblem, grade and school id, in the class and in every backup of it in the folder")
    click.echo(f"  the words in {held.notes} of {counts.marks(held.facts)}")
    if held.pictures:
        click.echo(f"  {counts.pictures(held.pictures)}")
    if held.charts:
        click.echo(counted(_CHARTS_ONE, _CHARTS_MANY, held.charts))
    click.echo(f'For the family, first keep: board record {child.id} -o "record.zip"')


def _say_what_is_left(book: ClassBook, others: int) -> None:
    click.echo("Out of reach of this command, for you to look after:")
    if others:
        click.echo(counted(_OTHERS_ONE, _OTHERS_MANY, others))
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
