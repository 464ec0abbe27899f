"""The pictures a page needs, made ready for paper: starter art, signs, and the children's own."""

from collections.abc import Callable, Iterable
from pathlib import Path

from board.mastery.picture_word import PICTURES
from board.mastery.pictures import Face
from board.paper.catalogue import PageKind
from board.paper.order import Order
from board.paper.shown import faces_on

Own = Callable[[Face, int], bytes | None]
"""Gives a sticker of a child's own picture as a square JPEG of so many px, None when the picture is not here."""

_USUAL_PX, _LARGE_PX, _LARGEST_PX = 256, 384, 600
"""Pixels across a picture: 300 dpi at 21.7, 32 and 51 mm."""

_MM_AT_300_DPI = 25.4 / 300

_LARGE = (PageKind.CERTIFICATE, PageKind.PROUD, PageKind.CARDS, PageKind.LOGIN)
"""Kinds whose pictures are larger than a usual sticker."""

_WITHOUT_SIGNS = (PageKind.QUILT, PageKind.CARDS, PageKind.REGISTER, PageKind.NEXT_TEACHER, PageKind.CALIBRATION)
_WITHOUT_ANY = (PageKind.REGISTER, PageKind.NEXT_TEACHER, PageKind.CALIBRATION)


def ready_pictures(
    order: Order, cache: Path | None, own: Own, tell: Callable[[float], None], px: int | None = None
) -> dict[str, bytes]:
    """Make the pictures of an order ready for paper.

    Args:
        order: What to print.
        cache: Folder for starter art made ready for paper, or None.
        own: Where stickers of the children's own pictures come from.
        tell: Called with the share that is done, 0 to 1.
        px: Pixels across each, None for as many as its size on paper needs.

    Returns:
        Square JPEGs by the names pages call them.
    """
    from board.art.print_ready import print_ready  # noqa: PLC0415 - Pillow is loaded only to print

    px, starters, faces = px or _px(order), _starters(order), faces_on(order)
    ready, total = {}, len(starters) + len(faces)
    for number, (name, path) in enumerate(starters.items(), 1):
        ready[name] = print_ready(path, px, cache)
        tell(number / total)
    for number, face in enumerate(faces, len(starters) + 1):
        jpeg = own(face, px)
        if jpeg is not None:
            ready[face.name] = jpeg
        tell(number / total)
    return ready


def _px(order: Order) -> int:
    """Choose how many pixels a picture needs: 300 dpi at the width it will have."""
    if order.look.sheets > 1:
        return _LARGEST_PX
    across = (
        order.label.spot_mm if order.kind is PageKind.STICKERS and order.label is not None else order.spot_mm or 0.0
    )
    if order.kind in _LARGE:
        return _LARGEST_PX
    if order.kind is PageKind.TAKEHOME:
        return _LARGE_PX
    wanted = across / _MM_AT_300_DPI
    return next((px for px in (_USUAL_PX, _LARGE_PX) if wanted <= px), _LARGEST_PX)


def _starters(order: Order) -> dict[str, Path]:
    """Give the files of the starter badges and signs on a page by their names."""
    from board.art.starter import emblems, step_badges  # noqa: PLC0415

    if order.kind in _WITHOUT_ANY:
        return {}
    found = _known(step_badges(), (step.badge for step in order.steps))
    if order.kind not in _WITHOUT_SIGNS:
        found |= _known(emblems(), (student.emblem for student in order.students))
    if order.kind is PageKind.LOGIN:
        found |= _known({**step_badges(), **emblems()}, PICTURES)
    return found


def _known(pictures: dict[str, Path], names: Iterable[str]) -> dict[str, Path]:
    return {name: pictures[name] for name in names if name in pictures}
