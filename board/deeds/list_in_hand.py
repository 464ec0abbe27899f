"""A list before it is taken: what was typed or dropped, what its columns were said to mean, and what was answered."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from board.deeds.starting import with_list
from board.exchange.kept_readings import KeptReadings, is_large
from board.exchange.lists.change import Change, NameList
from board.exchange.lists.questions import Answers, Asks, Question
from board.exchange.lists.reading import Reading
from board.exchange.pasted_lines import are_steps, place_of_set
from board.exchange.places import first_place
from board.exchange.tables.column import Chosen
from board.mastery.people import Student, clean_line

_A_SET = "{name} holds the lists of a school; choose a class of it."
_NO_FILES = "A page in a browser opens no file of the computer it comes from ({place}). Paste the names themselves."
_READING = "Reading {name} ..."
_STEPS = "These lines look like steps and not like names; steps have a page of their own."


class Asked(NamedTuple):
    """What is asked about a list.

    Attributes:
        questions: Those that have answers to choose from, but for the one about a class of the school.
        open: Keys of those about which nothing is done: without an answer, or with one that can't be, as when two lines were
            said to be one child.
    """

    questions: tuple[Question, ...]
    open: frozenset[str]


class ListInHand:
    """A list that is typed, pasted or dropped, and what taking it would do to a class.

    What was said about it holds as long as it is about the same: a meaning for columns under these headers and above these rows, an answer for a
    question that is asked in these words. An answer never moves to another row because a line was typed above it. A large file is
    read by whoever has time for it, with `read_on`; until then nothing of it is there to be taken.

    Args:
        everyone: Everyone of the class, those who have left too.

    Attributes:
        names: The list as it would be taken.
        change: What taking it would do.
        is_unread: Whether it is a large file that is still to be read.
        opens_files: Whether the place of a file or a set is opened; never where somebody far from this computer types.
    """

    def __init__(self, everyone: Sequence[Student]) -> None:
        self._everyone = tuple(everyone)
        self._text, self._full_names = "", False
        self._unopened, self.opens_files = "", True
        self._of_set: Reading | None = None
        self._readings = KeptReadings()
        self._of_columns = Reading()
        self._chosen: Chosen = {}
        self._said: dict[str, tuple[Question, str]] = {}
        self.names, self.change, self.is_unread = NameList(), Change(self._everyone), False

    @property
    def count(self) -> int:
        """How many are in the class."""
        return len(self._everyone)

    @property
    def chosen(self) -> Chosen:
        """What its columns were said to mean."""
        return self._chosen

    @property
    def questions(self) -> tuple[Question, ...]:
        """The questions that have answers to choose from, but for the one about a class of the school."""
        return self.asked_with(self.names.answers).questions

    @property
    def needs_class(self) -> bool:
        """Whether the place of a school's set stands here, and no class of it was taken yet."""
        return self._of_set is None and self.set_place is not None

    @property
    def set_place(self) -> Path | None:
        """The folder or zip in which the set of a school may lie, None where the text is no such place."""
        return place_of_set(self._text) if self.opens_files else None

    @property
    def is_large(self) -> bool:
        """Whether it is a file that takes long to be read."""
        return is_large(self._text)

    @property
    def changes_nothing(self) -> bool:
        """Whether it names somebody, and everyone of it is in the class as the list says."""
        return bool(self.change.same) and not (self.change.added or self.change.changed)

    @property
    def school(self) -> Question | None:
        """The question which class of a whole school is meant, None where the list is one class."""
        return next((one for one in self.change.asked if one.asks is Asks.SCHOOL), None)

    @property
    def has_columns(self) -> bool:
        """Whether it has columns to speak of: more than one, one with a header, or one in doubt; a set says itself what it holds."""
        columns = self.names.reading.columns if self._of_set is None else ()
        return len(columns) > 1 or any(one.header or not one.is_sure for one in columns)

    def are_there(self, everyone: Sequence[Student]) -> None:
        """Take others for the class as it is."""
        self._everyone = tuple(everyone)
        self._look()

    def read(self, text: str, *, full_names: bool) -> None:
        """Take another text for the list.

        Args:
            text: Names, a table, or the place of a file or set.
            full_names: Whether whole names are kept.
        """
        self._unopened = "" if self.opens_files else first_place(text)
        if self._unopened:
            text = ""
        if text != self._text:
            self._of_set = None
        self._text, self._full_names = text, full_names
        self._look()

    def take_class(self, reading: Reading) -> None:
        """Take a class of the school's set whose place was typed or dropped."""
        self._of_set = reading
        self._look()

    def mean(self, chosen: Chosen) -> None:
        """Let columns mean what the teacher says."""
        self._chosen = chosen
        self._look()

    def answer(self, answers: Answers) -> None:
        """Take answers to its questions, those too that came up by the others; the one about a class of the school stays."""
        given = {**self._of_school, **answers}
        asked = {one.key: one for one in (*self.change.asked, *self._with(given).asked)}
        self._said = {key: (asked[key], answer) for key, answer in given.items() if key in asked}
        self._look()

    def answer_school(self, answer: str) -> None:
        """Say which class of the school is meant."""
        if self.school is not None:
            self._said[self.school.key] = (self.school, answer)
            self._look()

    def reading_with(self, chosen: Chosen) -> Reading:
        """Read it with other meanings, however long it takes; nothing of that is said about it."""
        if self._of_set is not None:
            return self._of_set
        if self._unopened:
            return Reading(remarks=(_NO_FILES.format(place=clean_line(self._unopened)),))
        place = self.set_place
        if place is not None:
            return Reading(called=place.name, remarks=(_A_SET.format(name=place.name),))
        reading = self._readings.reading(self._text, chosen)
        return replace(reading, remarks=(_STEPS, *reading.remarks)) if are_steps(self._text) else reading

    def read_on(self) -> None:
        """Read a large file; takes long, and may be done in a thread. What came of it is there after `look_again`."""
        self._readings.reading(self._text, self._chosen)

    def look_again(self) -> None:
        """Look at what was read meanwhile."""
        self._look()

    def asked_with(self, answers: Answers) -> Asked:
        """Give what is asked with other answers; nothing is kept of that."""
        change = self._with({**self._of_school, **answers})
        asked = tuple(one for one in change.asked if one.choices and one.asks is not Asks.SCHOOL)
        return Asked(asked, frozenset(one.key for one in change.open))

    def _with(self, answers: Answers) -> Change:
        return with_list(NameList(self.names.reading, answers, self._full_names), self._everyone)

    @property
    def _of_school(self) -> Answers:
        """The answer to the question about a class of the school, where it was given."""
        return {key: answer for key, (question, answer) in self._said.items() if question.asks is Asks.SCHOOL}

    @property
    def _answers(self) -> Answers:
        return {key: answer for key, (_, answer) in self._said.items()}

    def _look(self) -> None:
        self.is_unread = self._of_set is None and self._readings.takes_long(self._text, self._chosen)
        if self.is_unread:
            name = self._text.strip().strip("'\"").rpartition("/")[2]
            self.names = NameList(Reading(remarks=(_READING.format(name=name),)), full_names=self._full_names)
            self.change = Change(self._everyone)
            return
        reading = self.reading_with(self._chosen)
        if self._chosen and not _are_of_one_list(reading, self._of_columns):
            self._chosen = {}
            self._look()
            return
        self._of_columns = reading
        self._plan(reading)
        while not self._forget_answers():
            self._plan(reading)

    def _forget_answers(self) -> bool:
        """Forget answers to what is not asked any more in the same words; tell whether all of them still hold."""
        asked = {one.key: one for one in self.change.asked}
        still = {key: said for key, said in self._said.items() if key in asked and _is_same(asked[key], said[0])}
        all_hold = len(still) == len(self._said)
        self._said = still
        return all_hold

    def _plan(self, reading: Reading) -> None:
        self.names = NameList(reading, self._answers, self._full_names)
        self.change = with_list(self.names, self._everyone)
        self.names = replace(self.names, seen=self.change.asked)


def _is_same(now: Question, then: Question) -> bool:
    """Tell whether a question is still asked; what a child would be called may depend on other answers."""
    return (now.about, now.said) == (then.about, then.said)


def _are_of_one_list(one: Reading, other: Reading) -> bool:
    """Tell whether two readings are of one list, to which lines came or of which some went."""
    headers = [[column.header for column in reading.columns] for reading in (one, other)]
    return headers[0] == headers[1] and not set(one.first_rows).isdisjoint(other.first_rows)
