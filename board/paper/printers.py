"""The printers of this computer: what each needs so that it prints where it should."""

from typing import Any

from board.counting import listed
from board.errors import Refusal
from board.mastery.people import clean_line
from board.paper.remembered import PaperSettings
from printables.page.printer import Printer

NAME_LIMIT = 40
"""Longest name of a printer, in characters."""

FARTHEST = 20.0
"""Farthest a page is moved, in mm; a printer that is off by more is not off but wrongly set."""

SMALLEST, LARGEST = 0.9, 1.1
"""Factors between which a page is made smaller or larger."""

_TABLE, _LAST, _LAST_PRINTER = "printers", "last", "printer"


class Printers:
    """The printers that are known at a seat.

    Args:
        settings: Where they are kept.
    """

    def __init__(self, settings: PaperSettings) -> None:
        self._settings = settings

    def known(self) -> dict[str, Printer]:
        """Give the printers that are known on this computer by name, in the order of the alphabet."""
        kept = self._settings.load().paper_table(_TABLE)
        known = {name: _printer_of(kept[name]) for name in sorted(kept, key=str.casefold) if not _name_doubt(name)}
        return {name: printer for name, printer in known.items() if printer is not None}

    def known_name(self, name: str) -> str:
        """Give a printer's name as it is known, whatever its capitals: Office and office are one."""
        called = clean_line(name)
        return next((one for one in self.known() if one.casefold() == called.casefold()), called)

    def called(self, name: str) -> Printer:
        """Give the printer of a name.

        Raises:
            Refusal: None is called so.
        """
        known, called = self.known(), self.known_name(name)
        if called in known:
            return known[called]
        nobody = f'No printer is called "{_quoted(called)}" on this computer'
        raise Refusal(f"{nobody}; known are {', '.join(known)}." if known else f"{nobody}; none is known yet.")

    def last(self) -> str:
        """Give the name of the printer used last, empty when none was used or it is known no more."""
        name = self._settings.load().paper_table(_LAST).get(_LAST_PRINTER)
        return name if isinstance(name, str) and name in self.known() else ""

    def use(self, name: str) -> None:
        """Keep which printer was used last; an empty name means one that needs nothing.

        Raises:
            Refusal: No printer is called so, or it can't be kept.
        """
        if name:
            self.called(name)
        self._settings.keep_paper((_LAST, _LAST_PRINTER, self.known_name(name) or None))

    def keep(self, name: str, printer: Printer) -> None:
        """Keep what a printer needs; from now on it is the one used last.

        Args:
            name: What it is called; a known name gets the new values.
            printer: What it needs.

        Raises:
            Refusal: The name or a value is out of bounds, or it can't be kept.
        """
        called = self.known_name(name)
        doubt = _name_doubt(called) or _doubt(printer)
        if doubt:
            raise Refusal(doubt)
        self._settings.keep_paper((_TABLE, called, printer._asdict()), (_LAST, _LAST_PRINTER, called))

    def forget(self, name: str) -> None:
        """Forget what a printer needs.

        Raises:
            Refusal: No printer is called so, or it can't be forgotten.
        """
        self.called(name)
        called = self.known_name(name)
        forgotten = [(_TABLE, called, None)]
        if self.last() == called:
            forgotten.append((_LAST, _LAST_PRINTER, None))
        self._settings.keep_paper(*forgotten)


def printer_words(printer: Printer) -> str:
    """Say what is done to every page for a printer, such as "moves everything 0.5 mm right and 1 mm down"."""
    ways = (
        (printer.dx, "{size} mm right", "{size} mm left"),
        (printer.dy, "{size} mm down", "{size} mm up"),
    )
    moved = listed([_sized(way, there, back) for way, there, back in ways if _figure(way) != "0"])
    grown = 100 * (printer.scale - 1)
    if _figure(grown) == "0":
        return f"moves everything {moved}" if moved else "prints everything as it is"
    grows = _sized(grown, "{size} % larger", "{size} % smaller")
    return f"moves everything {moved}, and makes it {grows}" if moved else f"makes everything {grows}"


def _sized(value: float, more: str, less: str) -> str:
    return (more if value > 0 else less).format(size=_figure(value))


def _figure(value: float) -> str:
    """Give the size of a value with at most two places."""
    return f"{abs(value):.2f}".rstrip("0").rstrip(".")


def _name_doubt(name: str) -> str:
    """Say what is wrong with a name, empty when nothing is."""
    if not name or name != clean_line(name):
        return "Give the printer a name, such as Office."
    if len(name) > NAME_LIMIT:
        return f"The name of a printer has at most {NAME_LIMIT} letters; choose a shorter one."
    return ""


def _doubt(printer: Printer) -> str:
    """Say what is wrong with what a printer needs, empty when nothing is."""
    if not (abs(printer.dx) <= FARTHEST and abs(printer.dy) <= FARTHEST):  # said so that what is no number is out, too
        return f"A page is moved by at most {FARTHEST:.0f} mm each way; measure again, or look at the printer's own settings."
    if not SMALLEST <= printer.scale <= LARGEST:
        return f"The scale is a factor between {SMALLEST} and {LARGEST}, such as 1.005; 1 changes nothing."
    return ""


def _printer_of(kept: Any) -> Printer | None:
    """Give the printer that was kept, None when it is damaged."""
    try:
        printer = Printer(float(kept["dx"]), float(kept["dy"]), float(kept["scale"]))
    except (TypeError, KeyError, ValueError, OverflowError):
        return None
    return None if _doubt(printer) else printer


def _quoted(name: str) -> str:
    return name if len(name) <= NAME_LIMIT else name[: NAME_LIMIT - 1] + "…"
