"""Pictures that are painted as a whole once anything of them changes, and kept until then."""

from abc import abstractmethod

from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from board.art.cells import Colour
from board.terminal.look import TerminalLook
from board.widgets.grid_colours import theme_colour
from board.widgets.own_lines import as_shown


class Painted(Widget):
    """A picture of lines; whatever it shows is given by `painted` alone."""

    ALLOW_SELECT = False

    def __init__(self) -> None:
        self._strips: list[Strip] | None = None
        super().__init__()

    @abstractmethod
    def painted(self) -> list[Strip]:
        """Give all its lines, as wide as it is."""

    def paint_anew(self) -> None:
        """Paint it again, when it is in sight next."""
        self._strips = None
        self.refresh()

    def pictures_came(self) -> None:
        """Paint the stickers whose own pictures are ready now."""
        self.paint_anew()

    def notify_style_update(self) -> None:
        """Paint everything in the new colours."""
        super().notify_style_update()
        self.paint_anew()

    def on_resize(self) -> None:
        """Lay out anew."""
        self.paint_anew()

    def render_lines(self, crop: Region) -> list[Strip]:
        """Give the lines of a part as the terminal can show them.

        They go past Textual's cache of styled lines, which would make each of them anew whenever anything here changes.
        """
        if self.gutter.totals != (0, 0):
            return super().render_lines(crop)
        return [line.crop(crop.x, crop.right) for line in as_shown(map(self.render_line, crop.line_range), self)]

    def render_line(self, y: int) -> Strip:
        """Give a line."""
        if self._strips is None:
            self._strips = self.painted()
        return self._strips[y] if y < len(self._strips) else Strip.blank(self.size.width, self.rich_style)

    @property
    def has_halves(self) -> bool:
        """Whether the terminal shows both halves of a cell; where it does not, letters say what small pictures would."""
        looks = [look for look in self.app.get_line_filters() if isinstance(look, TerminalLook)]
        return all(look.signs.halves for look in looks)

    def colour(self, name: str) -> Colour:
        """Give a colour of the theme by its name."""
        return theme_colour(self.app.theme_variables, name)
