"""What a teacher prints for adults, drawn."""

from board.mastery.others import for_families
from board.mastery.small_group import busiest_step, called_for
from board.paper.catalogue import kind_called
from board.paper.drawers.style import Pictures
from board.paper.order import Order
from board.paper.shown import grid_of
from printables.group import group_sheet
from printables.next_teacher import next_teacher_pages
from printables.page.document import Style
from printables.page.drawn import Drawn
from printables.register import class_register
from printables.stickers.calibration import calibration_page
from printables.wall.chart import wall_chart


def wall(order: Order, pictures: Pictures, style: Style) -> Drawn:
    """Draw the whole grid."""
    return wall_chart(
        order.unit,
        order.students,
        grid_of(order, kind_called(order.kind).audience),
        pictures,
        class_name=order.class_name,
        style=style,
        by_alias=order.by_alias,
        spot_mm=order.spot_mm,
    )


def register(order: Order, _pictures: Pictures, style: Style) -> Drawn:
    """Draw every mark as a plain list."""
    return class_register(
        order.units, order.students, order.progress, order.assessors, class_name=order.class_name, style=style
    )


def small_group(order: Order, pictures: Pictures, style: Style) -> Drawn:
    """Draw one step and one small group.

    Raises:
        ValueError: No step is named, and nobody works on one.
    """
    step = order.step or busiest_step(order.unit, order.students, order.progress)
    if step is None:
        raise ValueError(f"Nobody works on a step of {order.unit.title} now; name one, or mark who is trying.")
    students = order.students if order.named else called_for(order.unit, step, order.students, order.progress)
    return group_sheet(order.unit, step, students, order.progress, pictures, class_name=order.class_name, style=style)


def next_teacher(order: Order, _pictures: Pictures, style: Style) -> Drawn:
    """Draw how each child stands, for who teaches it next."""
    progress = for_families(order.progress, order.students, order.everyone)
    return next_teacher_pages(
        order.units, order.students, progress, order.assessors, class_name=order.class_name, style=style
    )


def printer_check(_order: Order, _pictures: Pictures, style: Style) -> Drawn:
    """Draw the page that tells how far a printer is off."""
    return calibration_page(style=style)
