"""A teacher with a phone, by touch: six children in Center, a showing judged, a chart, and a connection that comes and goes."""

import sys
from pathlib import Path

import pypdfium2
import pytest

from board.mastery.facts import Kind
from pty_terminal import Terminal
from serve.chromium import needs_chromium
from serve.conftest import Hands
from serve.painted import Cell
from serve.room import NAMES, Room
from serve.tablet import PHONE, TABLET, Tablet

pytestmark = needs_chromium

SIX = tuple(name for name in NAMES if name not in ("Fay G.", "Gus H."))


def _opened(hold: Hands, room: Room, size: tuple[int, int] = PHONE) -> Tablet:
    tablet = hold(size)
    tablet.open(room.server.links["teacher"])
    tablet.sees(*NAMES)
    return tablet


def _is_clean(tablet: Tablet, room: Room) -> None:
    assert tablet.complaints == []
    assert tablet.outside(room.server.base) == []


def _spot(tablet: Tablet, name: str, title: str, number: str) -> Cell:
    """Give the cell of a spot of the board, by the title of its step or in the overview by its number."""
    tablet.sees(name)
    heads = tablet.painted.places(title)
    numbers = next((line for line in tablet.painted.lines if line.split()[:3] == ["1", "2", "3"]), "")
    return Cell(heads[0].column if heads else numbers.index(number), tablet.painted.places(name)[0].line)


def test_six_children_are_marked_in_center_on_a_phone_and_seen_on_a_second_page_and_on_a_terminal(
    hold: Hands, room: Room
) -> None:
    phone, tablet = _opened(hold, room), _opened(hold, room, TABLET)
    board = [sys.executable, "-m", "board", "open", str(room.folder)]
    with Terminal(board, columns=120, rows=40, env=room.server.env) as terminal:
        terminal.wait_for(NAMES[-1])
        terminal.settle()
        phone.tap("Center", until="Record")
        for count, name in enumerate(SIX, 1):
            phone.tap(name)
            phone.until(lambda count=count: phone.text.count("● Got it") == count)  # type: ignore[misc]
        phone.tap("Record", until="Halves: 6 got it")
        marked = {fact.student for fact in room.facts() if fact.kind is Kind.MASTERED}
        assert marked >= {name[:3].lower() for name in SIX}
        tablet.sees("Got it (")
        terminal.wait_for("Got it (")
    _is_clean(phone, room)
    _is_clean(tablet, room)


def test_a_showing_is_judged_with_a_finger(hold: Hands, room: Room) -> None:
    phone = _opened(hold, room)
    phone.tap(_spot(phone, "Hal I.", "Thirds", "2"), until="Hal I. · Thirds")
    phone.tap("Student", until="Judge")
    phone.tap("Judge", until="○ Shows Thirds with paper")
    phone.tap("Shows Thirds with paper", until="✓ Shows Thirds with paper")
    phone.tap("Got it", which=-1)
    phone.until(lambda: (Kind.MASTERED, "u/thirds") in room.kinds_of("hal"))
    judged = next(fact for fact in room.facts() if fact.student == "hal" and fact.step == "u/thirds")
    assert judged.seen == ("Shows Thirds with paper",)
    _is_clean(phone, room)


def test_a_chart_is_downloaded_and_is_a_chart(hold: Hands, room: Room, tmp_path: Path) -> None:
    phone = _opened(hold, room)
    phone.tap("More", until="Search")
    phone.type_in("Wall chart")
    phone.tap("Print: Wall chart", until="Open it")
    phone.tap("Open it")
    keep = phone.page.locator("#file-keep")
    keep.wait_for(state="visible")
    with phone.page.expect_download() as coming:
        keep.tap()
    chart = tmp_path / "chart.pdf"
    coming.value.save_as(chart)
    assert not [name for name in NAMES if name.split()[0] in coming.value.suggested_filename]
    with pypdfium2.PdfDocument(chart) as pages:
        text = pages[0].get_textpage().get_text_bounded()
    assert "Unit" in text
    _is_clean(phone, room)


def test_a_turned_phone_shows_the_same_class(hold: Hands, room: Room) -> None:
    phone = _opened(hold, room)
    upright = phone.painted.size
    phone.rotate()
    phone.until(lambda: phone.painted.size[0] > phone.painted.size[1])
    phone.until(lambda: sum(name in phone.text for name in NAMES) > 1)  # as many as fit around the cursor
    phone.rotate()
    phone.until(lambda: phone.painted.size == upright)
    phone.sees(*NAMES)
    _is_clean(phone, room)


@pytest.mark.parametrize("how", ["reload", "cut", "silence"])
def test_a_page_that_was_gone_comes_back_to_the_same_screen(hold: Hands, room: Room, how: str) -> None:
    phone = _opened(hold, room)
    phone.tap(_spot(phone, "Gus H.", "Fourths", "3"))
    phone.sees("Gus H. · Fourths")
    phone.tap("Student", until="Looks like")
    page = phone.said("page")
    hellos = phone.hellos
    if how == "reload":
        phone.page.reload()
    elif how == "cut":
        phone.cable.cut()
        phone.page.wait_for_timeout(300)
        phone.cable.mend()
    else:
        phone.cable.fall_silent()
        phone.cable.cut()  # what ends a silence at last: the other side has given up
        phone.cable.mend()
    phone.until(lambda: phone.hellos > hellos, "it never came back")
    phone.sees("Gus H.", "Shows Fourths with paper")
    assert phone.said("page") == page
    phone.tap("Board", until="Hal I.")
    assert phone.outside(room.server.base) == []
    assert [one for one in phone.complaints if "WebSocket" not in one and "ERR_" not in one] == []
