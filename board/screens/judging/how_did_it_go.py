"""How did it go? One child's showing, looked at against its criteria: got it, or keep working with one tip."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Button, Static

from board.art.shelf import StickerShelf
from board.deeds.evidence import Evidence
from board.deeds.sitting import Sitting, Target
from board.mastery.in_hand import InHand
from board.mastery.people import Student
from board.mastery.progress import Status
from board.screens.judging.about_spot import ANYTHING_COUNTS, TRIES, earlier_tips, heading, how_ticked, said_so_far
from board.screens.judging.deciding import Verdicts
from board.screens.judging.reading import Reading
from board.screens.judging.telling import BEYOND, LOOKING, TELLING, TRIALS, Telling
from board.screens.parts.calm import take_actions
from board.screens.parts.keys_here import HELP
from board.screens.parts.live import LiveScreen
from board.screens.parts.notice import Notice
from board.screens.parts.question import Asking, Question
from board.seat.seat import Seat
from board.widgets.command import Command, KeyGroup, bindings
from board.widgets.criteria_list import MOST_DIGITS, CriteriaList
from board.widgets.grid_plan import wrapped
from board.widgets.key_bar import KeyBar
from board.widgets.key_rows import KeyRows
from board.widgets.pixel_picture import PixelPicture
from board.words.outcomes import told
from board.words.outcomes.to_adults import to_adults

_VERDICT = KeyGroup(
    "How did it go?",
    (
        Command("got_it", "space", "Got it", "It was seen: keep it and go back; with several steps, go on.", 1),
        Command("keep_working", "k", "Keep working", "Not yet: write one tip, or take one given lately.", 2),
        Command("undo", "u", "Undo", "Take back the last thing you said here; press it again for the one before.", 4),
        Command("leave", "escape,q", "Leave", "Go back; nothing is kept.", 3, "esc"),
        Command("alone", "f", "Finish alone", "Finish what asks for two adults by yourself; the history says so."),
        Command("turn(1)", "tab,pagedown", "Next step", "Go to the next step of this showing.", 6, "tab"),
        Command("turn(-1)", "shift+tab,pageup", "Step before", "Go to the step before.", sign="PgUp"),
    ),
    (ANYTHING_COUNTS,),
)
_DIGITS = KeyGroup(
    "Criteria",
    tuple(
        Command(f"digit({digit})", str(digit), "Tick", "Tick the criterion of this number, or take the tick away.")
        for digit in range(1, MOST_DIGITS + 1)
    ),
)
_FOOT = (*_VERDICT.commands[:4], TELLING.commands[-1], _VERDICT.commands[5], HELP)
_LABEL = 10
"""Cells of the words of what is said beside the criteria."""

_LEAVE = Question("Nothing of this is kept yet.", "Esc", "leaves without it", "any other key stays")
_MARKED = "Somebody has marked this as got it meanwhile; what you add is kept with it."

_PX = 10
"""Side of the sticker in px of half a cell."""


class StepSticker(PixelPicture):
    """The sticker that waits for this child at this step: its own picture, or starter art."""

    def pictures_came(self) -> None:
        """Show it, when it is ready."""
        if isinstance(self.screen, HowDidItGo):
            self.screen.show_sticker()


class HowDidItGo(LiveScreen[str | None]):
    """One child's showing; gives what was said once a verdict is kept, or None.

    Args:
        seat: Where one sits.
        sitting: Who judges, and in which class.
        shelf: Where stickers come from.
        target: Whose showing it is, and at which step.
    """

    CSS_PATH = "how_did_it_go.tcss"
    KEYS = (_VERDICT, _DIGITS, TELLING, TRIALS, BEYOND, LOOKING)
    BINDINGS = bindings(KEYS)
    AUTO_FOCUS: ClassVar[str | None] = "CriteriaList"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (72, "-wide")]  # noqa: RUF012 - as Textual declares it
    VERTICAL_BREAKPOINTS = [(0, "-low"), (30, "-high")]  # noqa: RUF012 - same

    def __init__(self, seat: Seat, sitting: Sitting, shelf: StickerShelf, target: Target) -> None:
        super().__init__(sitting.book)
        self._shelf, self._reading = shelf, Reading(sitting)
        self.student = self._reading.student(Student(target[0], "?"))
        self.hand = self._reading.begin(target)
        self._before: list[InHand] = []
        self._evidence, self._photos = Evidence(sitting), set[str]()
        self._asking = Asking()
        self._was = self._status
        take_actions(self, Telling(self, seat, sitting))
        take_actions(self, Verdicts(self, sitting, self.dismiss))

    def compose(self) -> ComposeResult:
        """Who and what, the criteria beside what else is said, both verdicts, keys."""
        with Horizontal(id="head"):
            yield StepSticker()
            yield Static(id="about", markup=False)
        with Horizontal(id="body"):
            with Vertical(id="looks-like"):
                yield CriteriaList()
                yield Static(id="ticks", markup=False)
            with VerticalScroll(id="beside", can_focus=False):
                yield KeyRows(TELLING.commands[:2], label=_LABEL)
                yield KeyRows(TRIALS.commands, columns=2, title=TRIES)
                yield KeyRows(TELLING.commands[2:], label=_LABEL)
                yield KeyRows(LOOKING.commands, columns=2)
                yield Static(id="tips", markup=False)
        yield KeyRows(BEYOND.commands, columns=4, id="beyond")
        with Horizontal(id="verdicts"):
            yield Button("● Got it   space", variant="success", id="got-it")
            yield Button("↻ Keep working   k", variant="warning", id="keep-working")
        yield Static(id="said", markup=False)
        yield KeyBar(_FOOT, tapped_elsewhere=("got_it", "keep_working"))

    def on_mount(self) -> None:
        """Show the showing; the criteria keep the focus."""
        for button in self.query(Button):
            button.can_focus = False
        self.say("")
        self._show()

    def on_resize(self) -> None:
        """Use the room there is."""
        self.later.once_painted(self._show)

    def on_unmount(self) -> None:
        """Let photos go that lie on the disk for this showing and that no verdict names, however the screen was left."""
        if self._photos:
            self._evidence.let_go(self._photos)

    @property
    def holds_work(self) -> bool:
        """Whether something was said that is kept nowhere yet."""
        return bool(self._before)

    def take(self, hand: InHand, *, before: InHand | None = None) -> None:
        """Say something else of the showing; `u` goes back to what was before."""
        before = self.hand if before is None else before
        self._photos.update(hand.evidence)
        if hand != before:
            self._before.append(before)
            self.say("")
        self.show_hand(hand)

    def show_hand(self, hand: InHand) -> None:
        """Show something while it is being chosen."""
        self.hand = hand
        self._show()

    def say(self, said: str) -> None:
        """Say what was just done or is asked; where nothing is, what counts."""
        self._asking.forget()
        lines = wrapped(said or ANYTHING_COUNTS, max(1, self.app.size.width - 2), 2)
        line = self.query_one("#said", Static)
        line.set_class(not said, "-quiet")
        line.update(Content("\n".join(lines)))

    def sure(self, question: Question) -> bool:
        """Tell whether this was asked just now; else ask it."""
        if self._asking.is_answered(question):
            return True
        self.say(str(question))
        self._asking.ask(question)
        return False

    def action_digit(self, number: int) -> None:
        """Tick the criterion of this number."""
        lines = self.hand.here.lines
        if number <= len(lines):
            self.take(self.hand.looking(self.hand.here.toggled(lines[number - 1])))

    @on(CriteriaList.Ticked)
    def tick(self, event: CriteriaList.Ticked) -> None:
        """A tap does what the digit does."""
        self.action_digit(event.index + 1)

    def action_turn(self, by: int) -> None:
        """Go to another step of this showing."""
        self.say("")
        self.show_hand(self.hand.turned(by))

    def action_undo(self) -> None:
        """Go back to what was said before."""
        if self._before:
            self.hand, _ = self._reading.read_again(self._before.pop(), self.student)
            self._show()
            self.say("Taken back.")
        else:
            self.say(to_adults(told.NothingToUndo(told.Where.PAGE)))

    @on(Button.Pressed)
    async def decide(self, event: Button.Pressed) -> None:
        """A tap on a verdict does what its key does."""
        await self.run_action("got_it" if event.button.id == "got-it" else "keep_working")

    def action_leave(self) -> None:
        """Leave; nothing is kept, and where something was said that is asked first."""
        if not self.holds_work or self.sure(_LEAVE):
            self.dismiss(None)

    def show_class(self) -> None:
        """Show the class as it is now; what was taken from under the hand must be read before anything else is done."""
        self.hand, news = self._reading.read_again(self.hand, self.student)
        self.student = self._reading.student(self.student)
        was, self._was = self._was, self._status
        self._show()
        if news:
            self.later.once_painted(lambda: self.put_up(Notice(" ".join(news))))
        elif self._was is not was and self._was is Status.MASTERED:
            self.say(_MARKED)

    def show_sticker(self) -> None:
        """Show the sticker of the step in sight."""
        step = self.hand.here.step
        art = self.book.progress.picture(self.student.id, step.id)
        self.query_one(StepSticker).pixels = self._shelf(step, art.face if art is not None else None, _PX)

    @property
    def _target(self) -> Target:
        return (self.student.id, self.hand.here.step.id)

    @property
    def _status(self) -> Status:
        return self.book.progress.spot(*self._target).status

    def _show(self) -> None:
        """Show all of it as it is."""
        if not self.is_mounted:
            return
        look, about = self.hand.here, self._reading.about(self._target, self.student)
        self.query_one(CriteriaList).show(look.lines, look.criteria.seen, look.ticked)
        self.query_one("#ticks", Static).update(Content(how_ticked(look)))
        said = said_so_far(self.hand, self.student, self.book.everyone)
        for rows in self.query(KeyRows):
            rows.tell(said)
        head = self.query_one("#about", Static)
        head.update(heading(self.hand, about, max(1, self.size.width - _PX - 4)))
        self.query_one("#tips", Static).update(earlier_tips(self._reading.earlier_tips(self._target)))
        self.show_sticker()
