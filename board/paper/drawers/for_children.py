"""What children get, drawn."""

from dataclasses import replace

from board.counting import counted, listed
from board.mastery.path_map import ChildMap
from board.paper.catalogue import kind_called
from board.paper.drawers.style import Pictures
from board.paper.order import Order
from board.paper.shown import awards_on, family_paths_of, maps_of, paths_of, stickers_on
from board.words.child_path import growth_words
from board.words.reasons import finished_reason
from printables.cards import i_can_cards
from printables.certificate import certificates
from printables.login import login_cards
from printables.page.document import Style
from printables.page.drawn import Drawn
from printables.personal.backdrop import Said
from printables.personal.chart import personal_charts
from printables.stickers.glue import glue_sheets
from printables.stickers.hand_out import hand_out_list
from printables.stickers.sheet import Sticker, sticker_sheets
from printables.takehome import takehome_pages

_LEVEL_NOT_YET_ONE = "{names} has not finished {title} yet."
_LEVEL_NOT_YET_MANY = "{names} have not finished {title} yet."
_NO_LEVEL_YET_ONE = "{names} has not finished a level of {title} yet."
_NO_LEVEL_YET_MANY = "{names} have not finished a level of {title} yet."


def personal(order: Order, pictures: Pictures, style: Style) -> Drawn:
    """Draw each child's own chart."""
    paths = paths_of(order, kind_called(order.kind).audience)
    said = {seen.student.id: _said(seen) for seen in maps_of(order)}
    return personal_charts(order.unit, paths, pictures, style=style, spot_mm=order.spot_mm, said=said)


def _said(seen: ChildMap) -> Said:
    wanted = seen.wanted
    return Said("" if wanted is None else wanted.step.title, growth_words(seen))


def certificate(order: Order, pictures: Pictures, style: Style) -> Drawn:
    """Draw a certificate for each level a child has finished.

    Raises:
        ValueError: Nobody has finished one.
    """
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


def cards(order: Order, pictures: Pictures, style: Style) -> Drawn:
    """Draw a card for each step."""
    unit = order.unit
    level = next((level for level in unit.levels if level.id == order.level), None)
    steps = (order.step,) if order.step is not None else unit.spots if level is None else level.spots
    return i_can_cards(unit, steps, pictures, style=style)


def login(order: Order, pictures: Pictures, style: Style) -> Drawn:
    """Draw a card for each child to sign in with."""
    return login_cards(order.students, pictures, class_name=order.class_name, style=style)


def take_home(order: Order, pictures: Pictures, style: Style) -> Drawn:
    """Draw each child's page for the family."""
    paths = family_paths_of(order, kind_called(order.kind).audience)
    return takehome_pages(order.unit, paths, pictures, style=style, language=order.language)


def sticker_labels(order: Order, pictures: Pictures, style: Style) -> Drawn:
    """Draw stickers where the labels of a sheet lie.

    Raises:
        ValueError: There is no sticker to print.
    """
    assert order.label is not None
    return sticker_sheets(order.units, order.label, _stickers(order), pictures, start=order.start, style=style)


def sticker_list(order: Order, _pictures: Pictures, style: Style) -> Drawn:
    """Draw the list by which the stickers are handed out, which is the teacher's and may have two sides.

    Raises:
        ValueError: There is no sticker to print.
    """
    assert order.label is not None
    return hand_out_list(order.label, _stickers(order), start=order.start, style=replace(style, one_sided=False))


def glue(order: Order, pictures: Pictures, style: Style) -> Drawn:
    """Draw stickers to cut out and glue.

    Raises:
        ValueError: There is no sticker to print.
    """
    return glue_sheets(order.units, _stickers(order), pictures, spot_mm=order.spot_mm, style=style)


def _stickers(order: Order) -> list[Sticker]:
    if not order.stickers and not replace(order, again=True).stickers and order.look.ink != "blank":
        raise ValueError("Nobody has earned a sticker here yet; mark who got a step, then print its sticker.")
    if not order.stickers and order.named and order.look.ink != "blank":
        whose = listed([one.name for one in order.students])
        raise ValueError(
            f"Every sticker of {whose} was printed already; choose to print them again, or wait for new ones."
        )
    stickers = stickers_on(order, kind_called(order.kind).audience)
    return [Sticker(*sticker, student.name) for (student, _), sticker in zip(order.stickers, stickers, strict=True)]
