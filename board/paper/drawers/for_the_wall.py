"""What hangs on the wall, drawn."""

from board.mastery.proud import Proud
from board.paper.drawers.style import Pictures
from board.paper.order import Order
from board.paper.shown import proud_of, quilt_of
from printables.page.document import Style
from printables.page.drawn import Drawn
from printables.proud import proud_wall
from printables.quilt.chart import class_quilt


def quilt(order: Order, pictures: Pictures, style: Style) -> Drawn:
    """Draw the class quilt."""
    return class_quilt(order.unit, quilt_of(order), pictures, class_name=order.class_name, style=style)


def proud(order: Order, pictures: Pictures, style: Style) -> Drawn:
    """Draw the proud wall."""
    children = [
        Proud(student.alias, student.emblem, stickers)
        for student, stickers in zip(order.students, proud_of(order), strict=True)
    ]
    return proud_wall(children, pictures, class_name=order.class_name, style=style)
