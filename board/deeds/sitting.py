"""A sitting: what one person does between opening a class and closing it; nothing is done that they may not do."""

from collections.abc import Iterable, Sequence

from board.deeds.history import BOARD, History, Opened, Outcome
from board.errors import Refusal
from board.mastery.curriculum import steps_by_id
from board.mastery.facts import Fact, Kind
from board.mastery.may import Actor, Role, may
from board.store.book import Book
from board.store.draft import Draft, new_id
from board.words.outcomes.told import Deed, Redone, Told, Undone, Whose

Target = tuple[str, str]
"""A spot to mark: id of the student, id of the step."""

FOR_ADULTS = "That is for an adult to do: show your teacher."

_OPPOSITE = {Kind.WITHDRAWN: Kind.RESTORED, Kind.RESTORED: Kind.WITHDRAWN}


def usual_adult(book: Book) -> Actor:
    """Give the adult who marks in a class where nobody else is named."""
    return Actor.adult(book.assessors[0].id)


class Sitting:
    """What somebody does with an open class; everything it says was done is on the disk.

    Args:
        book: The class.
        actor: Who sits here.

    Attributes:
        book: The class.
        actor: Who acts from now on.
        history: What was done, to be taken back.
        last: The last kind of mark with its note, for marking the same again.
    """

    def __init__(self, book: Book, actor: Actor) -> None:
        self.book, self.actor = book, actor
        self.history = History()
        self.last: tuple[Kind, str | None] = (Kind.MASTERED, None)

    def undo(self, opened: Opened = BOARD) -> Outcome:
        """Take back the last thing done, see `History.undo`."""
        return self.history.undo(opened)

    def redo(self, opened: Opened = BOARD) -> Outcome:
        """Put back what was taken back last, see `History.redo`."""
        return self.history.redo(opened)

    def keep(self, drafts: Sequence[Draft], told: Deed) -> Outcome:
        """Keep what happened as one deed that one undo takes back.

        Args:
            drafts: What happened, at least one.
            told: What is said of it.

        Raises:
            Refusal: Who sits here may not do some of it; nothing was kept.
            NotSaved: Nothing was kept.
        """
        showing = new_id() if len(drafts) > 1 else None
        return self._steered(self._record(drafts, showing), Kind.WITHDRAWN, told)

    def only_adults(self) -> None:
        """Let nobody pass but adults: lists of children, units and adults are theirs.

        Raises:
            Refusal: Who sits here is no adult.
        """
        if self.actor.role is not Role.ADULT:
            raise Refusal(FOR_ADULTS)

    def withdraw(self, marks: Sequence[Fact], told: Deed, note: str | None = None) -> Outcome:
        """Take facts back as one deed that one undo puts back; both stay in the ledger.

        Args:
            marks: The facts, at least one.
            told: What is said of it.
            note: Why.

        Raises:
            Refusal: Who sits here may not take them back.
            NotSaved: They still stand.
        """
        return self._steered(self._record(_words_about(marks, Kind.WITHDRAWN, note)), Kind.RESTORED, told, marks)

    def whose(self, targets: Sequence[Target]) -> Whose:
        """Give whose spots these are: the names, and the step where it is one."""
        steps = steps_by_id(self.book.units)
        titles = {steps[step].title for _, step in targets if step in steps}
        who = self.whose_names([student for student, _ in targets])
        return who._replace(step=titles.pop()) if len(titles) == 1 else who

    def whose_names(self, students: Sequence[str]) -> Whose:
        """Give who these students are."""
        names = {id_: one.name for one in self.book.everyone for id_ in (*one.also, one.id)}
        return Whose(tuple(names.get(student, "?") for student in students))

    def whose_fact(self, fact: Fact) -> Whose:
        """Give whom, or whose spot, a fact is about."""
        return self.whose_names([fact.student]) if fact.step is None else self.whose([(fact.student, fact.step)])

    def _steered(self, made: tuple[Fact, ...], back: Kind, told: Deed, of: Sequence[Fact] | None = None) -> Outcome:
        """Remember a deed that facts made, or that steered others.

        Args:
            made: What was added to the ledger.
            back: What takes the deed back: a withdrawal, or a restoration where it was one itself.
            told: What is said of it.
            of: The facts it steered, None where it made its own.
        """
        steered = made if of is None else tuple(of)

        def turn(kind: Kind, told: Told) -> Outcome:
            return Outcome(told, self._record(_words_about(steered, kind)), changed=True)

        self.history.did(lambda: turn(back, Undone(told)), lambda: turn(_OPPOSITE[back], Redone(told)))
        return Outcome(told, made, changed=True)

    def _record(self, drafts: Sequence[Draft], showing: str | None = None) -> tuple[Fact, ...]:
        """Keep drafts that who sits here may make; what the class grants is signed already."""
        if not all(may(self.actor, draft.kind, draft.student) for draft in drafts if not draft.by):
            raise Refusal(FOR_ADULTS)
        return self.book.record(drafts, self.actor.id, showing)


def _words_about(facts: Iterable[Fact], kind: Kind, note: str | None = None) -> list[Draft]:
    return [Draft(kind, fact.student, fact.step, of=fact.id, note=note) for fact in facts]
