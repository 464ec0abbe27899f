"""Commands that open a class: board, board demo, board new, board open."""

import gc
from datetime import datetime
from pathlib import Path

import click

from board.cli.context import FolderType, opened, seat_here
from board.cli.screen import has_screen
from board.errors import Refusal
from board.mastery.people import clean_name
from board.seat.seat import Seat
from board.store.book import Book
from board.store.class_book import ClassBook
from board.store.library import is_class

_HOW_TO_OPEN = "Open the board on a screen with: board open {folder}"


def open_board() -> None:
    """Open the last class, the first time the start; without a terminal tell the class as text."""
    seat = seat_here()
    known = seat.settings.load()
    last = Path(known.last_class) if known.last_class else None
    said = ""
    if last is not None and not last.is_dir():
        said = f"The class you used last is no longer in {last}."
    elif last is not None and not (has_screen() and last == seat.demo.resolve()):
        try:
            _show(last)
        except Refusal as refusal:
            if not has_screen():
                raise
            said = str(refusal)
        else:
            return
    if not has_screen():
        said = said or "There is no class yet."
        raise Refusal(
            f"{said} Open one with: board open FOLDER, make one with: board new FOLDER "
            '--name "Room 12", or look around with: board demo'
        )
    _run(seat, None, said)


@click.command("open")
@click.argument("folder", type=FolderType)
def open_class(folder: Path) -> None:
    """Open a class on the board.

    \b
    Example: board open "Room 12.class"
    """
    _show(folder)


@click.command()
@click.argument("folder", type=FolderType, required=False)
@click.option("--no-open", is_flag=True, help="Make the class and stop.")
def demo(folder: Path | None, *, no_open: bool) -> None:
    """Make the demo class (24 invented students, 2 units, about 600 marks) and open it.

    A demo class that is there already is opened as it is.

    \b
    Example: board demo "Demo.class"
    """
    place = folder or seat_here().demo
    if not is_class(place):
        _make_demo(place)
        click.echo(f"Made the demo class in {place}", err=True)
    if not no_open:
        _show(place)


@click.command()
@click.argument("folder", type=FolderType)
@click.option("--name", required=True, help='Name of the class, such as "Room 12".')
@click.option("--teacher", help="Who marks; stands behind 'checked by'. Left out: Teacher, or as in the old class.")
@click.option("--from", "old", type=FolderType, help="A class of the year before, to start from; its marks stay there.")
@click.option("--students/--no-students", default=True, help="With --from: take the students who have not left.")
@click.option("--units/--no-units", default=True, help="With --from: take the units.")
def new(folder: Path, name: str, teacher: str | None, old: Path | None, *, students: bool, units: bool) -> None:
    """Make a class in a new folder: an empty one, or one for a new school year that starts from an old class.

    \b
    Example: board new "Room 12.class" --name "Room 12" --teacher "Ms. Rivera"
    Example: board new "Room 14.class" --name "Room 14" --from "Room 12.class" --no-students
    """
    seat = seat_here()
    called, who = clean_name(name), clean_name("Teacher" if teacher is None else teacher)
    if not called or not who:
        raise Refusal("A class and its teacher need a name; write it behind --name or --teacher.")
    if old is None:
        ClassBook.create(folder, called, seat.device, who).close()
    else:
        _start_from(old, folder, called, teacher and who, students=students, units=units)
    seat.settings.remember(str(folder.resolve()))
    click.echo(f"Made the class {called} in {folder}; board alone opens it from now on.")
    if old is None or not students:
        click.echo(f'Next: add students with: board roster NAMES.csv -c "{folder}"')


def _start_from(old: Path, folder: Path, called: str, who: str | None, *, students: bool, units: bool) -> None:
    from board.store.keeping.new_year import start_from  # noqa: PLC0415 - needed once a year
    from board.words import counts  # noqa: PLC0415

    with opened(old) as before:

        def fill(book: Book) -> None:
            start_from(before, book, students=students, units=units)

        seat_here().library.create(str(folder.resolve()), called, who or before.assessors[0].name, fill)
        taken = [counts.students(len(before.students))] if students else []
        taken += [counts.units(len(before.units))] if units else []
        click.echo(f"From {before.name}: {', '.join([*taken, 'no marks'])}.")


def _make_demo(folder: Path) -> None:
    from board.demo.demo_class import make_demo  # noqa: PLC0415 - needed once in a class's life

    make_demo(folder, seat_here().device, datetime.now().astimezone()).close()


def _show(folder: Path) -> None:
    with opened(folder) as book:
        if not has_screen():
            from board.exchange.report import class_text  # noqa: PLC0415 - the board is up sooner without it

            click.echo(class_text(book.name, book.students, book.units, book.progress))
            click.echo(_HOW_TO_OPEN.format(folder=f'"{folder}"'))
            return
        _run(seat_here(), book)


def _run(seat: Seat, book: ClassBook | None, said: str = "") -> None:
    gc.disable()  # nothing made while starting up is garbage; the app turns it on once the first screen is painted
    from board.app import BoardApp  # noqa: PLC0415 - textual is loaded only to open the screen
    from board.class_app import Next  # noqa: PLC0415 - same

    app = BoardApp(seat, book, said)
    app.run()
    if app.return_code:
        raise SystemExit(app.return_code)
    if app.next is Next.KIOSK:
        from board.cli.turns import to_kiosk  # noqa: PLC0415 - needed where there is a kiosk

        to_kiosk(app.class_left)
