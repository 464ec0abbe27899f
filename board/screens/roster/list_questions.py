"""What only a person can know about a list: each question with its answers; one without an answer changes nothing."""

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static
from textual.widgets.option_list import Option

from board.counting import counted
from board.deeds.list_in_hand import Asked
from board.exchange.lists.questions import Answers, Question
from board.mastery.people import clean_line
from board.screens.parts.calm import Calm
from board.screens.parts.keys_here import HELP
from board.widgets.command import Command, KeyGroup, bindings
from board.widgets.key_bar import KeyBar
from board.widgets.row_list import CalmList, ListRow, RowList

_MOST = 9
"""Answers a digit can give; further ones are gone to with the arrows."""

_DIGITS = tuple(
    Command(f"answer({at})", str(at + 1), "Answer", "Give the answer with this number, and go to the next question.")
    for at in range(_MOST)
)
_KEYS = (
    Command("turn(1)", "right", "Next answer", "Give the next answer to this question.", 2, "→"),
    Command("turn(-1)", "left", "Before", "Give the answer before.", sign="←"),
    *_DIGITS,
    Command("open", "0,backspace", "Leave open", "Give no answer: nothing is done about this row.", 4, "0"),
    Command("same", "a", "Same for all alike", "Give this answer to every question of this kind that has it.", 3),
    Command("next_open", "n", "Next open", "Go to the next question without an answer.", 5),
    Command(
        "take",
        "enter,escape,q",
        "Back",
        "Go back; what has no answer stays open, and nothing is done about it.",
        1,
        "enter",
    ),
)

_OPEN_ONE, _OPEN_MANY = "1 of {all} is open", "{count} of {all} are open"
_TAKEN_TWICE = "Another line is this child already."
_NOT_ANSWERED = "Open: nothing is done about it"


class QuestionsScreen(Calm[Answers]):
    """Shows all questions about a list and takes answers; gives them.

    Args:
        ask: Gives what is asked with these answers; an answer may settle another question, or bring one.
        answers: What was answered before.
    """

    CSS_PATH = "list_questions.tcss"
    KEYS = (KeyGroup("Questions about the list", _KEYS),)
    BINDINGS = bindings(KEYS)
    AUTO_FOCUS: ClassVar[str | None] = "#questions"

    def __init__(self, ask: Callable[[Answers], Asked], answers: Answers) -> None:
        super().__init__()
        self._ask, self._answers = ask, dict(answers)
        self._asked = Asked((), frozenset())
        self._last: str | None = None

    def compose(self) -> ComposeResult:
        """How many are open, the questions, the answers to the one under the cursor, keys."""
        yield Static(id="title", markup=False)
        yield RowList(id="questions")
        yield Static(id="asked", markup=False)
        yield CalmList(id="answers", markup=False, compact=True)
        yield KeyBar((_DIGITS[0]._replace(shown=1, sign="1-9"), *_KEYS[:2], *_KEYS[2 + _MOST :], HELP))

    def on_mount(self) -> None:
        """Begin with the first that is open; what was said before is out of the way of the answers."""
        self.app.clear_notifications()
        self._look()
        self._go_to_open(after=-1)

    @property
    def _at(self) -> int:
        return self.query_one("#questions", RowList).highlighted or 0

    @property
    def _question(self) -> Question | None:
        return self._asked.questions[self._at] if self._at < len(self._asked.questions) else None

    def action_answer(self, at: int) -> None:
        """Give the answer with this number, and go on to the next open question."""
        question = self._question
        if question is not None and at < len(question.choices):
            here = self._at
            self._give({question.key: question.choices[at].answer})
            self._go_to_open(after=here)

    def action_turn(self, by: int) -> None:
        """Give the next answer, or the one before; after the last one it is open again."""
        question = self._question
        if question is not None and question.choices:
            given = [None, *(choice.answer for choice in question.choices)]
            now = self._answers.get(question.key)
            self._give({question.key: given[(given.index(now) + by) % len(given) if now in given else 0]})

    def action_open(self) -> None:
        """Give no answer."""
        if self._question is not None:
            self._give({self._question.key: None})

    def action_same(self) -> None:
        """Give the answer of this question, or else the one given last, to every question of its kind that offers it."""
        question = self._question
        answer = self._answers.get(question.key, self._last) if question is not None else None
        if question is None or answer not in {choice.answer for choice in question.choices}:
            self._say_title("Answer this one first; a then gives the same answer to all of its kind.")
            return
        alike = [
            one
            for one in self._asked.questions
            if one.asks is question.asks and answer in (choice.answer for choice in one.choices)
        ]
        self._give({one.key: answer for one in alike})
        self._say_title(counted("1 question has this answer.", "{count} questions have this answer now.", len(alike)))

    def action_next_open(self) -> None:
        """Go to the next question without an answer."""
        self._go_to_open(after=self._at)

    @on(RowList.OptionSelected, "#questions")
    def action_take(self) -> None:
        """Give the answers."""
        self.dismiss(self._answers)

    @on(CalmList.OptionSelected, "#answers")
    def answer_under_cursor(self, event: CalmList.OptionSelected) -> None:
        """Give the answer that was tapped, or taken with Enter; the last one is none."""
        question = self._question
        if question is not None and event.option_index < len(question.choices):
            self.action_answer(event.option_index)
        else:
            self.action_open()

    def _give(self, given: dict[str, str | None]) -> None:
        """Take answers, None for none any more."""
        self._last = next(reversed(given.values()), None)
        merged = {**self._answers, **given}
        self._answers = {key: answer for key, answer in merged.items() if answer is not None}
        self._look()

    def _go_to_open(self, after: int) -> None:
        open_ones = [at for at, one in enumerate(self._asked.questions) if one.key in self._asked.open]
        further = [at for at in open_ones if at > after]
        if open_ones:
            self.query_one("#questions", RowList).highlighted = (further or open_ones)[0]

    def _look(self) -> None:
        self._asked = self._ask(self._answers)
        self.query_one("#questions", RowList).fill(ListRow(one.key, self._row(one)) for one in self._asked.questions)
        self._say_title()
        self._show_answers()

    def _say_title(self, said: str = "") -> None:
        open_ = sum(one.key in self._asked.open for one in self._asked.questions)
        left = counted(_OPEN_ONE, _OPEN_MANY, open_, all=len(self._asked.questions))
        self.query_one("#title", Static).update("  ·  ".join(filter(None, ("Questions", left, said))))

    def _row(self, question: Question) -> Content:
        answer = self._answers.get(question.key)
        if answer is None:
            return Content(f"?  {clean_line(question.said)}")
        said = next((choice.said for choice in question.choices if choice.answer == answer), answer)
        if question.key in self._asked.open:
            return Content(f"?  {_TAKEN_TWICE}  {clean_line(question.said)}")
        return Content.assemble(
            (f"✓  {clean_line(said)}", "bold"), (f"  {clean_line(question.said)}", "$foreground 70%")
        )

    @on(RowList.OptionHighlighted, "#questions")
    def _show_answers(self) -> None:
        question, answers = self._question, self.query_one("#answers", CalmList)
        said = "Nothing is asked about this list." if question is None else clean_line(question.said)
        self.query_one("#asked", Static).update(Content(said))
        answers.display = question is not None
        if question is None:
            return
        given = self._answers.get(question.key)
        lines = [_answer(at, clean_line(one.said), one.answer == given) for at, one in enumerate(question.choices)]
        lines.append(_answer(-1, _NOT_ANSWERED, given is None))
        at = answers.highlighted or 0
        answers.set_options(map(Option, lines))
        answers.highlighted = min(at, len(lines) - 1)


def _answer(at: int, said: str, is_given: bool) -> Content:
    digit = str(at + 1) if at < _MOST else " "
    return Content.styled(f"{'●' if is_given else '○'} {digit}  {said}", "bold" if is_given else "")
