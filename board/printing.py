"""From an open class to a chart on paper: gathers pictures, draws, keeps the file."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path

from board.disk import NotSaved, put_file, reason
from board.errors import Refusal
from board.mastery.audience import Audience, earned_by_level, seen_face
from board.mastery.curriculum import Unit
from board.mastery.people import Student
from board.mastery.pictures import Face
from board.mastery.progress import Progress

SMALL_GROUP = 6
"""A quilt of fewer children can be read back to them, so it is asked for twice."""

PAPERS = ("letter", "a4", "tabloid", "a3")
"""Papers that can be printed on, the usual one first; named here too, so that asking for one loads no reportlab."""

_STICKER_PX = 256
"""Pixels across a sticker on paper: 300 dpi at 21 mm."""

_EMBLEM_PX = 256
"""Pixels across a child's sign, which is up to 20 mm wide."""


class Chart(StrEnum):
    """A chart that can be printed."""

    QUILT = "quilt"
    WALL = "wall"
    PERSONAL = "personal"


@dataclass(frozen=True, slots=True)
class Order:
    """What to print.

    Attributes:
        chart: Which chart.
        unit: Of which unit.
        class_name: Name of the class for the heading.
        students: The class; the quilt says nothing about any of them.
        progress: What they have earned.
        made: The date on the chart.
        paper: Size of the paper, one of `PAPERS`.
        by_alias: Whether the wall chart shows aliases instead of names.
    """

    chart: Chart
    unit: Unit
    class_name: str
    students: Sequence[Student]
    progress: Progress
    made: date
    paper: str
    by_alias: bool = False

    @property
    def needs_asking(self) -> str:
        """Give the sentence to ask before printing, empty when there is nothing to ask."""
        nameless = sum(not student.alias for student in self.students)
        if self.chart is Chart.QUILT and len(self.students) < SMALL_GROUP:
            return (
                f"With fewer than {SMALL_GROUP} students everybody can tell whose sticker is whose. Print all the same?"
            )
        if self.chart is Chart.WALL and self.by_alias and nameless:
            return (
                f"{nameless} of the students have no alias (a roster with a column alias gives them) "
                "and would stand as Friend. Print all the same?"
            )
        return ""


def unprintable_names(order: Order) -> tuple[str, ...]:
    """Give the names of the chart that no font can print, so that they are known before paper is used."""
    from printables.fonts import unprintable  # noqa: PLC0415 - reportlab is loaded only to print

    texts = [order.class_name, order.unit.title, *(level.title for level in order.unit.levels)]
    texts += [step.title for step in order.unit.spots]
    if order.chart is not Chart.QUILT:
        texts += [student.alias if order.by_alias else student.name for student in order.students]
    if order.chart is Chart.PERSONAL:
        own = (order.progress.picture(one.id, step.id) for one in order.students for step in order.unit.spots)
        texts += [picture.caption for picture in own if picture is not None]
    return unprintable(texts)


Own = Callable[[Face, int], bytes | None]
"""Gives a sticker of a child's own picture as a square JPEG of so many px, None when the picture is not here."""


def drawn(order: Order, cache: Path | None, own: Own, tell: Callable[[float], None] = lambda _share: None) -> bytes:
    """Draw a chart.

    Args:
        order: What to print.
        cache: Folder for starter art made ready for paper, or None.
        own: Where stickers of the children's own pictures come from.
        tell: Called with the share that is done, 0 to 1.

    Returns:
        The PDF.
    """
    from printables.paper import Paper  # noqa: PLC0415 - reportlab is loaded only to print
    from printables.personal import personal_charts  # noqa: PLC0415
    from printables.pictures import Picture  # noqa: PLC0415
    from printables.quilt import class_quilt  # noqa: PLC0415
    from printables.wall import wall_chart  # noqa: PLC0415

    ready = _ready_pictures(order, cache, own, lambda share: tell(share * 0.8))
    pictures = {name: Picture(name, jpeg) for name, jpeg in ready.items()}
    made, paper = order.made, Paper(order.paper)
    match order.chart:
        case Chart.QUILT:
            earned = earned_by_level(order.unit, order.students, order.progress)
            pdf = class_quilt(order.unit, earned, pictures, class_name=order.class_name, made=made, paper=paper)
        case Chart.WALL:
            pdf = wall_chart(
                order.unit,
                order.students,
                order.progress,
                pictures,
                class_name=order.class_name,
                made=made,
                paper=paper,
                by_alias=order.by_alias,
            )
        case Chart.PERSONAL:
            pdf = personal_charts(order.unit, order.students, order.progress, pictures, made=made, paper=paper)
    tell(1.0)
    return pdf


def _ready_pictures(order: Order, cache: Path | None, own: Own, tell: Callable[[float], None]) -> dict[str, bytes]:
    from board.art.print_ready import print_ready  # noqa: PLC0415 - Pillow is loaded only to print
    from board.art.starter import emblems, step_badges  # noqa: PLC0415

    wanted = _known(step_badges(), (step.badge for step in order.unit.spots), _STICKER_PX)
    if order.chart is not Chart.QUILT:
        wanted |= _known(emblems(), (student.emblem for student in order.students), _EMBLEM_PX)
    faces = _faces(order)
    ready = {}
    for number, (name, (path, size)) in enumerate(wanted.items(), 1):
        ready[name] = print_ready(path, size, cache)
        tell(number / (len(wanted) + len(faces)))
    for number, face in enumerate(faces, len(wanted) + 1):
        jpeg = own(face, _STICKER_PX)
        if jpeg is not None:
            ready[face.name] = jpeg
        tell(number / (len(wanted) + len(faces)))
    return ready


def _faces(order: Order) -> list[Face]:
    """Give the faces of the stickers on a chart, each once."""
    audience = Audience.STUDENT if order.chart is Chart.PERSONAL else Audience.EVERYBODY
    seen = (
        seen_face(order.progress, student.id, step.id, audience)
        for student in order.students
        for step in order.unit.spots
    )
    return list(dict.fromkeys(face for face in seen if face is not None))


def _known(pictures: dict[str, Path], names: Iterable[str], size: int) -> dict[str, tuple[Path, int]]:
    return {name: (pictures[name], size) for name in names if name in pictures}


def keep_pdf(pdf: bytes, path: Path) -> None:
    """Write a PDF whole, making its folder when missing.

    Raises:
        Refusal: The name is not a PDF's, or another kind of file has it.
        NotSaved: It can't be written there; nothing half-written is left.
    """
    if path.suffix.lower() != ".pdf":
        raise Refusal(f"{path} does not end in .pdf; a chart is a PDF, so give it such a name.")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.exists() and not (path.is_file() and path.read_bytes().startswith(b"%PDF")):
            raise Refusal(f"{path} is something else than a PDF and is kept; choose another name.")
    except OSError as error:
        raise NotSaved(f"{path.parent} can't be written ({reason(error)}); choose another place.") from error
    put_file(path, pdf)


def file_name(order: Order) -> str:
    """Give the file name of a chart, made of ids, never of names."""
    shown = "-aliases" if order.by_alias else ""
    return f"{order.chart}{shown}-{order.unit.id}-{order.paper}-{order.made.isoformat()}.pdf"
