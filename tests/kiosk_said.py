"""What the kiosk says of children, kept as somebody whom nobody knows keeps it, or the child itself."""

from board.deeds.sitting import Sitting
from board.mastery.facts import Fact, Kind
from board.mastery.may import Actor
from board.store.book import Book
from board.store.draft import Draft
from board.words.outcomes.told import Marked

HALVES = "u/halves"
OF_SOMEBODY = (Kind.MAYBE_READY, Kind.CARD_WANTED)
"""What is said by somebody who showed no picture word."""

OF_CARDS = (Kind.CARD_WANTED, Kind.CARD_SEEN)


def at_the_kiosk(
    book: Book, kind: Kind, child: str = "ben", step: str | None = HALVES, way: str | None = None
) -> tuple[Fact, ...]:
    """Keep what is said there."""
    who = Sitting(book, Actor.somebody() if kind in OF_SOMEBODY else Actor.child(child))
    draft = Draft(kind, child, None if kind in OF_CARDS else step, way=way)
    return who.keep([draft], Marked(who.whose_names([child]), kind)).facts
