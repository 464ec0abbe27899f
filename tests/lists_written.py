"""Lists as texts, for tests: rows of cells written as a school's program, or a spreadsheet, writes them."""

import csv
import io
from collections.abc import Sequence

from board.exchange.tables.columns import columns_of
from board.exchange.tables.table import table_of


def written(rows: Sequence[Sequence[str]], delimiter: str = ",", end: str = "\n") -> str:
    """Give rows of cells as a text."""
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter, lineterminator=end).writerows(rows)
    return text.getvalue()


def understood(text: str) -> list[str]:
    """Give what the columns of a text mean; a question mark stands behind what is not sure."""
    return [column.meaning + "?" * (not column.is_sure) for column in columns_of(table_of(text))]
