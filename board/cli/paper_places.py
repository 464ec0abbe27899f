"""Where board print KIND writes: the page, the list of its stickers, and where things stand on it."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from board.errors import Refusal
from board.paper.keeping import check_layout_place, check_place, keep_together
from board.paper.kind import PageKind
from board.paper.layout import layout_of
from board.store.layout import PRINTS
from board.store.library import is_class
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


def places_of(kind: PageKind, options: Mapping[str, Any], typed: str) -> Places:
    """Give where a call wants its files.

    Args:
        kind: What is printed.
        options: What was given in the call.
        typed: The same as it was typed behind the kind.

    Raises:
        Refusal: One of them can't go there.
    """
    out, listed, layout = options["out"], options.get("list_file"), options["layout"]
    if out is None and typed:
        raise Refusal(f"Name the PDF to write: board print {kind.name} {typed} -o {kind.name}.pdf")
    if out in (None, Path()):
        raise Refusal(f"Name the PDF to write: board print {kind.name} -o {kind.name}.pdf")
    if listed is not None and options.get("ink") == "blank":
        raise Refusal("A blank sheet has nobody's stickers; leave --list out.")
    if layout in (Path(), Path("-")):
        raise Refusal("Name the file to write: --layout-json places.json")
    places = Places(out, listed, layout)
    _refuse_one_for_two(places)
    for place in filter(None, places):
        _refuse_inside_a_class(place)
    _refuse_what_stands_there(places)
    return places


def _refuse_what_stands_there(places: Places) -> None:
    """Refuse to write over anything but what is written here.

    Raises:
        Refusal: Something else stands there.
    """
    for pdf in filter(None, (places.out, places.listed)):
        check_place(pdf)
    if places.layout is not None:
        check_layout_place(places.layout)


def _refuse_one_for_two(places: Places) -> None:
    """Refuse one file for two things, however its name is spelled.

    Raises:
        Refusal: Two of the places are one.
    """
    out, listed, layout = (place and place.resolve() for place in places)
    if listed is not None and listed == out:
        raise Refusal("The list needs a file of its own; give --list another name than -o.")
    if layout is not None and layout in (out, listed):
        raise Refusal("The layout needs a file of its own; give --layout-json another name.")


def _refuse_inside_a_class(place: Path) -> None:
    """Refuse a file among those of a class; pages may lie among its prints.

    Raises:
        Refusal: It would lie there.
    """
    whole = place.resolve()
    folder = next((parent for parent in whole.parents if is_class(parent)), None)
    if folder is not None and not (PRINTS.within(folder) == whole.parent and PRINTS.fits(whole.name)):
        raise Refusal(
            f"{place} lies inside the class folder {folder.name}, where only the board writes; choose another place."
        )


def keep(kind: PageKind, places: Places, pages: Drawn, handed_out: Drawn | None) -> Iterator[str]:
    """Write what was drawn, all of it or nothing.

    Args:
        kind: What was drawn.
        places: Where it is wanted.
        pages: What was drawn.
        handed_out: The list by which its stickers are handed out, where one is wanted.

    Yields:
        What was written, each a sentence.

    Raises:
        Refusal: Something else stands there by now.
        NotSaved: Something can't be written there.
    """
    folders = dict.fromkeys(place.parent for place in places if place is not None)
    fresh = [folder for folder in folders if not folder.exists()]
    files, told = {places.out: pages.pdf}, list[str]()
    if places.listed is not None and handed_out is not None:
        files[places.listed] = handed_out.pdf
        told.append(f"Wrote {places.listed}: whose sticker is where.")
    if places.layout is not None:
        files[places.layout] = layout_of(kind, pages).encode()
        told.append(f"Wrote {places.layout}: what stands where on its pages.")
    _refuse_what_stands_there(places)
    keep_together(files)
    yield from (f"Made the folder {folder}." for folder in fresh)
    yield f"Wrote {places.out}. Print it at 100 %."
    yield from told
