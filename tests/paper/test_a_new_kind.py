"""A kind of page is its drawer, its row and its tests: one that is added as CONTRIBUTING says is everywhere at once."""

import json
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path

import pytest

import every_page
import places_measured
from board.cli.context import seat_here
from board.demo.demo_class import make_demo
from board.mastery.audience import Audience
from board.paper import catalogue
from board.paper.drawers.style import Pictures
from board.paper.drawing import drawn
from board.paper.kind import Choice, PageKind, Purpose, Text
from board.paper.order import Order
from board.paper.pictures import Own
from board.store.class_book import ClassBook
from board.widgets.pixel_picture import PixelPicture
from cli_driver import run
from demo_orders import ordered
from print_driver import SIZE, go_to, part, text_of
from printables.page.document import Document, Style
from printables.page.drawn import Drawn
from printables.page.paper import MM
from screen_driver import board_on, seen, until
from scripts.looks.paper import gallery, paper_looks

# 1. Its drawer, as board/paper/drawers would hold it.


def draw_stars(order: Order, _pictures: Pictures, style: Style) -> Drawn:
    """A heading, and a star for each child on a page of its own."""
    page = Document(style, title="Stars", subject="A star for each child.")
    for at, student in enumerate(order.students):
        if at:
            page.next_page()
        page.canvas.setFont("Helvetica", 20)
        page.canvas.drawString(page.left, page.top - 20, f"A star for {student.alias or 'a friend'}")
        star = (page.left, page.bottom, 50 * MM, 20 * MM)
        page.canvas.rect(*star, fill=style.ink != "saver")
        page.field(f"star/{at + 1}", star)
    return page.finish()


# 2. Its row, as one of board/paper/kinds would hold it.

STARS = PageKind(
    name="stars",
    title="Page of stars",
    told="A star for each child, on a page of its own.",
    seen_by="everybody; aliases, no names",
    audience=Audience.EVERYBODY,
    purpose=Purpose.WALL,
    papers=("letter", "a4"),
    inks=("colour", "saver"),
    choices=frozenset({Choice.STUDENTS}),
    examples=("-o stars.pdf --paper a4",),
    drawer=f"{__name__}:draw_stars",
    texts=frozenset({Text.ALIAS}),
    notes=lambda _order: ("Cut the stars out with the children.",),
)

# 3. What its tests look for, as tests/every_page.py and tests/places_measured.py would hold it.

SAYS = ("A star for",)
MEASURED = places_measured.outlined


@pytest.fixture(autouse=True)
def stars(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(catalogue, "_KINDS", (STARS, *catalogue.kinds()))
    monkeypatch.setitem(every_page.SAYS, "stars", SAYS)
    monkeypatch.setitem(places_measured.MEASURED, "star", MEASURED)


@pytest.fixture
def demo(tmp_path: Path) -> Path:
    folder = tmp_path / "Demo.class"
    make_demo(folder, seat_here().settings.load().device, datetime(2026, 3, 3, 12, tzinfo=UTC)).close()
    return folder


def test_it_is_listed_for_people_and_for_scripts() -> None:
    assert (
        "  stars         Page of stars: A star for each child, on a page of its own." in run("print", "--list").stdout
    )
    (told,) = (one for one in json.loads(run("print", "--list", "--json").stdout) if one["kind"] == "stars")
    assert told["papers"] == ["letter", "a4"]
    assert "stars" in run("print").stdout


def test_its_help_offers_what_may_be_chosen_and_nothing_else() -> None:
    told = run("print", "stars", "--help").stdout
    assert "Example: board print stars -o stars.pdf --paper a4" in told
    assert "Who will see it: everybody; aliases, no names." in told
    assert "--student" in told
    assert "--layout-json" in told
    assert not {word for word in told.split() if word in ("--unit", "--label", "--spot", "--printer", "--alias")}


def test_it_is_printed_with_what_stands_where(demo: Path, tmp_path: Path) -> None:
    out, layout = tmp_path / "stars.pdf", tmp_path / "stars.json"
    told = run("print", "stars", "-c", demo, "-o", out, "--paper", "a4", "--layout-json", layout)
    assert (told.exit_code, told.stderr) == (0, "")
    assert "Cut the stars out with the children." in told.stdout.splitlines()
    assert text_of(out).count("A star for") == 24
    written = json.loads(layout.read_text())
    assert [page["kind"] for page in written["pages"]] == ["stars"] * 24
    (star,) = written["pages"][1]["fields"]
    assert star["key"] == "star/2"
    assert (star["width"], star["height"]) == (50.0, 20.0)


async def test_it_is_chosen_and_looked_at_on_the_screen(book: ClassBook) -> None:
    app = board_on(book)
    async with app.run_test(size=SIZE) as pilot:
        await go_to(pilot, "stars")
        assert "Who will see it: everybody; aliases, no names." in part(app, "#told")
        assert "Cut the stars out with the children." in part(app, "#notes")
        await until(pilot, lambda: app.screen.query_one(PixelPicture).pixels is not None)
        await until(pilot, lambda: "page 1 of 2" in seen(app))


def test_it_is_in_the_gallery(demo_class: ClassBook) -> None:
    ((name, picture),) = islice(paper_looks(demo_class, datetime(2026, 3, 3, tzinfo=UTC).date()), 1)
    assert name == "paper/stars"
    assert len({picture.getpixel((x, picture.height // 20)) for x in range(picture.width)}) > 1
    assert "![Page of stars](looks/paper/stars.png)" in gallery()


def test_every_paper_and_ink_of_it_is_tried(
    demo_class: ClassBook, prints: Path, own: Own, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried = [what for what in every_page.combinations() if what[0] == "stars"]
    assert tried == [("stars", paper, ink) for paper in STARS.papers for ink in STARS.inks]
    for what in tried:
        every_page.assert_legible(demo_class, prints, own, what)
    monkeypatch.setitem(every_page.SAYS, "stars", ("A moon for",))
    with pytest.raises(AssertionError):
        every_page.assert_legible(demo_class, prints, own, tried[0])


def test_its_places_are_looked_for_in_its_pdf(demo_class: ClassBook, prints: Path, own: Own) -> None:
    pages = drawn(ordered(demo_class, "stars", "a4"), prints, own)
    assert [field.key for field in pages.fields] == [f"star/{number}" for number in range(1, 25)]
    assert places_measured.astray("stars", pages) == []
    moved = pages._replace(fields=tuple(field._replace(x=field.x + 0.3) for field in pages.fields))
    assert len(places_measured.astray("stars", moved)) == 24
