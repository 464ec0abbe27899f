"""Empty lines in a list: which of them start a level, and which only give room."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from board.exchange.steps.levels import Draft
from board.exchange.steps.line import Kind
from board.exchange.steps.needless import is_page_number
from board.exchange.steps.words import Words

_FEW = 3
"""One of so many levels may have a single step."""

ONE_GIVES_ROOM = "So that no level has only one step, one blank line starts none here; two do."
ALL_GIVE_ROOM = "So that no level has only one step, blank lines start none here; a line with : at its end does."


def with_breaks(drafts: Sequence[Draft], lines: Sequence[Words]) -> tuple[list[Draft], str]:
    """Put in the empty lines that start a level; a sentence says where one alone starts none.

    An empty line starts a level where that gives levels of several steps; in a list with room between its lines more
    empty lines than usual do, and one below a Boss.

    Args:
        drafts: The lines that are not empty, as they were read.
        lines: All lines.
    """
    gaps = _gaps(drafts, [line for line in lines if not line.text])
    usual = _usual(drafts, {at: len(gap) for at, gap in gaps.items()})
    given = []
    after_boss = {at for at in gaps if _is_boss(drafts[:at])}
    for at, draft in enumerate(drafts):
        gap = gaps.get(at, [])
        if len(gap) > usual or (gap and at in after_boss):
            given.append(Draft(gap[0], Kind.BREAK, before=draft.words.text))
        given.append(draft)
    if any(gap and len(gap) <= usual and at not in after_boss for at, gap in gaps.items()):
        return given, ONE_GIVES_ROOM if usual == 1 else ALL_GIVE_ROOM
    return given, ""


def _gaps(drafts: Sequence[Draft], empty: Sequence[Words]) -> dict[int, list[Words]]:
    """Give the empty lines above each line that could start a level; around headings, criteria and page numbers are none."""
    numbers = {line.numbers[0]: line for line in empty}
    gaps: dict[int, list[Words]] = {}
    kept = [at for at, draft in enumerate(drafts) if not is_page_number(draft.words)]
    for above, here in pairwise(kept):
        between = range(drafts[above].words.numbers[-1] + 1, drafts[here].words.numbers[0])
        if Kind.HEADING not in (drafts[above].kind, drafts[here].kind) and not _are_criteria(drafts[here : here + 2]):
            gaps[here] = [numbers[number] for number in between if number in numbers]
        if here - above > 1:
            gaps[here] = []
    return gaps


def _are_criteria(drafts: Sequence[Draft]) -> bool:
    """Tell whether a line is a criterion, or says that one comes below."""
    return drafts[0].kind is Kind.CRITERION or [one.kind for one in drafts] == [Kind.LEFT_OUT, Kind.CRITERION]


def _is_boss(above: Sequence[Draft]) -> bool:
    """Tell whether the last step above is a Boss; what one looks for in it may stand below it."""
    return next((one.kind is Kind.BOSS for one in reversed(above) if one.kind is not Kind.CRITERION), False)


def _usual(drafts: Sequence[Draft], sizes: Mapping[int, int]) -> int:
    """Give how many empty lines only give room: none where each of them starts a level of several steps."""
    filled = sorted({size for size in sizes.values() if size})
    if not filled or _are_levels(list(_stretches(drafts, sizes))):
        return 0
    most = max(1, len(sizes) // 2)
    return next(
        (usual for usual in (1, *filled) if sum(size > usual for size in sizes.values()) <= most),
        filled[-1],
    )


def _are_levels(stretches: Sequence[Sequence[Draft]]) -> bool:
    """Tell whether these are levels: hardly one is a single step, but for the last, below which more may be typed."""
    lone = [at for at, steps in enumerate(stretches) if len(steps) == 1 and steps[0].kind is Kind.STEP]
    return _FEW * len(lone) <= len(stretches) or lone == [len(stretches) - 1 or -1]


def _stretches(drafts: Sequence[Draft], sizes: Mapping[int, int]) -> Iterator[list[Draft]]:
    """Give the steps between empty lines; those between two headings are none."""
    stretch: list[Draft] = []
    is_apart = False
    for at, draft in enumerate(drafts):
        if sizes.get(at) or draft.kind is Kind.HEADING:
            is_gap = bool(sizes.get(at))
            if stretch and (is_apart or is_gap):
                yield stretch
            if stretch or not is_gap:
                is_apart = is_gap
            stretch = []
        if draft.kind in (Kind.STEP, Kind.BOSS):
            stretch.append(draft)
    if stretch and is_apart:
        yield stretch
