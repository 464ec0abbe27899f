"""An app that is shown in a page of a browser: what it takes from the page, what it tells it, what it leaves to others."""

import asyncio
import re
import sys
from collections.abc import Awaitable, Sequence
from typing import Any, Protocol

from textual.driver import Driver
from textual.filter import Monochrome, NoColor
from textual.geometry import Region
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input, TextArea

from board.class_app import ClassApp
from board.serve.messages import COLOURS, EYE, FIELD
from board.store.lookout import Found
from board.widgets.browser import TOUCH_CLASS, Browser
from board.widgets.spot_line import SpotLine

_NUMBERS = ("integer", "number")
_UNTOLD = (0, Region())
_QUIET = 0.2
"""Seconds after a frame until what stands where the eye is is said: nobody hears every step of a key that is held down."""

_WORD = re.compile(r"[^\W\d_]{2}")
_DRAWN = re.compile("[\u2500-\u259f\u2800-\u28ff]+")
"""Frames, blocks and braille: what is drawn, and not written."""


class Around(Protocol):
    """What is around an app in a page."""

    def tell(self, kind: str, **fields: Any) -> None:
        """Tell the page something.

        Args:
            kind: One of the kinds of `messages`.
            fields: What is told.
        """
        ...

    def painted(self) -> None:
        """Say that something was painted."""
        ...


class Served(ClassApp):
    """An app in a page. It looks out for nothing itself, collects no garbage, and takes nothing of this computer.

    Attributes:
        around: The page.
        fault: Whether it ended by a fault of its own.
    """

    MAY_STOP = False
    around: Around | None = None
    fault = False
    _field: tuple[int, Region] | None = None
    _eye_said = ""
    """What the page knows: the field that has the focus, and what was said of the place the eye is on."""

    _is_about_to_say = False

    def shown_in(self, around: Around, driver: type[Driver], browser: Browser) -> None:
        """Take a page for where this is shown; to be called before it runs.

        Args:
            around: The page.
            driver: What reads and writes there.
            browser: What its browser can do.
        """
        self.around, self.driver_class, self.browser = around, driver, browser
        # What the terminal in which the server runs can't show has nothing to say here.
        self._filters = [one for one in self._filters if not isinstance(one, (Monochrome, NoColor))]
        # Textual turns both streams of the process to the app; closed in another order than opened, they would stay with a dead one.
        self._capture_stdout, self._capture_stderr = sys.stdout, sys.stderr  # type: ignore[assignment]

    def on_mount(self) -> None:
        """Tell the page how it looks, now and whenever that changes."""
        self.theme_changed_signal.subscribe(self, lambda _: self._tell_colours())
        self._tell_colours()

    def touched_by_fingers(self, touch: bool) -> None:
        """Be shown for fingers, or for a mouse.

        Args:
            touch: Whether fingers touch it.
        """
        self.set_class(touch, TOUCH_CLASS)

    def follow(self, *, dark: bool, contrast: bool) -> None:
        """Look as the page's system wishes, until somebody chooses a look here.

        Args:
            dark: Whether dark looks are wished for.
            contrast: Whether more contrast is.
        """
        if not self._seat.settings.load().theme:
            wished = "board-contrast" if contrast else "board-dark" if dark else "board-light"
            self.theme = wished if wished in self.names_of_looks else self.theme

    def look_for_garbage(self) -> None:
        """Leave that to whoever has all pages in hand."""

    def look_out(self) -> None:
        """Leave that to the class, which looks out for all pages at once."""

    def look_again(self) -> Awaitable[object]:
        """Show the class as it is now; done once it is worked out what has changed."""
        done = asyncio.get_running_loop().create_future()

        def look() -> None:
            try:
                self.show_what_is()
            finally:
                if not done.done():
                    done.set_result(None)

        if not self.call_later(look):
            done.set_result(None)
        return done

    def hear(self, found: Found, said: Sequence[str]) -> None:
        """Hear how the class folder itself does."""
        self.call_later(self._tell_of_folder, found, said)

    def _tell_of_folder(self, found: Found, said: Sequence[str]) -> None:
        if self.screen_stack:
            self.say_of_folder(found)
            self.say(said)

    def post_display_hook(self) -> None:
        """Tell the page, after a frame, where letters are typed, and soon after it what stands where the eye is."""
        super().post_display_hook()
        if self.around is None or not self.screen_stack:
            return
        self.around.painted()
        field = self.focused if isinstance(self.focused, (Input, TextArea)) else None
        stands = None if field is None else (id(field), field.region)
        if stands != self._field:
            self._field = stands
            self.around.tell(FIELD, **({"id": ""} if field is None else self._field_told(field)))
        if not self._is_about_to_say:
            self._is_about_to_say = True
            self.set_timer(_QUIET, self._say_eye)

    def tell_all(self) -> None:
        """Tell a browser that has just come everything it has to know."""
        self._eye_said = ""
        self._tell_colours()
        self.tell_field()

    def tell_field(self) -> None:
        """Tell the page anew which field has the focus, or that none has: its sheet is open, or it was away meanwhile."""
        self._field = _UNTOLD
        self.post_display_hook()

    def _say_eye(self) -> None:
        self._is_about_to_say = False
        if self.around is None or not self.screen_stack:
            return
        line = next((line for line in self.screen.query(SpotLine) if line.region), None)
        said = self._words_near(self.cursor_position.y) if line is None else plain_words("\n".join(line.said))
        if said and said != self._eye_said:
            self._eye_said = said
            self.around.tell(EYE, text=said)

    def _words_near(self, y: int) -> str:
        """Give the words of the line the eye is on; where a picture stands there, those of the nearest line with any."""
        lines = sorted(range(self.size.height), key=lambda line: (abs(line - y), line))
        found = (plain_words(self._on_screen.line(line)) for line in lines)
        return next((words for words in found if _WORD.search(words)), "")

    def _field_told(self, field: Input | TextArea) -> dict[str, Any]:
        """Give what a page has to know of a field, so that something can be typed into it."""
        label = str(field.border_title or self._words_beside(field))
        told = {"id": str(id(field)), "label": label, "at": list(field.region)}
        if isinstance(field, TextArea):
            return {**told, "value": field.text, "lines": True, "digits": False, "secret": False}
        label = label or str(field.placeholder)
        is_number = field.type in _NUMBERS
        return {
            **told,
            "label": label,
            "value": field.value,
            "lines": False,
            "digits": is_number,
            "secret": field.password,
        }

    def _words_beside(self, field: Widget) -> str:
        """Give the words that stand before a field or right above it, in the nearest box around it that has any."""
        left, top, _, high = field.region
        for box in field.ancestors:
            if not isinstance(box, Widget) or isinstance(box, Screen):
                break
            inside = slice(box.region.x, box.region.right)
            before = self._on_screen.line(top + high // 2)[box.region.x : left]
            above = [self._on_screen.line(y)[inside] for y in (top - 1, top - 2) if y >= box.region.y]
            words = next(filter(_has_letters, map(plain_words, (before, *above))), "")
            if words:
                return words
        return ""

    def typed(self, field: str, text: str) -> None:
        """Put a text that was typed in the page's own sheet into the field it belongs to, if that still has the focus.

        Args:
            field: The field as it was told.
            text: What shall stand there.
        """
        widget = self.focused if self.screen_stack else None
        if widget is None or str(id(widget)) != field:
            return
        if isinstance(widget, Input):
            line = " ".join(text.split("\n"))[: widget.max_length or None]
            widget.replace(line, 0, len(widget.value))
        elif isinstance(widget, TextArea) and not widget.read_only:
            widget.replace(text, (0, 0), widget.document.end)

    def open_url(self, url: str, *, new_tab: bool = True) -> None:
        """Open no browser on this computer because somebody elsewhere tapped."""

    def copy_to_clipboard(self, text: str) -> None:
        """Keep what is copied in this app: the clipboard of this computer is somebody else's."""
        self._clipboard = text

    def _print_error_renderables(self) -> None:
        """Keep what is known of a fault, and show nothing of it: it may hold names."""
        if self._exception is not None and not self._has_told:
            from board.terminal.crash import told  # noqa: PLC0415 - needed only after a fault

            self._has_told = self.fault = True
            told(self._exception, self._faults)
        self._exit_renderables.clear()

    def _tell_colours(self) -> None:
        if self.around is not None:
            look = self.current_theme
            self.around.tell(
                COLOURS,
                background=look.background or "#000000",
                foreground=look.foreground or "#ffffff",
                accent=look.accent or "#ffffff",
                dark=look.dark,
            )


def _has_letters(words: str) -> bool:
    return any(sign.isalnum() for sign in words)


def plain_words(line: str) -> str:
    """Give the words of a line, without the frames and half blocks around them.

    Args:
        line: What stands in a line of the screen.
    """
    return " ".join(_DRAWN.sub(" ", line).split())
