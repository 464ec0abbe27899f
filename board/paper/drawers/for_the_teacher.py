"""What a teacher prints for adults, drawn."""

from board.mastery.facts import Fact
from board.mastery.others import for_families
from board.mastery.small_group import busiest_step, called_for
from board.paper.catalogue import kind_called
from board.paper.drawers.style import Pictures
from board.paper.order import Order
from board.paper.shown import grid_of
from board.words.showings import (
    HOW,
    beyond_words,
    evidence_words,
    support_words,
    trials_words,
    tries_words,
    witness_words,
)
from printables.group import group_sheet
from printables.login_list import login_list_pages
from printables.next_teacher import SeenHow, next_teacher_pages
from printables.page.document import Style
from printables.page.drawn import Drawn
from printables.register import class_register
from printables.stickers.calibration import calibration_page
from printables.wall.chart import wall_chart

_SHOWN = "shown"
"""How a step was mastered that was shown in class, as nearly all are."""


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


def login_list(order: Order, pictures: Pictures, style: Style) -> Drawn:
    """Draw what opens each child's page, for the teacher."""
    return login_list_pages(order.students, pictures, class_name=order.class_name, style=style)


def next_teacher(order: Order, _pictures: Pictures, style: Style) -> Drawn:
    """Draw how each child stands, for who teaches it next."""
    return next_teacher_pages(
        order.units,
        order.students,
        for_families(order.progress, order.students, order.everyone),
        order.assessors,
        seen_how=seen_how,
        class_name=order.class_name,
        style=style,
    )


def seen_how(fact: Fact) -> SeenHow:
    """Say how something was seen, on a page that goes to a family too: another child who saw it has no name there."""
    more = (fact.way or "", trials_words(fact), tries_words(fact), *beyond_words(fact), witness_words(fact, {}))
    kept = ", ".join(filter(None, (evidence_words(fact), "note" if fact.note else "")))
    evidence = (kept, f"the child says: {fact.caption}" if fact.caption else "")
    return SeenHow(
        (HOW[fact.how] or _SHOWN, *filter(None, more)),
        support_words(fact),
        tuple(filter(None, evidence)),
        tuple(f"seen: {line}" for line in fact.seen),
    )


def printer_check(_order: Order, _pictures: Pictures, style: Style) -> Drawn:
    """Draw the page that tells how far a printer is off."""
    return calibration_page(style=style)
