"""A kind of page: one row that says everything about it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from board.mastery.audience import Audience, Earned
from board.mastery.facts import Kind
from board.paper.order import Order


class Purpose(StrEnum):
    """What paper is for, in the words of a teacher."""

    WALL = "For the wall"
    CHILD = "For a child"
    HOME = "For home"
    ME = "For me"


class Choice(StrEnum):
    """Something that may be chosen for some kinds and makes no sense for others."""

    UNIT = "unit"
    STUDENTS = "students"
    STEP = "step"
    LEVEL = "level"
    ALIAS = "alias"
    SPOT = "spot"
    LABEL = "label"
    AGAIN = "again"
    LANGUAGE = "language"
    PRINTER = "printer"
    LETTERS = "letters"


class Text(StrEnum):
    """What a text says, whoever wrote it."""

    CLASS = "class"
    UNIT = "unit"
    LEVEL = "level"
    STEP = "step"
    SIGN = "sign"
    """What stands for a step without a picture: the first letter of its title."""
    I_CAN = "i can"
    IN_FULL = "in full"
    """The sentence of a step whose title is only a part of it."""
    LOOKS_LIKE = "looks like"
    WAYS = "ways"
    STANDARDS = "standards"
    NAME = "name"
    ALIAS = "alias"
    ADULT = "adult"
    CAPTION = "caption"
    HOW = "how"
    """In which way a step was shown, and with which support."""


class Starter(StrEnum):
    """Pictures that come with the board."""

    BADGES = "badges"
    """What stands for steps."""
    SIGNS = "signs"
    """What stands for children."""
    PASSWORDS = "passwords"
    """What children sign in with."""


class LeftOut(NamedTuple):
    """What is meant by what nobody named, in words.

    Attributes:
        students: Of whom it is, on the Print screen.
        students_told: The same in the help of the command line.
        step: About which step it is, on the Print screen.
        step_told: The same in the help of the command line.
    """

    students: str = "everybody"
    students_told: str = "everybody"
    step: str = "every step"
    step_told: str = "every step"


_EVERYBODY = LeftOut()


def _nothing(_order: Order) -> Iterable[str]:
    return ()


def _no_question(_order: Order) -> str:
    return ""


def _no_stickers(_order: Order, _audience: Audience) -> Iterable[Earned]:
    return ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PageKind:
    """One kind of page; what most kinds have in common may be left out.

    Attributes:
        name: What the command line calls it.
        title: What it is called.
        told: What it is, in one sentence.
        seen_by: Who will see it, in words that follow "Who will see it:".
        seen_by_alias: The same where aliases stand for names; empty where they never do.
        audience: For whose eyes what it shows of children is chosen; on a teacher's copy that hangs for a moment where a
            class passes by, everybody's.
        purpose: What it is for.
        papers: Papers it makes sense on, the usual one first.
        inks: Inks it makes sense in.
        choices: What else may be chosen.
        examples: What follows `board print KIND` in the examples of its help.
        drawer: What draws it, as "module:function"; it is imported only to print. The function takes the order, its
            pictures by name and the style, gives what it drew, and raises ValueError with a sentence where there is nothing
            to draw.
        list_drawer: What draws the list by which it is handed out, in the same form; empty where there is none.
        one_sided: Whether its back must stay empty: it is hung, cut or stuck, or each child's page goes its own way.
        every_unit: Whether it is about every unit unless one is named.
        own_pages: Whether each child has pages of its own.
        counted: Whether its stickers are not printed again once they printed well.
        needs_units: Whether a class without a unit can't print it.
        needs_students: Whether a class without students can't print it.
        texts: What somebody wrote stands on it.
        notes_of: The kinds of facts whose notes stand on it.
        stickers: Gives the children's stickers on it, for the audience; pictures are made ready for these and no others.
        starters: The starter art on it.
        px: Pixels across each picture; None for as many as the width of its spots needs.
        asks: Gives the question to ask before it is printed, empty when there is nothing to ask.
        notes: Gives what the teacher should know before it is printed, each a sentence.
        left_out: What is meant where nobody and no step is named.
        at_hand: Whether it begins with the children who are chosen and the step under the cursor.
        usual_spot: How wide its spots are unless it is chosen, in words.
        tries_printer: Whether it tries what is kept about a printer, and so is printed as it is unless one is named.
    """

    name: str
    title: str
    told: str
    seen_by: str
    seen_by_alias: str = ""
    audience: Audience
    purpose: Purpose
    papers: tuple[str, ...]
    inks: tuple[str, ...]
    choices: frozenset[Choice]
    examples: tuple[str, ...]
    drawer: str
    list_drawer: str = ""
    one_sided: bool = True
    every_unit: bool = False
    own_pages: bool = False
    counted: bool = False
    needs_units: bool = True
    needs_students: bool = True
    texts: frozenset[Text]
    notes_of: tuple[Kind, ...] = ()
    stickers: Callable[[Order, Audience], Iterable[Earned]] = _no_stickers
    starters: frozenset[Starter] = frozenset({Starter.BADGES, Starter.SIGNS})
    px: int | None = None
    asks: Callable[[Order], str] = _no_question
    notes: Callable[[Order], Iterable[str]] = _nothing
    left_out: LeftOut = _EVERYBODY
    at_hand: bool = False
    usual_spot: str = "as large as fits"
    tries_printer: bool = False

    @property
    def on_labels(self) -> bool:
        """Whether it is printed on label sheets from the shop."""
        return Choice.LABEL in self.choices

    @property
    def may_ask(self) -> bool:
        """Whether something is ever asked before it is printed."""
        return self.asks is not _no_question

    def paper_usually(self, usual: str) -> str:
        """Give the paper it is printed on unless another is chosen.

        Args:
            usual: The teacher's usual paper.
        """
        return usual if usual in self.papers else self.papers[0]

    def who_sees(self, order: Order) -> str:
        """Say who will see the pages of an order."""
        return self.seen_by_alias if order.by_alias and self.seen_by_alias else self.seen_by
