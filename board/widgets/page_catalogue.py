"""The list of kinds of pages, each below what it is for."""

from collections.abc import Iterator
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from board.paper.catalogue import kinds
from board.paper.kind import Purpose
from board.widgets.row_list import ListRow, RowList


class PageCatalogue(RowList):
    """The kinds of pages; right goes on to what may be chosen, Page Up and Down turn the page that is shown."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right", "screen.to_choices", "Choose", show=False, id="to-choices"),
        Binding("pagedown", "screen.page(1)", "Next page", show=False, id="catalogue-next-page"),
        Binding("pageup", "screen.page(-1)", "Page before", show=False, id="catalogue-page-before"),
    ]

    def fill_in(self) -> None:
        """List every kind."""
        self.fill(_rows())


def _rows() -> Iterator[ListRow]:
    for purpose in Purpose:
        yield ListRow(None, Content(purpose))
        for kind in kinds():
            if kind.purpose is purpose:
                yield ListRow(kind.name, Content(f" {kind.title}"))
