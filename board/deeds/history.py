"""Everything that was done between opening a class and closing it, and the one way to take it back."""

from collections.abc import Callable
from typing import NamedTuple

from board.mastery.facts import Fact
from board.words.outcomes.to_adults import to_adults
from board.words.outcomes.told import NothingToRedo, NothingToUndo, Told, Where


class Outcome(NamedTuple):
    """What came of a wish.

    Attributes:
        told: What was done, or why nothing was.
        facts: What was added to the ledger.
        changed: Whether anything is another way than before.
        about: Id of the one unit or child that it changed, else empty.
    """

    told: Told
    facts: tuple[Fact, ...] = ()
    changed: bool = False
    about: str = ""

    @property
    def said(self) -> str:
        """One sentence for adults."""
        return to_adults(self.told)


Turn = Callable[[], Outcome]
"""Takes something back, or puts it back; raises NotSaved where that can't be kept."""


class Opened(NamedTuple):
    """Something was opened: what is taken back there was done there.

    Attributes:
        where: What was opened.
        first: Number of the first deed after that.
    """

    where: Where
    first: int


BOARD = Opened(Where.BOARD, 0)


class _Deed(NamedTuple):
    take_back: Turn
    put_back: Turn
    number: int


class History:
    """What was done, in order, and what of it was taken back; one for everything somebody does with a class."""

    def __init__(self) -> None:
        self._done: list[_Deed] = []
        self._undone: list[_Deed] = []
        self._next = 0

    @property
    def deeds(self) -> int:
        """How many there were so far, those that were taken back among them."""
        return self._next

    def did(self, take_back: Turn, put_back: Turn) -> None:
        """Remember that something was done, and how it is taken back and put back; nothing can be put back from before."""
        self._done.append(_Deed(take_back, put_back, self._next))
        self._next += 1
        self._undone.clear()

    def also(self, take_back: Callable[[], object], put_back: Callable[[], object]) -> None:
        """Let something more be part of the deed done last: it is taken back and put back with it.

        It comes before the deed itself, so that it can be tried again where that is not kept.

        Args:
            take_back: Takes it back; a second time nothing happens.
            put_back: Puts it back; a second time nothing happens.
        """
        deed = self._done.pop()
        both = deed._replace(
            take_back=lambda: _both(take_back, deed.take_back),
            put_back=lambda: _both(put_back, deed.put_back),
        )
        self._done.append(both)

    def as_one(self) -> None:
        """Let the two deeds done last be one: one undo takes both back, the later one first."""
        later, earlier = self._done.pop(), self._done.pop()

        def take_back() -> Outcome:
            first = later.take_back()
            return _told_by(earlier.take_back(), first)

        def put_back() -> Outcome:
            first = earlier.put_back()
            return _told_by(first, later.put_back())

        self._done.append(_Deed(take_back, put_back, earlier.number))

    def opened(self, where: Where) -> Opened:
        """Say that something is opened now, for `undo` and `redo` of what is done there."""
        return Opened(where, self._next)

    def undo(self, opened: Opened = BOARD) -> Outcome:
        """Take back what was done last, unless that was before this was opened.

        Raises:
            NotSaved: It still stands.
        """
        if not self._done or self._done[-1].number < opened.first:
            return Outcome(NothingToUndo(opened.where))
        outcome = self._done[-1].take_back()
        deed = self._done.pop()
        if outcome.changed:
            self._undone.append(deed)
        return outcome

    def redo(self, opened: Opened = BOARD) -> Outcome:
        """Put back what was taken back last, unless that was done before this was opened.

        Raises:
            NotSaved: It is still taken back.
        """
        if not self._undone or self._undone[-1].number < opened.first:
            return Outcome(NothingToRedo())
        outcome = self._undone[-1].put_back()
        deed = self._undone.pop()
        if outcome.changed:
            self._done.append(deed)
        return outcome


def _told_by(main: Outcome, other: Outcome) -> Outcome:
    """Give what came of two deeds that are one, as the main one says it."""
    return main._replace(facts=(*main.facts, *other.facts), changed=main.changed or other.changed)


def _both(more: Callable[[], object], turn: Turn) -> Outcome:
    more()
    return turn()
