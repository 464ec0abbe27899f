"""What is said of a showing beside the verdict: the way, the support, trials, who saw it too, notes, photos, further steps."""

from collections.abc import Callable, Sequence
from typing import Any, Protocol, TypeVar

from textual.screen import Screen

from board.deeds.sitting import Sitting
from board.mastery.curriculum import steps_by_id
from board.mastery.in_hand import InHand, next_of, other_steps
from board.mastery.people import Student
from board.mastery.showing import Beyond, Support
from board.mastery.ways import ways_of
from board.screens.judging.about_spot import NO_PHOTOS
from board.screens.judging.reading import Reading
from board.screens.parts.question import Answers
from board.seat.seat import Seat
from board.widgets.command import Command, KeyGroup

# ruff: noqa: PLC0415 - the screen is up before what opens from it is loaded

TELLING = KeyGroup(
    "About this showing",
    (
        Command("way", "w", "Way", "How it was shown; the way the child chose stands there already."),
        Command("support", "s", "Support", "Say with how much help: alone, prompted, with tools, not said."),
        Command("witness", "y", "Saw it too", "A child who saw it too, by first letters; again: nobody."),
        Command("note", "n", "Note", "Write a note about this showing; only adults see it."),
        Command("caption", "i", "Child says", "Write what the child says about it."),
        Command("photo", "p", "Photo", "Keep a photo or a scan of the work, where the family allows it."),
        Command("more", "m", "More steps", "Mark other steps by the same showing; each gets its own verdict.", 5),
    ),
)
LOOKING = KeyGroup(
    "To look at",
    (
        Command("examples", "e", "Examples", "Examples of what counts at this step, and of what does not yet."),
        Command("photos", "v", "Photos kept", "The photos that are kept of this child's work at this step, large."),
    ),
)
TRIALS = KeyGroup(
    "Trials within this showing",
    (
        Command("trial(True)", "plus", "Well", "One more trial within this showing went well.", sign="+"),
        Command(
            "trial(False)", "minus", "Not yet", "One more trial within this showing did not go well yet.", sign="-"
        ),
    ),
)
BEYOND = KeyGroup(
    "What more there was",
    (
        Command("beyond('taught_a_friend')", "t", "Taught a friend", "The child taught a friend."),
        Command("beyond('home')", "h", "Shown at home", "It was shown at home."),
        Command("beyond('community')", "o", "Outside", "It was shown outside school, in the community."),
        Command("beyond('another_language')", "l", "Other language", "It was shown in another language."),
    ),
)
_WHO_SAW_IT = "Which child saw it too?"
_NOTE = Answers("takes the note", "leaves it as it is")
_WORDS = Answers("takes these words", "leaves them as they are")
_SUPPORTS = (None, *Support)

_Result = TypeVar("_Result")


class Holding(Protocol):
    """A screen that holds a showing in hand."""

    @property
    def hand(self) -> InHand:
        """What is said so far."""
        ...

    @property
    def student(self) -> Student:
        """Whose showing it is."""
        ...

    def take(self, hand: InHand, *, before: InHand | None = None) -> None:
        """Say something else of the showing."""

    def show_hand(self, hand: InHand) -> None:
        """Show something while it is being chosen."""

    def say(self, said: str) -> None:
        """Say something."""

    def put_up(self, screen: Screen[_Result], then: Callable[[_Result | None], None] | None = None) -> None:
        """Put another screen on top."""


class Telling:
    """What the keys do by which more is said of a showing; its `action_` methods are those of the screen that holds it.

    Args:
        screen: What holds the showing.
        seat: Where one sits.
        sitting: Who judges, and in which class.
    """

    def __init__(self, screen: Holding, seat: Seat, sitting: Sitting) -> None:
        self._screen, self._seat, self._sitting = screen, seat, sitting
        self._book, self._reading = sitting.book, Reading(sitting)

    def action_way(self) -> None:
        """Go on to the next way it may have been shown."""
        hand, student = self._screen.hand, self._screen.student
        ways = ways_of((look.step for look in hand.looks), student.plan, self._asked_way(hand))
        if ways:
            way = next_of(("", *ways), hand.way)
            self._screen.take(hand._replace(way=way))
            self._screen.say(way)
        else:
            self._screen.say("No ways to show it are written for this step; a note can say how.")

    def action_support(self) -> None:
        """Go on to the next support."""
        hand = self._screen.hand
        self._screen.take(hand._replace(support=next_of(_SUPPORTS, hand.support)))

    def action_trial(self, well: bool) -> None:
        """Count one more trial within this showing."""
        hand = self._screen.hand
        self._screen.take(hand.looking(hand.here.tried(well=well)))

    def action_beyond(self, what: str) -> None:
        """Say that there was this in the showing, or that there was not."""
        hand = self._screen.hand
        self._screen.take(hand._replace(beyond=hand.beyond ^ {Beyond(what)}))

    def action_witness(self) -> None:
        """Find a child who saw it too; where one is named, it is nobody."""
        from board.screens.roster.find import FindScreen

        before, student = self._screen.hand, self._screen.student
        if before.witness:
            self._screen.take(before._replace(witness=""))
            return
        others = [one for one in self._book.students if one.id != student.id]
        self._screen.put_up(
            FindScreen(others, self._saw_it_too, "", _WHO_SAW_IT),
            lambda _: self._screen.take(self._screen.hand, before=before),
        )

    def _saw_it_too(self, found: str) -> None:
        """Show who was found; the showing may have been read again since the search began."""
        self._screen.show_hand(self._screen.hand._replace(witness=found))

    def action_note(self) -> None:
        """Ask for a note."""
        note = self._screen.hand.here.note
        self._ask("Note", "Only adults see it", _NOTE, note, lambda hand, text: hand.said(note=text))

    def action_caption(self) -> None:
        """Ask for the child's words."""
        words = self._screen.hand.caption
        hint = "What the child says about it"
        self._ask("Child's words", hint, _WORDS, words, lambda hand, text: hand._replace(caption=text))

    def action_photo(self) -> None:
        """Take a photo of the work, where the family allows it."""
        hand, student = self._screen.hand, self._screen.student
        if not student.photos:
            self._screen.say(NO_PHOTOS.format(name=student.name))
            return
        from board.screens.evidence.photo import EvidencePhoto

        def came(contents: tuple[str, ...] | None) -> None:
            now = self._screen.hand
            if contents:
                self._screen.take(now._replace(evidence=tuple(dict.fromkeys((*now.evidence, *contents)))))

        self._screen.put_up(EvidencePhoto(self._seat, self._sitting, (student.id, hand.here.step.id)), came)

    def action_more(self) -> None:
        """Choose other steps for the same showing."""
        from board.screens.judging.more_steps import MoreSteps

        hand = self._screen.hand
        first = hand.looks[0].step
        near = other_steps(self._book.units, self._book.progress.row(hand.student), first)

        def chosen(steps: Sequence[str] | None) -> None:
            known = steps_by_id(self._book.units)
            if steps is not None:
                looks = [self._reading.look_at((hand.student, step)) for step in steps if step in known]
                self._screen.take(self._screen.hand.with_steps(looks))

        self._screen.put_up(MoreSteps(first.title, near, [look.step.id for look in hand.looks[1:]]), chosen)

    def action_examples(self) -> None:
        """Look at examples of what counts, and of what does not yet."""
        from board.screens.guide.examples import ExamplesScreen

        self._screen.put_up(ExamplesScreen(self._sitting, self._screen.hand.here.step.id))

    def action_photos(self) -> None:
        """Look at the photos that are kept of this child's work at this step."""
        from board.screens.evidence.shown import open_photos

        open_photos(self._screen, self._sitting, (self._screen.student.id, self._screen.hand.here.step.id))

    def _asked_way(self, hand: InHand) -> str:
        asked = self._book.progress.spot(hand.student, hand.looks[0].step.id).asked
        return (asked.way or "") if asked is not None else ""

    def _ask(self, title: str, hint: str, answers: Answers, now: str, then: Callable[[InHand, str], InHand]) -> None:
        """Ask for one line about the showing; an empty one takes away what stood there."""
        from board.screens.parts.note import NoteScreen

        def answered(text: str | None) -> None:
            if text is not None:
                self._screen.take(then(self._screen.hand, text))

        title = f"{title}: {self._screen.student.name} · {self._screen.hand.here.step.title}"
        screen: Screen[Any] = NoteScreen(title, hint, answers, earlier=(f"Now: {now}",) if now else ())
        self._screen.put_up(screen, answered)
