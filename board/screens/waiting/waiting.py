"""Waiting for you: children who are ready to show a step, what they have not heard yet, and pictures to look at first."""

from collections.abc import Callable
from functools import partial
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from board.art.cells import Pixels
from board.art.shelf import StickerShelf
from board.art.starter import emblems
from board.deeds.history import BOARD, Outcome
from board.deeds.marks import Marks
from board.deeds.pictures import Gallery
from board.deeds.sitting import Sitting, Target
from board.mastery.facts import Kind
from board.mastery.queue import Part
from board.mastery.showing import recent_tips
from board.screens.parts.calm import take_actions
from board.screens.parts.keys_here import HELP
from board.screens.parts.live import LiveScreen
from board.screens.parts.question import KEEP_WORKING, LOOK_FIRST, TIP, Asking, Question
from board.screens.parts.trying import Turning, outcome_of
from board.screens.waiting import things as said
from board.screens.waiting.keys import BARS, ROOM, WAITING, HowItWaits, NewPictures, bar_for
from board.screens.waiting.kiosk_rows import BROUGHT, KioskRows
from board.seat.seat import Seat
from board.widgets.command import bindings
from board.widgets.glance import Glance
from board.widgets.grid_plan import shortened
from board.widgets.key_bar import KeyBar
from board.widgets.waiting_rows import Waiting
from board.widgets.waiting_wall import WaitingWall

_JUDGING = ("yes", "no", "new_card", "got_it", "told", "hide", "count", "keep_working", "accept_all")

There = tuple[str, str]
"""Where to go: ids of student and step."""


class WaitingScreen(LiveScreen[There | None]):
    """Everything that waits for who sits here, one key each; gives where to go on the board, or None.

    Args:
        seat: Where one sits.
        sitting: What keeps facts, with undo and redo, and in which class.
        shelf: Where stickers come from.
    """

    CSS_PATH = "waiting.tcss"
    KEYS = (WAITING,)
    BINDINGS = bindings(KEYS)
    AUTO_FOCUS: ClassVar[str | None] = "WaitingWall"

    def __init__(self, seat: Seat, sitting: Sitting, shelf: StickerShelf) -> None:
        super().__init__(sitting.book)
        self._seat, self._sitting, self._shelf = seat, sitting, shelf
        self._gallery, self._marks = Gallery(sitting), Marks(sitting)
        self._pictures, self._kiosk = NewPictures(self, sitting), KioskRows(self, sitting)
        turning = Turning(self.do, sitting, lambda: BOARD)
        for doer in (turning, self._pictures, self._kiosk, HowItWaits(self, sitting)):
            take_actions(self, doer)
        self._asking = Asking()
        self._glance, self._glance_at_all, self._shows_tip = Glance(), Glance(), False
        self._looked_at: Waiting | None = None

    def compose(self) -> ComposeResult:
        """Title, what waits, words about it, keys."""
        yield Static(id="title", markup=False)
        yield WaitingWall(self._shelf, self._emblem)
        yield Static(said.NOTHING, id="empty", markup=False)
        yield Static(id="about", markup=False)
        yield Static(id="said", markup=False)
        for name, bar in BARS.items():
            yield KeyBar(bar, id=name)
        yield KeyBar((*ROOM, HELP))

    def on_mount(self) -> None:
        """Show what waits."""
        self.watch(self._wall, "at", self._tell, init=False)
        self.show_class()

    def action_move(self, down: int, right: int) -> None:
        """Move the cursor."""
        self._wall.go(down, right)

    @on(WaitingWall.Tapped)
    def tapped_again(self, event: WaitingWall.Tapped) -> None:
        """A second tap means yes to a picture and to what the kiosk brings, and asks how it went of a child."""
        if event.thing == self.here:
            says_yes = event.thing.art is not None or event.thing.part in BROUGHT
            (self.action_yes if says_yes else self.action_closer)()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - Textual gives both
        """Judge only what has been in sight: one key too many never judges what comes next."""
        glance = self._glance_at_all if action == "accept_all" else self._glance
        if action not in _JUDGING or glance.is_seen:
            return True
        self.say(LOOK_FIRST)
        return False

    def action_yes(self) -> None:
        """Say yes to what is here: a picture, what was told, what the kiosk brings; of a child who is ready, ask how it went."""
        here = self.here
        if here is None:
            return
        if here.art is not None:
            self._pictures.accept(here)
        elif here.part is Part.TELL:
            self._pictures.action_told()
        elif here.part in BROUGHT:
            self._kiosk.answer(here)
        else:
            self.action_closer()

    def action_got_it(self) -> None:
        """Mark the step of a child who was ready and has shown it."""
        target = self._to_judge
        if target is not None:
            self.do(partial(self._marks.mark, Kind.MASTERED, [target]))

    def action_keep_working(self) -> None:
        """Ask for one tip for a child who was ready, then mark keep working."""
        from board.screens.parts.note import NoteScreen  # noqa: PLC0415 - only when it is asked for

        target = self._to_judge
        if target is None:
            return

        def answered(tip: str | None) -> None:
            if tip is not None:
                self.do(lambda: self._marks.mark(Kind.KEEP_WORKING, [target], note=tip or None))

        recent = recent_tips(self.book.facts, 5)
        asked = NoteScreen(f"{self._sitting.whose([target])}: keep working", TIP, KEEP_WORKING, recent=recent)
        self.put_up(asked, answered)

    def action_closer(self) -> None:
        """Ask how it went of a child; show a picture as large as the window is, where a name or a face is seen best."""
        here = self.here
        if here is not None and here.art is not None:
            from board.screens.pictures.large_picture import LargePicture  # noqa: PLC0415 - only when it is asked for

            self.put_up(LargePicture(self.book.pictures, here.art.content))
        elif here is not None and here.part is Part.TELL:
            self._show_tip(here)
        elif here is not None and here.step is not None:
            self._judge((here.student, here.step.id))
        elif here is not None:
            self.say(said.NOT_TO_JUDGE.get(here.part, ""))

    def _show_tip(self, thing: Waiting) -> None:
        """Show what a child is to hear."""
        self.say(
            said.tip_about(self.book.progress.spot(thing.student, thing.step.id if thing.step is not None else ""))
        )
        self._shows_tip = True

    def _judge(self, target: Target) -> None:
        from board.screens.judging.how_did_it_go import HowDidItGo  # noqa: PLC0415 - only when it is asked for

        def judged(came: str | None) -> None:
            if came is not None:
                self.look_again()
                self.say(came)

        self.put_up(HowDidItGo(self._seat, self._sitting, self._shelf, target), judged)

    def action_there(self) -> None:
        """Go to this spot on the board."""
        here = self.here
        if here is not None:
            self.dismiss((here.student, here.step.id if here.step is not None else ""))

    def action_leave(self) -> None:
        """Go back to the board."""
        self.dismiss(None)

    @property
    def here(self) -> Waiting | None:
        """What is under the cursor."""
        return self._wall.here

    @property
    def things(self) -> tuple[Waiting, ...]:
        """Everything that waits."""
        return tuple(self._wall.things)

    @property
    def _to_judge(self) -> Target | None:
        """The spot under the cursor where it can be judged; else it is said why not, and there is none."""
        here = self.here
        if here is None or here.step is None or here.art is not None or here.part in said.NOT_TO_JUDGE:
            self.say("" if here is None else said.NOT_TO_JUDGE.get(here.part, said.PICTURE))
            return None
        return (here.student, here.step.id)

    @property
    def _wall(self) -> WaitingWall:
        return self.query_one(WaitingWall)

    def do(self, wish: Callable[[], Outcome]) -> None:
        """Do something and say so."""
        outcome = outcome_of(self, wish)
        if outcome is not None:
            self.look_again()
            self.say(outcome.said)

    def show_class(self) -> None:
        """Show what waits now."""
        things = said.what_waits(self._sitting, self._gallery)
        if things != self._wall.things:
            self._glance_at_all.begin()
        self._wall.show(things)
        self._wall.display = bool(things)
        self.query_one("#empty").display = not things
        title = shortened(said.title(things, self.book.about), max(1, self.app.size.width - 2))
        self.query_one("#title", Static).update(Content(title))
        self._tell()

    def _tell(self) -> None:
        """Say what is under the cursor."""
        here = self.here
        if here != self._looked_at:
            self._looked_at = here
            self._glance.begin()
            if self._shows_tip:
                self.say("")
        for name in BARS:
            self.query_one(f"#{name}").display = name == bar_for(here)
        about = self.query_one("#about", Static)
        if here is None:
            about.update("")
            return
        width = max(1, self.app.size.width - 2)
        about.update(Content("\n".join(shortened(line, width) for line in said.lines_about(here))))

    def sure(self, question: Question, about: str) -> bool:
        """Ask once before something is done."""
        return self._asking.is_sure(question, self.say, about)

    def say(self, text: str) -> None:
        """Say something below the wall."""
        self._asking.forget()
        self._shows_tip = False
        self.query_one("#said", Static).update(Content(text))

    def _emblem(self, name: str, size: int) -> Pixels | None:
        picture = emblems().get(name)
        return None if picture is None else self._shelf.cells.pixels(picture, size)
