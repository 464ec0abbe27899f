"""The doors of a student's page: every screen that opens from it."""

from typing import Protocol

from board.art.shelf import StickerShelf
from board.deeds.sitting import Sitting, Target
from board.mastery.kiosk import Known
from board.screens.board.marking import Marked
from board.seat.seat import Seat

# ruff: noqa: PLC0415 - the page is up before the screens behind its doors are loaded


class StudentPage(Marked, Protocol):
    """A student's page seen from its doors."""

    @property
    def spot_here(self) -> Target:
        """The student and the step under the cursor, by id."""
        ...

    @property
    def unit_id(self) -> str:
        """Id of the unit that is shown."""
        ...

    def say(self, text: str) -> None:
        """Say what was just done."""

    def look_along(self) -> None:
        """Put away what is for adults only."""


class StudentDoors:
    """What opens from a student's own page; its `action_` methods are those of the page.

    Args:
        page: The page.
        seat: Where one sits.
        sitting: Who does something there, and in which class.
        shelf: Where stickers come from.
    """

    def __init__(self, page: StudentPage, seat: Seat, sitting: Sitting, shelf: StickerShelf) -> None:
        self._page, self._seat, self._sitting, self._shelf = page, seat, sitting, shelf

    def action_judge(self) -> None:
        """See a showing of the step under the cursor against its criteria."""
        from board.screens.judging.how_did_it_go import HowDidItGo

        showing = HowDidItGo(self._seat, self._sitting, self._shelf, self._page.spot_here)
        self._page.put_up(showing, lambda said: self._page.say(said or ""))

    def action_pictures(self) -> None:
        """Draw, bring or choose the child's picture for the step under the cursor."""
        from board.screens.pictures.pictures import PicturesScreen

        self._page.put_up(PicturesScreen(self._seat, self._sitting, self._shelf, self._page.spot_here))

    def action_own_page(self) -> None:
        """Open the child's own page; who leaves it finds nothing here that is for adults only."""
        from board.deeds.visit import Visit
        from board.screens.path.my_path import MyPath

        visit = Visit(self._sitting.book, self._page.spot_here[0], Known.BY_WORD)
        self._page.put_up(MyPath(self._seat, visit, self._shelf, self._page.unit_id, at_kiosk=False))
        self._page.look_along()

    def action_plan(self) -> None:
        """Open the plan of this child."""
        from board.screens.plan.plan import PlanScreen

        student, step = self._page.spot_here
        self._page.put_up(PlanScreen(self._seat, self._sitting, student, self._page.unit_id, step))

    def action_photos(self) -> None:
        """Look at the photos of the spot under the cursor."""
        from board.screens.evidence.shown import open_photos

        open_photos(self._page, self._sitting, self._page.spot_here)
