"""The studio: every tool, colour and key, by hand and by finger, and what one sees of it."""

import pytest
from textual.widget import Widget
from textual.widgets import Button

from board.art.pixels import COARSE, FINE, PALETTE, Point, circle, empty, line
from board.art.strokes import Pen, Tool
from board.screens.drawing.draw import DrawScreen
from board.screens.drawing.sketch import Sketch
from board.screens.drawing.starter import StarterChoice
from board.widgets import colour_chips
from board.widgets.colour_chips import ColourChips
from board.widgets.one_line import OneLine
from board.widgets.path_tiles import BigTiles
from board.widgets.pixel_canvas import PixelCanvas
from board.widgets.spot_preview import SpotPreview
from board.widgets.studio_tiles import Tiles
from screen_driver import seen, until
from studio import BLUE, DOT, Kept, canvas, studio, tapped


@pytest.mark.parametrize("size", [(80, 24), (100, 32), (120, 40), (160, 48)])
async def test_everything_fits_on_the_screen(size: tuple[int, int]) -> None:
    app = studio(Kept(), Sketch(empty(), "my fish"))
    async with app.run_test(size=size) as pilot:
        await until(pilot, lambda: "Pencil" in seen(app))
        await pilot.pause()
        words = "Pencil Rubber Line Circle Fill Mirror Undo Redo Start New"
        tools = [*words.split(), "✓ That's my picture!", "← Back", "My picture shows", "my fish", "d Done"]
        missing = [word for word in (*tools, *(chip.name for chip in PALETTE)) if word not in seen(app)]
        assert not missing
        for widget in app.screen.query("Tiles, Button, Input, ColourChips, PixelCanvas, SpotPreview, KeyBar").results(
            Widget
        ):
            shown = widget.region if widget.display else widget.container_viewport
            assert widget.container_viewport.contains_region(shown), f"{widget} is cut off"
        keys = (
            "p Pencil",
            "r Rubber",
            "l Line",
            "c Circle",
            "f Fill",
            "m Mirror",
            "t Tiny",
            "u Undo",
            "U Redo",
            "s Start",
        )
        more = ("n New", "i Signs", "w Words", "d Done", "esc Back", "? Help", "space Draw")
        assert not [key for key in (*keys, *more) if key not in seen(app)]
        assert ("t Tiny" in "\n".join(seen(app).splitlines()[:-2])) == (size != (80, 24))
        width, height = app.screen.query_one(PixelCanvas).size
        assert (width, height) == ((24, 12) if size == (80, 24) else (48, 24))


@pytest.mark.parametrize(
    ("key", "word", "tool"),
    [
        ("p", "Pencil", Tool.PENCIL),
        ("r", "Rubber", Tool.RUBBER),
        ("l", "Line", Tool.LINE),
        ("c", "Circle", Tool.CIRCLE),
        ("f", "Fill", Tool.FILL),
    ],
)
async def test_each_tool_is_taken_by_key_and_by_tap(key: str, word: str, tool: Tool) -> None:
    other = "l" if tool is not Tool.LINE else "c"
    app = studio(Kept())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(other, key)
        assert canvas(app).pen.tool is tool
        await pilot.press(other)
        await tapped(pilot, f"{key} {word}")
        assert canvas(app).pen.tool is tool
        assert app.screen.query_one("#tools", Tiles).marked == {f"tool('{tool}')"}
        assert app.focused is canvas(app), "the focus stays with the paper"


async def test_each_colour_is_taken_by_key_and_by_tap() -> None:
    app = studio(Kept())
    async with app.run_test(size=(80, 24)) as pilot:
        chips = app.screen.query_one(ColourChips)
        keys = [*"123456789b", "minus", "equals_sign"]
        for number, (key, chip) in enumerate(zip(keys, PALETTE, strict=True), 1):
            await pilot.press(key)
            assert (canvas(app).pen.colour, chips.chosen) == (number, number)
            await pilot.press("full_stop")
            assert canvas(app).pen.colour == number % len(PALETTE) + 1
            await tapped(pilot, chip.name)
            assert (canvas(app).pen.colour, chips.chosen) == (number, number)
            await until(pilot, lambda name=chip.name: f"This is {name}." in seen(app))  # type: ignore[misc]
        await pilot.press("r", "2")
        assert canvas(app).pen == Pen(Tool.PENCIL, 2), "who takes a colour wants to draw"


def test_names_of_colours_never_touch() -> None:
    for room in (80, 96):
        widths = colour_chips._widths(room)
        assert sum(widths) == room
        assert all(len(chip.name) + 2 <= wide for chip, wide in zip(PALETTE, widths, strict=True))


@pytest.mark.parametrize(
    ("theme", "chip"), [("board-light", "white"), ("board-dark", "black"), ("board-contrast", "black")]
)
async def test_a_colour_like_the_ground_has_an_edge(theme: str, chip: str) -> None:
    app = studio(Kept())
    app.theme = theme
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: f"╰{chip}╯" in seen(app))
        assert seen(app).count("╰") == 2, "that one and the words' own frame"


async def test_a_long_title_ends_with_an_ellipsis() -> None:
    app = studio(Kept(), who="Maximiliana Bartholomea von und zu O.")
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: seen(app).splitlines()[0].rstrip().endswith("…"))
        await pilot.resize_terminal(120, 40)
        await until(pilot, lambda: seen(app).splitlines()[0].rstrip().endswith("two halves."))


async def test_mirror_undo_redo_and_a_new_sheet_by_key_and_by_tap() -> None:
    app = studio(Kept())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("m")
        await pilot.click(PixelCanvas, offset=(0, 0))
        both = empty().painted([Point(0, 0), Point(11, 0)], BLUE)
        assert canvas(app).shown == both
        await tapped(pilot, "m Mirror")
        await pilot.click(PixelCanvas, offset=(4, 4))
        third = both.painted([Point(2, 4)], BLUE)
        for undo, redo, new in (("u", "U", "n"), ("u Undo", "U Redo", "n New")):
            for wish, then in ((undo, both), (redo, third), (new, empty()), (undo, third)):
                await (pilot.press(wish) if len(wish) == 1 else tapped(pilot, wish))
                assert canvas(app).shown == then
        await pilot.press("u", "u", "u")
        await until(pilot, lambda: "nothing to take" in seen(app))
        assert canvas(app).shown == empty()


async def test_circle_line_and_fill_by_mouse() -> None:
    app = studio(Kept())
    async with app.run_test(size=(120, 40)) as pilot:
        for key, start, end in (("c", (4, 2), (40, 20)), ("l", (0, 0), (47, 0)), ("f", (20, 10), (20, 10))):
            await pilot.press(key)
            await pilot.mouse_down(PixelCanvas, offset=start)
            await pilot.hover(PixelCanvas, offset=end)
            await pilot.mouse_up(PixelCanvas, offset=end)
        round_shape = empty().painted(circle(Point(1, 1), Point(10, 10)), BLUE)
        lined = round_shape.painted(line(Point(0, 0), Point(11, 0)), BLUE)
        assert canvas(app).shown == lined.filled(Point(5, 5), BLUE)


async def test_the_spot_shows_the_picture_while_it_is_drawn() -> None:
    app = studio(Kept())
    async with app.run_test(size=(80, 24)) as pilot:
        preview = app.screen.query_one(SpotPreview)
        await pilot.mouse_down(PixelCanvas, offset=(0, 0))
        await pilot.hover(PixelCanvas, offset=(6, 0))
        assert preview.drawing == empty().painted(line(Point(0, 0), Point(3, 0)), BLUE)
        await pilot.mouse_up(PixelCanvas, offset=(6, 0))
        await pilot.press("u")
        assert preview.drawing.is_empty


async def test_tiny_squares_only_where_there_is_room_and_undo_knows_the_big_ones() -> None:
    app = studio(Kept(), Sketch(DOT))
    async with app.run_test(size=(100, 32)) as pilot:
        await tapped(pilot, "t Tiny")
        assert canvas(app).shown == DOT.resized(FINE)
        await pilot.press("t")
        await until(pilot, lambda: "squares. u" in seen(app) and "brings the" in seen(app))
        await pilot.press("u")
        assert canvas(app).shown == DOT.resized(FINE)
        await pilot.press("u")
        assert canvas(app).shown == DOT
        await pilot.press("t")
        await pilot.resize_terminal(80, 24)
        await until(pilot, lambda: canvas(app).size == (24, 12))
        await pilot.press("t")
        assert canvas(app).shown.side == COARSE
        await pilot.press("t")
        await until(pilot, lambda: "bigger" in seen(app))
        assert canvas(app).shown == DOT


async def test_a_starter_picture_comes_onto_the_paper_and_undo_takes_it_off() -> None:
    app = studio(Kept(), Sketch(DOT))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("s")
        await until(pilot, lambda: "pizza" in seen(app))
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, DrawScreen))
        assert canvas(app).shown == DOT
        await tapped(pilot, "s Start")
        await until(pilot, lambda: isinstance(app.screen, StarterChoice))
        tiles = app.screen.query_one(BigTiles)
        assert tiles.tiles[0].words == "pizza"
        await tapped(pilot, tiles.tiles[1].words)
        await until(pilot, lambda: isinstance(app.screen, DrawScreen))
        assert sum(map(bool, canvas(app).shown.pixels)) > 30
        assert app.focused is canvas(app)
        await pilot.press("u")
        assert canvas(app).shown == DOT


async def test_help_shows_every_key_and_goes_back_to_the_paper() -> None:
    app = studio(Kept())
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("question_mark")
        await until(pilot, lambda: "Esc goes back" in seen(app))
        assert "Press and drag to rub out." in seen(app)
        await pilot.press("end")
        await until(pilot, lambda: "Signs of the colours" in seen(app))
        assert all(f"{chip.sign}   {chip.name}" in seen(app) for chip in PALETTE)
        await pilot.press("escape")
        await until(pilot, lambda: app.focused is canvas(app))


async def test_tab_goes_round_and_tools_work_from_the_buttons() -> None:
    app = studio(Kept())
    async with app.run_test(size=(80, 24)) as pilot:
        stops = []
        for _ in range(4):
            await pilot.press("tab")
            stops.append(app.focused)
        assert [type(stop) for stop in stops] == [Button, Button, OneLine, PixelCanvas]
        await pilot.press("tab", "c")
        assert canvas(app).pen.tool is Tool.CIRCLE
        assert app.focused is canvas(app)
