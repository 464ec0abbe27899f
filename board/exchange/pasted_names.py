"""Names as people paste or type them: one a line, a list out of a document, or the place of a file."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from urllib.request import url2pathname

from board.exchange.bullets import without_bullet
from board.exchange.roster import BadRoster, Pupil, Roster, parse_roster, read_roster
from board.exchange.text_file import odd_lines

MOST = 500
"""Lines read; more are no class, and would keep the screen busy."""

_INITIAL = re.compile(r"\w\.?")

_PLACE = re.compile(r"~?/|~\\|[A-Za-z]:[\\/]|\\\\|file://", re.IGNORECASE)
"""How the place of a file begins, as a terminal writes it when a file is dropped on it."""

_ADDRESS = re.compile(r"file://[^/?#]*([^?#]*)", re.IGNORECASE)
"""A web address of a file: whose computer, its place there, and more behind it. Libraries that read addresses refuse some."""

_LISTS = (".csv", ".tsv", ".txt")
_DOCUMENTS = (".xlsx", ".xls", ".ods", ".numbers", ".docx", ".doc", ".odt", ".pages", ".pdf")


def read_names(text: str) -> Roster:
    """Read the names of a class; never refuses: what can't be read is said in the remarks.

    Args:
        text: Names, one a line or with commas between them on one line, or the place of a file with names.
    """
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if len(lines) > MOST:
        return Roster((), (f"These are {len(lines)} lines; a class has at most {MOST}.",))
    try:
        if len(lines) == 1 and _is_place(lines[0]):
            return _told_apart(_of_file(lines[0]))
        roster = _told_apart(parse_roster("\n".join(_cleared(lines)))) if lines else Roster(())
        return Roster(roster.pupils, (*odd_lines(text), *roster.remarks))
    except BadRoster as problem:
        return Roster((), (str(problem),))


def file_place(text: str) -> Path:
    """Give the place that was typed or dropped: without quotation marks, as a web address, or with a ~ for home."""
    place = text.strip()
    if len(place) > 1 and place[0] == place[-1] and place[0] in "'\"":
        place = place[1:-1]
    elif "\\ " in place or "\\(" in place:
        place = re.sub(r"\\(.)", r"\1", place)
    place = address_place(place) or place
    try:
        return Path(place.replace("\0", "")).expanduser()
    except RuntimeError:  # nobody's home is known
        return Path(place)


def address_place(text: str) -> str:
    """Give the place a web address of a file names, empty where a text is none or names none.

    Args:
        text: What was dropped; a file manager writes it so, and anybody may write anything.
    """
    address = _ADDRESS.match(text)
    try:
        return url2pathname(address[1]) if address else ""
    except OSError:  # Windows knows addresses that are no place
        return ""


def _is_place(line: str) -> bool:
    return bool(_PLACE.match(line.strip("'\""))) or line.strip("'\"").lower().endswith((*_LISTS, *_DOCUMENTS))


def _of_file(line: str) -> Roster:
    path = file_place(line)
    try:
        is_file, is_folder = path.is_file(), path.is_dir()
    except (OSError, ValueError):
        is_file = is_folder = False
    if is_folder:
        raise BadRoster(f"{path} is a folder; drop the file with the names here, or paste the names themselves.")
    if not is_file:
        raise BadRoster(f"There is no file {path}; drop it here once more, or paste the names themselves.")
    if path.suffix.lower() in _DOCUMENTS:
        raise BadRoster(f"{path.name} can't be read as it is: open it, copy the names, and paste them here.")
    roster = read_roster(path)
    if len(roster.pupils) > MOST:
        raise BadRoster(f"{path.name} holds {len(roster.pupils)} names; a class has at most {MOST}.")
    return Roster(roster.pupils, (f"Read from {path.name}.", *roster.remarks))


def _cleared(lines: Sequence[str]) -> Iterator[str]:
    """Give the lines without the signs of a list, each with one name where all names stood on one line."""
    parts = [part.strip() for part in re.split("[,;]", lines[0])]
    if len(lines) == 1 and len(parts) > 2:  # noqa: PLR2004 - two parts may be one name, as in "Brown, Ava"
        lines = [part for part in parts if part]
    balanced = sum(line.count('"') for line in lines) % 2 == 0
    for line in lines:
        cleared = without_bullet(line.removeprefix("* "))
        yield cleared if balanced else cleared.replace('"', "")


def _told_apart(roster: Roster) -> Roster:
    """Take every child once, and say where two might be meant."""
    pupils = [as_written(pupil) for pupil in roster.pupils]
    times = Counter(pupil for pupil in pupils if not pupil.number)
    doubts = [
        f"{pupil.full} is there {count} times and taken once. Two children? Write {pupil.given} 1 and {pupil.given} 2."
        for pupil, count in times.items()
        if count > 1
    ]
    return Roster(tuple(dict.fromkeys(pupils)), (*roster.remarks, *doubts))


def as_written(pupil: Pupil) -> Pupil:
    """Give a row that leaves "Ava B." as it is: an initial is no family name to be shortened."""
    if _INITIAL.fullmatch(pupil.family):
        return pupil._replace(given=pupil.full, family="")
    return pupil
