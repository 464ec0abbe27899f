"""How spots are marked on a screen: the marking keys, undo and redo, and asking for a line where one is needed."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, Protocol, TypeVar

from textual.app import App
from textual.screen import Screen

from board.deeds.asking import Asking
from board.deeds.history import Outcome
from board.deeds.judging import Judging
from board.deeds.marks import Marks
from board.deeds.sitting import Sitting, Target
from board.mastery.curriculum import steps_by_id
from board.mastery.facts import Kind
from board.mastery.progress import Status
from board.mastery.showing import recent_tips
from board.screens.parts.question import KEEP_WORKING, TIP, Answers
from board.screens.parts.trying import Tells, outcome_of
from board.widgets.command import Command, KeyGroup
from board.words import notes_on
from board.words.outcomes import told

_TALK_FIRST = (
    "Talk with the child first: this sticker may have been seen.",
    "Both stay in the history, and u puts it back.",
)


MARKING = KeyGroup(
    "Marking",
    (
        Command("mark('mastered')", "space", "Got it", "Mark the spot as mastered: the sticker appears at once.", 2),
        Command("mark('practising')", "t", "Trying", "The student has begun to work on this step.", 6),
        Command("mark('ready')", "r", "Ready", "The student is ready to show this step; again: in its next way.", 5),
        Command("keep_working", "k", "Keep working", "You saw a try: write one tip, or take one you gave lately.", 4),
        Command(
            "told", "K", "Told", "You told the child what to try next: from now on its own page shows it.", 18, "K"
        ),
        Command("repeat", "full_stop", "Again", "Repeat the last mark on this spot.", sign="."),
        Command("undo", "u", "Undo", "Take back the last thing you did; press it again for the one before.", 3),
        Command("redo", "U", "Redo", "Put back what you took back last.", sign="U"),
        Command("note", "n", "Note", "Write a note about this student and step; only adults see it.", 17),
        Command("excuse", "e", "Not in the plan", "Leave this step out of the child's plan, or put it back in."),
        Command("own_version", "v", "Own version", "Give this child criteria of their own for this step."),
        Command("check_again", "d", "Check again", "A doubt only adults see: the sticker stays, the words remind you."),
        Command(
            "take_back", "backspace,delete", "Take back", "Withdraw a mark of another day; both stay in the history."
        ),
    ),
)
_NOTE = Answers("keeps the note", "keeps none", empty="keeps none")
_OWN_VERSION = Answers("gives this version", "gives none", empty="gives none")
_TAKE_BACK = Answers("takes it back", "lets it stand")


_Result = TypeVar("_Result")


class Marked(Tells, Protocol):
    """A screen on which spots are marked."""

    @property
    def app(self) -> App[object]:
        """The app."""
        ...

    def put_up(self, screen: Screen[_Result], then: Callable[[_Result | None], None] | None = None) -> None:
        """Put another screen on top."""

    def look_again(self) -> None:
        """Show the class as it is now."""

    @property
    def targets(self) -> Sequence[Target]:
        """The spots that the next mark is for, at least one."""
        ...

    def tell(self, done: told.Told) -> None:
        """Say what came of a wish."""


class Marking:
    """What the marking keys do; its `action_` methods are those of the screen that holds it.

    Args:
        screen: Where spots are marked, and what was done is shown.
        sitting: What marks are made through.
    """

    def __init__(self, screen: Marked, sitting: Sitting) -> None:
        self._screen, self._sitting = screen, sitting
        self._marks, self._judging = Marks(sitting), Judging(sitting)

    def action_mark(self, kind: str) -> None:
        """Mark the spots; one child who is ready already is ready in the next way, where its step has ways."""
        targets = self._screen.targets
        if kind == Kind.READY and len(targets) == 1 and self._next_way(targets[0]):
            return
        self.mark(Kind(kind), None, targets)

    def action_told(self) -> None:
        """Say that the children have heard what to try next."""
        self.do(partial(self._judging.tell, self._screen.targets))

    def _next_way(self, target: Target) -> bool:
        """Go on to the next way to show a step, after the last one to the first; tell whether there are ways and it was asked for."""
        asked = self._sitting.book.progress.spot(*target).asked
        step = steps_by_id(self._sitting.book.units).get(target[1])
        if asked is None or asked.kind is not Kind.READY or step is None or not step.ways:
            return False
        now = step.ways.index(asked.way) if asked.way in step.ways else -1
        way = step.ways[(now + 1) % len(step.ways)]
        outcome = outcome_of(self._screen, partial(Asking(self._sitting).ask, *target, way))
        if outcome is not None:
            self._screen.look_again()
            self._screen.tell(told.ReadyIn(self._sitting.whose([target]), way) if outcome.changed else outcome.told)
        return True

    def action_repeat(self) -> None:
        """Make the last mark once more, here."""
        self.mark(*self._sitting.last, self._screen.targets)

    def action_keep_working(self) -> None:
        """Ask for one tip, then mark keep working."""
        targets = self._screen.targets
        if self._all_are(Status.MASTERED, targets):
            self.mark(Kind.KEEP_WORKING, None, targets)  # says that the sticker stays, before a tip is written
            return
        self.ask(
            f"{self._sitting.whose(targets)}: keep working",
            TIP,
            KEEP_WORKING,
            lambda tip: self.mark(Kind.KEEP_WORKING, tip or None, targets),
            recent=self._recent_tips(),
        )

    def action_note(self) -> None:
        """Ask for a note, then keep it."""
        targets = self._screen.targets
        earlier = notes_on(self._judging.spot(targets[0]), self.judges) if len(targets) == 1 else ()
        self.ask(
            f"Note: {self._sitting.whose(targets)}",
            "Only adults see it",
            _NOTE,
            lambda text: self.mark(Kind.NOTE, text, targets) if text else None,
            earlier=earlier,
        )

    def action_excuse(self) -> None:
        """Leave the step out of the plan, or put it back in."""
        targets = self._screen.targets
        self.do(lambda: self._marks.toggle_plan(targets))

    def action_own_version(self) -> None:
        """Ask what this child will show instead."""
        targets = self._screen.targets
        own = self._sitting.book.progress.spot(*targets[0]).own_version
        self.ask(
            f"Own version: {self._sitting.whose(targets)}",
            "What will show it here?",
            _OWN_VERSION,
            lambda text: self.mark(Kind.OWN_VERSION, text, targets) if text else None,
            earlier=(f"Now: {own.note}",) if own and own.note and len(targets) == 1 else (),
        )

    def action_check_again(self) -> None:
        """Keep a private doubt about stickers."""
        self.mark(Kind.CHECK_AGAIN, None, self._screen.targets)

    def action_take_back(self) -> None:
        """Withdraw marks of another day; where a sticker may have been seen, first say what to do."""
        targets = self._screen.targets
        if any(self._sitting.book.progress.spot(*target).status is Status.MASTERED for target in targets):
            self.ask(
                f"Take back: {self._sitting.whose(targets)}",
                "Why? It may stay empty",
                _TAKE_BACK,
                lambda why: self.do(lambda: self._marks.take_back(targets, why)),
                earlier=_TALK_FIRST,
            )
        else:
            self.do(lambda: self._marks.take_back(targets))

    def mark(self, kind: Kind, note: str | None, targets: Sequence[Target]) -> None:
        """Mark spots and say so."""
        self.do(lambda: self._marks.mark(kind, targets, note=note))

    def do(self, wish: Callable[[], Outcome]) -> None:
        """Do something and say so; what can't be kept is said and not shown."""
        outcome = outcome_of(self._screen, wish)
        if outcome is not None:
            self._screen.app.clear_notifications()
            self._screen.look_again()
            self._screen.tell(_with_what_follows(outcome.told))

    @property
    def judges(self) -> dict[str, str]:
        """The names of the adults by id."""
        return {assessor.id: assessor.name for assessor in self._sitting.book.assessors}

    def ask(
        self, title: str, hint: str, answers: Answers, then: Callable[[str], Any], **lines: tuple[str, ...]
    ) -> None:
        """Ask for one line.

        Args:
            title: What it is about.
            hint: What to write.
            answers: What Enter and Esc do.
            then: Called with the line; not when it was left.
            lines: What `NoteScreen` shows beside it.
        """
        from board.screens.parts.note import NoteScreen  # noqa: PLC0415 - the board is up before its dialogs are loaded

        def answered(text: str | None) -> None:
            if text is not None:
                then(text)

        self._screen.put_up(NoteScreen(title, hint, answers, **lines), answered)

    def _all_are(self, status: Status, targets: Sequence[Target]) -> bool:
        return all(self._sitting.book.progress.spot(*target).status is status for target in targets)

    def _recent_tips(self) -> tuple[str, ...]:
        """Give the tips given most recently, newest first, each once."""
        return recent_tips(self._sitting.book.facts, 5)


def _with_what_follows(done: told.Told) -> told.Told:
    """Give what was done; after a keep working, that the child has not heard of it yet."""
    if isinstance(done, told.Marked) and done.kind is Kind.KEEP_WORKING:
        return told.NotHeardYet(done)
    return done
