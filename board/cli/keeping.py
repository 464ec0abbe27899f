"""The command about all that is held about one child: board record."""

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

import click

from board.cli.context import DONE_PARTLY, FileType, class_option, opened
from board.cli.marks import found_student
from board.counting import counted
from board.deeds.all_pictures import AllPictures
from board.deeds.mending import Mended
from board.disk import read_plain
from board.exchange.record import RECORD, Record, as_csv, as_json, as_text, record_of
from board.store.class_book import ClassBook
from board.store.erasure import Going
from board.store.keeping.archive import put_zip
from board.store.keeping.traces import kept_for
from board.store.layout import TEXT_BYTES, Erased

_WROTE_ONE = "Wrote {out}: everything held about {name}, 1 fact."
_WROTE_MANY = "Wrote {out}: everything held about {name}, {count:,} facts."
_CLEANED_ONE = "Names of other children were taken out of 1 note; read record.txt before you give it away."
_CLEANED_MANY = "Names of other children were taken out of {count:,} notes; read record.txt before you give it away."
_LACKS_ONE = "1 picture is not in it: its file is damaged, or not on this computer yet; board check tells what to do."
_LACKS_MANY = "{count} pictures are not in it: their files are damaged, or not on this computer yet; board check tells what to do."

_UNTOLD_ONE = "{name} has not heard 1 keep working yet. It stands in the history only; tell {name} first, and keep it with: board told"
_UNTOLD_MANY = (
    "{name} has not heard {count} keep workings yet. They stand in the history only; tell {name} first, and keep it with: "
    "board told"
)


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
        pictures = _pictures(gathered, book)
        lacking = len(gathered.pictures) - len(pictures)
        names = {content: f"pictures/picture-{number:03}.png" for number, content in enumerate(pictures, 1)}
        files = _files(gathered, book.folder, names, lacking)
        put_zip(book.folder, out, {**files, **{names[content]: png for content, png in pictures.items()}}, RECORD)
    click.echo(counted(_WROTE_ONE, _WROTE_MANY, len(gathered.facts), out=out, name=child.name))
    if gathered.cleaned:
        click.echo(counted(_CLEANED_ONE, _CLEANED_MANY, gathered.cleaned))
    else:
        click.echo("Read record.txt before you give it away: notes may hold what is not for the family.")
    if gathered.untold:
        click.echo(counted(_UNTOLD_ONE, _UNTOLD_MANY, len(gathered.untold), name=child.name))
    if lacking:
        click.echo(counted(_LACKS_ONE, _LACKS_MANY, lacking), err=True)
        raise SystemExit(DONE_PARTLY)


def _files(gathered: Record, folder: Path, pictures: Mapping[str, str], lacking: int) -> Mapping[str, bytes]:
    """Give the files of a record; their names are fixed words and numbers, never names of people."""
    text = as_text(gathered, pictures, lacking)
    files = {"record.txt": text.encode("utf-8", "replace"), "history.csv": as_csv(gathered)}
    files[RECORD] = as_json(gathered, pictures)
    child = Going((gathered.student.id, *gathered.student.also))
    for number, path in enumerate(kept_for(folder, child, Erased.BY_STUDENT), 1):
        files[f"drawings/unfinished-{number:03}{path.suffix.lower()}"] = read_plain(path, TEXT_BYTES)
    return files


def _pictures(gathered: Record, book: ClassBook) -> dict[str, bytes]:
    """Give the child's own pictures and the photos of its work by content id; a damaged file may show another child's."""
    kept, found = Mended(AllPictures(book)), {}
    for content in gathered.pictures:
        with suppress(OSError):
            found[content] = kept.read(content)
    return found
