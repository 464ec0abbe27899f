"""Commands that keep a class safe: board check, board backup, board restore."""

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from itertools import count
from pathlib import Path
from typing import NamedTuple

import click

from board.art.starter import step_badges
from board.cli.context import DONE_PARTLY, FileType, FolderType, agreed, has_terminal, meant, opened, seat_here
from board.cli.said import bare
from board.counting import listed
from board.deeds.mending import Lacking, mend, told_each, told_missing
from board.errors import Refusal
from board.mastery.curriculum import Unit
from board.mastery.people import Assessor, Student, clean_line
from board.store.class_book import ClassBook
from board.store.class_folder import folder_name
from board.store.documents.merging import visible
from board.store.keeping.archive import check_place, name_in, pack
from board.store.keeping.check import not_here_yet, problems
from board.store.keeping.older_zip import only_in, other_class_in
from board.store.keeping.restore import Copy, copies_of, put_back, read_copy, restore_zip
from board.store.layout import CLASS_FILE, LEDGER
from board.words import counts

_HALF_HERE = 'Not all of this class is here yet, so the zip may hold less than the class; see: board check "{folder}"'
_HOLDS_MORE = (
    "{place} holds what this class has not: {held}. That may still be on its way here from another computer, or an older "
    "state of the class has come back."
)
_LOST = (
    "class.json is not here or can't be read; it becomes {name} with {students}. If a sync program is still bringing it, "
    "answer no and wait until it has finished."
)
_KINDS = (counts.marks, counts.people, counts.units, counts.pictures)
"""How each number of `OnlyThere` is said."""

_PIECES = 200
"""Steps of the bar on a terminal."""


_HOLDS_WRONG = "It holds these pictures as they are, damaged or not here whole yet; board check tells what to do:"
_CAME_WRONG = "These pictures were damaged in the zip already; take them from another backup if you have one:"


@click.command()
@click.argument("folder", type=FolderType, required=False)
def check(folder: Path | None) -> None:
    """Look for anything wrong in a class folder, and say what to do about it; nothing is changed.

    What is not here may still be on its way from another computer: docs/synced-folder.md tells more.

    \b
    Example: board check "Room 12.class"
    """
    with _progress("Looking") as tell:
        found = problems(meant(folder), seat_here().device, step_badges(), tell)
    for line in found:
        click.echo(line)
    if found:
        raise SystemExit(DONE_PARTLY)
    click.echo("Everything is in order.")


@click.command()
@click.argument("folder", type=FolderType, required=False)
@click.option("-o", "--output", "out", type=FileType, help="The zip to write; left out: one with today's date, here.")
@click.option("--yes", is_flag=True, help="Replace an older zip that holds more than the class without asking.")
def backup(folder: Path | None, out: Path | None, *, yes: bool) -> None:
    """Put a whole class into one zip: students, units, every mark, pictures. It is read back before it counts.

    Keep it somewhere else than the class: on a stick, on another computer. It holds names, so treat it like the class. A zip
    of that name is replaced; you are asked first when it holds what the class has not.

    \b
    Example: board backup "Room 12.class" -o "Room 12.zip"
    """
    with opened(folder) as book:
        place = out or _dated(book.folder)
        _ask_before(book, place, yes=yes)
        lacking = _looked_through(book)
        with _progress("Packing") as tell:
            packed = pack(book.folder, place, book.progress.erased, tell)
        held, zipped = _held(book, packed.files), _size(place.stat().st_size)
        click.echo(f"Wrote {place}: {held}, {_size(packed.size)} ({zipped} zipped).")
        click.echo(f'Bring it back with: board restore "{place}" NEW-FOLDER')
        half_here = (
            [_HALF_HERE.format(folder=book.folder)] if not_here_yet(book.folder, book, seat_here().device.id) else []
        )
        _tell_wrong([*half_here, *_behind(_HOLDS_WRONG, told_each(lacking))])


def _ask_before(book: ClassBook, place: Path, *, yes: bool) -> None:
    """Ask before a zip is replaced that holds what the class has not, or that nobody can read.

    Raises:
        SystemExit: It is kept.
    """
    check_place(book.folder, place, CLASS_FILE)
    if not place.exists():
        return
    other = other_class_in(place, book)
    if other:
        raise Refusal(f"{place} is a backup of another class, {other}; choose another name behind -o.")
    try:
        more = only_in(place, book)
    except Refusal as refusal:
        why = str(refusal)
    else:
        held = [said(count) for said, count in zip(_KINDS, more, strict=True) if count]
        why = _HOLDS_MORE.format(place=place, held=listed(held)) if held else ""
    if why and not agreed(f"{why} Replace it? With another name behind -o you keep both.", yes=yes):
        raise SystemExit(DONE_PARTLY)


def _dated(folder: Path) -> Path:
    """Give a name for a zip that is still free, here; beside the class when this is inside of it."""
    inside = folder.resolve()
    here = Path()
    if inside in (here.resolve(), *here.resolve().parents):
        here = inside.parent
    stem = f"{inside.name.removesuffix('.class')} {date.today().isoformat()}"  # noqa: DTZ011 - the teacher's own day
    names = (f"{stem}{f' ({number})' if number > 1 else ''}.zip" for number in count(1))
    return next(here / name for name in names if not (here / name).exists())


@click.command()
@click.argument("source", type=click.Path(path_type=Path))
@click.argument("folder", type=FolderType, required=False)
@click.option("--yes", is_flag=True, help="Put an earlier class.json back without asking.")
def restore(source: Path, folder: Path | None, *, yes: bool) -> None:
    """Bring a class back.

    SOURCE is a zip made by board backup: it becomes the new folder FOLDER. Or a class folder: its earlier states are
    listed, with the command for each. Or one of these, such as backups/class-000012.json: it takes the place of
    class.json (students, adults, units), after saying what would change; marks are never touched.

    \b
    Example: board restore "Room 12.zip" "Room 12 again.class"
    Example: board restore "Room 12.class"
    """
    if source.is_dir():
        _list(source)
    elif source.suffix.lower() == ".json":
        _put_back(source, folder or source.resolve().parent.parent, yes=yes)
    else:
        _unzip(source, folder)


def _unzip(source: Path, folder: Path | None) -> None:
    place = Path(folder_name(name_in(source))) if folder is None else folder
    if not place.name:
        place = place.resolve()  # the folder one stands in gets another one in its place
    with _progress("Unpacking") as tell:
        contents = restore_zip(source, place, seat_here().device, tell)
    with opened(place) as book:
        click.echo(f"Restored {clean_line(book.name)} in {place}: {_held(book, contents.files)}.")
        lacking = _looked_through(book)
    click.echo(f'Open it with: board open "{place}"')
    missing = told_missing(lacking)
    _tell_wrong([*_behind(_CAME_WRONG, told_each(lacking)), *([missing] if missing else [])])


def _looked_through(book: ClassBook) -> Lacking:
    """Read every picture, and put right what can be."""
    with _progress("Looking at the pictures") as tell:
        return mend(book, every=True, tell=tell)


def _behind(first: str, sentences: tuple[str, ...]) -> tuple[str, ...]:
    """Give sentences behind the one that begins them; nothing where there are none."""
    return (first, *sentences) if sentences else ()


def _tell_wrong(sentences: Sequence[str]) -> None:
    """Tell what is not as it should be; all else is done then."""
    for sentence in sentences:
        click.echo(sentence, err=True)
    if sentences:
        raise SystemExit(DONE_PARTLY)


def _list(folder: Path) -> None:
    whole, broken = copies_of(folder)
    if not whole and not broken:
        raise Refusal(f"{folder} has no earlier states; for a class in a zip say: board restore ZIP FOLDER")
    click.echo(f"Earlier states of {folder}, newest first; marks are not in them and stay as they are:")
    for copy in whole:
        told = f"{counts.students(len(copy.students))}, {counts.units(len(copy.units))}"
        click.echo(f'  {copy.number:>4}  {copy.made:%Y-%m-%d %H:%M}  {told:<24}  board restore "{copy.path}"')
    for path in broken:
        click.echo(f"  {path.name} can't be read.")


def _put_back(source: Path, folder: Path, *, yes: bool) -> None:
    copy = read_copy(source)
    if not LEDGER.within(folder).is_dir():
        raise Refusal(f"{folder} is no class folder; name the one this copy belongs to: board restore COPY FOLDER")
    try:
        changes = _changes(read_copy(folder / CLASS_FILE), copy)
    except Refusal:
        changes = [_LOST.format(name=copy.name, students=counts.students(len(copy.students)))]
    if not changes:
        click.echo("Nothing changes: the class is as it was then.")
        return
    click.echo(f"{folder}, back to {copy.made:%Y-%m-%d %H:%M}:")
    for line in changes:
        click.echo(f"  {line}")
    if not agreed("Change the class like this? The present state is kept among the earlier ones.", yes=yes):
        raise SystemExit(DONE_PARTLY)
    put_back(folder, copy, seat_here().device)
    click.echo(f"{folder} is as it was on {copy.made:%Y-%m-%d at %H:%M}; every mark is still there.")


class _Lines(NamedTuple):
    """What is said of somebody or something that comes back, goes, or becomes as it was."""

    back: str
    gone: str
    as_before: str


_OF_STUDENTS = _Lines("student comes back: {name}", "student goes, marks stay: {name}", "student as before: {name}")
_OF_ADULTS = _Lines("adult comes back: {name}", "adult goes, marks stay: {name}", "adult as before: {name}")
_OF_UNITS = _Lines("unit comes back: {name}", "unit goes, marks stay: {name}", "unit as before: {name}")


def _changes(now: Copy, then: Copy) -> list[str]:
    """Say what putting a copy back would change, in lines."""
    told = [f"name: {then.name} (now {now.name})"] if now.name != then.name else []
    told += _compared(_OF_STUDENTS, _named(now.students), _named(then.students))
    told += _compared(_OF_ADULTS, _named(now.assessors), _named(then.assessors))
    told += _compared(_OF_UNITS, _titled(now.units), _titled(then.units))
    if not told and visible(now.tables) != visible(then.tables):
        told.append("small things, such as the order")
    return told


_Known = Mapping[str, tuple[str, object]]
"""By id the words for something, and the thing."""


def _named(people: Iterable[Student | Assessor]) -> _Known:
    return {one.id: (one.name, one) for one in people}


def _titled(units: Iterable[Unit]) -> _Known:
    return {one.id: (one.title, one) for one in units}


def _compared(lines: _Lines, now: _Known, then: _Known) -> Iterator[str]:
    yield from (lines.back.format(name=name) for id_, (name, _) in then.items() if id_ not in now)
    yield from (lines.gone.format(name=name) for id_, (name, _) in now.items() if id_ not in then)
    for id_, (name, one) in then.items():
        if id_ in now and now[id_][1] != one:
            yield lines.as_before.format(name=name)


@contextmanager
def _progress(label: str) -> Iterator[Callable[[float], None]]:
    """Show on a terminal how far something is that may take long."""
    if not has_terminal():
        yield lambda _share: None
        return
    with click.progressbar(length=_PIECES, label=label, file=bare(sys.stdout)) as bar:

        def tell(share: float) -> None:
            bar.update(max(0, round(share * _PIECES) - bar.pos))

        yield tell


def _held(book: ClassBook, files: int) -> str:
    return ", ".join((counts.students(len(book.everyone)), counts.marks(len(book.facts)), counts.files(files)))


def _size(size: int) -> str:
    return f"{size / 1_000_000:.1f} MB" if size >= 100_000 else f"{size / 1000:.1f} KB"  # noqa: PLR2004 - 0.1 MB
