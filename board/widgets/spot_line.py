"""The lines under the board that say in words what the cursor is on, and what was just done."""

from collections.abc import Sequence

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from board.counting import counted
from board.mastery.curriculum import Step, Unit
from board.mastery.people import Assessor, Student
from board.mastery.progress import OPEN_SPOT, Progress, Row, Spot, Status
from board.mastery.readiness import opened_by, statuses
from board.widgets.grid_colours import style
from board.widgets.grid_plan import shortened, wrapped
from board.widgets.own_lines import as_shown
from board.words import notes_on, picture_news, spot_words
from board.words.reasons import locked_reason

_HEIGHT = 3


class SpotLine(Widget):
    """Three lines: what was just done, who and which step, how the spot stands; the last one may go over two.

    It is painted at every move of the cursor, so it makes its lines itself: no markup is read and no text laid out.
    """

    ALLOW_SELECT = False
    DEFAULT_CSS = f"SpotLine {{ height: {_HEIGHT}; }}"

    def __init__(self) -> None:
        """Make the lines, empty."""
        super().__init__()
        self._who = self._what = self._how = self._done = ""

    @property
    def said(self) -> tuple[str, ...]:
        """What stands there, in sentences: what was done, who, which step, how it stands."""
        return tuple(filter(None, (self._done, self._who, self._what, self._how)))

    def tell(
        self,
        unit: Unit,
        student: Student,
        step: Step,
        *,
        progress: Progress,
        row: Row,
        assessors: tuple[Assessor, ...],
    ) -> None:
        """Say how a spot stands.

        Args:
            unit: The unit on the board.
            student: Whose spot it is.
            step: Its step.
            progress: How the class stands.
            row: The child's spots, as far as who sits here may read them.
            assessors: Whose names may stand behind "checked by".
        """
        self._who, self._what = student.name, f" · {step.title}: {step.i_can}"
        picture = progress.picture(student.id, step.id)
        news = picture_news(picture, row.get(step.id, OPEN_SPOT).status) if picture is not None else ""
        self._how = f"{spot_sentence(unit, step, row, assessors)} {news}".rstrip()
        self.refresh()

    def tell_chosen(self, students: Sequence[Student], step: Step) -> None:
        """Say who is chosen, and for which step.

        Args:
            students: The chosen ones, top first.
            step: The step under the cursor.
        """
        self._who = f"{len(students)} chosen"
        self._what = f" · {step.title}: {', '.join(student.name for student in students)}"
        self._how = "A mark is for all of them. c opens the center, a away today, Esc lets them go."
        self.refresh()

    def say(self, done: str) -> None:
        """Say what was just done; stays until the cursor has moved on."""
        self._done = done
        self.refresh()

    def render_lines(self, crop: Region) -> list[Strip]:
        """Give the lines of a part of the widget."""
        room = max(1, self.size.width - 2)
        plain, bold, accent = self._styles()
        who = shortened(self._who, room)
        lines = [[Segment(shortened(self._done, room), accent)]] if self._done else []
        lines.append([Segment(who, bold), Segment(shortened(self._what, room - cell_len(who)), plain)])
        lines += [[Segment(text, plain)] for text in wrapped(self._how, room, _HEIGHT - len(lines))]
        lines += [[]] * (_HEIGHT - len(lines))
        margin = Segment(" ", plain)
        strips = (
            Strip([margin, *line]).adjust_cell_length(self.size.width, plain).crop(crop.x, crop.right)
            for line in lines[crop.y : crop.bottom]
        )
        return as_shown(strips, self)

    def _styles(self) -> tuple[Style, Style, Style]:
        variables = self.app.theme_variables
        front, back, accent = (Color.parse(variables[name]).rgb for name in ("foreground", "surface", "accent"))
        return style(front, back), style(front, back, bold=True), style(accent, back, bold=True)


def spot_sentence(unit: Unit, step: Step, row: Row, assessors: tuple[Assessor, ...]) -> str:
    """Say in words how a spot stands and what it would open."""
    spot = row.get(step.id, OPEN_SPOT)
    sentences = [
        locked_reason(unit, row, step) or f"{spot_words(spot, {judge.id: judge.name for judge in assessors})}."
    ]
    opens = opened_by(unit, row, step) if _can_open(unit, row, step, spot) else ()
    if opens:
        sentences.append(f"Mastering it opens {', '.join(spot.title for spot in opens[:3])}.")
    notes = len(notes_on(spot))
    if notes:
        sentences.append(counted("1 note: n shows it.", "{count} notes: n shows them.", notes))
    return " ".join(sentences)


def _can_open(unit: Unit, row: Row, step: Step, spot: Spot) -> bool:
    places = [one.id for one in unit.spots]
    return spot.status is not Status.MASTERED and statuses(unit, row)[places.index(step.id)] is not Status.LOCKED
