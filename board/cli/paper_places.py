"""Where board print KIND writes: the page, the list of its stickers, and where things stand on it."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from board.errors import Refusal
from board.paper.keeping import check_layout_place, check_place, keep_layout, keep_pdf
from board.paper.kind import PageKind
from board.paper.layout import layout_of
from printables.page.drawn import Drawn


class Places(NamedTuple):
    """Where files are written.

    Attributes:
        out: The page.
        listed: The list by which its stickers are handed out, None where none is wanted.
        layout: What stands where on the page, None where it is not wanted.
    """

    out: Path
    listed: Path | None
    layout: Path | None


def places_of(kind: PageKind, options: Mapping[str, Any]) -> Places:
    """Give where a call wants its files.

    Args:
        kind: What is printed.
        options: What was given in the call.

    Raises:
        Refusal: One of them can't go there.
    """
    out, listed, layout = options["out"], options.get("list_file"), options["layout"]
    if out in (None, Path()):
        raise Refusal(f"Name the PDF to write: board print {kind.name} -o {kind.name}.pdf")
    if listed is not None and options.get("ink") == "blank":
        raise Refusal("A blank sheet has nobody's stickers; leave --list out.")
    if listed is not None and listed.absolute() == out.absolute():
        raise Refusal("The list needs a file of its own; give --list another name than -o.")
    for pdf in (out, listed):
        if pdf is not None:
            check_place(pdf)
    if layout is not None:
        if layout.absolute() in [pdf.absolute() for pdf in (out, listed) if pdf is not None]:
            raise Refusal("The layout needs a file of its own; give --layout-json another name.")
        check_layout_place(layout)
    return Places(out, listed, layout)


def keep(kind: PageKind, places: Places, pages: Drawn, handed_out: Drawn | None) -> Iterator[str]:
    """Write what was drawn; the page last, since it is remembered when all is there.

    Args:
        kind: What was drawn.
        places: Where it is wanted.
        pages: What was drawn.
        handed_out: The list by which its stickers are handed out, where one is wanted.

    Yields:
        What was written, each a sentence.

    Raises:
        Refusal: Something else stands there by now.
        NotSaved: It can't be written there.
    """
    folders = dict.fromkeys(place.parent for place in places if place is not None)
    fresh = [folder for folder in folders if not folder.exists()]
    told = []
    if places.layout is not None:
        keep_layout(layout_of(kind, pages), places.layout)
        told.append(f"Wrote {places.layout}: what stands where on its pages.")
    if places.listed is not None and handed_out is not None:
        keep_pdf(handed_out.pdf, places.listed)
        told.insert(0, f"Wrote {places.listed}: whose sticker is where.")
    keep_pdf(pages.pdf, places.out)
    yield from (f"Made the folder {folder}." for folder in fresh)
    yield f"Wrote {places.out}. Print it at 100 %."
    yield from told
