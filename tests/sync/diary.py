"""What was said to be safe, written down beside the store, to be looked for at the end."""

import re
from collections.abc import Callable, Sequence
from pathlib import Path

from board.mastery.curriculum import Unit
from board.mastery.facts import Fact, Kind
from board.mastery.people import Assessor, Student
from board.store.class_book import ClassBook
from board.store.documents.choices import Choice
from board.store.documents.merging import disagreements
from board.store.documents.tables import STUDENTS, T, Table

_WORD = re.compile(r"w[0-9]+w")

Question = tuple[str, str, str]
"""Table, document and field of something of which two computers say different things."""

Questions = dict[Question, set[str]]
"""The words of everything that is said there."""


class Diary:
    """What people were told is kept. Every word anybody writes is written only once, and so can be found in any file.

    Attributes:
        facts: Every fact that was acknowledged, by id.
        words: The words in documents that no later edit has taken out that saw them.
        erased: The ids of students who were erased.
    """

    def __init__(self) -> None:
        self._number = 0
        self._editors: dict[str, set[Path]] = {}
        self._deleted: set[str] = set()
        self._ever_deleted: set[str] = set()
        self._out: dict[str, set[str]] = {}
        self._twice: set[str] = set()
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

    def edited(self, where: Path, table: Table[T], before: T, after: T, seen: Questions) -> None:
        """Note an edit that was acknowledged: what it took out it had seen, and what else was said where it decided.

        Args:
            where: The folder in which it was made.
            table: The table.
            before: What stood there.
            after: What stands there now.
            seen: What else was said then of the same class by others.
        """
        decided = [words for question, words in seen.items() if question in _touched(table, before, after)]
        old, new = words_in(before), words_in(after)
        self.words = self.words.difference(old - new, *(words - new for words in decided)) | (new - old)
        there, here = table.documents(before), table.documents(after)
        for id_ in there.keys() & here.keys():
            self._out.setdefault(id_, set()).update(_alone(there[id_]) - words_in(here[id_]))
        self._stand_again(new)
        self._ever_deleted |= there.keys() - here.keys()
        for id_ in there.keys() | here.keys():
            if there.get(id_) != here.get(id_):
                self._editors.setdefault(id_, set()).add(where)
        self._deleted = (self._deleted | (there.keys() - here.keys())) - here.keys()
        if table is STUDENTS:
            self.known(after)

    def chosen(self, choice: Choice, which: int, seen: Questions, before: object) -> None:
        """Note that somebody has chosen, so that nothing else of what was said stands any more.

        Args:
            choice: What there was to choose from.
            which: The place of what was chosen.
            seen: What was said then.
            before: What it was about, as it was shown.
        """
        said = choice.sayings[which]
        if choice.field == "gone" and said.value:
            of_all = (words for question, words in seen.items() if question[:2] == choice[:2])
            self.words = self.words.difference(words_in(before), *of_all)
        else:
            self.words -= seen.get(choice[:3], set()) - words_in(said.written)
            self._stand_again(words_in(said.written))

    def known(self, students: object) -> None:
        """Note whose words stand in a roster."""
        for student in students if isinstance(students, tuple) else ():
            self._of.setdefault(student.id, set()).update(words_in(student))

    def restored(self, data: bytes) -> None:
        """Note that somebody put another class.json in place, knowing what it holds."""
        self.words &= words_in(data)
        self._stand_again(words_in(data))
        self._deleted.clear()

    def _stand_again(self, words: set[str]) -> None:
        self._twice |= {word for out in self._out.values() for word in out & words}

    @property
    def out(self) -> set[str]:
        """The words that an edit of their field has taken out; nobody else can have written them, or put them back.

        What a deletion forgot may be what an edit stood against.
        """
        of_those = (words for id_, words in self._out.items() if id_ not in self._ever_deleted)
        return set[str]().union(*of_those) - self._twice

    @property
    def gone(self) -> set[str]:
        """The ids of documents that were deleted where alone they were ever edited."""
        return {id_ for id_ in self._deleted if len(self._editors[id_]) == 1}

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


def _alone(doc: dict[str, object]) -> set[str]:
    """Give the words of a document that are all of their field; levels hold the words of many edits."""
    return words_in({field: value for field, value in doc.items() if field not in ("levels", "archived")})


def _touched(table: Table[T], before: T, after: T) -> set[Question]:
    """Give the fields an edit has written."""
    old, new = table.documents(before), table.documents(after)
    fields = {
        (table.name, id_, field)
        for id_ in old.keys() | new.keys()
        for field in old.get(id_, {}).keys() | new.get(id_, {}).keys()
        if old.get(id_, {}).get(field) != new.get(id_, {}).get(field)
    }
    together = {(name, id_, "levels") for name, id_, field in fields if field == "archived"}
    return fields | together


class Noted(ClassBook):
    """An open class that notes in a diary what it acknowledges."""

    diary: Diary

    def keep(self, facts: Sequence[Fact]) -> tuple[Fact, ...]:
        written = super().keep(facts)
        self.diary.kept(written)
        return written

    def edit(self, table: Table[T], change: Callable[[T], T]) -> None:
        both: list[T] = []
        seen: Questions = {}

        def noted(now: T) -> T:
            both[:] = (now, change(now))
            seen.update(self._questions())
            return both[1]

        super().edit(table, noted)
        self.diary.edited(self.folder, table, both[0], both[1], seen)

    def choose(self, choice: Choice, which: int) -> None:
        with self.editing():
            seen = self._questions()
            listed: tuple[Student | Assessor | Unit, ...] = (*self.everyone, *self.assessors, *self.units)
            before = [one for one in listed if one.id == choice.id]
            super().choose(choice, which)
        self.diary.chosen(choice, which, seen, before)

    def _questions(self) -> Questions:
        """Give what is said differently in all that the storage knows at this moment."""
        _, tables = self._file._storage._before()
        return {(one.table, one.id, one.field): words_in(one.versions) for one in disagreements(tables)}
