"""A list before it is taken: what was typed or dropped, what its columns were said to mean, and what was answered."""

from collections.abc import Sequence
from dataclasses import replace

from board.deeds.starting import with_list
from board.exchange.lists.change import Change, NameList
from board.exchange.lists.questions import Answers, Asks, Question
from board.exchange.lists.reading import Reading
from board.exchange.pasted_lines import are_steps, place_of_set
from board.exchange.rosters import read_pasted
from board.exchange.tables.column import Chosen
from board.mastery.people import Student

_A_SET = "{name} holds the lists of a school; choose a class of it."
_STEPS = "These lines look like steps and not like names; steps have a page of their own."


class ListInHand:
    """A list that is typed, pasted or dropped, and what taking it would do to a class.

    What was said about it holds as long as it is about the same: a meaning for columns under these headers, an answer for a
    question that is asked in these words. An answer never moves to another row because a line was typed above it.

    Args:
        everyone: Everyone of the class, those who have left too.

    Attributes:
        names: The list as it would be taken.
        change: What taking it would do.
    """

    def __init__(self, everyone: Sequence[Student]) -> None:
        self._everyone = tuple(everyone)
        self._text, self._full_names = "", False
        self._of_set: Reading | None = None
        self._headers: tuple[str, ...] = ()
        self._chosen: Chosen = {}
        self._said: dict[str, tuple[Question, str]] = {}
        self.names, self.change = NameList(), Change(self._everyone)

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
        return self.questions_with(self.names.answers)

    @property
    def school(self) -> Question | None:
        """The question which class of a whole school is meant, None where the list is one class."""
        return next((one for one in self.change.asked if one.asks is Asks.SCHOOL), None)

    @property
    def has_columns(self) -> bool:
        """Whether it has columns to speak of: more than one, one with a header, or one in doubt."""
        columns = self.names.reading.columns
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
        """Take answers to its questions, in place of those before; the one about a class of the school stays."""
        asked = {one.key: one for one in self.change.asked}
        given = {**self._of_school, **answers}
        self._said = {key: (asked[key], answer) for key, answer in given.items() if key in asked}
        self._look()

    def answer_school(self, answer: str) -> None:
        """Say which class of the school is meant."""
        if self.school is not None:
            self._said[self.school.key] = (self.school, answer)
            self._look()

    def reading_with(self, chosen: Chosen) -> Reading:
        """Read it with other meanings; nothing is kept of that."""
        if self._of_set is not None:
            return self._of_set
        place = place_of_set(self._text)
        if place is not None:
            return Reading(called=place.name, remarks=(_A_SET.format(name=place.name),))
        reading = read_pasted(self._text, chosen)
        return replace(reading, remarks=(_STEPS, *reading.remarks)) if are_steps(self._text) else reading

    def questions_with(self, answers: Answers) -> tuple[Question, ...]:
        """Give its questions as they are with other answers; nothing is kept of that."""
        given = {**self._of_school, **answers}
        asked = with_list(NameList(self.names.reading, given, self._full_names), self._everyone).asked
        return tuple(one for one in asked if one.choices and one.asks is not Asks.SCHOOL)

    @property
    def _of_school(self) -> Answers:
        """The answer to the question about a class of the school, where it was given."""
        return {key: answer for key, (question, answer) in self._said.items() if question.asks is Asks.SCHOOL}

    @property
    def _answers(self) -> Answers:
        return {key: answer for key, (_, answer) in self._said.items()}

    def _look(self) -> None:
        reading = self.reading_with(self._chosen)
        headers = tuple(one.header for one in reading.columns)
        if headers != self._headers and self._chosen:
            self._chosen = {}
            reading = self.reading_with({})
        self._headers = headers
        self._plan(reading)
        asked = {one.key: one for one in self.change.asked}
        still = {key: said for key, said in self._said.items() if asked.get(key) == said[0]}
        if still != self._said:
            self._said = still
            self._plan(reading)

    def _plan(self, reading: Reading) -> None:
        self.names = NameList(reading, self._answers, self._full_names)
        self.change = with_list(self.names, self._everyone)
