"""What to print: one order, complete, from which the same pages come out every time."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from board.mastery.curriculum import Step, Unit, spots_by_id
from board.mastery.people import Student
from board.mastery.printed import all_earned, not_printed
from board.mastery.progress import Progress
from board.paper.papers import PAPERS, POSTERS
from printables.page.printer import TRUE, Printer
from printables.stock import Stock


@dataclass(frozen=True, slots=True)
class Look:
    """How pages look, whatever they show.

    Attributes:
        paper: One of `PAPERS` or `POSTERS`.
        sheet: The paper a poster is put together from, one of `PAPERS`.
        ink: One of `INKS`.
        larger: Whether type is larger than usual.
        early: Whether letters are those of early readers.
        printer: What is added so that it lands right.
    """

    paper: str = PAPERS[0]
    sheet: str = PAPERS[0]
    ink: str = "colour"
    larger: bool = False
    early: bool = False
    printer: Printer = TRUE

    @property
    def sheets(self) -> int:
        """How many sheets lie side by side; 1 is no poster."""
        return POSTERS.get(self.paper, 1)


@dataclass(frozen=True)
class Order:
    """What to print.

    Attributes:
        kind: Name of the kind of page.
        units: Of which units; most kinds take the first alone.
        class_name: Name of the class for the heading.
        students: Of whom, in the order of the class.
        progress: How they stand.
        made: The date on the page.
        look: How it looks.
        assessors: Names of the adults who judge, by id.
        everyone: All children whose names may stand in notes, those who left too.
        named: Whether the students were named one by one, and are not simply the class.
        by_alias: Whether a wall chart shows aliases instead of names.
        step: The one step it is about, None where the kind chooses or is about all.
        level: Id of the one level it is about, or empty.
        language: Language of a page for home, one of `LANGUAGES`.
        spot_mm: Width of a spot in mm, None for as large as fits.
        label: The label sheets that are printed on.
        start: The first label that is free, from 1.
        again: Whether stickers that were printed well before are printed again.
        outlines: Whether the pictures of picture words are plain shapes in one ink, as the class has settled for its kiosk.
    """

    kind: str
    units: Sequence[Unit]
    class_name: str
    students: Sequence[Student]
    progress: Progress
    made: date
    look: Look = field(default_factory=Look)
    assessors: Mapping[str, str] = field(default_factory=dict)
    everyone: Sequence[Student] = ()
    named: bool = False
    by_alias: bool = False
    step: Step | None = None
    level: str = ""
    language: str = "en"
    spot_mm: float | None = None
    label: Stock | None = None
    start: int = 1
    again: bool = False
    outlines: bool = False

    @property
    def unit(self) -> Unit:
        """The unit it is about.

        Raises:
            ValueError: There is none.
        """
        if not self.units:
            raise ValueError("This class has no unit yet, so there is nothing to print.")
        return self.units[0]

    @property
    def steps(self) -> tuple[Step, ...]:
        """Every step and Boss it is about, in order, once even where units share it."""
        return tuple(spots_by_id(self.units).values())

    @cached_property
    def stickers(self) -> tuple[tuple[Student, Step], ...]:
        """The spots a sticker is printed for, in the order in which they are handed out."""
        wanted = all_earned if self.again else not_printed
        return wanted(self.steps, self.students, self.progress)

    @property
    def file_name(self) -> str:
        """The file's name, made of ids, never of names."""
        about = [self.kind, *(("aliases",) if self.by_alias else ())]
        about += [unit.id for unit in self.units if len(self.units) == 1]
        about += [student.id for student in self.students if self.named and len(self.students) == 1]
        paper = self.look.paper if self.label is None else self.label.id
        return f"{'-'.join((*about, paper, self.made.isoformat()))}.pdf"
