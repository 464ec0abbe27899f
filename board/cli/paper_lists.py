"""What can be printed, and on which label sheets, as text and for scripts."""

import json

from click import wrap_text

from board.paper.catalogue import PAGES, Page, Purpose

_WIDTH = 80
_INDENT = 16


def list_of_kinds() -> str:
    """List what can be printed, by what it is for."""
    lines = []
    for purpose in Purpose:
        lines += [f"{purpose}:", ""]
        for page in PAGES:
            if page.purpose is purpose:
                lines += [_told(page), ""]
    return "\n".join(lines).rstrip()


def _told(page: Page) -> str:
    under = " " * _INDENT
    first = wrap_text(f"{page.title}: {page.told}", _WIDTH, f"  {page.kind:<{_INDENT - 2}}", under)
    more = (
        f"Who will see it: {page.seen_by}.",
        f"Paper: {', '.join(page.papers)}.",
        f"Ink: {', '.join(page.inks)}.",
    )
    return "\n".join((first, *(wrap_text(line, _WIDTH, under, under) for line in more)))


def kinds_as_json() -> str:
    """List what can be printed, for scripts."""
    told = [
        {
            "kind": page.kind,
            "title": page.title,
            "what": page.told,
            "purpose": page.purpose,
            "seen_by": page.seen_by,
            "papers": page.papers,
            "inks": page.inks,
        }
        for page in PAGES
    ]
    return json.dumps(told, ensure_ascii=False, indent=1)


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
