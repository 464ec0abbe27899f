"""What a child wishes for on its own screen, and what comes of it: a word, another page, or why it can't be now."""

from collections.abc import Callable, Sequence

from board.art.shelf import StickerShelf
from board.deeds.history import Outcome
from board.deeds.visit import Visit
from board.errors import Refusal
from board.mastery.covering import spots_to_cover
from board.mastery.kiosk import Known
from board.mastery.path_map import ChildMap, MapSpot
from board.screens.drawing.tile_page import Pressed
from board.screens.path.pages import Page, Wishes, road_page, said_page, step_page, ways_page
from board.screens.path.pictures import ChildsPictures
from board.screens.path.screen import PathScreen
from board.screens.path.stickers import StickerWishes, sticker_page, stickers_page
from board.widgets.path_tiles import BigTile
from board.words import child_path
from board.words.outcomes.to_child import to_child


class PathWishes:
    """What a child wishes for.

    Args:
        screen: The child's own screen.
        visit: Who wishes.
        shelf: Where stickers come from.
        pictures: What the child does with its pictures.
        at_kiosk: Whether the child leaves by itself.
    """

    def __init__(
        self, screen: PathScreen, visit: Visit, shelf: StickerShelf, pictures: ChildsPictures, *, at_kiosk: bool
    ) -> None:
        self._screen, self._visit, self._shelf, self._pictures = screen, visit, shelf, pictures
        self._at_kiosk = at_kiosk
        self._turned = self._turned_stickers = 0
        is_itself = visit.known is Known.BY_WORD
        self._wishes = Wishes(
            open=self.open,
            turn=self._turn_road,
            choose_way=self._choose_way,
            ask=lambda spot, way: self._do(visit.ask, spot, way),
            back=self.to_road,
            refused=lambda spot: visit.refused(spot.step.id),
            on_road=self._on_road,
            about_step=self._about_step,
            want=(lambda spot: self._do(visit.want, spot)) if is_itself else None,
            take_back=(lambda spot: self._do(visit.take_back, spot)) if is_itself else None,
        )
        self._stickers = StickerWishes(
            look=self._look_at_sticker,
            turn=self._turn_stickers,
            make=pictures.making,
            words=pictures.words,
            back=self.to_road,
            all=self._to_stickers,
        )

    def to_road(self, said: str = "") -> None:
        """Go to the road, and say something there, or what there is to choose."""
        self._screen.turn_to(lambda seen: road_page(seen, self._wishes, self._turned, self._screen.room), said)

    def open(self, spot: MapSpot) -> None:
        """Look at a step that is offered."""
        self._near(spot, lambda spot: step_page(spot, self._wishes))

    def _turn_road(self) -> None:
        self._turned += 1
        self.to_road()

    def _choose_way(self, spot: MapSpot) -> None:
        """Choose how to show it; where no way is named, ask at once, and where it can't be now, hear so at once."""
        if why := self._visit.refused(spot.step.id):
            self._tell(why, spot)
        elif spot.ways:
            self._near(spot, lambda spot: ways_page(spot, self._wishes))
        else:
            self._do(self._visit.ask, spot)

    def _on_road(self, seen: ChildMap) -> Sequence[Pressed]:
        """Give what there is beside the steps: a spot to cover, the stickers, and to go."""
        tiles: list[Pressed] = []
        book, student = self._visit.book, self._visit.student_id
        if self._visit.to_cover and spots_to_cover(book.units, student, book.progress):
            tiles.append((BigTile(child_path.COVER_IT, "cover"), self._cover))
        if seen.can:
            tiles.append((BigTile(child_path.MY_STICKERS, "stickers"), self._to_stickers))
        if self._at_kiosk:
            tiles.append((BigTile(child_path.BYE, "bye"), self._screen.leave))
        return tiles

    def _about_step(self, spot: MapSpot) -> Sequence[Pressed]:
        """Give what there is to do with a step beside wanting and showing it: its picture, and somebody to help."""
        if self._visit.known is not Known.BY_WORD:
            return ()
        tiles = self._pictures.drawing(spot)
        student, step = self._visit.student_id, spot.step.id
        if self._visit.waits_for_help(step):
            tiles.append((BigTile(child_path.HELP_CAME, "helped"), lambda: self._do(self._visit.help_over, spot)))
        elif not self._visit.asking.no_help(student, step):
            tiles.append((BigTile(child_path.A_HELPER, "helper"), lambda: self._do(self._visit.want_help, spot)))
        return tiles

    def _cover(self) -> None:
        """Let the child cover its newest spots."""
        from board.screens.path.cover import CoverScreen  # noqa: PLC0415 - the page is up before it is needed

        visit = self._visit
        self._screen.put_up(CoverScreen(visit.book, self._shelf, visit.student_id, visit.cover))

    def _to_stickers(self) -> None:
        self._screen.turn_to(lambda seen: stickers_page(seen, self._stickers, self._turned_stickers, self._screen.room))

    def _turn_stickers(self) -> None:
        self._turned_stickers += 1
        self._to_stickers()

    def _look_at_sticker(self, spot: MapSpot) -> None:
        self._near(spot, lambda spot: sticker_page(spot, self._stickers) if spot.sticker is not None else None)

    def _near(self, spot: MapSpot, make: Callable[[MapSpot], Page | None]) -> None:
        """Look at one step, as long as it is there."""

        def page(seen: ChildMap) -> Page | None:
            now = seen.spot(spot.step.id)
            return None if now is None else make(now)

        self._screen.turn_to(page)

    def _do(self, wish: Callable[..., Outcome], spot: MapSpot, *way: str) -> None:
        """Keep a wish and go back to the road; what can't be now is said in the child's words."""
        try:
            outcome = wish(spot.step.id, *way)
        except Refusal as refusal:
            self._tell(str(refusal), spot)
            return
        self._screen.look_again()
        if self._visit.known is Known.BY_SIGN:
            self._tell(to_child(outcome.told), spot)  # nothing on the road shows that somebody asked
        else:
            self.to_road(to_child(outcome.told))

    def _tell(self, said: str, spot: MapSpot) -> None:
        self._screen.turn_to(lambda _: said_page(said, spot.step.id, self.to_road))
