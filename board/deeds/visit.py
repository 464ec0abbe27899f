"""A visit at the kiosk: one child there, and what it does; also a child's own page that a teacher has opened for it."""

from collections.abc import Callable, Iterable, Sequence

from board.deeds.asking import Asking
from board.deeds.history import Outcome
from board.deeds.pictures import Gallery
from board.deeds.sitting import Sitting
from board.errors import Refusal
from board.mastery.covering import to_cover
from board.mastery.facts import Fact, Kind
from board.mastery.kiosk import Known
from board.mastery.may import Actor
from board.mastery.pictures import Art, Origin
from board.store.book import Book
from board.store.draft import Draft
from board.words.outcomes import told
from board.words.outcomes.to_child import ENOUGH_FOR_NOW, SHOW_YOUR_WORD, WITH_YOUR_TEACHER
from board.words.outcomes.told import Deed

MOST_SENT = 12
"""Pictures that may be sent to the screen of one visit, those that are no picture too: each keeps this computer busy."""

MOST_FACTS = 60
"""Facts one visit may leave: many times what a child says and draws in half an hour, and little to a hand that plays with the keys."""

_NOT_TO_COVER = "{whose}: there is nothing to cover, so nothing was changed."


class VisitSitting(Sitting):
    """The sitting of one visit, which keeps so many facts and no more."""

    def __init__(self, book: Book, actor: Actor) -> None:
        super().__init__(book, actor)
        self._left = MOST_FACTS

    @property
    def is_over(self) -> bool:
        """Whether nothing more is kept."""
        return self._left <= 0

    def ask(self, drafts: Iterable[Draft]) -> None:
        """Ask whether who sits here may do all of this, and whether there is still room for it.

        Raises:
            Refusal: Some of it is not for them, or it has become too much.
        """
        drafts = tuple(drafts)
        super().ask(drafts)
        if len(drafts) > self._left:
            raise Refusal(ENOUGH_FOR_NOW)

    def keep(self, drafts: Sequence[Draft], told: Deed | Callable[[Sequence[Fact]], Deed]) -> Outcome:
        """Keep what happened, see `Sitting.keep`; what was refused or could not be kept takes no room."""
        outcome = super().keep(drafts, told)
        self._left -= len(drafts)
        return outcome


class Visit:
    """One child at the kiosk. Each deed raises Refusal in a child's words where it can't be, and NotSaved where nothing was kept.

    Args:
        book: The class.
        student_id: Id of the child.
        known: What is known of who stands there: by a picture word the child itself acts, by a sign somebody nobody knows.

    Attributes:
        book: The class.
        student_id: Id of the child.
        known: What is known of who stands there.
        sitting: Who acts.
        asking: What is asked for.
    """

    def __init__(self, book: Book, student_id: str, known: Known) -> None:
        self.book, self.student_id, self.known = book, student_id, known
        self.sitting = VisitSitting(book, Actor.child(student_id) if known is Known.BY_WORD else Actor.somebody())
        self.asking = Asking(self.sitting)
        self._sends = MOST_SENT

    @property
    def may_draw(self) -> bool:
        """Whether pictures can be made now: only the child itself makes them."""
        return self.known is Known.BY_WORD and not self.sitting.is_over

    @property
    def may_send(self) -> bool:
        """Whether one more picture may be sent to the child's screen."""
        return self.may_draw and self._sends > 0

    def one_was_sent(self) -> None:
        """Count a picture that was sent, whatever came of it."""
        self._sends -= 1

    def keep_sent(self, step: str, picture: tuple[str, bytes]) -> Outcome:
        """Keep a picture that came when the child had just gone: it has not seen it, so it takes no other one's place.

        Args:
            step: Id of the step it was meant for.
            picture: Its content id and its PNG.

        Raises:
            Refusal: It can't be kept, or the child is not in the class any more.
        """
        place = step if self.picture(step) is None else None
        return Gallery(self.sitting).bring(self.student_id, place, picture, origin=Origin.FILE)

    @property
    def to_cover(self) -> tuple[str, ...]:
        """The steps whose spots the child itself may cover now."""
        return to_cover(self.book.progress.row(self.student_id)) if self.known is Known.BY_WORD else ()

    def picture(self, step: str) -> Art | None:
        """Give the child's own picture for a step, None for starter art, and to somebody nobody knows."""
        return self.book.progress.picture(self.student_id, step) if self.known is Known.BY_WORD else None

    def waits_for_help(self, step: str) -> bool:
        """Tell whether the child itself has asked for somebody to help with a step, and waits."""
        return self.known is Known.BY_WORD and self.book.progress.spot(self.student_id, step).help is not None

    def refused(self, step: str) -> str:
        """Say why the child may not ask to be seen now; empty where it may."""
        return self.asking.refused(self.student_id, step)

    def ask(self, step: str, way: str = "") -> Outcome:
        """Ask to be seen, in a way or in any; what somebody asks whom nobody knows waits for an adult's yes."""
        return self.asking.ask(self.student_id, step, way)

    def take_back(self, step: str) -> Outcome:
        """Take a request back."""
        self._only_the_child()
        return self.asking.take_back(self.student_id, step)

    def want(self, step: str) -> Outcome:
        """Want to work on a step next; said again, not any more."""
        self._only_the_child()
        return self.asking.want(self.student_id, step)

    def want_help(self, step: str) -> Outcome:
        """Ask for somebody to help with a step."""
        self._only_the_child()
        return self.asking.want_help(self.student_id, step)

    def help_over(self, step: str) -> Outcome:
        """Say that help came, or is wanted no more."""
        self._only_the_child()
        return self.asking.help_over(self.student_id, step)

    def cover(self, step: str) -> Outcome:
        """Cover a spot with the sticker that was there since the verdict; any but the newest are left as they are."""
        self._only_the_child()
        whose = self.sitting.whose([(self.student_id, step)])
        if step not in self.to_cover:
            return Outcome(told.NothingNew(_NOT_TO_COVER.format(whose=whose)))
        return self.sitting.keep([Draft(Kind.COVERED, self.student_id, step)], told.Marked(whose, Kind.COVERED))

    def _only_the_child(self) -> None:
        """Let nobody pass but the child itself."""
        if self.known is not Known.BY_WORD:
            raise Refusal(SHOW_YOUR_WORD if self.book.about.kiosk.words else WITH_YOUR_TEACHER)
