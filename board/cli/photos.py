"""The command about photos of children's work, and whose family allows them: board student photos."""

from collections.abc import Sequence
from pathlib import Path

import click

from board.cli.context import DONE_PARTLY, agreed, class_option, opened
from board.cli.marks import found_student
from board.counting import counted
from board.deeds.evidence import Evidence
from board.deeds.sitting import Sitting, usual_adult
from board.errors import Refusal
from board.mastery.people import Student
from board.mastery.roll import Roll, edited
from board.store.class_book import ClassBook
from board.store.documents.tables import STUDENTS

_WHATS = ("allow", "forbid", "remove")
_ALLOWS = "{name}: the family allows photos of this child's work."
_ALLOWS_NOT = "{name}: the family has not allowed photos of this child's work, so none is kept."
_ALLOWED = "{name}: photos of this child's work may be kept from now on."
_FORBIDDEN = "{name}: no photos of this child's work are kept from now on."
_AS_BEFORE = "{said} That was so before."
_NONE_KEPT = "{name}: no photo is kept."
_KEPT_ONE = '1 photo is kept; it goes with: board student photos "{name}" remove'
_KEPT_MANY = '{count} photos are kept; they go with: board student photos "{name}" remove'
_REMOVE_ONE = "{name}: 1 photo is kept. Take it away for good? What was marked stays."
_REMOVE_MANY = "{name}: {count} photos are kept. Take them away for good? What was marked stays."
_NOBODY = "There are no students in this class yet."
_WHO = 'Name the children, or write --all: board student photos "Nia W." {what}, or board student photos --all {what}'
_ALL_OR_SOME = "--all means every child of the class; leave the names out, or --all."
_NOT_ALL_GO = "Photos are taken away child by child: name the children instead of --all."


@click.command()
@click.argument("words", nargs=-1, metavar="[STUDENT]... [allow|forbid|remove]")
@click.option("--all", "everybody", is_flag=True, help="Every child of the class.")
@click.option("--yes", is_flag=True, help="Take photos away without asking.")
@class_option
def photos(words: Sequence[str], *, everybody: bool, yes: bool, folder: Path | None) -> None:
    """Tell whose family allows photos of its child's work, or say that families do, or that they do not.

    Without allow, forbid or remove nothing is changed; without a name all children are told. No photo is kept of a child whose
    family has not allowed it. Those that are kept stay when a family forbids it later; remove takes all of them away for
    good, and every mark stays. STUDENT is an id, or a name that fits only one.

    \b
    Example: board student photos
    Example: board student photos "Nia W."
    Example: board student photos "Nia W." "Liam K." allow
    Example: board student photos --all allow
    Example: board student photos "Nia W." remove --yes
    """
    what = words[-1] if words and words[-1] in _WHATS else ""
    names = words[:-1] if what else words
    _refuse_unclear(names, what, everybody=everybody)
    with opened(folder) as book:
        meant = list({one.id: one for one in (found_student(book.everyone, name) for name in names)}.values())
        children = meant or [one for one in book.everyone if not one.left]
        if what == "remove":
            _remove(book, children, yes=yes)
        elif what:
            _settle(book, children, allowed=what == "allow")
        else:
            _answer(book, children)


def _refuse_unclear(names: Sequence[str], what: str, *, everybody: bool) -> None:
    if everybody and names:
        raise Refusal(_ALL_OR_SOME)
    if everybody and what == "remove":
        raise Refusal(_NOT_ALL_GO)
    if what and not names and not everybody:
        raise Refusal(_WHO.format(what=what) if what != "remove" else _NOT_ALL_GO)


def _answer(book: ClassBook, children: Sequence[Student]) -> None:
    """Tell how it stands; nothing is changed."""
    for child in children:
        click.echo((_ALLOWS if child.photos else _ALLOWS_NOT).format(name=child.name))
        _tell_kept(book, child)
    if not children:
        click.echo(_NOBODY)


def _settle(book: ClassBook, children: Sequence[Student], *, allowed: bool) -> None:
    """Keep what families have said, all of it at once."""

    def said(now: Roll) -> Roll:
        for child in children:
            now = edited(now, child.id, photos=allowed)
        return now

    book.edit(STUDENTS, said)
    for child in children:
        told = (_ALLOWED if allowed else _FORBIDDEN).format(name=child.name)
        click.echo(_AS_BEFORE.format(said=told) if child.photos is allowed else told)
        _tell_kept(book, child)
    if not children:
        click.echo(_NOBODY)


def _remove(book: ClassBook, children: Sequence[Student], *, yes: bool) -> None:
    """Take the photos of children away, each child's once that is agreed to."""
    evidence, refused = Evidence(Sitting(book, usual_adult(book))), False
    for child in children:
        kept = evidence.all_photos(child)
        if not kept:
            click.echo(_NONE_KEPT.format(name=child.name))
        elif agreed(counted(_REMOVE_ONE, _REMOVE_MANY, len(kept), name=child.name), yes=yes):
            click.echo(evidence.remove(child.id, *kept).said)
        else:
            refused = True
    if refused:
        raise SystemExit(DONE_PARTLY)


def _tell_kept(book: ClassBook, child: Student) -> None:
    kept = Evidence(Sitting(book, usual_adult(book))).all_photos(child)
    if kept:
        click.echo(counted(_KEPT_ONE, _KEPT_MANY, len(kept), name=child.name))
