"""Each kind of page drawn from an order; loads reportlab, so it is imported only to print."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from board.counting import counted, listed
from board.mastery.others import for_families
from board.mastery.small_group import busiest_step, called_for
from board.paper.catalogue import CATALOGUE, PageKind
from board.paper.order import Order
from board.paper.shown import awards_on, family_paths_of, grid_of, paths_of, proud_of, quilt_of, stickers_on
from board.words.reasons import finished_reason
from printables.cards import i_can_cards
from printables.certificate import certificates
from printables.group import group_sheet
from printables.lettering.voices import letters_of
from printables.login import login_cards
from printables.next_teacher import next_teacher_pages
from printables.page.document import Style
from printables.page.drawn import Drawn
from printables.page.hues import Ink
from printables.page.paper import Paper, Surface
from printables.page.pictures import Picture
from printables.page.printer import Printer
from printables.personal.chart import personal_charts
from printables.proud import Proud, proud_wall
from printables.quilt.chart import class_quilt
from printables.register import class_register
from printables.stickers.calibration import calibration_page
from printables.stickers.glue import glue_sheets
from printables.stickers.hand_out import hand_out_list
from printables.stickers.sheet import Sticker, sticker_sheets
from printables.takehome import takehome_pages
from printables.wall.chart import wall_chart

_LEVEL_NOT_YET_ONE = "{names} has not finished {title} yet."
_LEVEL_NOT_YET_MANY = "{names} have not finished {title} yet."
_NO_LEVEL_YET_ONE = "{names} has not finished a level of {title} yet."
_NO_LEVEL_YET_MANY = "{names} have not finished a level of {title} yet."

Pictures = Mapping[str, Picture]


def drawn_of(order: Order, jpegs: Mapping[str, bytes]) -> Drawn:
    """Draw an order.

    Args:
        order: What to print.
        jpegs: Its pictures, made ready for paper.

    Raises:
        ValueError: There is nothing to print, or it does not fit the paper.
    """
    pictures = {name: Picture(name, jpeg) for name, jpeg in jpegs.items()}
    return _DRAWN[order.kind](order, pictures, style_of(order))


def list_of(order: Order) -> Drawn:
    """Draw the list by which the stickers of an order are handed out.

    Raises:
        ValueError: There is no sticker to print.
    """
    assert order.label is not None
    style = replace(style_of(order), one_sided=False)
    return hand_out_list(order.label, _stickers(order), start=order.start, style=style)


def style_of(order: Order) -> Style:
    """Give what all kinds of pages are told alike."""
    look = order.look
    surface = Surface(Paper(look.paper)) if look.sheets == 1 else Surface(Paper(look.sheet), look.sheets)
    letters = letters_of(early=look.early, larger=look.larger)
    one_sided = CATALOGUE[order.kind].one_sided
    return Style(surface, order.made, Ink(look.ink), letters, Printer(*look.printer), one_sided)


def _quilt(order: Order, pictures: Pictures, style: Style) -> Drawn:
    return class_quilt(order.unit, quilt_of(order), pictures, class_name=order.class_name, style=style)


def _proud(order: Order, pictures: Pictures, style: Style) -> Drawn:
    children = [
        Proud(student.alias, student.emblem, stickers)
        for student, stickers in zip(order.students, proud_of(order), strict=True)
    ]
    return proud_wall(children, pictures, class_name=order.class_name, style=style)


def _wall(order: Order, pictures: Pictures, style: Style) -> Drawn:
    return wall_chart(
        order.unit,
        order.students,
        grid_of(order),
        pictures,
        class_name=order.class_name,
        style=style,
        by_alias=order.by_alias,
        spot_mm=order.spot_mm,
    )


def _personal(order: Order, pictures: Pictures, style: Style) -> Drawn:
    return personal_charts(order.unit, paths_of(order), pictures, style=style, spot_mm=order.spot_mm)


def _certificate(order: Order, pictures: Pictures, style: Style) -> Drawn:
    awards = awards_on(order)
    if not awards:
        raise ValueError(_nothing_finished(order))
    reasons = [finished_reason(award.why) for award in awards]
    return certificates(order.unit, awards, reasons, pictures, class_name=order.class_name, style=style)


def _nothing_finished(order: Order) -> str:
    titles = [level.title for level in order.unit.levels if level.id == order.level]
    names, of, title = listed([one.name for one in order.students]), len(order.students), order.unit.title
    if titles and order.named:
        return counted(_LEVEL_NOT_YET_ONE, _LEVEL_NOT_YET_MANY, of, names=names, title=titles[0])
    if order.named:
        return counted(_NO_LEVEL_YET_ONE, _NO_LEVEL_YET_MANY, of, names=names, title=title)
    return f"Nobody has finished {titles[0]} yet." if titles else f"Nobody has finished a level of {title} yet."


def _cards(order: Order, pictures: Pictures, style: Style) -> Drawn:
    unit = order.unit
    level = next((level for level in unit.levels if level.id == order.level), None)
    steps = (order.step,) if order.step is not None else unit.spots if level is None else level.spots
    return i_can_cards(unit, steps, pictures, style=style)


def _login(order: Order, pictures: Pictures, style: Style) -> Drawn:
    return login_cards(order.students, pictures, class_name=order.class_name, style=style)


def _takehome(order: Order, pictures: Pictures, style: Style) -> Drawn:
    return takehome_pages(order.unit, family_paths_of(order), pictures, style=style, language=order.language)


def _register(order: Order, _pictures: Pictures, style: Style) -> Drawn:
    return class_register(
        order.units, order.students, order.progress, order.assessors, class_name=order.class_name, style=style
    )


def _next_teacher(order: Order, _pictures: Pictures, style: Style) -> Drawn:
    progress = for_families(order.progress, order.students, order.everyone)
    return next_teacher_pages(
        order.units, order.students, progress, order.assessors, class_name=order.class_name, style=style
    )


def _group(order: Order, pictures: Pictures, style: Style) -> Drawn:
    step = order.step or busiest_step(order.unit, order.students, order.progress)
    if step is None:
        raise ValueError(f"Nobody works on a step of {order.unit.title} now; name one, or mark who is trying.")
    students = order.students if order.named else called_for(order.unit, step, order.students, order.progress)
    return group_sheet(order.unit, step, students, order.progress, pictures, class_name=order.class_name, style=style)


def _stickers(order: Order) -> list[Sticker]:
    if not order.stickers and not replace(order, again=True).stickers and order.look.ink != "blank":
        raise ValueError("Nobody has earned a sticker here yet; mark who got a step, then print its sticker.")
    if not order.stickers and order.named and order.look.ink != "blank":
        whose = listed([one.name for one in order.students])
        raise ValueError(
            f"Every sticker of {whose} was printed already; choose to print them again, or wait for new ones."
        )
    return [
        Sticker(*sticker, student.name)
        for (student, _), sticker in zip(order.stickers, stickers_on(order), strict=True)
    ]


def _sticker_sheets(order: Order, pictures: Pictures, style: Style) -> Drawn:
    assert order.label is not None
    return sticker_sheets(order.units, order.label, _stickers(order), pictures, start=order.start, style=style)


def _glue(order: Order, pictures: Pictures, style: Style) -> Drawn:
    return glue_sheets(order.units, _stickers(order), pictures, spot_mm=order.spot_mm, style=style)


def _calibration(_order: Order, _pictures: Pictures, style: Style) -> Drawn:
    return calibration_page(style=style)


_DRAWN: Mapping[PageKind, Callable[[Order, Pictures, Style], Drawn]] = {
    PageKind.QUILT: _quilt,
    PageKind.PROUD: _proud,
    PageKind.PERSONAL: _personal,
    PageKind.CERTIFICATE: _certificate,
    PageKind.STICKERS: _sticker_sheets,
    PageKind.GLUE: _glue,
    PageKind.CARDS: _cards,
    PageKind.LOGIN: _login,
    PageKind.TAKEHOME: _takehome,
    PageKind.WALL: _wall,
    PageKind.REGISTER: _register,
    PageKind.GROUP: _group,
    PageKind.NEXT_TEACHER: _next_teacher,
    PageKind.CALIBRATION: _calibration,
}
