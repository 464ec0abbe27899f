"""Commands of whoever looked at a showing: board verdict, board told."""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

import click

from board.cli.context import DONE_PARTLY, PlaceType, class_option, opened, whole_words
from board.cli.marks import by_option, found_here, found_step, json_option, judge, tell
from board.deeds.evidence import Evidence
from board.deeds.history import Outcome
from board.deeds.judging import Judging
from board.deeds.sitting import Sitting, usual_adult
from board.errors import Refusal
from board.mastery.curriculum import steps_by_id
from board.mastery.people import Student
from board.mastery.showing import Beyond, Criteria, Support, Trials, Verdict, criteria_of
from board.store.book import Book

_Options = Mapping[str, str | tuple[str, ...] | None]
"""The options that only say more, by name."""

_STATUSES = {"got_it": True, "got-it": True, "keep_working": False, "keep-working": False}
_NUMBERS = re.compile(r"\s*\d{1,3}\s*(,\s*\d{1,3}\s*)*", re.ASCII)
_TICKS = "Write the criteria as their numbers with commas between them, such as --criteria 1,3."
_TRIALS = "Write --tries as how many trials went well of how many, such as 3/4."
_NO_CRITERIA = "{step} has no criteria to tick for {name}; leave --criteria out."
_NOT_ONE = "{step} has these criteria for {name}, and {number} is none of them: {lines}."
_NO_TIP = "--tip is for keep_working; write it as --note."
_NO_NOTE = "A child that keeps working gets a tip; write it as --tip."
_NO_ALONE = "--alone finishes what two adults would see; it goes with got_it."
_IMAGE = PlaceType(path_type=Path, dir_okay=False)


@click.command()
@click.argument("step")
@click.argument("status", type=click.Choice([*_STATUSES]), metavar="got_it|keep_working")
@click.argument("students", nargs=-1, required=True, metavar="STUDENT...")
@class_option
@click.option("--criteria", help="Numbers of the criteria that were seen, such as 1,3; left out: seen as a whole.")
@click.option("--tip", help="One thing to try next, for keep_working.")
@click.option("--note", help="A remark for adults, for got_it.")
@click.option("--support", type=click.Choice([one.value for one in Support]), help="With how much help it was shown.")
@click.option("--tries", help="How many trials within this showing went well, such as 3/4.")
@click.option("--way", help="The way it was shown.")
@click.option("--beyond", type=click.Choice([one.value for one in Beyond]), multiple=True, help="What more was in it.")
@click.option("--witness", help="Another child who saw it too; it judges nothing.")
@click.option("--evidence", type=_IMAGE, help="A photo or scan of the work, of children whose photos may be kept.")
@click.option("--caption", help="What the child says about the evidence.")
@click.option("--alone", is_flag=True, help="The teacher finishes what two adults would see; the history says so.")
@by_option
@json_option
def verdict(
    step: str,
    status: str,
    students: Sequence[str],
    *,
    folder: Path | None,
    criteria: str | None,
    evidence: Path | None,
    by: str | None,
    alone: bool,
    yes: bool,
    as_json: bool,
    **said: str | tuple[str, ...] | None,
) -> None:
    """Say what came of a showing: got_it or keep_working, of one child or several.

    The child hears of a keep_working from an adult first: board told keeps that it has, and from then on its own view shows
    it. A Boss that two adults see is finished by the second got_it. STEP and STUDENT are written as for board mark.

    \b
    Example: board verdict how-many got_it "Nia W." --criteria 1,2 --support alone --tries 3/4
    Example: board verdict how-many keep_working "Liam K." --tip "touch each cube once"
    Example: board verdict how-many got_it "Nia W." "Liam K." --way "Let toys swap seats and tell how many"
    Example: board verdict how-many got_it "Nia W." --evidence tower.jpg --by "Mr. Okafor"
    """
    got_it, ticks = _STATUSES[status], numbers_in(criteria)
    _refuse_strays(said, got_it=got_it, alone=alone)
    with opened(folder) as book:
        found = found_step(book.units, step)
        children = list({one.id: one for one in (found_here(book.everyone, name) for name in students)}.values())
        every = _of_every(Verdict("", found.id, got_it), said, book)
        given = [_of_one(one, every, ticks, book) for one in children]
        photos = () if evidence is None else (read_photo(evidence),)
        _refuse_first(Sitting(book, usual_adult(book)), given, photos)
        sitting = Sitting(book, judge(book, by, yes=yes))
        outcome = judged(sitting, given, photos, alone=alone)
        tell(outcome, as_json=as_json)
        done = {fact.student for fact in outcome.facts}
        if got_it and any(
            one.id not in done and not book.progress.spot(one.id, found.id).is_mastered for one in children
        ):
            raise SystemExit(DONE_PARTLY)


def _text(said: str | tuple[str, ...] | None) -> str:
    return said if isinstance(said, str) else ""


def _refuse_strays(said: _Options, *, got_it: bool, alone: bool) -> None:
    """Refuse what does not go with the verdict, so that no word is lost."""
    if got_it and said["tip"] is not None:
        raise Refusal(_NO_TIP)
    if not got_it and said["note"] is not None:
        raise Refusal(_NO_NOTE)
    if not got_it and alone:
        raise Refusal(_NO_ALONE)


def _of_every(verdict: Verdict, said: _Options, book: Book) -> Verdict:
    """Add to a verdict what the options say of every child alike."""
    return verdict._replace(
        tip=_text(said["tip"]),
        note=_text(said["note"]),
        way=_text(said["way"]),
        support=Support.of(_text(said["support"])),
        trials=trials_in(_text(said["tries"])),
        beyond=tuple(one for one in Beyond if one in (said["beyond"] or ())),
        witness=found_here(book.everyone, _text(said["witness"])).id if said["witness"] is not None else "",
        caption=_text(said["caption"]),
    )


def _of_one(student: Student, every: Verdict, ticks: Sequence[int], book: Book) -> Verdict:
    """Give the verdict on one child, against the criteria that count for it."""
    step = steps_by_id(book.units)[every.step]
    criteria = criteria_of(step, book.progress.spot(student.id, step.id))
    return every._replace(
        student=student.id,
        step_version=criteria.step_version,
        own_version=criteria.own_version,
        seen=ticked(ticks, criteria, name=student.name, step=step.title),
    )


def numbers_in(said: str | None) -> tuple[int, ...]:
    """Give the numbers of criteria that were typed, each once; none where nothing was.

    Raises:
        Refusal: Something else was typed.
    """
    if said is None:
        return ()
    if not _NUMBERS.fullmatch(said):
        raise Refusal(_TICKS)
    return tuple(dict.fromkeys(int(number) for number in said.split(",")))


def ticked(numbers: Sequence[int], criteria: Criteria, *, name: str, step: str) -> tuple[str, ...]:
    """Give the criteria that numbers stand for, in the order of the criteria.

    Args:
        numbers: From 1 up.
        criteria: What must be seen of the child.
        name: Name of the child, for a refusal.
        step: Title of the step, for a refusal.

    Raises:
        Refusal: The child has none at this step, or none with such a number.
    """
    lines = criteria.lines
    if numbers and not lines:
        raise Refusal(_NO_CRITERIA.format(step=step, name=name))
    for number in numbers:
        if not 1 <= number <= len(lines):
            told = "; ".join(f"{at} {whole_words(line)}" for at, line in enumerate(lines, 1))
            raise Refusal(_NOT_ONE.format(step=step, name=name, number=number, lines=told))
    return tuple(line for at, line in enumerate(lines, 1) if at in numbers)


def trials_in(said: str) -> Trials | None:
    """Give the trials that were typed, None where none were.

    Raises:
        Refusal: Something else was typed.
    """
    trials = Trials.read(said.strip())
    if said and trials is None:
        raise Refusal(_TRIALS)
    return trials


def _refuse_first(teacher: Sitting, given: Sequence[Verdict], photos: Sequence[tuple[str, bytes]]) -> None:
    """Refuse what is refused to everybody, before an adult is added who is new to the class."""
    Judging(teacher).drafts(given)
    if photos:
        Evidence(teacher).ask(*((one.student, one.step) for one in given))


def read_photo(image: Path) -> tuple[str, bytes]:
    """Give the content id and the PNG of a photo; nothing is kept of it yet.

    Raises:
        Refusal: The file can't be read as a picture.
    """
    from board.art.intake import take_in  # noqa: PLC0415 - Pillow is loaded only to take a picture in

    try:
        taken = take_in(image)
    except Refusal as refusal:
        raise Refusal(f"{image}: {refusal}") from refusal
    return taken.content, taken.png


def judged(
    sitting: Sitting, given: Sequence[Verdict], photos: Sequence[tuple[str, bytes]], *, alone: bool = False
) -> Outcome:
    """Keep verdicts of one showing with photos of it; of photos that no verdict names in the end nothing stays.

    Args:
        sitting: Who judges, and in which class.
        given: What is said of each child.
        photos: Of each its content id and its PNG; each verdict names all of them.
        alone: Whether one adult finishes what asks for two.

    Raises:
        Refusal: A family has not allowed photos, or who sits here may not judge so.
        NotSaved: Nothing was kept.
    """
    judging, evidence = Judging(sitting), Evidence(sitting)
    if not photos:
        return judging.judge(given, alone=alone)
    contents = evidence.keep([(one.student, one.step) for one in given], photos)
    try:
        return judging.judge([one._replace(evidence=contents) for one in given], alone=alone)
    finally:
        evidence.let_go(contents)


@click.command()
@click.argument("step")
@click.argument("students", nargs=-1, required=True, metavar="STUDENT...")
@class_option
@by_option
@json_option
def told(step: str, students: Sequence[str], *, folder: Path | None, by: str | None, yes: bool, as_json: bool) -> None:
    """Say that children have heard from you that they keep working; from now on their own view shows the tip.

    STEP and STUDENT are written as for board mark.

    \b
    Example: board told how-many "Liam K."
    """
    with opened(folder) as book:
        found = found_step(book.units, step)
        targets = list(dict.fromkeys((found_here(book.everyone, name).id, found.id) for name in students))
        tell(Judging(Sitting(book, judge(book, by, yes=yes))).tell(targets), as_json=as_json)
