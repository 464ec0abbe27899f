"""A sitting: what one adult marks between opening the board and closing it, with undo and redo."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from board import words
from board.mastery.curriculum import steps_by_id
from board.mastery.facts import Fact, How, Kind
from board.mastery.people import clean_line
from board.mastery.progress import Progress, Spot, Status
from board.store.class_book import ClassBook, Draft, new_id

Target = tuple[str, str]
"""A spot to mark: id of the student, id of the step."""

_VERDICTS_AND_TRIES = (Kind.MASTERED, Kind.KEEP_WORKING, Kind.PRACTISING, Kind.READY, Kind.EXCUSED)
_SAYS_NOTHING_NEW = {
    Kind.PRACTISING: Status.PRACTISING,
    Kind.READY: Status.READY,
    Kind.EXCUSED: Status.EXCUSED,
}


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
    """One thing that was done and can be undone: the marks, and words for them."""

    marks: tuple[Fact, ...]
    said: str


class Sitting:
    """Marks spots of an open class; everything it says was done is on the disk.

    Args:
        book: The class.
        by: Id of the assessor, empty for the usual one.
    """

    def __init__(self, book: ClassBook, by: str = "") -> None:
        self._book = book
        self._by = by
        self._done: list[_Deed] = []
        self._undone: list[_Deed] = []

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
        fresh = [target for target in targets if not self._is_settled(kind, self.progress.spot(*target))]
        if not fresh:
            return Outcome(self._already(kind, targets))
        text = clean_line(note or "") or None
        drafts = [Draft(kind, student, step, how=how, note=text) for student, step in fresh]
        facts = self._book.record(drafts, self._by, new_id() if len(fresh) > 1 else None)
        said = f"{self._whose(fresh)}: {words.MARKS[kind]}"
        self._done.append(_Deed(facts, said))
        self._undone.clear()
        return Outcome(said, facts)

    def take_back(self, targets: Sequence[Target], note: str | None = None) -> Outcome:
        """Withdraw the marks that give spots their status, also those of another day; both facts stay.

        Args:
            targets: The spots.
            note: Why.

        Raises:
            NotSaved: The marks still stand.
        """
        text = clean_line(note or "") or None
        drafts = [
            Draft(Kind.WITHDRAWN, *target, of=fact.id, note=text)
            for target in targets
            for fact in self.progress.spot(*target).standing
            if fact.kind in _VERDICTS_AND_TRIES and fact.kind is _deciding(self.progress.spot(*target))
        ]
        if not drafts:
            return Outcome(f"{self._whose(targets)}: nothing is marked here.")
        facts = self._book.record(drafts, self._by)
        return Outcome(f"{self._whose(targets)}: taken back. Who has seen a sticker should hear why, first.", facts)

    def undo(self) -> Outcome:
        """Take back the last thing done in this sitting.

        Raises:
            NotSaved: It still stands.
        """
        if not self._done:
            return Outcome("Nothing to undo since the board was opened.")
        facts = self._steer(Kind.WITHDRAWN, self._done[-1])
        deed = self._done.pop()
        self._undone.append(deed)
        return Outcome(f"Taken back: {deed.said}", facts)

    def redo(self) -> Outcome:
        """Put back what was undone last.

        Raises:
            NotSaved: It is still undone.
        """
        if not self._undone:
            return Outcome("Nothing to redo.")
        facts = self._steer(Kind.RESTORED, self._undone[-1])
        deed = self._undone.pop()
        self._done.append(deed)
        return Outcome(f"Put back: {deed.said}", facts)

    def _steer(self, kind: Kind, deed: _Deed) -> tuple[Fact, ...]:
        return self._book.record([Draft(kind, mark.student, mark.step, of=mark.id) for mark in deed.marks], self._by)

    def _is_settled(self, kind: Kind, spot: Spot) -> bool:
        if spot.status is Status.MASTERED:
            return kind in _VERDICTS_AND_TRIES and not (kind is Kind.MASTERED and spot.check_again)
        return _SAYS_NOTHING_NEW.get(kind) is spot.status

    def _already(self, kind: Kind, targets: Sequence[Target]) -> str:
        mastered = [target for target in targets if self.progress.spot(*target).status is Status.MASTERED]
        if mastered:
            return f"{self._whose(mastered)}: already has this sticker; it stays."
        return f"{self._whose(targets)}: already {words.MARKS[kind]}."

    def _whose(self, targets: Iterable[Target]) -> str:
        listed = list(targets)
        names = {student.id: student.name for student in self._book.students}
        steps = steps_by_id(self._book.units)
        who = names.get(listed[0][0], "?") if len(listed) == 1 else f"{len(listed)} students"
        titles = {steps[step].title for _, step in listed if step in steps}
        return f"{who} · {titles.pop()}" if len(titles) == 1 else who


def _deciding(spot: Spot) -> Kind | None:
    return spot.mark.kind if spot.mark else None
