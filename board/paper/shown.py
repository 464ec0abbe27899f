"""What of the children stands on the pages of an order: both the pictures made ready and the drawing take it from here."""

from collections.abc import Iterable

from board.mastery.audience import Audience, Earned, earned_by_level, proud_faces, seen_face, seen_stickers
from board.mastery.awards import Award, awards_of
from board.mastery.curriculum import Level
from board.mastery.others import for_families
from board.mastery.path_map import ChildMap, child_map
from board.mastery.seen import SeenPath, seen_path
from board.paper.order import Order


def quilt_of(order: Order) -> tuple[tuple[Level, tuple[Earned, ...]], ...]:
    """Give what the class has earned, level by level."""
    return earned_by_level(order.unit, order.students, order.progress)


def proud_of(order: Order) -> list[tuple[Earned, ...]]:
    """Give what each child is proud of, in the order of the students."""
    return [proud_faces(order.progress, student.id, order.steps) for student in order.students]


def grid_of(order: Order, audience: Audience) -> dict[str, dict[str, Earned]]:
    """Give the stickers of each child by id and step, as a grid shows them."""
    steps = order.unit.spots
    return {student.id: seen_stickers(student.id, steps, order.progress, audience) for student in order.students}


def paths_of(order: Order, audience: Audience) -> tuple[SeenPath, ...]:
    """Give the path of each child, in the order of the students."""
    return tuple(seen_path(order.unit, student, order.progress, audience) for student in order.students)


def maps_of(order: Order) -> tuple[ChildMap, ...]:
    """Give what each child reads of its own path, in the order of the students."""
    return tuple(child_map(order.units, order.unit, student, order.progress) for student in order.students)


def family_paths_of(order: Order, audience: Audience) -> tuple[SeenPath, ...]:
    """Give the path of each child with no other child's name in what is told."""
    progress = for_families(order.progress, order.students, order.everyone)
    return tuple(seen_path(order.unit, student, progress, audience) for student in order.students)


def awards_on(order: Order) -> tuple[Award, ...]:
    """Give an award for each level a child has finished."""
    return awards_of(order.unit, order.students, order.progress, order.assessors, order.level or None)


def stickers_on(order: Order, audience: Audience) -> list[Earned]:
    """Give the stickers to be printed, one for each of `order.stickers`."""
    return [Earned(step, seen_face(order.progress, student.id, step.id, audience)) for student, step in order.stickers]


def on_quilt(order: Order, _audience: Audience) -> Iterable[Earned]:
    """Give the stickers on a quilt, which is for everybody."""
    return (sticker for _, stickers in quilt_of(order) for sticker in stickers)


def on_proud_wall(order: Order, _audience: Audience) -> Iterable[Earned]:
    """Give the stickers on a proud wall, which is for everybody."""
    return (sticker for stickers in proud_of(order) for sticker in stickers)


def on_grid(order: Order, audience: Audience) -> Iterable[Earned]:
    """Give the stickers on a grid."""
    return (sticker for row in grid_of(order, audience).values() for sticker in row.values())


def on_paths(order: Order, audience: Audience) -> Iterable[Earned]:
    """Give the stickers on the paths of children."""
    paths = paths_of(order, audience)
    return (spot.sticker for path in paths for spot in path.spots if spot.sticker is not None)


def on_awards(order: Order, _audience: Audience) -> Iterable[Earned]:
    """Give the stickers on certificates, each child's own."""
    return (sticker for award in awards_on(order) for sticker in (award.hero, *award.others))
