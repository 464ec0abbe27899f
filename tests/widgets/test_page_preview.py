"""The small page: what is drawn last is what stands there, however news and drawing cross."""

import threading

from textual.app import ComposeResult
from textual.screen import Screen

from board.paper.preview import Preview
from board.widgets.page_preview import Draw, PagePreview
from board.widgets.pixel_picture import PixelPicture
from lone_app import LoneApp
from screen_driver import until


class _Page(Screen[None]):
    def compose(self) -> ComposeResult:
        yield PagePreview()


def drawing(red: int, after: threading.Event | None = None) -> Draw:
    """Draws a page of one pixel, at once or as soon as it may."""

    def draw(_page: int, _width: int, _height: int) -> Preview:
        if after is not None:
            after.wait(10)
        return Preview((((red, 0, 0, 255),),), 0, 1)

    return draw


async def test_news_that_come_while_a_page_is_drawn_are_drawn_after_it() -> None:
    screen, may_end = _Page(), threading.Event()
    app = LoneApp(screen)
    async with app.run_test() as pilot:
        await until(pilot, lambda: bool(screen.query(PixelPicture)) and screen.query_one(PixelPicture).size.width > 1)
        preview, picture = screen.query_one(PagePreview), screen.query_one(PixelPicture)
        preview.show(drawing(1, may_end))
        await until(pilot, lambda: preview._is_drawing)
        preview.renew(drawing(2))
        preview.renew(drawing(3))
        may_end.set()
        await until(pilot, lambda: picture.pixels == (((3, 0, 0, 255),),))


async def test_news_that_come_the_moment_a_page_is_there_are_drawn_too() -> None:
    screen = _Page()
    app = LoneApp(screen)
    async with app.run_test() as pilot:
        await until(pilot, lambda: bool(screen.query(PixelPicture)) and screen.query_one(PixelPicture).size.width > 1)
        preview, picture = screen.query_one(PagePreview), screen.query_one(PixelPicture)
        screen.watch(picture, "pixels", lambda: preview.renew(drawing(99)), init=False)
        for red in range(20):
            preview.show(drawing(red))
            await until(pilot, lambda: picture.pixels == (((99, 0, 0, 255),),))
