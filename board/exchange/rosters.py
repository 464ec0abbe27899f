"""The one door for lists of students: a file, what was pasted, and the set of a school."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from board.disk import reason
from board.errors import Refusal
from board.exchange.lists.listed import Listed
from board.exchange.lists.reading import Reading, read_text
from board.exchange.places import DOCUMENTS, file_place, is_dropped, is_place
from board.exchange.sets.lone_file import lone_file
from board.exchange.sets.school_class import SchoolClass
from board.exchange.tables.column import Chosen
from board.exchange.tables.header_row import header_at
from board.exchange.text_file import decoded
from board.mastery.names.parts import is_suffix
from board.mastery.people import clean_line

MOST_PASTED = 2_000
"""Lines read while one types; more come as a file."""

_MOST_BYTES = 64 << 20
"""Bytes of a file that is read; the largest school is far below."""

_ASSUMED = (
    "The list doesn't say in which letters it is written; they were read as {letters}. "
    "If names look wrong, save the list as UTF-8 and read it once more."
)
_SEVERAL = 3
"""Parts with commas between them that are names each; two may be one, as in "Brown, Ava"."""

_NO_NAME = re.compile(r"\d|^[A-Za-z]$")
"""What stands in a cell beside a name: a grade, an id, M or F."""

_NOT_BOTH = (
    "A file and typed names are taken one after the other; nothing is taken as long as {place} stands among others."
)
_BROKEN_OFF = "The file breaks off in the middle of a letter; look at the last name, and export the list once more."


def read_list(path: Path, chosen: Chosen | None = None) -> Reading:
    """Read a list from a file.

    Args:
        path: A file in UTF-8, UTF-16 or an old code page.
        chosen: What the teacher says about its columns.

    Raises:
        Refusal: No names can be read from it.
    """
    if path.suffix.lower() == ".toml":
        raise Refusal(f"{path} looks like a unit file; import it with: board unit {path.name}")
    if path.suffix.lower() in DOCUMENTS:
        raise Refusal(f"{path.name} can't be read as it is: save the list as CSV, or copy the names and paste them.")
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise Refusal(f"{path} is too large for a list of students; give the list of your class or of one school.")
        data = path.read_bytes()
    except OSError as error:
        raise Refusal(f"{path} can't be read ({reason(error)}).") from error
    read = decoded(data)
    if read is None:
        raise Refusal(f"{path} is not a text file; export the list as CSV in UTF-8 and try that file.")
    if read.is_unclear:
        raise Refusal(f"{path} doesn't say in which letters it is written; save it as UTF-8 and try that file.")
    reading = _told_of_its_set(path.name, read_text(_one_a_line(read.text), chosen))
    if not reading.people and not reading.left_out:
        raise Refusal(f"{path} holds no names; write one student a line, with a header such as name or first,last.")
    broken_off = (_BROKEN_OFF,) if read.broken_off else ()
    assumed = (_ASSUMED.format(letters=read.assumed),) if read.assumed else ()
    return replace(reading, called=path.name, remarks=(*broken_off, *assumed, *reading.remarks))


def read_pasted(text: str, chosen: Chosen | None = None) -> Reading:
    """Read what was pasted or typed; never refuses: what can't be read is said in the remarks.

    Args:
        text: Names, one a line or with commas between them on one line, a table, or the place of a file.
        chosen: What the teacher says about its columns.
    """
    lines = _filled_lines(text)
    if len(lines) > MOST_PASTED:
        said = f"These are {len(lines)} lines; write them into a file, and drop the file here."
        return Reading(remarks=(said,))
    try:
        if len(lines) == 1 and is_place(lines[0].strip()):
            return read_list(_place(lines[0].strip()), chosen)
        dropped = next((line for line in lines if is_dropped(line.strip())), None)
        if dropped is not None:
            return Reading(remarks=(_NOT_BOTH.format(place=clean_line(dropped)),))
        return _told_of_its_set("", read_text(_one_a_line(text), chosen)) if lines else Reading()
    except Refusal as refusal:
        return Reading(remarks=(str(refusal),))


def place_of_list(text: str) -> Path | None:
    """Give the file whose place is all that was typed, None for any other text.

    Args:
        text: What was typed or dropped.
    """
    line = text.strip()
    try:
        path = file_place(line) if len(_filled_lines(text)) == 1 and is_place(line) else None
        return path if path is not None and path.is_file() else None
    except (OSError, ValueError):
        return None


def _place(line: str) -> Path:
    path = file_place(line)
    try:
        is_file, is_folder = path.is_file(), path.is_dir()
    except (OSError, ValueError):
        is_file = is_folder = False
    if is_folder:
        raise Refusal(f"{path} is a folder; drop the list itself here, or paste the names.")
    if not is_file:
        raise Refusal(f"There is no file {path}; drop it here once more, or paste the names themselves.")
    return path


def _filled_lines(text: str) -> list[str]:
    """Give the lines that hold anything, cut where rows are: a break inside of a name is none of a line."""
    return [line for line in re.split("\r\n|\r|\n", text) if line.strip()]


def _one_a_line(text: str) -> str:
    """Give each name its line where all of them stand on one; what may be one name, or the cells of a row, stays."""
    lines = _filled_lines(text)
    if len(lines) != 1 or '"' in lines[0] or "\t" in lines[0]:
        return text
    groups = [part.strip() for part in lines[0].split(";") if part.strip()]
    if len(groups) > 1 and all(group.count(",") == 1 for group in groups):  # Brown, Ava; Lopez, Liam
        return "\n".join(groups)
    parts = [part.strip() for part in re.split("[,;]", lines[0]) if part.strip()]
    if len(parts) < _SEVERAL or any(map(_NO_NAME.search, parts)) or header_at([parts]) is not None:
        return text
    names: list[str] = []
    for part in parts:
        if names and is_suffix(part):
            names[-1] = f"{names[-1]} {part}"
        else:
            names.append(part)
    return "\n".join(names) if len(names) >= _SEVERAL else text


def _told_of_its_set(called: str, reading: Reading) -> Reading:
    """Say when a list is one file of a set of a school.

    Raises:
        Refusal: It is one without students.
    """
    headers = [column.header for column in reading.columns]
    lone = lone_file(called, headers if any(headers) else next(iter(reading.first_rows), ()))
    if lone is not None and not lone.has_children:
        raise Refusal(lone.said)
    return reading if lone is None else replace(reading, remarks=(lone.said, *reading.remarks))


def classes_of(people: Sequence[Listed]) -> tuple[SchoolClass, ...]:
    """Give the classes a list names, in the order of their titles; the title is what each is chosen by."""
    sizes = Counter(title for person in people for title in person.classes)
    grades: dict[str, dict[str, None]] = {}
    for person in people:
        for title in person.classes:
            grades.setdefault(title, {}).update({person.grade: None} if person.grade else {})
    return tuple(SchoolClass(title, title, (), sizes[title], tuple(sorted(grades[title]))) for title in sorted(sizes))
