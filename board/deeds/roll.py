"""The list of a class's children, changed by adults: each change with words for it, and taken back on wish."""

from collections.abc import Callable
from functools import partial

from board.deeds.history import Outcome
from board.deeds.sitting import Sitting
from board.deeds.starting import with_pupils
from board.exchange.roster import Pupil
from board.mastery.people import Student
from board.mastery.roll import Roll, edited, joined, parted, put_back, with_left
from board.store.tables import STUDENTS
from board.words.outcomes import told


class ClassList:
    """Changes who is in a class, and how they are called.

    Each method raises Refusal where no adult sits here, and NotSaved where the change can't be kept; then the list is as it was.

    Args:
        sitting: Who changes it, and of which class.
    """

    def __init__(self, sitting: Sitting) -> None:
        self._sitting, self._book = sitting, sitting.book

    def edit(self, student: Student, said: dict[str, str]) -> Outcome:
        """Let the entry of a child say something else.

        Args:
            student: The child.
            said: Any of name, alias, grade and emblem.
        """
        done = told.StudentChanged(said.get("name", student.name))
        return self._change(done, lambda now: edited(now, student.id, **said), student.id)

    def leave(self, student: Student, *, left: bool) -> Outcome:
        """Let a child leave the class, or come back."""
        return self._change(
            told.StudentLeft(student.name, left), lambda now: with_left(now, student.id, left), student.id
        )

    def join(self, kept: Student, double: Student) -> Outcome:
        """Make two entries of one child one."""
        done = told.StudentsJoined(kept.name, double.name)
        return self._change(done, lambda now: joined(now, kept.id, double.id), kept.id)

    def part(self, student: Student) -> Outcome:
        """Let the double a child was joined with last stand on its own again."""
        return self._change(told.StudentsParted(student.name), lambda now: parted(now, student.id), student.id)

    def add(self, pupils: tuple[Pupil, ...], *, full_names: bool) -> Outcome:
        """Add children, each with the next free sign; those who are there already are left alone.

        Args:
            pupils: Their names.
            full_names: Whether whole family names are kept.
        """
        planned = with_pupils(pupils, self._book.everyone, full_names=full_names).added
        done = told.StudentsAdded(tuple(one.name for one in planned))
        return self._change(done, lambda now: with_pupils(pupils, now, full_names=full_names).students)

    def _change(self, done: told.Deed, change: Callable[[Roll], Roll], about: str = "") -> Outcome:
        before, after = self._kept(change)
        if before == after:
            return Outcome(told.NothingNew())
        new = next((one.id for one in after if one.id not in {old.id for old in before}), "")

        def turn(done: told.Told, old: Roll, new: Roll, still: told.Told) -> Outcome:
            was, became = self._kept(lambda now: self._with_marked(now, put_back(now, old, new)))
            return Outcome(still) if was == became else Outcome(done, changed=True, about=about)

        self._sitting.history.did(
            partial(turn, told.Undone(done), before, after, told.StillStands(done, told.Since.MARKED)),
            partial(
                turn, told.Redone(done), after, before, told.StillStands(done, told.Since.CLASS_CHANGED, stands=False)
            ),
        )
        return Outcome(done, changed=True, about=about or new)

    def _with_marked(self, now: Roll, then: Roll) -> Roll:
        """Give the list of this moment where the other would leave out a child that has marks by now."""
        listed = {id_ for one in then for id_ in (one.id, *one.also)}
        known = self._book.progress.is_known
        return now if any(known(student=one.id) for one in now if one.id not in listed) else then

    def _kept(self, change: Callable[[Roll], Roll]) -> tuple[Roll, Roll]:
        """Keep a change; give the list before and after."""
        self._sitting.only_adults()
        rolls: list[Roll] = []

        def make(now: Roll) -> Roll:
            rolls[:] = (now, change(now))
            return rolls[1]

        self._book.edit(STUDENTS, make)
        return rolls[0], rolls[1]
