"""What can be printed, and on which label sheets, as text and for scripts."""

from click import wrap_text

from board.mastery.harmless import harmless_json
from board.paper.catalogue import kinds
from board.paper.kind import PageKind, Purpose

_WIDTH = 80
_INDENT = 16


def list_of_kinds() -> str:
    """List what can be printed, by what it is for."""
    lines = []
    for purpose in Purpose:
        lines += [f"{purpose}:", ""]
        for kind in kinds():
            if kind.purpose is purpose:
                lines += [_told(kind), ""]
    return "\n".join(lines).rstrip()


def _told(kind: PageKind) -> str:
    under = " " * _INDENT
    first = wrap_text(f"{kind.title}: {kind.told}", _WIDTH, f"  {kind.name:<{_INDENT - 2}}", under)
    more = (
        f"Who will see it: {kind.seen_by}.",
        f"Paper: {', '.join(kind.papers)}.",
        f"Ink: {', '.join(kind.inks)}.",
    )
    return "\n".join((first, *(wrap_text(line, _WIDTH, under, under) for line in more)))


def kinds_as_json() -> str:
    """List what can be printed, for scripts."""
    told = [
        {
            "kind": kind.name,
            "title": kind.title,
            "what": kind.told,
            "purpose": kind.purpose,
            "seen_by": kind.seen_by,
            "papers": kind.papers,
            "inks": kind.inks,
        }
        for kind in kinds()
    ]
    return harmless_json(told)


def list_of_labels() -> str:
    """List the label sheets that are known by their paper, each with its size; those to try first have a star."""
    from printables.stock import stocks  # noqa: PLC0415 - read only when asked for

    lines = []
    for paper in dict.fromkeys(one.page for one in stocks()):
        lines += [f"{paper}:", ""]
        for one in stocks():
            if one.page == paper:
                grid = f"{one.columns} x {one.rows}"
                star = " *" if one.is_unsure else ""
                lines.append(f"  {one.id:<17} {grid:<7} {one.size_words:<29} {one.name}{star}")
        lines.append("")
    return "\n".join((*lines, *_LEGEND))


_LEGEND = (
    "* Where its labels lie is not sure. Print --ink blank on plain paper and hold it",
    "  against a sheet first.",
    "",
    "Another sheet: --own-sheet with six numbers in mm, measured with a ruler: from",
    "the paper's left edge to the first label, from its upper edge to it; the label's",
    "width and height; from one label to the next across and down.",
)
