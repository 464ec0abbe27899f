"""Waiting for you: pictures to look at before others see them, and children who are ready to show a step."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from board.art.shelf import StickerShelf
from board.deeds.about import AboutClass
from board.deeds.history import BOARD, Outcome
from board.deeds.marks import Marks
from board.deeds.pictures import Gallery
from board.deeds.sitting import Sitting
from board.mastery.asking import ready_to_show
from board.mastery.curriculum import Step
from board.mastery.facts import Kind
from board.mastery.pictures import Art
from board.mastery.progress import Status
from board.screens.parts.calm import take_actions
from board.screens.parts.keys_here import HELP
from board.screens.parts.live import LiveScreen
from board.screens.parts.question import KEEP_WORKING, TIP, Asking, Question
from board.screens.parts.trying import Turning, outcome_of
from board.store.book import Book
from board.widgets.command import Command, KeyGroup, bindings
from board.widgets.glance import Glance
from board.widgets.grid_plan import shortened
from board.widgets.key_bar import KeyBar
from board.widgets.waiting_wall import Waiting, WaitingWall
from board.words import MY_PICTURE_SHOWS, counts

_WAITING = KeyGroup(
    "Waiting for you",
    (
        Command("yes", "space,a", "Accept", "Let others see this picture.", 1),
        Command("got_it", "m", "Got it", "A child who was ready has shown it: got it.", 6),
        Command("hide", "h", "Hide", "Only its maker and you see this picture; starter art stands in for others.", 3),
        Command("accept_all", "A", "All pictures", "Let others see every picture that waits.", 4, "A"),
        Command("count", "e", "Evidence", "Count the picture and its words as evidence: the step is got by it.", 6),
        Command("keep_working", "k", "Keep working", "A child who was ready keeps working, with one tip.", 8),
        Command(
            "closer", "enter", "Look closer", "Show the picture as large as the window is; a step: go to its spot.", 5
        ),
        Command("there", "g", "Go there", "Go to this spot on the board.", 9),
        Command("undo", "u", "Undo", "Take back the last thing you did; press it again for the one before.", 7),
        Command("redo", "U", "Redo", "Put back what you took back last.", sign="U"),
        Command("look_first", "l", "Look first", "Say whether new pictures wait here before others see them.", 10),
        Command("move(0, -1)", "left", "Left", "Go to what is before.", sign="←"),
        Command("move(0, 1)", "right", "Right", "Go to what comes next.", sign="→"),
        Command("move(-1, 0)", "up", "Up", "Go to what is above.", sign="↑"),
        Command("move(1, 0)", "down", "Down", "Go to what is below.", sign="↓"),
        Command("leave", "escape,q", "Board", "Go back to the board; everything is kept.", 2, "esc"),
    ),
)
_BARS = (_WAITING.commands[:6], (*_WAITING.commands[6:], HELP))
"""What stands together in one key bar."""

_REMINDER = "Before others see it: is a name inside? A face?"
_NOTHING = (
    "Nothing waits for you.\n\nNew pictures come here before others see them, and so do children who are ready to show."
)

_COUNT = Question(
    "This marks the step as got it.", "e", "counts the picture as evidence", "any other key leaves it as it waits"
)
_NOBODY_LOOKS = Question(
    "", "l", "shows new pictures to others at once, and nobody looks first", "any other key leaves it as it is"
)
_JUDGING = ("yes", "got_it", "hide", "count", "keep_working", "accept_all")
_LOOK_FIRST = "This has just come up: look at it first, then press the key again."

_READY = "This child is ready to show: m is got it, k keep working, g goes to the spot."
_PICTURE = "This is a picture: space accepts it, h hides it, e counts it as evidence."

There = tuple[str, str]
"""Where to go: ids of student and step."""


class WaitingScreen(LiveScreen[There | None]):
    """Everything that waits for the teacher, one key each; gives where to go on the board, or None.

    Args:
        sitting: What keeps facts, with undo and redo, and in which class.
        shelf: Where stickers come from.
    """

    CSS_PATH = "waiting.tcss"
    KEYS = (_WAITING,)
    BINDINGS = bindings(KEYS)
    AUTO_FOCUS: ClassVar[str | None] = "WaitingWall"

    def __init__(self, sitting: Sitting, shelf: StickerShelf) -> None:
        super().__init__(sitting.book)
        self._sitting, self._shelf = sitting, shelf
        self._gallery, self._marks, self._about_class = Gallery(sitting), Marks(sitting), AboutClass(sitting)
        take_actions(self, Turning(self._do, sitting, lambda: BOARD))
        self._asking = Asking()
        self._glance, self._glance_at_all = Glance(), Glance()
        self._looked_at: Waiting | None = None

    def compose(self) -> ComposeResult:
        """Title, what waits, words about it, keys."""
        yield Static(id="title", markup=False)
        yield WaitingWall(self._shelf)
        yield Static(_NOTHING, id="empty", markup=False)
        yield Static(id="about", markup=False)
        yield Static(id="said", markup=False)
        for bar in _BARS:
            yield KeyBar(bar)

    def on_mount(self) -> None:
        """Show what waits."""
        self.watch(self._wall, "at", self._tell, init=False)
        self.show_class()

    def action_move(self, down: int, right: int) -> None:
        """Move the cursor."""
        self._wall.go(down, right)

    @on(WaitingWall.Tapped)
    def yes_tapped(self, event: WaitingWall.Tapped) -> None:
        """A second tap on something means yes to it."""
        if event.thing == self._wall.here:
            self.action_yes()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - Textual gives both
        """Judge only what has been in sight: one key too many never judges what comes next."""
        glance = self._glance_at_all if action == "accept_all" else self._glance
        if action not in _JUDGING or glance.is_seen:
            return True
        self._say(_LOOK_FIRST)
        return False

    def action_yes(self) -> None:
        """Let others see this picture."""
        here = self._wall.here
        if here is not None and here.art is not None:
            self._do(partial(self._gallery.accept, [here.art]))
        elif here is not None:
            self._say(_READY)

    def action_got_it(self) -> None:
        """Mark the step of a child who was ready and has shown it."""
        here = self._wall.here
        if here is not None and here.art is None and here.step is not None:
            self._do(partial(self._marks.mark, Kind.MASTERED, [(here.student, here.step.id)]))
        elif here is not None:
            self._say(_PICTURE)

    def action_accept_all(self) -> None:
        """Let others see every picture that waits here."""
        shown = [thing.art for thing in self._wall.things if thing.art is not None]
        self._do(lambda: self._gallery.accept(shown))

    def action_hide(self) -> None:
        """Keep this picture for its maker and the teacher."""
        here = self._wall.here
        if here is not None and here.art is not None:
            self._do(partial(self._gallery.hide, [here.art]))
        else:
            self._say("Only a picture can be hidden.")

    def action_count(self) -> None:
        """Count this picture and its words as evidence for its step."""
        here = self._wall.here
        if here is None or here.art is None or here.step is None:
            self._say("Only a picture for a step can count as evidence.")
        elif self._has_it(here) or self._sure(_COUNT, here.art.id):
            self._do(partial(self._gallery.count, here.art, here.step.id))

    def action_keep_working(self) -> None:
        """Ask for one tip for a child who was ready, then mark keep working."""
        from board.screens.parts.note import NoteScreen  # noqa: PLC0415 - only when it is asked for

        here = self._wall.here
        if here is None or here.step is None or here.art is not None:
            self._say(_PICTURE)
            return
        target = (here.student, here.step.id)

        def answered(tip: str | None) -> None:
            if tip is not None:
                self._do(lambda: self._marks.mark(Kind.KEEP_WORKING, [target], note=tip or None))

        asked = NoteScreen(f"{self._sitting.whose([target])}: keep working", TIP, KEEP_WORKING)
        self.put_up(asked, answered)

    def action_closer(self) -> None:
        """Show this picture as large as the window is, where a name or a face is seen best."""
        from board.screens.pictures.large_picture import LargePicture  # noqa: PLC0415 - only when it is asked for

        here = self._wall.here
        if here is None or here.art is None:
            self.action_there()
        else:
            self.put_up(LargePicture(self.book.pictures, here.art.content))

    def action_there(self) -> None:
        """Go to this spot on the board."""
        here = self._wall.here
        if here is not None:
            self.dismiss((here.student, here.step.id if here.step is not None else ""))

    def action_look_first(self) -> None:
        """Say whether pictures wait here at all."""
        wanted = not self.book.about.looks_first
        if not wanted and not self._sure(_NOBODY_LOOKS, "l"):
            return
        self._do(lambda: self._about_class.look_first(wanted=wanted))

    def action_leave(self) -> None:
        """Go back to the board."""
        self.dismiss(None)

    @property
    def _wall(self) -> WaitingWall:
        return self.query_one(WaitingWall)

    def _do(self, wish: Callable[[], Outcome]) -> None:
        outcome = outcome_of(self, wish)
        if outcome is not None:
            self.look_again()
            self._say(outcome.said)

    def show_class(self) -> None:
        """Show what waits now."""
        pictures, ready = list(_pictures(self.book, self._gallery)), list(_ready(self.book))
        if [*pictures, *ready] != self._wall.things:
            self._glance_at_all.begin()
        self._wall.show([*pictures, *ready])
        self._wall.display = bool(pictures or ready)
        self.query_one("#empty").display = not (pictures or ready)
        title = ["Waiting for you"]
        title += [counts.pictures(len(pictures))] if pictures else []
        title += [f"{len(ready)} ready to show"] if ready else []
        title += [] if self.book.about.looks_first else ["new pictures don't wait"]
        told = "  ·  ".join(title)
        self.query_one("#title", Static).update(Content(told))
        self._tell()

    def _tell(self) -> None:
        """Say what is under the cursor."""
        here = self._wall.here
        if here != self._looked_at:
            self._looked_at = here
            self._glance.begin()
        about = self.query_one("#about", Static)
        if here is None:
            about.update("")
            return
        who = f"{here.name} · for no step yet" if here.step is None else f"{here.name} · {here.step.title}"
        width = max(1, self.app.size.width - 2)
        lines = (who, *(_about_picture(here.art) if here.art is not None else _about_step(here.step)))
        about.update(Content("\n").join([Content.styled(shortened(line, width), "") for line in lines]))

    def _sure(self, question: Question, about: str) -> bool:
        """Ask once before something is done."""
        if self._asking.is_answered(about):
            return True
        self._say(str(question))
        self._asking.ask(about)
        return False

    def _has_it(self, here: Waiting) -> bool:
        step = here.step.id if here.step is not None else ""
        return self.book.progress.spot(here.student, step).status is Status.MASTERED

    def _say(self, text: str) -> None:
        self._asking.forget()
        self.query_one("#said", Static).update(Content(text))


def _about_picture(art: Art) -> tuple[str, str]:
    return f"{MY_PICTURE_SHOWS} {art.caption}" if art.caption else "No words about it yet.", _REMINDER


def _about_step(step: Step | None) -> tuple[str, str]:
    if step is None:
        return "", ""
    looks_like = f"Looks like: {' · '.join(step.criteria)}" if step.criteria else ""
    return f"Ready to show: {step.i_can}", looks_like


def _pictures(book: Book, gallery: Gallery) -> Iterator[Waiting]:
    """Give the pictures that wait, each with its place."""
    names, places = {student.id: student.name for student in book.students}, _places(book)
    for art in gallery.waiting():
        place = places.get(gallery.stands_for(art) or "")
        step, level, boss = place or (None, 0, False)
        yield Waiting(art.student, names[art.student], step, level, boss, art)


def _ready(book: Book) -> Iterator[Waiting]:
    """Give who is ready to show what."""
    places = _places(book)
    for student, step in ready_to_show(book.students, book.units, book.progress):
        yield Waiting(student.id, student.name, *places[step.id])


def _places(book: Book) -> dict[str, tuple[Step, int, bool]]:
    """Give every step with the number of its level, and whether it is a Boss, by id."""
    return {
        step.id: (step, number, level.is_boss(step))
        for unit in book.units
        for number, level in enumerate(unit.levels)
        for step in level.spots
    }
