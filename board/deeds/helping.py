"""A helper's sitting: an adult who was let in by a link, marks and judges in their own name, and has no lists."""

from collections.abc import Iterable

from board.deeds.sitting import Sitting
from board.errors import Refusal
from board.mastery.may import Actor, Role
from board.mastery.people import AdultRole
from board.store.book import Book
from board.store.draft import Draft

_NOT_HERE = "That is for the teacher of this class; this link is for marking and judging."
_NOT_LISTED = "Whoever this link is for is not in the class any more; ask the teacher for a new one."


class HelperSitting(Sitting):
    """What a helper does. Who that is was settled when the link was made, and is never chosen here.

    Whatever the adult is to the class elsewhere, here they are an aide at most: the link may lie open on a table.

    Args:
        book: The class.
        by: Id of the assessor that signs.
    """

    TEACHERS_ONLY = PLANNERS_ONLY = _NOT_HERE

    def __init__(self, book: Book, by: str) -> None:
        super().__init__(book, Actor.adult(by))
        self._by = by

    @property
    def has_lists(self) -> bool:
        """Never: lists are the teacher's."""
        return False

    @property
    def actor(self) -> Actor:
        """The helper; somebody nobody knows, who marks nothing, where the class does not have that adult any more."""
        role = next((one.role for one in self.book.assessors if one.id == self._by), None)
        if role is None:
            return Actor.somebody()
        return Actor(Role.ADULT, self._by, AdultRole.REVIEWER if role is AdultRole.REVIEWER else AdultRole.AIDE)

    @actor.setter
    def actor(self, actor: Actor) -> None:
        if actor.id != self._by:
            raise Refusal(_NOT_HERE)

    def only_adults(self) -> None:
        """Let nobody pass who is not in the class any more.

        Raises:
            Refusal: That is so.
        """
        if self.actor.role is not Role.ADULT:
            raise Refusal(_NOT_LISTED)

    def ask(self, drafts: Iterable[Draft]) -> None:
        """Ask whether the helper may do all of this.

        Raises:
            Refusal: Some of it is not for them, or they are not in the class any more.
        """
        self.only_adults()
        super().ask(drafts)
