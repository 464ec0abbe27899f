"""The lines under the board that say in words what the cursor is on, and what was just done."""

from textual.content import Content
from textual.widgets import Static

from board.mastery.curriculum import Step, Unit
from board.mastery.people import Assessor, Student
from board.mastery.progress import OPEN_SPOT, Row, Spot, Status
from board.mastery.readiness import opened_by, statuses, why_locked
from board.words import notes_on, spot_words


class SpotLine(Static):
    """Three lines: what was just done, who and which step, how the spot stands; the last one may go over two."""

    DEFAULT_CSS = """
    SpotLine {
        height: 3;
        padding: 0 1;
        background: $surface;
        color: $foreground;
    }
    """

    def __init__(self) -> None:
        """Make the lines, empty."""
        super().__init__(markup=False)
        self._who = self._how = Content()
        self._done = ""

    def tell(self, unit: Unit, student: Student, step: Step, row: Row, assessors: tuple[Assessor, ...]) -> None:
        """Say how a spot stands.

        Args:
            unit: The unit on the board.
            student: Whose spot it is.
            step: Its step.
            row: All spots of the student.
            assessors: Whose names may stand behind "checked by".
        """
        self._who = Content.assemble((student.name, "bold"), f" · {step.title}: {step.i_can}")
        self._how = Content(spot_sentence(unit, step, row, assessors))
        self._show()

    def on_resize(self) -> None:
        """Cut the lines anew."""
        self._show()

    def say(self, done: str) -> None:
        """Say what was just done; stays until the cursor has moved on."""
        self._done = done
        self._show()

    def _show(self) -> None:
        lines = [Content.styled(self._done, "bold $accent")] if self._done else []
        first, rest = [*lines, self._who], self._how
        width = max(1, self.size.width - 2)
        cut = [line.truncate(width, ellipsis=True) for line in first]
        self.update(Content("\n").join([*cut, rest]), layout=False)


def spot_sentence(unit: Unit, step: Step, row: Row, assessors: tuple[Assessor, ...]) -> str:
    """Say in words how a spot stands and what it would open."""
    spot = row.get(step.id, OPEN_SPOT)
    sentences = [why_locked(unit, row, step) or f"{spot_words(spot, {judge.id: judge.name for judge in assessors})}."]
    opens = opened_by(unit, row, step) if _can_open(unit, row, step, spot) else ()
    if opens:
        sentences.append(f"Mastering it opens {', '.join(spot.title for spot in opens[:3])}.")
    notes = len(notes_on(spot))
    if notes:
        sentences.append(f"{notes} note{'s' if notes > 1 else ''}: n shows {'them' if notes > 1 else 'it'}.")
    return " ".join(sentences)


def _can_open(unit: Unit, row: Row, step: Step, spot: Spot) -> bool:
    places = [one.id for one in unit.spots]
    return spot.status is not Status.MASTERED and statuses(unit, row)[places.index(step.id)] is not Status.LOCKED
