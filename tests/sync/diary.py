"""What was said to be safe, written down beside the store, to be looked for at the end."""

import re
from collections.abc import Callable, Sequence

from board.mastery.facts import Fact, Kind
from board.store.class_book import ClassBook
from board.store.tables import STUDENTS, T, Table

_WORD = re.compile(r"w[0-9]+w")


class Diary:
    """What people were told is kept. Every word anybody writes is written only once, and so can be found in any file.

    Attributes:
        facts: Every fact that was acknowledged, by id.
        words: The words in documents that no later edit has taken out that saw them.
        erased: The ids of students who were erased.
    """

    def __init__(self) -> None:
        self._number = 0
        self._of: dict[str, set[str]] = {}
        self.facts: dict[str, Fact] = {}
        self.words: set[str] = set()
        self.erased: set[str] = set()

    def word(self) -> str:
        """Give a word nobody has written."""
        self._number += 1
        return f"w{self._number}w"

    def kept(self, facts: Sequence[Fact]) -> None:
        """Note facts that were acknowledged."""
        for fact in facts:
            self.facts[fact.id] = fact
            self._of.setdefault(fact.student, set()).update(words_in(fact.note))
            if fact.kind is Kind.ERASED:
                self.erased.add(fact.student)

    def edited(self, table: Table[T], before: T, after: T) -> None:
        """Note an edit that was acknowledged: what it took out it had seen."""
        old, new = words_in(before), words_in(after)
        self.words = (self.words - old) | new
        if table is STUDENTS:
            self.known(after)

    def known(self, students: object) -> None:
        """Note whose words stand in a roster."""
        for student in students if isinstance(students, tuple) else ():
            self._of.setdefault(student.id, set()).update(words_in(student))

    def restored(self, data: bytes) -> None:
        """Note that somebody put another class.json in place, knowing what it holds."""
        self.words &= words_in(data)

    @property
    def forbidden(self) -> set[str]:
        """The words of erased students that are nobody else's."""
        of_others = {word for student, words in self._of.items() if student not in self.erased for word in words}
        return {word for student in self.erased for word in self._of.get(student, ())} - of_others

    @property
    def due(self) -> set[str]:
        """The words that must stand in the documents of every computer."""
        return self.words - self.forbidden


def words_in(value: object) -> set[str]:
    """Give the words somebody wrote in a value, of whatever kind, or in a file."""
    return set(_WORD.findall(value.decode(errors="replace") if isinstance(value, bytes) else repr(value)))


class Noted(ClassBook):
    """An open class that notes in a diary what it acknowledges."""

    diary: Diary

    def keep(self, facts: Sequence[Fact]) -> tuple[Fact, ...]:
        written = super().keep(facts)
        self.diary.kept(written)
        return written

    def edit(self, table: Table[T], change: Callable[[T], T]) -> None:
        both: list[T] = []

        def noted(now: T) -> T:
            both[:] = (now, change(now))
            return both[1]

        super().edit(table, noted)
        self.diary.edited(table, *both)
