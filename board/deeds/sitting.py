"""A sitting: what one adult marks between opening the board and closing it, with undo and redo."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from board import words
from board.mastery.curriculum import steps_by_id
from board.mastery.facts import Fact, How, Kind
from board.mastery.people import clean_line
from board.mastery.progress import Progress, Spot, Status
from board.store.class_book import ClassBook, Draft, new_id

Target = tuple[str, str]
"""A spot to mark: id of the student, id of the step."""

_JUDGED_OR_TRIED = (Kind.MASTERED, Kind.KEEP_WORKING, Kind.PRACTISING, Kind.READY, Kind.EXCUSED)
_SAYS_NOTHING_NEW = {
    Kind.PRACTISING: Status.PRACTISING,
    Kind.READY: Status.READY,
    Kind.EXCUSED: Status.EXCUSED,
}
_OPPOSITE = {Kind.WITHDRAWN: Kind.RESTORED, Kind.RESTORED: Kind.WITHDRAWN}


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a wish.

    Attributes:
        said: One sentence for the adult.
        facts: What was kept; empty when nothing changed.
    """

    said: str
    facts: tuple[Fact, ...] = ()


@dataclass(frozen=True, slots=True)
class _Deed:
    """One thing that was done and can be undone.

    Attributes:
        facts: The facts whose standing it changed: the marks it made, or those it withdrew.
        undone_by: What turns it back: a withdrawal of marks, or a restoration of what was withdrawn.
        said: Words for it.
        put_back: What stands again when a withdrawal is undone, empty for any other deed.
    """

    facts: tuple[Fact, ...]
    undone_by: Kind
    said: str
    put_back: str = ""

    @property
    def undone(self) -> str:
        """Words for having undone it."""
        return f"Put back: {self.put_back}" if self.put_back else f"Undone: {self.said}"

    @property
    def redone(self) -> str:
        """Words for having done it once more."""
        return f"Taken back again: {self.put_back}" if self.put_back else f"Done again: {self.said}"


class Sitting:
    """Marks spots of an open class; everything it says was done is on the disk.

    Args:
        book: The class.
        by: Id of the assessor, empty for the usual one.

    Attributes:
        by: Who marks from now on, by id; empty for the usual one.
        last: The last kind of mark with its note, for marking the same again.
    """

    def __init__(self, book: ClassBook, by: str = "") -> None:
        self._book = book
        self.by = by
        self.last: tuple[Kind, str | None] = (Kind.MASTERED, None)
        self._done: list[_Deed] = []
        self._undone: list[_Deed] = []

    @property
    def _signer(self) -> str:
        return self.by or self._book.assessors[0].id

    @property
    def progress(self) -> Progress:
        """How the class stands now."""
        return self._book.progress

    def mark(self, kind: Kind, targets: Sequence[Target], *, note: str | None = None, how: How = How.SHOWN) -> Outcome:
        """Mark spots in one showing; spots the mark would not change are left alone.

        Args:
            kind: What to mark.
            targets: The spots.
            note: A tip or remark.
            how: How it was mastered.

        Raises:
            NotSaved: Nothing was marked.
        """
        if kind is Kind.CHECK_AGAIN:
            targets = [target for target in targets if self.progress.spot(*target).status is Status.MASTERED]
            if not targets:
                return Outcome("There is no sticker here to check again.")
        fresh = [target for target in targets if not self._is_settled(kind, self.progress.spot(*target))]
        if not fresh:
            return Outcome(self._already(kind, targets))
        text = clean_line(note or "") or None
        drafts = [Draft(kind, student, step, how=how, note=text) for student, step in fresh]
        if kind is not Kind.NOTE:
            self.last = (kind, text)
        said = f"{self.whose(fresh)}: {words.MARKS[kind]}"
        if len(fresh) < len(targets):
            said += f" ({len(targets) - len(fresh)} as before)"
        return self.keep(drafts, said)

    def record_showing(self, step: str, verdicts: Mapping[str, Kind]) -> Outcome:
        """Keep what came of a small group's showing of one step; one undo takes all of it back.

        Args:
            step: Id of the step.
            verdicts: For each student's id got it, trying, or away; what would change nothing is left alone.

        Raises:
            NotSaved: Nothing was kept.
        """
        away = self.away_today()
        drafts = [
            Draft(kind, student, None if kind is Kind.AWAY else step)
            for student, kind in verdicts.items()
            if not (student in away if kind is Kind.AWAY else self._is_settled(kind, self.progress.spot(student, step)))
        ]
        if not drafts:
            return Outcome("Nothing new was recorded.")
        counts = Counter(draft.kind for draft in drafts)
        told = ", ".join(f"{count} {words.MARKS[kind].lower()}" for kind, count in counts.items())
        if len(drafts) < len(verdicts):
            told += f" ({len(verdicts) - len(drafts)} as before)"
        return self.keep(drafts, f"{steps_by_id(self._book.units)[step].title}: {told}")

    def toggle_plan(self, targets: Sequence[Target]) -> Outcome:
        """Leave spots out of their students' plans; when all of them are out already, put them back.

        Raises:
            NotSaved: The plans are as they were.
        """
        out = all(self.progress.spot(*target).status is Status.EXCUSED for target in targets)
        return self.mark(Kind.INCLUDED if out else Kind.EXCUSED, targets)

    def toggle_away(self, students: Sequence[str]) -> Outcome:
        """Say that students are away today; when all of them are away already, take it back.

        Raises:
            NotSaved: Nothing was kept.
        """
        away = self.away_today()
        here = [student for student in students if student not in away]
        whose = self.whose_names(students)
        if here:
            return self.keep([Draft(Kind.AWAY, student) for student in here], f"{self.whose_names(here)}: away today")
        marks = [away[student] for student in students]
        return self._withdraw(marks, f"{whose}: here today", f"{whose}: away today")

    def away_today(self) -> dict[str, Fact]:
        """Give who is away today, by id."""
        return dict(self.progress.away(datetime.now().astimezone().date().isoformat()))

    def take_back(self, targets: Sequence[Target], note: str | None = None) -> Outcome:
        """Withdraw the marks that give spots their status, also those of another day; both facts stay.

        Args:
            targets: The spots.
            note: Why.

        Raises:
            NotSaved: The marks still stand.
        """
        marks = [
            fact
            for target in targets
            for fact in self.progress.spot(*target).standing
            if fact.kind in _JUDGED_OR_TRIED and fact.kind is _deciding(self.progress.spot(*target))
        ]
        if not marks:
            return Outcome(f"{self.whose(targets)}: nothing is marked here.")
        whose, kinds = self.whose(targets), {mark.kind for mark in marks}
        told = ". Who has seen the sticker should hear why." if Kind.MASTERED in kinds else "; u puts it back"
        stood = f"{whose}: {words.MARKS[kinds.pop()]}" if len(kinds) == 1 else whose
        return self._withdraw(marks, f"{whose}: taken back{told}", stood, note)

    def printed(self, targets: Iterable[Target]) -> Outcome:
        """Keep that the stickers of these spots came out of the printer well; one undo takes all of it back.

        Args:
            targets: The spots; those that were kept before, and those of children who were erased, are left out.

        Raises:
            NotSaved: Nothing was kept.
        """
        homes = {id_: one.id for one in self._book.everyone for id_ in (one.id, *one.also)}
        spots = dict.fromkeys((homes[student], step) for student, step in targets if student in homes)
        fresh = [spot for spot in spots if not self.progress.spot(*spot).printed]
        if not fresh:
            return Outcome("Nothing new was printed.")
        one = f"{self.whose(fresh[:1])}: {words.MARKS[Kind.PRINTED]}"
        said = one if len(fresh) == 1 else f"{len(fresh)} stickers printed"
        return self.keep([Draft(Kind.PRINTED, *spot) for spot in fresh], said)

    def undo(self) -> Outcome:
        """Take back the last thing done in this sitting.

        Raises:
            NotSaved: It still stands.
        """
        if not self._done:
            return Outcome("Nothing to undo since the board was opened.")
        deed = self._done[-1]
        facts = self._recorded(deed.undone_by, deed.facts)
        self._undone.append(self._done.pop())
        return Outcome(deed.undone, facts)

    def redo(self) -> Outcome:
        """Put back what was undone last.

        Raises:
            NotSaved: It is still undone.
        """
        if not self._undone:
            return Outcome("Nothing to redo.")
        deed = self._undone[-1]
        facts = self._recorded(_OPPOSITE[deed.undone_by], deed.facts)
        self._done.append(self._undone.pop())
        return Outcome(deed.redone, facts)

    def keep(self, drafts: Sequence[Draft], said: str) -> Outcome:
        """Keep what happened as one deed that one undo takes back.

        Args:
            drafts: What happened, at least one.
            said: Words for it.

        Raises:
            NotSaved: Nothing was kept.
        """
        facts = self._book.record(drafts, self._signer, new_id() if len(drafts) > 1 else None)
        return self._did(_Deed(facts, Kind.WITHDRAWN, said), facts)

    def _withdraw(self, marks: Sequence[Fact], said: str, stood: str, note: str | None = None) -> Outcome:
        facts = self._recorded(Kind.WITHDRAWN, marks, clean_line(note or "") or None)
        return self._did(_Deed(tuple(marks), Kind.RESTORED, said, stood), facts)

    def _did(self, deed: _Deed, facts: tuple[Fact, ...]) -> Outcome:
        self._done.append(deed)
        self._undone.clear()
        return Outcome(deed.said, facts)

    def _recorded(self, kind: Kind, marks: Iterable[Fact], note: str | None = None) -> tuple[Fact, ...]:
        return self._book.record(
            [Draft(kind, mark.student, mark.step, of=mark.id, note=note) for mark in marks], self._signer
        )

    def _is_settled(self, kind: Kind, spot: Spot) -> bool:
        if kind is Kind.CHECK_AGAIN:
            return spot.check_again
        if kind is Kind.INCLUDED:
            return spot.status is not Status.EXCUSED
        if spot.status is Status.MASTERED:
            return kind in _JUDGED_OR_TRIED and not (kind is Kind.MASTERED and spot.check_again)
        return _SAYS_NOTHING_NEW.get(kind) is spot.status

    def _already(self, kind: Kind, targets: Sequence[Target]) -> str:
        mastered = [target for target in targets if self.progress.spot(*target).status is Status.MASTERED]
        if mastered and kind in _JUDGED_OR_TRIED:
            return f"{self.whose(mastered)}: already has this sticker; it stays."
        return f"{self.whose(targets)}: already {words.MARKS[kind]}."

    def whose(self, targets: Sequence[Target]) -> str:
        """Say in words whose spots these are: the name and the step, or how many students."""
        steps = steps_by_id(self._book.units)
        titles = {steps[step].title for _, step in targets if step in steps}
        who = self.whose_names([student for student, _ in targets])
        return f"{who} · {titles.pop()}" if len(titles) == 1 else who

    def whose_names(self, students: Sequence[str]) -> str:
        """Say in words who these students are: the name of one, or how many."""
        names = {student.id: student.name for student in self._book.everyone}
        return names.get(students[0], "?") if len(students) == 1 else f"{len(students)} students"


def _deciding(spot: Spot) -> Kind | None:
    return spot.mark.kind if spot.mark else None
