"""The command that takes back one thing that happened, whoever kept it and when: board undo."""

from collections.abc import Sequence
from itertools import groupby
from pathlib import Path

import click

from board import words
from board.cli.context import class_option, opened, shortened
from board.cli.marks import by_option, json_option, judge, tell
from board.deeds.history import Outcome
from board.deeds.marks import Marks
from board.deeds.sitting import Sitting, usual_adult
from board.errors import Refusal
from board.mastery.facts import STEERING, Fact, Kind, order
from board.mastery.harmless import harmless_json
from board.mastery.people import clean_line
from board.mastery.standing import last_words
from board.store.class_book import ClassBook
from board.words.outcomes.told import Steered

_LISTED = 20
_TOGETHER = "In one showing, {day}, {count} marks, each with its own id:"


@click.command()
@click.argument("fact", required=False)
@click.option("--list", "listed", is_flag=True, help=f"Tell the last {_LISTED} things that happened, each with its id.")
@class_option
@by_option
@json_option
def undo(fact: str | None, *, listed: bool, folder: Path | None, by: str | None, yes: bool, as_json: bool) -> None:
    """Take back one thing that happened, by its id: a mark, a note, an absence, whoever kept it on whichever computer.

    Nothing is lost: both stay in the history. The id of an undoing puts back what was undone. Ids are told by board undo --list,
    by --json of board mark, note and away, and by board show --json.

    \b
    Example: board undo 5f0c9a1be277
    Example: board undo --list
    """
    if listed == (fact is not None):
        raise Refusal("Name the one thing to take back by its id; board undo --list tells the ids.")
    with opened(folder) as book:
        if fact is None:
            _tell_last(book, as_json=as_json)
        else:
            found = _found(book, fact.strip())
            tell(_undone(Sitting(book, judge(book, by, yes=yes)), *found), as_json=as_json)


def _found(book: ClassBook, id_: str) -> tuple[Fact, Fact]:
    """Give the fact of an id, and the one that is steered: itself, or what it took or put back."""
    known = {fact.id: fact for fact in book.facts}
    named = known.get(id_)
    meant = known.get(named.of or "") if named is not None and named.kind in STEERING else named
    if named is None or meant is None:
        quoted = shortened(clean_line(id_))
        raise Refusal(f'Nothing that happened in this class has the id "{quoted}"; board undo --list tells the ids.')
    if meant.kind is Kind.ERASED or meant.student in book.progress.erased:
        raise Refusal(
            "An erasure is for good, and what was held about an erased child can't be taken back or put back."
        )
    return named, meant


def _undone(sitting: Sitting, named: Fact, meant: Fact) -> Outcome:
    """Take back a fact; an undoing is undone by putting back what it took."""
    wish = Kind.RESTORED if named.kind is Kind.WITHDRAWN else Kind.WITHDRAWN
    stands = last_words(sorted(sitting.book.facts, key=order)).get(meant.id) is not Kind.WITHDRAWN
    if stands is (wish is Kind.RESTORED):
        return Outcome(Steered(sitting.whose_fact(meant), meant.kind, stands=stands, already=True))
    return Marks(sitting).steer(meant, wish)


def _tell_last(book: ClassBook, *, as_json: bool) -> None:
    """Tell what happened last, the newest first."""
    facts = sorted(book.facts, key=order)
    said = last_words(facts)
    last = [fact for fact in reversed(facts) if fact.kind not in (Kind.ERASED, Kind.PHOTO_REMOVED)][:_LISTED]
    rows = [(fact, _told(book, fact, facts), said.get(fact.id) is not Kind.WITHDRAWN) for fact in last]
    if as_json:
        told = [{"id": fact.id, "said": text, "at": fact.at, "stands": stands} for fact, text, stands in rows]
        click.echo(harmless_json(told))
        return
    if not rows:
        click.echo("Nothing has happened in this class yet.")
    for _, together in groupby(rows, key=lambda row: row[0].showing or row[0].id):
        marks = list(together)
        if len(marks) > 1:
            click.echo(_TOGETHER.format(day=words.day(marks[0][0].at), count=len(marks)))
        for fact, text, stands in marks:
            when = "" if len(marks) > 1 else f", {words.day(fact.at)}"
            line = f"{text}{when}: {fact.id}" if stands else f"{text}{when}, taken back: {fact.id}"
            click.echo(f"  {line}" if len(marks) > 1 else line)


def _told(book: ClassBook, fact: Fact, facts: Sequence[Fact]) -> str:
    """Say what happened; of an undoing, what it took or put back."""
    about = next((other for other in facts if other.id == fact.of), None) if fact.kind in STEERING else None
    whose = Sitting(book, usual_adult(book)).whose_fact
    if about is not None:
        return f"{words.MARKS[fact.kind]}: {_told(book, about, facts)}"
    return f"{whose(fact)}: {words.mark_words(fact, book.progress.spot(fact.student, fact.step or ''))}"
