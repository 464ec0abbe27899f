"""A list as it was understood, before anything is changed: the one door for files, pastes and the command line."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from board.counting import counted, listed
from board.disk import reason
from board.errors import Refusal
from board.exchange.lists.columns import columns_of
from board.exchange.lists.listed import Column, LeftOut, Listed
from board.exchange.lists.meanings import Meaning
from board.exchange.lists.people import people_of
from board.exchange.lists.table import table_of
from board.exchange.places import DOCUMENTS, file_place, is_place
from board.exchange.text_file import decoded, odd_lines

Chosen = Mapping[int, Meaning]
"""What the teacher says a column means, by its place from 0."""

MOST_PASTED = 2_000
"""Lines read while one types; more come as a file."""

_FIRST_ROWS = 12
"""Rows kept to be looked at below the columns."""

_BROKEN_OFF = "The file breaks off in the middle of a letter; look at the last name, and export the list once more."
_RUINED_ONE = "Excel has shortened the id {ids}, so it is not used; format the column as text and export it once more."
_RUINED_MANY = (
    "Excel has shortened ids such as {ids}, so they are not used; format the column as text and export it once more."
)
_TOLD = 3
"""Ids named in a sentence."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A list as it was understood.

    Attributes:
        called: Name of the file or set; empty for what was pasted.
        columns: All its columns, those not used too.
        first_rows: The cells of the first rows with people, to be looked at below the columns.
        people: Everyone it names, each once; who is not active too.
        left_out: The rows that are no child, with the reasons.
        remarks: What else was noticed, in whole sentences.
        is_complete: Whether it is all of a class, so that who is missing may have left; only a set of a school is.
    """

    called: str = ""
    columns: tuple[Column, ...] = ()
    first_rows: tuple[tuple[str, ...], ...] = ()
    people: tuple[Listed, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    remarks: tuple[str, ...] = ()
    is_complete: bool = False


def read_text(text: str, chosen: Chosen | None = None) -> Reading:
    """Read a list.

    Args:
        text: A list in any of the shapes schools and people write.
        chosen: What the teacher says about its columns.

    Raises:
        Refusal: It is no list.
    """
    table = table_of(text)
    columns = columns_of(table, chosen or {})
    people = people_of(table.rows, columns)
    ruined = people.ruined[:_TOLD]
    remarks = (counted(_RUINED_ONE, _RUINED_MANY, len(people.ruined), ids=listed(ruined)),) if ruined else ()
    return Reading(
        columns=columns,
        first_rows=tuple(row.cells for row in table.rows[:_FIRST_ROWS]),
        people=people.people,
        left_out=tuple(sorted((*table.left_out, *people.left_out))),
        remarks=(*odd_lines(text), *table.remarks, *remarks),
    )


def read_list(path: Path, chosen: Chosen | None = None) -> Reading:
    """Read a list from a file.

    Args:
        path: A file in UTF-8, UTF-16 or the old Windows code page.
        chosen: What the teacher says about its columns.

    Raises:
        Refusal: No names can be read from it.
    """
    if path.suffix.lower() == ".toml":
        raise Refusal(f"{path} looks like a unit file; import it with: board unit {path.name}")
    if path.suffix.lower() in DOCUMENTS:
        raise Refusal(f"{path.name} can't be read as it is: save the list as CSV, or copy the names and paste them.")
    try:
        data = path.read_bytes()
    except OSError as error:
        raise Refusal(f"{path} can't be read ({reason(error)}).") from error
    read = decoded(data)
    if read is None:
        raise Refusal(f"{path} is not a text file; export the list as CSV in UTF-8 and try that file.")
    reading = read_text(read.text, chosen)
    if not reading.people and not reading.left_out:
        raise Refusal(f"{path} holds no names; write one student a line, with a header such as name or first,last.")
    broken_off = (_BROKEN_OFF,) if read.broken_off else ()
    return replace(reading, called=path.name, remarks=(*broken_off, *reading.remarks))


def read_pasted(text: str, chosen: Chosen | None = None) -> Reading:
    """Read what was pasted or typed; never refuses: what can't be read is said in the remarks.

    Args:
        text: Names, one a line or with commas between them on one line, a table, or the place of a file.
        chosen: What the teacher says about its columns.
    """
    lines = [line for line in text.splitlines() if line.strip()]
    if len(lines) > MOST_PASTED:
        said = f"These are {len(lines)} lines; write them into a file, and drop the file here."
        return Reading(remarks=(said,))
    try:
        if len(lines) == 1 and is_place(lines[0].strip()):
            return read_list(_place(lines[0].strip()), chosen)
        return read_text("\n".join(_one_a_line(text.splitlines())), chosen) if lines else Reading()
    except Refusal as refusal:
        return Reading(remarks=(str(refusal),))


def _place(line: str) -> Path:
    path = file_place(line)
    try:
        is_file, is_folder = path.is_file(), path.is_dir()
    except (OSError, ValueError):
        is_file = is_folder = False
    if is_folder:
        raise Refusal(f"{path} is a folder; drop the file with the names here, or paste the names themselves.")
    if not is_file:
        raise Refusal(f"There is no file {path}; drop it here once more, or paste the names themselves.")
    return path


def _one_a_line(lines: list[str]) -> list[str]:
    """Give each name its line where all of them stood on one, with commas between them."""
    if len([line for line in lines if line.strip()]) > 1:
        return lines
    parts = [part.strip() for line in lines for part in re.split("[,;]", line) if part.strip()]
    return parts if len(parts) > 2 else lines  # noqa: PLR2004 - two parts may be one name, as in "Brown, Ava"
