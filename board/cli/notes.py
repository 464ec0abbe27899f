"""Commands about a student that change no status: board note, board away."""

from collections.abc import Sequence
from pathlib import Path

import click

from board.cli.context import class_option, opened
from board.cli.marks import by_option, found_here, found_step, json_option, judge, tell
from board.deeds.history import Outcome
from board.deeds.marks import Marks
from board.deeds.sitting import Sitting
from board.errors import Refusal
from board.mastery.facts import Kind
from board.mastery.people import clean_line
from board.words.outcomes.told import NothingNew


@click.command()
@click.argument("student")
@click.argument("step")
@click.argument("text")
@class_option
@by_option
@json_option
def note(student: str, step: str, text: str, *, folder: Path | None, by: str | None, yes: bool, as_json: bool) -> None:
    """Keep a note about a student and a step; it changes no mark, and only adults see it.

    STUDENT is an id, or a name that fits only one; STEP is unit/step, or step alone where only one fits. Write -- before
    them when TEXT begins with a hyphen.

    \b
    Example: board note "Ava B." take-away "counts back on her fingers"
    """
    if not clean_line(text):
        raise Refusal("The note is empty; write a few words between the quotation marks.")
    with opened(folder) as book:
        target = found_here(book.everyone, student).id, found_step(book.units, step).id
        sitting = Sitting(book, judge(book, by, yes=yes))
        tell(Marks(sitting).mark(Kind.NOTE, [target], note=text), as_json=as_json)


@click.command()
@click.argument("students", nargs=-1, required=True, metavar="STUDENT...")
@click.option("--back", is_flag=True, help="They are here after all.")
@class_option
@by_option
@json_option
def away(students: Sequence[str], *, back: bool, folder: Path | None, by: str | None, yes: bool, as_json: bool) -> None:
    """Say that students are away today, or with --back that they are here.

    Saying it twice changes nothing. Tomorrow everybody is here again. STUDENT is an id, or a name that fits only one.

    \b
    Example: board away "Ava B." "Liam L."
    Example: board away "Ava B." --back
    """
    with opened(folder) as book:
        found = list(dict.fromkeys(found_here(book.everyone, name).id for name in students))
        sitting = Sitting(book, judge(book, by, yes=yes))
        marks = Marks(sitting)
        known = sitting.away_today()
        meant = [one for one in found if (one in known) is back]
        who = sitting.whose_names(found)
        already = NothingNew(f"{who}: here today already." if back else f"{who}: away today already.")
        tell(marks.toggle_away(meant) if meant else Outcome(already), as_json=as_json)
