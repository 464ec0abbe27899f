"""Each kind of page drawn for a small class in which something is earned, something grows, and something waits."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import NamedTuple

from board.mastery.audience import Audience, Earned, earned_by_level, proud_faces, seen_stickers
from board.mastery.awards import awards_of
from board.mastery.curriculum import Level, Step, Unit
from board.mastery.facts import Fact, Kind
from board.mastery.people import Student
from board.mastery.progress import Progress, progress_of
from board.mastery.proud import Proud
from board.mastery.seen import SeenPath, seen_path
from board.paper.drawers.for_the_teacher import seen_how
from board.words.reasons import finished_reason
from page_builders import PICTURES, students_of, unit_of
from printables.cards import i_can_cards
from printables.certificate import certificates
from printables.group import group_sheet
from printables.login import login_cards
from printables.login_list import login_list_pages
from printables.next_teacher import next_teacher_pages
from printables.page.document import Style
from printables.page.drawn import Drawn
from printables.page.hues import Ink
from printables.page.paper import Paper
from printables.personal.chart import personal_charts
from printables.proud import proud_wall
from printables.quilt.chart import class_quilt
from printables.register import class_register
from printables.stickers.calibration import calibration_page
from printables.stickers.glue import glue_sheets
from printables.stickers.hand_out import hand_out_list
from printables.stickers.sheet import Sticker, sticker_sheets
from printables.stock import Stock, stock
from printables.takehome import takehome_pages
from printables.wall.chart import wall_chart

ADULTS = {"t": "Ms. Rivera"}
ROOM = "Room 12"
SPOT_MM = 19.05


class Class(NamedTuple):
    """A class: its unit, its children, and how they stand."""

    unit: Unit
    students: tuple[Student, ...]
    progress: Progress

    @property
    def stickers(self) -> list[Sticker]:
        """A sticker for each step the children have shown, child by child."""
        return [
            Sticker(step, None, student.name)
            for student in self.students
            for step in self.unit.spots
            if self.earned(student, step)
        ]

    @property
    def paths(self) -> list[SeenPath]:
        """The children's paths as each may see its own."""
        return [seen_path(self.unit, student, self.progress, Audience.STUDENT) for student in self.students]

    def earned(self, student: Student, step: Step) -> bool:
        """Whether a child has shown a step."""
        return step.id in seen_stickers(student.id, (step,), self.progress, Audience.EVERYBODY)


def class_of(children: int = 5, levels: int = 3, steps: int = 4) -> Class:
    """A class whose children are on their way: the first has finished all but one step, the last has shown nothing yet."""
    unit, students = _told(unit_of(levels, steps)), students_of(children)
    facts, spots = list[Fact](), unit.spots
    for at, student in enumerate(students):
        done = max(len(spots) - 1 - at * len(spots) // max(children - 1, 1), 0)
        facts += [_fact(len(facts) + number, Kind.MASTERED, student, step) for number, step in enumerate(spots[:done])]
        if at % 2 and done < len(spots):
            facts.append(_fact(len(facts), Kind.KEEP_WORKING, student, spots[done], "draw it first"))
        if at == 1:
            facts.append(_fact(len(facts), Kind.OWN_VERSION, student, spots[-1], "with five bears"))
    return Class(unit, students, progress_of(facts))


def _told(unit: Unit) -> Unit:
    """The unit with standards, criteria and ways to show each step."""

    def told(step: Step) -> Step:
        number = int(step.id.removeprefix("maths/s"))
        codes = (f"K.CC.{number % 3}", "K.CC.9") if number % 2 else ()
        return replace(step, standards=codes, criteria=("counts aloud", "points", "writes it"), ways=("build it",))

    def richer(level: Level) -> Level:
        return replace(level, steps=tuple(map(told, level.steps)), boss=level.boss and told(level.boss))

    return replace(unit, levels=tuple(map(richer, unit.levels)))


def _fact(seq: int, kind: Kind, student: Student, step: Step, note: str | None = None) -> Fact:
    at = "2026-09-01T09:00:00+00:00"
    return Fact(f"f{seq}", seq, "tablet", at, "t", kind, student.id, step.id, note=note)


Page = Callable[[Class, Style], Drawn]


def _quilt(here: Class, style: Style) -> Drawn:
    earned = earned_by_level(here.unit, here.students, here.progress)
    return class_quilt(here.unit, earned, PICTURES, class_name=ROOM, style=style)


def _proud(here: Class, style: Style) -> Drawn:
    spots = here.unit.spots
    hung = [Proud(one.alias, one.emblem, proud_faces(here.progress, one.id, spots)) for one in here.students]
    return proud_wall(hung, PICTURES, class_name=ROOM, style=style)


def _personal(here: Class, style: Style) -> Drawn:
    return personal_charts(here.unit, here.paths, PICTURES, style=style)


def _sized_personal(here: Class, style: Style) -> Drawn:
    return personal_charts(here.unit, here.paths, PICTURES, style=style, spot_mm=SPOT_MM)


def _certificate(here: Class, style: Style) -> Drawn:
    awards = awards_of(here.unit, here.students, here.progress, ADULTS)
    reasons = [finished_reason(award.why) for award in awards]
    return certificates(here.unit, awards, reasons, PICTURES, class_name=ROOM, style=style)


def round_stock(style: Style) -> Stock:
    """Round labels for a paper."""
    return stock("ol5275" if style.surface.paper is Paper.LETTER else "avery-l6112")


def wide_stock(style: Style) -> Stock:
    """Labels with room for words, for a paper."""
    return stock("avery-5160" if style.surface.paper is Paper.LETTER else "avery-l7160")


def _stickers(here: Class, style: Style) -> Drawn:
    return sticker_sheets([here.unit], round_stock(style), here.stickers, PICTURES, start=7, style=style)


def _wide_stickers(here: Class, style: Style) -> Drawn:
    return sticker_sheets([here.unit], wide_stock(style), here.stickers, PICTURES, start=3, style=style)


def _outlines(here: Class, style: Style) -> Drawn:
    return _stickers(here, replace(style, ink=Ink.BLANK))


def _wide_outlines(here: Class, style: Style) -> Drawn:
    return _wide_stickers(here, replace(style, ink=Ink.BLANK))


def _hand_out(here: Class, style: Style) -> Drawn:
    return hand_out_list(wide_stock(style), here.stickers, start=3, style=style)


def _glue(here: Class, style: Style) -> Drawn:
    return glue_sheets([here.unit], here.stickers, PICTURES, spot_mm=None, style=style)


def _cards(here: Class, style: Style) -> Drawn:
    return i_can_cards(here.unit, here.unit.spots, PICTURES, style=style)


def _login(here: Class, style: Style) -> Drawn:
    return login_cards(here.students, PICTURES, class_name=ROOM, style=style)


def _login_list(here: Class, style: Style) -> Drawn:
    return login_list_pages(here.students, PICTURES, class_name=ROOM, style=style)


def _takehome(here: Class, style: Style) -> Drawn:
    return takehome_pages(here.unit, here.paths, PICTURES, style=style)


def _wall_of(here: Class, style: Style, *, by_alias: bool = False, spot_mm: float | None = None) -> Drawn:
    spots = here.unit.spots
    seen = {one.id: seen_stickers(one.id, spots, here.progress, Audience.EVERYBODY) for one in here.students}
    shown: Mapping[str, Mapping[str, Earned]] = seen
    return wall_chart(
        here.unit,
        here.students,
        shown,
        PICTURES,
        class_name=ROOM,
        style=style,
        by_alias=by_alias,
        spot_mm=spot_mm,
    )


def _wall_by_alias(here: Class, style: Style) -> Drawn:
    return _wall_of(here, style, by_alias=True)


def _sized_wall(here: Class, style: Style) -> Drawn:
    return _wall_of(here, style, spot_mm=12.0)


def _register(here: Class, style: Style) -> Drawn:
    return class_register([here.unit], here.students, here.progress, ADULTS, class_name=ROOM, style=style)


def _group(here: Class, style: Style) -> Drawn:
    unit, step = here.unit, here.unit.spots[5]
    return group_sheet(unit, step, here.students, here.progress, PICTURES, class_name=ROOM, style=style)


def _next_teacher(here: Class, style: Style) -> Drawn:
    return next_teacher_pages(
        [here.unit], here.students, here.progress, ADULTS, seen_how=seen_how, class_name=ROOM, style=style
    )


def _calibration(_here: Class, style: Style) -> Drawn:
    return calibration_page(style=style)


EVERY_PAGE: Mapping[str, Page] = {
    "quilt": _quilt,
    "proud": _proud,
    "personal": _personal,
    "personal of a size": _sized_personal,
    "certificate": _certificate,
    "stickers": _stickers,
    "wide stickers": _wide_stickers,
    "outlines": _outlines,
    "wide outlines": _wide_outlines,
    "hand-out": _hand_out,
    "glue": _glue,
    "cards": _cards,
    "login": _login,
    "takehome": _takehome,
    "wall": _wall_of,
    "wall by alias": _wall_by_alias,
    "wall of a size": _sized_wall,
    "register": _register,
    "group": _group,
    "login list": _login_list,
    "next teacher": _next_teacher,
    "calibration": _calibration,
}
"""By their names."""

POSTERS = ("quilt", "proud", "wall", "wall by alias", "wall of a size")
"""Those that come as posters, too."""
