"""Lines that are written, in which a soft break begins no new one."""

import re

from textual.widgets import TextArea
from textual.widgets.text_area import Edit, EditResult

_SOFT_BREAK = re.compile(r"[\v\f\x1c-\x1e\x85\u2028\u2029]")
"""Breaks inside of a cell or a name, as word processors and web pages have them; Textual would begin a line at each."""


class WholeLines(TextArea):
    """A place for many lines that takes a soft break as a space, as files are read."""

    def edit(self, edit: Edit) -> EditResult:
        """Take what was typed or pasted."""
        edit.text = _SOFT_BREAK.sub(" ", edit.text)
        return super().edit(edit)
