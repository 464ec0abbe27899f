"""A list as it was understood, before anything is changed."""

from dataclasses import dataclass

from board.counting import counted, listed
from board.exchange.lists.listed import Listed
from board.exchange.lists.people import people_of
from board.exchange.tables.column import Chosen, Column
from board.exchange.tables.columns import columns_of
from board.exchange.tables.left_out import LeftOut
from board.exchange.tables.table import table_of
from board.exchange.text_file import odd_lines

_FIRST_ROWS = 12
"""Rows kept to be looked at below the columns."""

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
