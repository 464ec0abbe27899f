"""A sitting: what one person does between opening a class and closing it; nothing is done that they may not do."""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime

from board.deeds.consent import refuse_photos
from board.deeds.history import BOARD, History, Opened, Outcome
from board.errors import Refusal
from board.mastery.curriculum import steps_by_id
from board.mastery.facts import Fact, Kind, order
from board.mastery.may import Actor, Role, is_teacher, may, may_plan, may_steer
from board.mastery.people import AdultRole
from board.mastery.plan import Plan
from board.mastery.roll import student_of, with_plan
from board.mastery.standing import last_words
from board.store.book import Book
from board.store.documents.tables import STUDENTS, T, Table
from board.store.draft import Draft, new_id
from board.words.outcomes.told import Deed, LeftAsItIs, Redone, Since, Told, Undone
from board.words.outcomes.whose import Whose

Target = tuple[str, str]
"""A spot to mark: id of the student, id of the step."""

FOR_ADULTS = "That is for an adult to do: show your teacher."
FOR_TEACHERS = "That is for the teacher of this class; i on the board says who marks now."
FOR_PLANNERS = "A child's plan is for its teacher or a specialist to settle; i on the board says who marks now."
OF_ANOTHER = "Another adult marked that: ask them, or the teacher of this class, to take it back."
_GONE_PHOTO = "A photo that was taken away is gone for good; bring it once more, if its family allows it."

_OPPOSITE = {Kind.WITHDRAWN: Kind.RESTORED, Kind.RESTORED: Kind.WITHDRAWN}


def usual_adult(book: Book) -> Actor:
    """Give the adult who marks in a class where nobody else is named: its first teacher."""
    teachers = [one for one in book.assessors if one.role is AdultRole.TEACHER]
    return Actor.adult((teachers or book.assessors)[0].id)


class Sitting:
    """What somebody does with an open class; everything it says was done is on the disk.

    Args:
        book: The class.
        actor: Who sits here.

    Attributes:
        book: The class.
        history: What was done, to be taken back.
        last: The last kind of mark with its note, for marking the same again.
    """

    TEACHERS_ONLY, PLANNERS_ONLY = FOR_TEACHERS, FOR_PLANNERS
    """Said to an adult who is none."""

    def __init__(self, book: Book, actor: Actor) -> None:
        self.book, self._actor = book, actor
        self.history = History()
        self.last: tuple[Kind, str | None] = (Kind.MASTERED, None)

    @property
    def actor(self) -> Actor:
        """Who acts from now on; where the class does not have that adult any more, its usual one.

        A class in which no adult is a teacher would have nobody to change it, so all of them are.
        """
        if self._actor.role is not Role.ADULT:
            return self._actor
        roles = {one.id: one.role for one in self.book.assessors}
        actor = self._actor if self._actor.id in roles else usual_adult(self.book)
        duty = roles[actor.id] if AdultRole.TEACHER in roles.values() else AdultRole.TEACHER
        return actor._replace(duty=duty)

    @actor.setter
    def actor(self, actor: Actor) -> None:
        self._actor = actor

    @property
    def has_lists(self) -> bool:
        """Whether the lists of the class lie before who sits here: its students, units and adults, plans, settings, pages."""
        return True

    def away_today(self) -> dict[str, Fact]:
        """Give who is away today, by id, each with the fact that says so; today is the day of this computer's clock."""
        return dict(self.book.progress.away(self.today()))

    def today(self) -> str:
        """Give the day of this computer's clock, such as 2026-11-30."""
        return datetime.now().astimezone().date().isoformat()

    def undo(self, opened: Opened = BOARD) -> Outcome:
        """Take back the last thing done, see `History.undo`."""
        return self.history.undo(opened)

    def redo(self, opened: Opened = BOARD) -> Outcome:
        """Put back what was taken back last, see `History.redo`."""
        return self.history.redo(opened)

    def keep(self, drafts: Sequence[Draft], told: Deed | Callable[[Sequence[Fact]], Deed]) -> Outcome:
        """Keep what happened as one deed that one undo takes back.

        Args:
            drafts: What happened, at least one.
            told: What is said of it, or gives that from what was kept, once it is known what came of it.

        Raises:
            Refusal: Who sits here may not do some of it; nothing was kept.
            NotSaved: Nothing was kept.
        """
        showing = new_id() if len(drafts) > 1 else None
        made = self._record(drafts, showing)
        return self._steered(made, Kind.WITHDRAWN, told(made) if callable(told) else told)

    def only_adults(self) -> None:
        """Let nobody pass but adults.

        Raises:
            Refusal: Who sits here is no adult.
        """
        if self.actor.role is not Role.ADULT:
            raise Refusal(FOR_ADULTS)

    def only_teachers(self) -> None:
        """Let nobody pass but a teacher of the class: lists of children, units and adults are theirs.

        Raises:
            Refusal: Who sits here is none.
        """
        self.only_adults()
        if not is_teacher(self.actor):
            raise Refusal(self.TEACHERS_ONLY)

    def edit(self, table: Table[T], change: Callable[[T], T]) -> tuple[T, T]:
        """Change what stands in a table of the class, which only its teachers do.

        Args:
            table: One of `board.store.documents.tables`.
            change: Gives what shall stand there from what stands there at this moment.

        Returns:
            What stood there before, and what stands there now.

        Raises:
            Refusal: Who sits here is no teacher.
            NotSaved: Nothing was changed.
        """
        self.only_teachers()
        return self._edited(table, change)

    def edit_plan(self, student: str, change: Callable[[Plan], Plan]) -> tuple[Plan, Plan] | None:
        """Change the plan of one child and nothing else, which its teachers and specialists do.

        Args:
            student: Id of the child.
            change: Gives the new plan from the one of this moment.

        Returns:
            The plan before, and the plan now; None where somebody took the child out of the class meanwhile.

        Raises:
            Refusal: Who sits here settles no plans.
            NotSaved: Nothing was changed.
        """
        self.only_adults()
        if not may_plan(self.actor):
            raise Refusal(self.PLANNERS_ONLY)
        before, after = self._edited(STUDENTS, lambda now: with_plan(now, student, change))
        was, now = student_of(before, student), student_of(after, student)
        return None if was is None or now is None else (was.plan, now.plan)

    def _may_keep(self, draft: Draft) -> bool:
        """Tell whether who sits here may keep this; signed by somebody else only what the class's adults have settled.

        A child's pictures are seen at once in a class where no adult looks first; nothing else gets another's name from it.
        """
        actor, is_settled = self.actor, bool(draft.by) and draft.kind is Kind.PICTURE_ACCEPTED
        if actor.role is Role.ADULT:
            return is_settled or may(actor, draft.kind, draft.student)
        if draft.by:
            adults = {one.id for one in self.book.assessors}
            return is_settled and draft.by in adults and draft.student == actor.id and not self.book.about.looks_first
        return may(actor, draft.kind, draft.student)

    def _edited(self, table: Table[T], change: Callable[[T], T]) -> tuple[T, T]:
        both: list[T] = []

        def make(now: T) -> T:
            both[:] = (now, change(now))
            return both[1]

        self.book.edit(table, make)
        return both[0], both[1]

    def ask(self, drafts: Iterable[Draft]) -> None:
        """Ask whether who sits here may do all of this; that others see a picture may be settled by the class's adults.

        Raises:
            Refusal: Some of it is not for them, or names a photo that a family has not allowed.
        """
        drafts = tuple(drafts)
        if not all(self._may_keep(draft) for draft in drafts):
            raise Refusal(FOR_ADULTS if self.actor.role is not Role.ADULT else self.TEACHERS_ONLY)
        refuse_photos(self.book, drafts)

    def steer(self, facts: Sequence[Fact], wish: Kind, told: Deed, note: str | None = None) -> Outcome:
        """Take facts back, or put them back, as one deed that one undo turns round; all of it stays in the ledger.

        Args:
            facts: The facts, at least one.
            wish: Withdrawn or restored.
            told: What is said of it.
            note: Why.

        Raises:
            Refusal: Who sits here may not do so.
            NotSaved: They are as before.
        """
        self._ask_to_steer(facts)
        if any(fact.kind is Kind.PHOTO_REMOVED for fact in facts):
            raise Refusal(_GONE_PHOTO)
        return self._steered(self._record(_words_about(facts, wish, note)), _OPPOSITE[wish], told, facts)

    def whose(self, targets: Sequence[Target]) -> Whose:
        """Give whose spots these are: the names, and the step where it is one."""
        steps = steps_by_id(self.book.units)
        titles = {steps[step].title for _, step in targets if step in steps}
        who = self.whose_names(list(dict.fromkeys(student for student, _ in targets)))
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
        steered, note = (made, None) if of is None else (tuple(of), made[0].note)

        def turn(wish: Kind, said: Told, note: str | None = None) -> Outcome:
            left = [fact for fact in steered if fact.student not in self.book.progress.erased]
            if not left:
                return Outcome(LeftAsItIs(told, Since.ERASED))
            self._ask_to_steer(left)
            other_way = self._not_yet(wish, left)
            if not other_way:
                return Outcome(LeftAsItIs(told, Since.CHANGED))
            return Outcome(said, self._record(_words_about(other_way, wish, note)), changed=True)

        self.history.did(lambda: turn(back, Undone(told)), lambda: turn(_OPPOSITE[back], Redone(told), note))
        return Outcome(told, made, changed=True)

    def _ask_to_steer(self, facts: Iterable[Fact]) -> None:
        """Ask whether who sits here may take these facts back, or put them back."""
        if self.actor.role is Role.ADULT and not all(may_steer(self.actor, fact) for fact in facts):
            raise Refusal(OF_ANOTHER)

    def _not_yet(self, wish: Kind, facts: Sequence[Fact]) -> list[Fact]:
        """Give those of some facts that do not stand as wished yet; somebody else may have taken them back, or put them back."""
        ids = {fact.id for fact in facts}
        now = last_words(sorted((fact for fact in self.book.facts if fact.of in ids), key=order))
        return [fact for fact in facts if now.get(fact.id, Kind.RESTORED) is not wish]

    def _record(self, drafts: Sequence[Draft], showing: str | None = None) -> tuple[Fact, ...]:
        """Keep drafts that who sits here may make; what the class's adults have settled is signed by them already."""
        self.ask(drafts)
        return self.book.record(drafts, self.actor.id, showing)


def _words_about(facts: Iterable[Fact], kind: Kind, note: str | None = None) -> list[Draft]:
    return [Draft(kind, fact.student, fact.step, of=fact.id, note=note) for fact in facts]
