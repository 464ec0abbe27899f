"""Marks of an open class: made in one showing, taken back, or as before."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from board.deeds.history import Outcome
from board.deeds.judging import Judging, got_it, is_said_again, keep_working, what_came_of
from board.deeds.sitting import Sitting, Target
from board.mastery.agreement import Second
from board.mastery.curriculum import steps_by_id
from board.mastery.facts import Fact, How, Kind
from board.mastery.people import clean_line
from board.mastery.progress import Progress, Spot, Status
from board.mastery.showing import Verdict
from board.mastery.two_adults import Said, Two, finishes
from board.store.draft import Draft
from board.words.outcomes import told, verdicts

_JUDGED_OR_TRIED = (
    Kind.MASTERED,
    Kind.ONE_OF_TWO,
    Kind.KEEP_WORKING,
    Kind.PRACTISING,
    Kind.READY,
    Kind.EXCUSED,
)
_SAYS_NOTHING_NEW = {
    Kind.PRACTISING: Status.PRACTISING,
    Kind.READY: Status.READY,
    Kind.EXCUSED: Status.EXCUSED,
}


class Marks:
    """Marks spots; everything it says was done is on the disk.

    Args:
        sitting: Who marks, and in which class.
    """

    def __init__(self, sitting: Sitting) -> None:
        self._sitting, self._book = sitting, sitting.book

    @property
    def _progress(self) -> Progress:
        return self._book.progress

    def mark(self, kind: Kind, targets: Sequence[Target], *, note: str | None = None, how: How = How.SHOWN) -> Outcome:
        """Mark spots in one showing; spots the mark would not change are left alone.

        Args:
            kind: What to mark.
            targets: The spots.
            note: A tip or remark.
            how: How it was mastered.

        Raises:
            Refusal: Who sits here may not mark so.
            NotSaved: Nothing was marked.
        """
        if kind is Kind.CHECK_AGAIN:
            targets = [target for target in targets if self._progress.spot(*target).status is Status.MASTERED]
            if not targets:
                return Outcome(told.NothingNew("There is no sticker here to check again."))
        text = _text(kind, note or "")
        fresh = [target for target in targets if not self._changes_nothing(kind, target, text)]
        if not fresh:
            return Outcome(self._already(kind, targets))
        kept = {target: draft for target in fresh if (draft := self._draft(kind, target, how, text)) is not None}
        if not kept:
            return Outcome(verdicts.AnotherAdult(self._sitting.whose(fresh)))
        as_before = len(targets) - len(kept)
        outcome = self._sitting.keep([*kept.values()], lambda made: self._marked(made, [*kept], as_before))
        if kind is not Kind.NOTE:
            self._sitting.last = (kind, text)
        return outcome

    def record_showing(
        self,
        step: str,
        given: Mapping[str, Kind],
        judged: Sequence[Verdict] = (),
        ways: Mapping[str, str] | None = None,
    ) -> Outcome:
        """Keep what came of a small group's showing of one step; one undo takes all of it back.

        Args:
            step: Id of the step.
            given: For each student's id got it, trying, ready, or away; what would change nothing is left alone.
            judged: What was seen of further students against their criteria, and the tips of those who keep working.
            ways: For a student's id who is ready the way it chose; none, or an empty one, leaves the way of one who waits already.

        Raises:
            Refusal: Who sits here may not judge.
            NotSaved: Nothing was kept.
        """
        drafts = Judging(self._sitting).drafts(judged)
        drafts += self._drafts_besides(step, given, ways or {})
        if not drafts:
            return Outcome(told.NothingNew("Nothing new was recorded."))
        steps = steps_by_id(self._book.units)
        title = steps[step].title if step in steps else step  # somebody may have taken its unit out meanwhile
        as_before = len(given) + len(judged) - len(drafts)
        return self._sitting.keep(drafts, lambda made: told.Showing(title, what_came_of(self._book, made), as_before))

    def toggle_plan(self, targets: Sequence[Target]) -> Outcome:
        """Leave spots out of their students' plans; when all of them are out already, put them back.

        Raises:
            Refusal: Who sits here may not change plans.
            NotSaved: The plans are as they were.
        """
        out = all(self._progress.spot(*target).status is Status.EXCUSED for target in targets)
        return self.mark(Kind.INCLUDED if out else Kind.EXCUSED, targets)

    def toggle_away(self, students: Sequence[str]) -> Outcome:
        """Say that students are away today; when all of them are away already, take it back.

        Raises:
            Refusal: Who sits here may not say so.
            NotSaved: Nothing was kept.
        """
        away = self._sitting.away_today()
        here = [student for student in students if student not in away]
        if here:
            return self._sitting.keep(
                [Draft(Kind.AWAY, student) for student in here], told.Attendance(self._sitting.whose_names(here), True)
            )
        return self._sitting.steer(
            [away[student] for student in students],
            Kind.WITHDRAWN,
            told.Attendance(self._sitting.whose_names(students), False),
        )

    def take_back(self, targets: Sequence[Target], note: str | None = None) -> Outcome:
        """Withdraw the marks that give spots their status, also those of another day; both facts stay.

        Args:
            targets: The spots.
            note: Why.

        Raises:
            Refusal: Who sits here may not take marks back.
            NotSaved: The marks still stand.
        """
        marks = [
            fact
            for target in targets
            for fact in self._progress.spot(*target).standing
            if fact.kind in _deciding(self._progress.spot(*target))
        ]
        if not marks:
            return Outcome(told.NothingMarked(self._sitting.whose(targets)))
        kinds, sticker = frozenset(self._came_of(mark) for mark in marks), any(map(self._gave_sticker, marks))
        whole = kinds - {Kind.ONE_OF_TWO} if Two.BOTH in kinds else kinds
        done = told.MarksTakenBack(self._sitting.whose(targets), whole, sticker)
        return self._sitting.steer(marks, Kind.WITHDRAWN, done, clean_line(note or "") or None)

    def steer(self, fact: Fact, wish: Kind) -> Outcome:
        """Take back or put back one fact, whoever kept it and when.

        Args:
            fact: The fact.
            wish: Withdrawn or restored.

        Raises:
            Refusal: Who sits here may not do so.
            NotSaved: It is as before.
        """
        stands, sticker = wish is Kind.RESTORED, self._gave_sticker(fact)
        done = told.Steered(self._sitting.whose_fact(fact), self._came_of(fact), stands, sticker=sticker)
        return self._sitting.steer([fact], wish, done)

    def printed(self, targets: Iterable[Target]) -> Outcome:
        """Keep that the stickers of these spots came out of the printer well; one undo takes all of it back.

        Args:
            targets: The spots; those that were kept before, and those of children who were erased, are left out.

        Raises:
            Refusal: Who sits here may not say so.
            NotSaved: Nothing was kept.
        """
        homes = {id_: one.id for one in self._book.everyone for id_ in (one.id, *one.also)}
        spots = dict.fromkeys((homes[student], step) for student, step in targets if student in homes)
        fresh = [spot for spot in spots if not self._progress.spot(*spot).printed]
        if not fresh:
            return Outcome(told.NothingNew("Nothing new was printed."))
        return self._sitting.keep(
            [Draft(Kind.PRINTED, *spot) for spot in fresh],
            told.StickersPrinted(self._sitting.whose(fresh[:1]), len(fresh)),
        )

    def _drafts_besides(self, step: str, given: Mapping[str, Kind], ways: Mapping[str, str]) -> Iterator[Draft]:
        """Give what is to be kept of a showing beside verdicts, without what would change nothing."""
        away = self._sitting.away_today()
        for student, kind in given.items():
            spot, way = self._progress.spot(student, step), ways.get(student) or None
            other_way = (
                kind is Kind.READY and spot.second is Second.NONE and way and spot.asked and spot.asked.way != way
            )
            settled = student in away if kind is Kind.AWAY else self._is_settled(kind, spot) and not other_way
            draft = None if settled else self._draft(kind, (student, step), How.SHOWN, None)
            if draft is not None:
                yield draft._replace(way=way)

    def _marked(self, made: Sequence[Fact], fresh: Sequence[Target], as_before: int) -> told.Deed:
        """Give what is said of marks that were just kept; where not the same came of all, what came of each."""
        came = what_came_of(self._book, made)
        whose = self._sitting.whose(fresh)
        return told.Marked(whose, came[0][0], as_before) if len(came) == 1 else verdicts.Judged(whose, came, as_before)

    def _came_of(self, fact: Fact) -> Said:
        """Give what a mark is, or that by it two adults agreed."""
        return Two.BOTH if finishes(fact, self._progress.spot(fact.student, fact.step or "")) else fact.kind

    def _draft(self, kind: Kind, target: Target, how: How, note: str | None) -> Draft | None:
        """Give what is kept of a mark, None where the same adult said got it before and another one is to see it."""
        if kind is Kind.AWAY:
            return Draft(kind, target[0])
        if kind is Kind.MASTERED:
            yes = got_it(self._sitting, target, how)
            return yes and yes._replace(note=note)
        if kind is Kind.KEEP_WORKING:
            return keep_working(self._sitting, target, note)
        return Draft(kind, *target, how=how, note=note)

    def _changes_nothing(self, kind: Kind, target: Target, note: str | None) -> bool:
        spot = self._progress.spot(*target)
        again = Draft(kind, *target, note=note, own_version=spot.own_id)
        return self._is_settled(kind, spot) or is_said_again(again, spot, self._sitting.actor.id)

    def _is_settled(self, kind: Kind, spot: Spot) -> bool:
        if kind is Kind.CHECK_AGAIN:
            return spot.check_again
        if kind is Kind.INCLUDED:
            return spot.status is not Status.EXCUSED
        if spot.status is Status.MASTERED:
            return kind in _JUDGED_OR_TRIED and not (kind is Kind.MASTERED and spot.check_again)
        return _SAYS_NOTHING_NEW.get(kind) is spot.status

    def _gave_sticker(self, fact: Fact) -> bool:
        """Tell whether a fact is of those by which a spot has its sticker now; a first got it of two has given none."""
        mastered = self._progress.spot(fact.student, fact.step or "").is_mastered
        return mastered and fact.kind in (Kind.MASTERED, Kind.ONE_OF_TWO)

    def _already(self, kind: Kind, targets: Sequence[Target]) -> told.Told:
        mastered = [target for target in targets if self._progress.spot(*target).status is Status.MASTERED]
        sticker = bool(mastered) and kind in _JUDGED_OR_TRIED
        return told.AlreadyMarked(self._sitting.whose(mastered if sticker else targets), kind, sticker)


def _text(kind: Kind, note: str) -> str | None:
    """Give what is written with a mark, cleaned; individual criteria stand one a line."""
    lines = note.split("\n") if kind is Kind.OWN_VERSION else [note]
    return "\n".join(filter(None, map(clean_line, lines))) or None


def _deciding(spot: Spot) -> tuple[Kind, ...]:
    """Give the kinds of marks that give a spot its status."""
    opinions = (Kind.ONE_OF_TWO,) if spot.opinions else ()
    return (spot.mark.kind, *opinions) if spot.mark is not None else opinions
