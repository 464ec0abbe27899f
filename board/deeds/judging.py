"""Verdicts of an open class: what adults saw of children, kept with the criteria it was seen against."""

from collections.abc import Sequence
from datetime import datetime

from board.deeds.history import Outcome
from board.deeds.sitting import FOR_TEACHERS, Sitting, Target
from board.errors import Refusal
from board.mastery.agreement import Second
from board.mastery.curriculum import steps_by_id
from board.mastery.facts import Fact, How, Kind
from board.mastery.may import is_teacher
from board.mastery.people import clean_line
from board.mastery.progress import Row, Spot
from board.mastery.roll import student_of
from board.mastery.showing import Criteria, Verdict, counted_support, criteria_of, read_by, spot_read_by, yes_of
from board.mastery.two_adults import Said, came_of
from board.store.book import Book
from board.store.draft import Draft
from board.words.outcomes import told, verdicts

_SAID_OF_IT = (
    "note", "seen", "way", "level_of_support", "trials", "beyond", "witness", "evidence", "caption", "own_version",
)  # fmt: skip
"""What an adult says of a child that keeps working; a word of it that is another makes another showing."""

_NOTHING_TO_TELL = "{whose}: nothing waits to be told here."
_NO_WITNESS = "Only another child of the class can have seen it too."


def asks_for_two(book: Book, step: str) -> bool:
    """Tell whether a step is a Boss that two adults see: some unit that has it says so."""
    return any(
        unit.two_adults and (level := unit.level_of(step)) and level.boss is not None and level.boss.id == step
        for unit in book.units
    )


def got_it(sitting: Sitting, target: Target, how: How = How.SHOWN, answers: str | None = "") -> Draft | None:
    """Give what is kept when who sits here says got it; None where the same adult has said so and another one is to see it.

    Every way to a sticker goes through here. At a Boss that asks for two, what is not shown to two adults is a teacher's to
    say; from anybody else it is one of two. Where one says got it and another one keep working, both look together; then it
    is finished by who says otherwise now.

    Args:
        sitting: Who judges, and in which class.
        target: The spot.
        how: How it was mastered; `How.FINISHED_ALONE` for what one adult says without a showing to two.
        answers: As in `Verdict`.
    """
    spot = sitting.book.progress.spot(*target)
    for_two = asks_for_two(sitting.book, target[1])
    told_how = How.SHOWN if how is How.FINISHED_ALONE else how
    if not for_two:
        return Draft(Kind.MASTERED, *target, how=told_how, own_version=spot.own_id)
    if how is not How.SHOWN and is_teacher(sitting.actor):
        return Draft(Kind.MASTERED, *target, how=how, own_version=spot.own_id)
    yes = yes_of(spot, sitting.actor.id, answers)
    if yes is None:
        return None
    return Draft(Kind.ONE_OF_TWO, *target, of=yes.of, agrees=yes.agrees, how=told_how, own_version=spot.own_id)


def keep_working(sitting: Sitting, target: Target, tip: str | None) -> Draft:
    """Give what is kept when who sits here says keep working; where two are not asked for any more, it settles what was pending.

    Args:
        sitting: Who judges, and in which class.
        target: The spot.
        tip: What to try next, None where there is none.
    """
    spot = sitting.book.progress.spot(*target)
    pending = spot.second is not Second.NONE and not asks_for_two(sitting.book, target[1])
    settles = next((fact.id for fact in reversed(spot.opinions) if fact.kind is Kind.ONE_OF_TWO), None)
    return Draft(
        Kind.KEEP_WORKING, *target, of=settles if pending else None, note=tip, untold=True, own_version=spot.own_id
    )


def what_came_of(book: Book, made: Sequence[Fact]) -> tuple[tuple[Said, int], ...]:
    """Give what came of verdicts that were just kept, each with how many times it did."""
    return verdicts.counted_kinds(came_of(fact, book.progress.spot(fact.student, fact.step or "")) for fact in made)


def is_said_again(draft: Draft, spot: Spot, adult: str) -> bool:
    """Tell whether a keep working is what the same adult said of this spot last, on the same day, and nothing happened since."""
    last = spot.standing[-1] if spot.standing else None
    if draft.kind is not Kind.KEEP_WORKING or last is None or last.kind is not draft.kind or last.by != adult:
        return False
    today = datetime.now().astimezone().date().isoformat()
    as_read = draft.step_version in (0, last.step_version)
    return (
        as_read
        and last.at.startswith(today)
        and all(getattr(last, field) == getattr(draft, field) for field in _SAID_OF_IT)
    )


class Judging:
    """Judges showings; everything it says was done is on the disk.

    Args:
        sitting: Who judges, and in which class.
    """

    def __init__(self, sitting: Sitting) -> None:
        self._sitting, self._book = sitting, sitting.book

    def criteria(self, target: Target) -> Criteria:
        """Give what must be seen now, and what was seen before as far as who sits here may read it.

        Raises:
            Refusal: Somebody took the step out of the class meanwhile.
        """
        step = steps_by_id(self._book.units).get(target[1])
        if step is None:
            raise Refusal("This step is not in the class any more.")
        return criteria_of(step, self._book.progress.spot(*target), self._sitting.actor.id)

    def history(self, target: Target) -> tuple[Fact, ...]:
        """Give the facts of a spot that who sits here may read, oldest first."""
        return read_by(self._book.progress.spot(*target), self._sitting.actor.id)

    def spot(self, target: Target) -> Spot:
        """Give a spot as far as who sits here may read it."""
        return spot_read_by(self._book.progress.spot(*target), self._sitting.actor.id)

    def row(self, student: str) -> Row:
        """Give the spots of a child as far as who sits here may read them."""
        row, adult = self._book.progress.row(student), self._sitting.actor.id
        read = {step: spot_read_by(spot, adult) for step, spot in row.items() if spot.second is Second.ANOTHER}
        return {**row, **read} if read else row

    def judge(self, given: Sequence[Verdict], *, alone: bool = False) -> Outcome:
        """Keep what came of one showing, of one child or several, at one step or several; one undo takes all of it back.

        A child that has its sticker keeps it: a further got it adds what was seen, a keep working changes nothing.

        Args:
            given: What is said, at most one verdict of a child at a step.
            alone: Whether one adult finishes what asks for two.

        Raises:
            Refusal: Who sits here may not judge so, or a witness is no other child of the class.
            NotSaved: Nothing was kept.
        """
        drafts = self.drafts(given, alone=alone)
        if not drafts:
            return Outcome(self._nothing(given))
        whose = self._sitting.whose([(draft.student, draft.step or "") for draft in drafts])
        as_before = len(given) - len(drafts)
        return self._sitting.keep(
            drafts, lambda made: verdicts.Judged(whose, what_came_of(self._book, made), as_before)
        )

    def drafts(self, given: Sequence[Verdict], *, alone: bool = False) -> list[Draft]:
        """Give what is to be kept of verdicts, without what would change nothing; see `judge`.

        Raises:
            Refusal: Who sits here may not judge so, or a witness is no other child of the class.
        """
        if alone and not is_teacher(self._sitting.actor):
            raise Refusal(FOR_TEACHERS)
        return [draft for verdict in given if (draft := self._draft(verdict, alone=alone)) is not None]

    def tell(self, targets: Sequence[Target]) -> Outcome:
        """Keep that children have heard from an adult that they keep working; from now on their own view shows it.

        Raises:
            Refusal: Who sits here may not say so.
            NotSaved: Nothing was kept.
        """
        spots = {target: self._book.progress.spot(*target) for target in targets}
        drafts = [
            Draft(Kind.TOLD, *target, of=fact.id)
            for target, spot in spots.items()
            for fact in spot.untold
            if spot.second is Second.NONE  # while both look together, nothing is settled that a child could hear
        ]
        if not drafts:
            return Outcome(told.NothingNew(_NOTHING_TO_TELL.format(whose=self._sitting.whose(list(spots)))))
        return self._sitting.keep(
            drafts,
            verdicts.Heard(
                self._sitting.whose([(one.student, one.step or "") for one in drafts[:1]]),
                len({one.student for one in drafts}),
            ),
        )

    def _draft(self, verdict: Verdict, *, alone: bool) -> Draft | None:
        target = (verdict.student, verdict.step)
        spot = self._book.progress.spot(*target)
        if spot.is_mastered and not (verdict.got_it and spot.check_again):
            return self._more(verdict, target)
        if not verdict.got_it:
            no = self._filled(keep_working(self._sitting, target, clean_line(verdict.tip) or None), verdict)
            return None if is_said_again(no, spot, self._sitting.actor.id) else no
        yes = got_it(self._sitting, target, How.FINISHED_ALONE if alone else verdict.how, verdict.answers)
        return yes and self._filled(yes._replace(note=clean_line(verdict.note) or None), verdict)

    def _more(self, verdict: Verdict, target: Target) -> Draft | None:
        """Give what a further showing of a step adds that has its sticker, None where it adds nothing."""
        note = clean_line(verdict.note)
        if not verdict.got_it or not (note or verdict.evidence or verdict.seen or verdict.beyond):
            return None
        return self._filled(Draft(Kind.NOTE, *target, note=note or None), verdict)

    def _filled(self, draft: Draft, verdict: Verdict) -> Draft:
        """Add to a draft what was seen, and how."""
        student = student_of(self._book.everyone, verdict.student)
        witness = student_of(self._book.everyone, verdict.witness) if verdict.witness else None
        if verdict.witness and (witness is None or witness is student):
            raise Refusal(_NO_WITNESS)
        support = counted_support(verdict.support, student.plan) if student is not None else verdict.support
        return draft._replace(
            step_version=verdict.step_version,
            own_version=verdict.own_version,
            seen=verdict.seen,
            way=clean_line(verdict.way) or None,
            level_of_support=None if support is None else support.value,
            trials=None if verdict.trials is None else str(verdict.trials),
            beyond=tuple(one.value for one in verdict.beyond),
            witness=verdict.witness or None,
            evidence=verdict.evidence,
            caption=clean_line(verdict.caption) or None,
        )

    def _nothing(self, given: Sequence[Verdict]) -> told.Told:
        spots = [self._book.progress.spot(one.student, one.step) for one in given]
        whose = self._sitting.whose([(one.student, one.step) for one in given])
        if all(map(_has_sticker, spots)):
            return told.AlreadyMarked(whose, Kind.MASTERED, sticker=True)
        if not any(one.got_it for one in given):
            return told.AlreadyMarked(whose, Kind.KEEP_WORKING, sticker=False)
        return verdicts.AnotherAdult(whose)


def _has_sticker(spot: Spot) -> bool:
    return spot.is_mastered
