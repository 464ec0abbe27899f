"""What of the children stands on the pages of an order: both the pictures made ready and the drawing take it from here."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from board.mastery.audience import Audience, Earned, earned_by_level, proud_faces, seen_face, seen_stickers
from board.mastery.awards import Award, awards_of
from board.mastery.curriculum import Level
from board.mastery.others import for_families
from board.mastery.pictures import Face
from board.mastery.seen import SeenPath, seen_path
from board.paper.catalogue import CATALOGUE, PageKind
from board.paper.order import Order


def quilt_of(order: Order) -> tuple[tuple[Level, tuple[Earned, ...]], ...]:
    """Give what the class has earned, level by level."""
    return earned_by_level(order.unit, order.students, order.progress)


def proud_of(order: Order) -> list[tuple[Earned, ...]]:
    """Give what each child is proud of, in the order of the students."""
    return [proud_faces(order.progress, student.id, order.steps) for student in order.students]


def grid_of(order: Order) -> dict[str, dict[str, Earned]]:
    """Give the stickers of each child by id and step, as a grid shows them."""
    audience, steps = _audience(order), order.unit.spots
    return {student.id: seen_stickers(student.id, steps, order.progress, audience) for student in order.students}


def paths_of(order: Order) -> tuple[SeenPath, ...]:
    """Give the path of each child, in the order of the students."""
    audience = _audience(order)
    return tuple(seen_path(order.unit, student, order.progress, audience) for student in order.students)


def family_paths_of(order: Order) -> tuple[SeenPath, ...]:
    """Give the path of each child with no other child's name in what is told."""
    audience, progress = _audience(order), for_families(order.progress, order.students, order.everyone)
    return tuple(seen_path(order.unit, student, progress, audience) for student in order.students)


def awards_on(order: Order) -> tuple[Award, ...]:
    """Give an award for each level a child has finished."""
    return awards_of(order.unit, order.students, order.progress, order.assessors, order.level or None)


def stickers_on(order: Order) -> list[Earned]:
    """Give the stickers to be printed, one for each of `order.stickers`."""
    audience = _audience(order)
    return [Earned(step, seen_face(order.progress, student.id, step.id, audience)) for student, step in order.stickers]


def faces_on(order: Order) -> list[Face]:
    """Give the children's own pictures on a page, each once; none where a kind of page shows none."""
    stickers = _ON.get(order.kind, _no_stickers)(order)
    return list(dict.fromkeys(sticker.face for sticker in stickers if sticker.face is not None))


def _audience(order: Order) -> Audience:
    return CATALOGUE[order.kind].audience


def _no_stickers(_order: Order) -> Iterable[Earned]:
    return ()


def _on_quilt(order: Order) -> Iterator[Earned]:
    return (sticker for _, stickers in quilt_of(order) for sticker in stickers)


def _on_proud_wall(order: Order) -> Iterator[Earned]:
    return (sticker for stickers in proud_of(order) for sticker in stickers)


def _on_grid(order: Order) -> Iterator[Earned]:
    return (sticker for row in grid_of(order).values() for sticker in row.values())


def _on_paths(order: Order) -> Iterator[Earned]:
    return (spot.sticker for path in paths_of(order) for spot in path.spots if spot.sticker is not None)


def _on_awards(order: Order) -> Iterator[Earned]:
    return (sticker for award in awards_on(order) for sticker in (award.hero, *award.others))


_ON: Mapping[PageKind, Callable[[Order], Iterable[Earned]]] = {
    PageKind.QUILT: _on_quilt,
    PageKind.PROUD: _on_proud_wall,
    PageKind.WALL: _on_grid,
    PageKind.PERSONAL: _on_paths,
    PageKind.TAKEHOME: _on_paths,
    PageKind.CERTIFICATE: _on_awards,
    PageKind.STICKERS: stickers_on,
    PageKind.GLUE: stickers_on,
}
