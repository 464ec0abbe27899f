"""The pictures a page needs, made ready for paper: starter art, signs, and the children's own."""

from collections.abc import Callable, Iterable
from pathlib import Path

from board.elsewhere import IN_THIS_THREAD, Elsewhere
from board.mastery.picture_word import PICTURES, in_a_word
from board.mastery.pictures import Face
from board.paper.catalogue import kind_called
from board.paper.kind import PageKind, Starter
from board.paper.order import Order
from board.paper.papers import LARGE_PX, LARGEST_PX, USUAL_PX

Own = Callable[[Face, int], bytes | None]
"""Gives a sticker of a child's own picture as a square JPEG of so many px, None when the picture is not here."""

_MM_AT_300_DPI = 25.4 / 300


def ready_pictures(
    order: Order,
    cache: Path | None,
    own: Own,
    tell: Callable[[float], None],
    *,
    px: int | None = None,
    elsewhere: Elsewhere = IN_THIS_THREAD,
) -> dict[str, bytes]:
    """Make the pictures of an order ready for paper.

    Args:
        order: What to print.
        cache: Folder for starter art made ready for paper, or None.
        own: Where stickers of the children's own pictures come from.
        tell: Called with the share that is done, 0 to 1.
        px: Pixels across each, None for as many as its size on paper needs.
        elsewhere: Where those are made that were not before.

    Returns:
        Square JPEGs by the names pages call them.
    """
    from board.art.print_ready import print_ready  # noqa: PLC0415 - Pillow is loaded only to print

    kind = kind_called(order.kind)
    px, starters, faces = px or _px(kind, order), _starters(kind, order), _faces(kind, order)
    words = _passwords(kind)
    ready, total = {}, len(starters) + len(words) + len(faces)
    for number, (name, path) in enumerate(starters.items(), 1):
        ready[name] = print_ready(path, px, cache, elsewhere=elsewhere)
        tell(number / total)
    for number, (name, path) in enumerate(words.items(), len(starters) + 1):
        ready[name] = print_ready(path, px, cache, plain=order.outlines, elsewhere=elsewhere)
        tell(number / total)
    for number, face in enumerate(faces, len(starters) + len(words) + 1):
        jpeg = own(face, px)
        if jpeg is not None:
            ready[face.name] = jpeg
        tell(number / total)
    return ready


def _px(kind: PageKind, order: Order) -> int:
    """Choose how many pixels a picture needs: 300 dpi at the width it will have."""
    if order.look.sheets > 1:
        return LARGEST_PX
    if kind.px is not None:
        return kind.px
    across = order.spot_mm or 0.0 if order.label is None else order.label.spot_mm
    wanted = across / _MM_AT_300_DPI
    return next((px for px in (USUAL_PX, LARGE_PX) if wanted <= px), LARGEST_PX)


def _faces(kind: PageKind, order: Order) -> list[Face]:
    """Give the children's own pictures on a page, each once."""
    stickers = kind.stickers(order, kind.audience)
    return list(dict.fromkeys(sticker.face for sticker in stickers if sticker.face is not None))


def _starters(kind: PageKind, order: Order) -> dict[str, Path]:
    """Give the files of the starter badges and signs on a page by their names."""
    from board.art.starter import emblems, step_badges  # noqa: PLC0415

    found: dict[str, Path] = {}
    if Starter.BADGES in kind.starters:
        found |= _known(step_badges(), (step.badge for step in order.steps))
    if Starter.SIGNS in kind.starters:
        found |= _known(emblems(), (student.emblem for student in order.students))
    return found


def _passwords(kind: PageKind) -> dict[str, Path]:
    """Give the files of the pictures words are made of, by the names pages call them: a child's sign may be the same picture."""
    from board.art.starter import emblems, step_badges  # noqa: PLC0415

    if Starter.PASSWORDS not in kind.starters:
        return {}
    known = _known({**step_badges(), **emblems()}, PICTURES)
    return {in_a_word(name): path for name, path in known.items()}


def _known(pictures: dict[str, Path], names: Iterable[str]) -> dict[str, Path]:
    return {name: pictures[name] for name in names if name in pictures}
