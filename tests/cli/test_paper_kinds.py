"""board print KIND: every kind on every sort of class, and what a page is about."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pypdfium2
import pytest
from click.testing import Result

from board.art.shelf import StickerShelf
from board.demo.demo_class import make_demo
from board.paper.catalogue import kinds
from cli_driver import UNIT, run
from demo_orders import KINDS
from hostile import HOSTILE, assert_clean_output
from paper_reading import MM, text_of

GERMS = UNIT.with_name("germ-detectives.toml")
NAMES = "first,last,id\n" + "".join(f"Child{at},Family{at % 7},{4700 + 3 * at}\n" for at in range(30))
NO_STUDENTS = "This class has no students yet; add them with: board roster NAMES.csv\n"
NO_UNIT = "This class has no unit yet; add one with: board unit FILE\n"


@pytest.fixture(scope="module", autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """One user folder for all tests here; the children's pictures are small ones, which are as good for where they lie."""
    paper = StickerShelf.paper
    folder = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("BOARD_HOME", str(folder))
        patch.setenv("BOARD_FONTS", "")
        patch.setattr(StickerShelf, "paper", lambda shelf, face, _px: paper(shelf, face, 64))
        yield folder


@pytest.fixture(scope="module")
def demo(home: Path) -> Path:
    """The demo class: 24 children, two units, marks and drawings."""
    folder = home / "Demo.class"
    make_demo(folder, "d1", datetime(2026, 3, 3, 12, tzinfo=UTC)).close()
    return folder


@pytest.fixture(scope="module")
def thirty(home: Path) -> Path:
    """A class of thirty with two units and no mark."""
    folder, names = home / "Room 12.class", home / "names.csv"
    names.write_text(NAMES)
    run("new", folder, "--name", "Room 12")
    run("roster", names, "-c", folder, "--yes")
    for unit in (UNIT, GERMS):
        assert run("unit", unit, "-c", folder, "--yes").exit_code == 0
    return folder


def printed(kind: str, folder: Path, out: Path, *words: str) -> Result:
    return run("print", kind, "-c", folder, "-o", out, *words)


def assert_refused(told: Result, out: Path) -> None:
    """Check that a call got one sentence, and that nothing was written."""
    assert (told.exit_code, told.stdout) == (2, "")
    assert told.stderr.count("\n") == 1
    assert_clean_output(told.stderr)
    assert len(told.stderr) < 300
    assert not out.exists()


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_printed_from_the_demo_class_and_tells_what_stands_where(
    demo: Path, tmp_path: Path, kind: str
) -> None:
    out, layout = tmp_path / "page.pdf", tmp_path / "deep" / "page.json"
    told = printed(kind, demo, out, "--layout-json", str(layout))
    assert (told.exit_code, told.stderr) == (0, "")
    assert told.stdout.startswith(f"Made the folder {layout.parent}.\nWrote {out}. Print it at 100 %.\n")
    assert f"Wrote {layout}: what stands where on its pages.\n" in told.stdout
    written, document = json.loads(layout.read_text()), pypdfium2.PdfDocument(out)
    assert len(document) > 0
    assert [page["kind"] for page in written["pages"]] == [kind] * len(document)
    assert [side * MM for side in written["page_mm"]] == pytest.approx(document[0].get_size(), abs=0.01)
    for page in written["pages"]:
        assert all(set(field) == {"key", "x", "y", "width", "height"} for field in page["fields"])


@pytest.mark.parametrize("kind", KINDS)
def test_before_the_first_mark_a_page_is_printed_or_says_what_is_missing(
    thirty: Path, tmp_path: Path, kind: str
) -> None:
    out = tmp_path / "page.pdf"
    told = printed(kind, thirty, out)
    missing = {
        "certificate": "Nobody has finished a level of Number Explorers yet",
        "stickers": "Nobody has earned a sticker here yet",
        "glue": "Nobody has earned a sticker here yet",
    }
    if kind in missing:
        assert_refused(told, out)
        assert missing[kind] in told.stderr
    else:
        assert (told.exit_code, told.stderr) == (0, "")
        assert len(pypdfium2.PdfDocument(out)) > 0


def test_a_class_without_students_or_without_a_unit_says_how_to_add_them(tmp_path: Path) -> None:
    names = tmp_path / "names.csv"
    names.write_text(NAMES)
    empty, bare, out = tmp_path / "Empty.class", tmp_path / "Bare.class", tmp_path / "page.pdf"
    run("new", empty, "--name", "Empty")
    run("unit", UNIT, "-c", empty, "--yes")
    run("new", bare, "--name", "Bare")
    run("roster", names, "-c", bare, "--yes")
    for folder, fine, sentence in (
        (empty, {kind.name for kind in kinds() if not kind.needs_students}, NO_STUDENTS),
        (bare, {kind.name for kind in kinds() if not kind.needs_units}, NO_UNIT),
    ):
        assert "calibration" in fine
        for kind in KINDS:
            told = printed(kind, folder, out)
            if kind in fine:
                assert told.exit_code == 0
                out.unlink()
            else:
                assert_refused(told, out)
                assert told.stderr == sentence


def test_each_child_has_a_chart_of_its_own_once_and_in_the_order_of_the_class(thirty: Path, tmp_path: Path) -> None:
    out = tmp_path / "own.pdf"
    for words, pages in (((), 30), (("--student", "Child21"), 1), (("--student", "Child21", "--student", "4763"), 1)):
        assert printed("personal", thirty, out, *words).exit_code == 0
        assert len(pypdfium2.PdfDocument(out)) == pages
    assert printed("personal", thirty, out, "--student", "Child9", "--student", "Child2 F.").exit_code == 0
    first, second = (page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(out))
    assert "Child2 F." in first
    assert "Child9 F." in second


@pytest.mark.parametrize(
    ("kind", "words", "said"),
    [
        ("personal", ("--student", "Nobody"), 'No student fits "Nobody"'),
        ("personal", ("--student", ""), "A student's name is empty"),
        (
            "personal",
            ("--unit", "History"),
            'No unit is called "History"; this class has number-explorers, germ-detectives.',
        ),
        ("wall", ("--unit", ""), 'No unit is called ""'),
        ("wall", ("--unit", "x" * 5000), "No unit is called"),
        ("cards", ("--level", "Colours"), 'No level is called "Colours"; there is Count, Place Value,'),
        ("cards", ("--level", "x" * 5000), "No level is called"),
        ("cards", ("--step", "fly"), 'No step fits "fly"'),
        ("cards", ("--step", ""), 'No step fits ""'),
        ("cards", ("--step", "count-to-20", "--level", "Count"), "--step and --level don't go together"),
        ("group", ("--step", "count-to-200"), "did you mean count-to-20"),
        ("wall", ("--date", "2026-13-01"), '"2026-13-01" is no date; write it as year, month, day'),
        ("wall", ("--date", "today"), '"today" is no date'),
        ("wall", ("--date", ""), '"" is no date'),
    ],
)
def test_what_the_class_does_not_have_is_said(
    thirty: Path, tmp_path: Path, kind: str, words: tuple[str, ...], said: str
) -> None:
    out = tmp_path / "page.pdf"
    told = printed(kind, thirty, out, *words)
    assert said in told.stderr
    assert_refused(told, out)


def test_nothing_that_is_typed_reaches_the_terminal_unclean(thirty: Path, tmp_path: Path) -> None:
    out = tmp_path / "page.pdf"
    for text in HOSTILE:
        for kind, option in (("cards", "--unit"), ("cards", "--level"), ("cards", "--date"), ("wall", "--spot")):
            assert_refused(printed(kind, thirty, out, f"{option}={text}"), out)


def test_units_levels_and_steps_are_found_by_title_in_any_letters(thirty: Path, tmp_path: Path) -> None:
    out = tmp_path / "page.pdf"
    for words, inside, outside in (
        (("--unit", "germ detectives"), "Meet the Microbes", "Count to 20"),
        (("--unit", "number-explorers"), "Count to 20", "Meet the Microbes"),
        ((), "Count to 20", "Meet the Microbes"),
        (("--level", "PLACE value"), "Tens", "Count to 20"),
        (("--step", "count to 20"), "Count to 20", "Tens"),
    ):
        assert printed("cards", thirty, out, *words).exit_code == 0
        text = text_of(out.read_bytes())
        assert inside in text
        assert outside not in text


def test_a_step_or_level_says_by_itself_which_unit_is_meant(thirty: Path, tmp_path: Path) -> None:
    out = tmp_path / "page.pdf"
    assert printed("cards", thirty, out, "--level", "How They Travel").exit_code == 0
    assert "How They Travel" in text_of(out.read_bytes())
    elsewhere = printed("cards", thirty, tmp_path / "other.pdf", "--level", "Count", "--unit", "germ-detectives")
    assert_refused(elsewhere, tmp_path / "other.pdf")
    assert 'No level is called "Count"' in elsewhere.stderr


def test_the_day_that_is_named_stands_on_the_page(thirty: Path, tmp_path: Path) -> None:
    out = tmp_path / "page.pdf"
    assert printed("wall", thirty, out, "--date", "2026-11-03").exit_code == 0
    assert "3 November 2026" in text_of(out.read_bytes())


def test_the_paper_a_poster_is_made_of_is_harmless_where_there_is_no_poster(thirty: Path, tmp_path: Path) -> None:
    out = tmp_path / "quilt.pdf"
    sizes = []
    for words in (("--sheet", "a4"), ("--paper", "poster2x2", "--sheet", "a4")):
        assert printed("quilt", thirty, out, *words).exit_code == 0
        sizes.append([tuple(round(side) for side in sorted(page.get_size())) for page in pypdfium2.PdfDocument(out)])
    assert sizes == [[(612, 792)], [(595, 842)] * 4]


@pytest.mark.parametrize(
    ("written", "across"),
    [
        ("19.05", 19.05),
        ("19,05 mm", 19.05),
        ("1.9cm", 19),
        ("3/4in", 19.05),
        ("3/4", 19.05),
        ('3/4"', 19.05),
        ("1 1/4 in", 31.75),
        ("1-1/4 inch", 31.75),
        (".75 in", 19.05),
        ("1 inches", 25.4),
        ("ol5275", 19.05),
        ("Avery 5293", 41.27),
        ("5293", 41.27),
    ],
)
def test_spots_are_as_wide_as_they_were_told(thirty: Path, tmp_path: Path, written: str, across: float) -> None:
    same = []
    for size in (written, f"{across} mm"):
        out = tmp_path / "own.pdf"
        assert (
            printed("personal", thirty, out, "--student", "Child3", "--date", "2026-11-03", f"--spot={size}").exit_code
            == 0
        )
        same.append(out.read_bytes())
    assert same[0] == same[1]


@pytest.mark.parametrize("kind", ["personal", "wall", "glue"])
@pytest.mark.parametrize(
    "written", ["0", "-3", "1000", "300", "nan", "inf", "1e9", "", "big", "1/0in", "3/4in3", "1 5", "9" * 5000, "½"]
)
def test_spots_nobody_can_cover_are_refused(demo: Path, tmp_path: Path, kind: str, written: str) -> None:
    out = tmp_path / "page.pdf"
    assert_refused(printed(kind, demo, out, "--spot", written), out)
