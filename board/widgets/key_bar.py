"""The line of keys at the foot of a screen; each key can be tapped, and where fingers touch it is a row of big buttons."""

from collections.abc import Collection, Iterable
from itertools import accumulate

from rich.cells import cell_len
from textual.content import Content
from textual.geometry import Size

from board.widgets.browser import TOUCH_CLASS
from board.widgets.command import Command, key_sign, sign_of
from board.widgets.key_buttons import KeyButton, height_of, key_buttons
from board.widgets.tapped_keys import TappedKeys
from board.widgets.tiles import PRESSED, REST, Tile, drawn

_MENU = Command("help", "f1", "Menu", "Everything one can do on this screen.", 1, "···")
"""Where fingers touch, help is a list in which each row does what it says."""

_LINES_A_ROW = 20
"""Lines of a screen for each row of buttons: two on a phone held upright, one on a screen that is low."""

_MOST_ROWS = 3


class KeyBar(TappedKeys):
    """Shows keys with their words, as many as fit, and does what is tapped.

    One widget instead of Textual's Footer with one for each key: it is up sooner.

    Args:
        commands: What to show; where room is short, what is to be shown soonest stays.
        id: Id of the widget.
        has_menu: Whether everything else one can do opens here, where fingers touch it.
        tapped_elsewhere: Actions that need no button here where fingers touch, since the screen has larger ones.
    """

    SCOPED_CSS = False
    DEFAULT_CSS = """
    KeyBar {
        height: 1;
        background: $panel;
        color: $foreground;
        pointer: pointer;
    }
    App.-touch KeyBar {
        height: auto;
        padding: 0;
        background: transparent;
    }
    """

    def __init__(
        self,
        commands: Iterable[Command],
        *,
        id: str | None = None,  # noqa: A002 - as every widget calls it
        has_menu: bool = True,
        tapped_elsewhere: Collection[str] = (),
    ) -> None:
        self._elsewhere = {_MENU.action, *tapped_elsewhere}
        self._may_have_menu = has_menu
        self._commands = [command for command in commands if command.shown]
        self._fitting: list[Command] = []
        self._ends: list[int] = []
        self._buttons: tuple[KeyButton, ...] = ()
        super().__init__(id=id)

    @property
    def is_touched(self) -> bool:
        """Whether fingers touch it, so that its keys are big buttons."""
        return self.app.has_class(TOUCH_CLASS)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Give the lines it takes: one, or those of its buttons."""
        if not self.is_touched:
            return super().get_content_height(container, viewport, width)
        return max(1, height_of(self._buttons_in(width, viewport.height)))

    def on_resize(self) -> None:
        """Use the room there is: keys stand closer where it is narrow, and the least wanted are left out."""
        self._write()

    def notify_style_update(self) -> None:
        """Write it anew: fingers have come or gone, or the colours are others."""
        super().notify_style_update()
        if self.size.width:
            self.call_after_refresh(self._write)

    def show_press(self) -> None:
        """Show which key is pressed now: buttons do, words in a line do not."""
        if self._buttons:
            self._write()

    def thing_at(self, x: int, y: int) -> Command | None:
        """Give the command a tap on a cell means.

        Args:
            x: Cells from the left of what it shows.
            y: Lines from its top.
        """
        if self._buttons:
            return next((button.command for button in self._buttons if button.box.holds(x, y)), None)
        ends = zip(self._fitting, self._ends, strict=True)
        return next((command for command, end in ends if x < end), None)

    def _write(self) -> None:
        if self.is_touched:
            self._buttons = self._buttons_in(self.size.width, self.app.size.height)
            tiles = [_tile(button, self.pressed) for button in self._buttons]
            self.update(drawn(tiles, self.size.width), layout=False)
        else:
            self._buttons = ()
            self.update(self._line(self.size.width), layout=False)

    def _buttons_in(self, room: int, high: int) -> tuple[KeyButton, ...]:
        shown = [command for command in self._commands if command.action not in self._elsewhere]
        rows = max(1, min(_MOST_ROWS, high // _LINES_A_ROW))
        return key_buttons(shown, _MENU if self._has_menu else None, room, rows)

    @property
    def _has_menu(self) -> bool:
        """Whether everything else opens here: on the last bar in sight, where help opens at all."""
        bars = [bar for bar in self.screen.query(KeyBar) if bar.display]
        return self._may_have_menu and bars[-1:] == [self] and self.screen.check_action(_MENU.action, ()) is not False

    def _line(self, room: int) -> Content:
        self._fitting = _fitting(self._commands, room)
        parts = [_part(command, "  ") for command in self._fitting]
        if len(self._fitting) < len(self._commands) or sum(cell_len(part.plain) for part in parts) > room:
            parts = [_part(command, " ") for command in self._fitting]
        self._ends = list(accumulate(cell_len(part.plain) for part in parts))
        return Content("").join(parts)


class FingerBar(KeyBar):
    """A key bar that is there only where fingers touch: elsewhere the screen says its keys in other words.

    Args:
        commands: Each has a button, the first ones where room is short.
        has_menu: Whether everything else one can do opens here.
    """

    DEFAULT_CSS = "FingerBar { display: none; }"

    def __init__(self, commands: Iterable[Command], *, has_menu: bool = True) -> None:
        super().__init__([one._replace(shown=at) for at, one in enumerate(commands, 1)], has_menu=has_menu)


def _part(command: Command, gap: str) -> Content:
    return Content.assemble(gap, (key_sign(command), "bold $accent"), f" {command.words}")


def _fitting(commands: list[Command], room: int) -> list[Command]:
    """Give the commands there is room for, in their own order."""
    kept: set[Command] = set()
    for command in sorted(commands, key=lambda command: command.shown):
        room -= cell_len(_part(command, " ").plain)
        if room < 0:
            break
        kept.add(command)
    return [command for command in commands if command in kept]


def _tile(button: KeyButton, pressed: Command | None) -> Tile:
    """Draw a button: the sign of its key small above its words."""
    is_pressed = button.command is pressed
    sign = button.command.sign or sign_of(button.command.keys.split(",", maxsplit=1)[0])
    words = (Content.styled(line, "bold") for line in button.lines)
    return Tile(
        button.box, (Content.styled(sign, "" if is_pressed else "$accent 80%"), *words), PRESSED if is_pressed else REST
    )
