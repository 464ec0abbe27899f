"""The list of kinds of pages, each below what it is for."""

from collections.abc import Iterator

from textual.content import Content

from board.paper.catalogue import kinds
from board.paper.kind import Purpose
from board.widgets.command import Command, KeyGroup, bindings
from board.widgets.row_list import GOING, ListRow, RowList


class PageCatalogue(RowList):
    """The kinds of pages; right goes on to what may be chosen, Page Up and Down turn the page that is shown."""

    KEYS = (
        KeyGroup(
            "In the list of pages",
            (
                Command("screen.to_choices", "right", "Choose", "Go to what may be chosen."),
                Command("screen.page(1)", "pagedown", "Next page", "Look at the next page."),
                Command("screen.page(-1)", "pageup", "Page before", "Look at the page before."),
                *GOING[:-1],
                GOING[-1]._replace(words="Open it", help="Make the page under the cursor and open it."),
            ),
        ),
    )
    BINDINGS = bindings((KeyGroup("", KEYS[0].commands[:3]),))

    def fill_in(self) -> None:
        """List every kind."""
        self.fill(_rows())


def _rows() -> Iterator[ListRow]:
    for purpose in Purpose:
        yield ListRow(None, Content(purpose))
        for kind in kinds():
            if kind.purpose is purpose:
                yield ListRow(kind.name, Content(f" {kind.title}"))
