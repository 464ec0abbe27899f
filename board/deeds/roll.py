"""The list of a class's children, changed by adults: each change with words for it, and taken back on wish."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from board.deeds.history import Outcome
from board.deeds.sitting import Sitting
from board.deeds.starting import with_list
from board.exchange.lists.change import NameList
from board.mastery.people import Student
from board.mastery.roll import Roll, edited, joined, parted, put_back, with_left, with_new_cards
from board.store.documents.tables import STUDENTS
from board.words.outcomes import lists, told


class ClassList:
    """Changes who is in a class, and how they are called.

    Each method raises Refusal where no adult sits here, and NotSaved where the change can't be kept; then the list is as it was.

    Args:
        sitting: Who changes it, and of which class.
    """

    def __init__(self, sitting: Sitting) -> None:
        self._sitting, self._book = sitting, sitting.book

    def edit(self, student: Student, said: Mapping[str, str | bool | int]) -> Outcome:
        """Let the entry of a child say something else.

        Args:
            student: The child.
            said: Any of name, alias, grade, emblem, photos and patience.
        """
        done = lists.StudentChanged(str(said.get("name", student.name)))
        return self._change(done, lambda now: edited(now, student.id, **said), student.id)

    def allow_photos(self, students: Sequence[Student], *, allowed: bool) -> Outcome:
        """Say that the families of children allow photos of their work, or that they do not."""
        ids = {student.id for student in students}

        def said(now: Roll) -> Roll:
            return tuple(replace(one, photos=allowed) if one.id in ids else one for one in now)

        first = next(iter(students)).id if students else ""
        return self._change(lists.PhotosAllowed(tuple(one.name for one in students), allowed), said, first)

    def new_cards(self, students: Sequence[Student]) -> Outcome:
        """Make the login cards of children anew: from now on their old picture words open nothing."""
        ids = {student.id for student in students}
        done = lists.CardsMade(tuple(one.name for one in students))
        first = next(iter(students)).id if students else ""
        return self._change(done, lambda now: with_new_cards(now, ids), first)

    def leave(self, student: Student, *, left: bool) -> Outcome:
        """Let a child leave the class, or come back."""
        return self._change(
            lists.StudentLeft(student.name, left), lambda now: with_left(now, student.id, left), student.id
        )

    def join(self, kept: Student, double: Student) -> Outcome:
        """Make two entries of one child one."""
        done = lists.StudentsJoined(kept.name, double.name)
        return self._change(done, lambda now: joined(now, kept.id, double.id), kept.id)

    def part(self, student: Student) -> Outcome:
        """Let the double a child was joined with last stand on its own again."""
        return self._change(lists.StudentsParted(student.name), lambda now: parted(now, student.id), student.id)

    def take(self, names: NameList) -> Outcome:
        """Take a list: new children get the next free signs, those who are there what the list says; nothing doubtful is done.

        Args:
            names: The list, with what was answered.
        """
        planned = with_list(names, self._book.everyone)
        done = lists.ListTaken(tuple(one.name for one in planned.added), len(planned.changed))
        return self._change(done, lambda now: with_list(names, now).students)

    def _change(self, done: told.Deed, change: Callable[[Roll], Roll], about: str = "") -> Outcome:
        before, after = self._sitting.edit(STUDENTS, change)
        if before == after:
            return Outcome(told.NothingNew())
        new = next((one.id for one in after if one.id not in {old.id for old in before}), "")
        self._sitting.history.did(
            lambda: self._turn(done, told.Undone(done), before, after)._replace(about=about),
            lambda: self._turn(done, told.Redone(done), after, before)._replace(about=about),
        )
        return Outcome(done, changed=True, about=about or new)

    def _turn(self, deed: told.Deed, said: told.Told, old: Roll, new: Roll) -> Outcome:
        """Take back or put back a change, as far as nobody has changed the same since; nobody who has marks leaves the list."""
        self._book.take(self._book.look())  # who was erased a moment ago stays so
        erased, known = self._book.progress.erased, self._book.progress.is_known
        marked: list[Student] = []

        def make(now: Roll) -> Roll:
            then = put_back(now, *(tuple(one for one in roll if one.id not in erased) for roll in (old, new)))
            listed = {id_ for one in then for id_ in (one.id, *one.also)}
            marked[:] = [one for one in now if one.id not in listed and known(student=one.id)]
            return now if marked else then

        was, became = self._sitting.edit(STUDENTS, make)
        if was == became:
            return Outcome(told.LeftAsItIs(deed, told.Since.MARKED if marked else told.Since.CHANGED))
        return Outcome(said, changed=True)
