"""The hands and eyes of the tests of pages: they touch where they mean to, and notice what is planted."""

import pytest

from serve.chromium import needs_chromium
from serve.conftest import Hands
from serve.little_server import LittleServer
from serve.painted import Cell
from serve.tablet import PHONE, Tablet

pytestmark = needs_chromium


def _opened(hold: Hands, server: LittleServer) -> Tablet:
    tablet = hold(PHONE)
    tablet.open(f"{server.base}/in/token")
    return tablet


def test_a_finger_touches_the_cell_it_means_and_nobody_complains(hold: Hands) -> None:
    with LittleServer() as server:
        tablet = _opened(hold, server)
        tablet.sees("hello 52 52 True")
        tablet.tap(Cell(3, 40))
        tablet.sees("touchend 3 40 0 2")
        tablet.drag([Cell(3, 3), Cell(20, 30)])
        tablet.until(lambda: {"touchmove", "touchend"} <= {said["kind"] for said in tablet.sent[-2:]})
        assert {said["where"] for said in tablet.sent if said["kind"] == "touchmove"} >= {"20 30"}
        tablet.scroll(Cell(20, 40), 8)
        assert any(said.get("fingers") == 2 for said in tablet.sent)
        assert tablet.complaints == []
        assert tablet.outside(server.base) == []


def test_it_is_turned(hold: Hands) -> None:
    with LittleServer() as server:
        tablet = _opened(hold, server)
        tablet.rotate()
        tablet.sees("size 80 20")
        assert tablet.painted.size == (80, 20)


def test_a_cut_cable_is_noticed_by_the_page_and_a_silent_one_is_not(hold: Hands) -> None:
    with LittleServer() as server:
        tablet = _opened(hold, server)
        tablet.cable.cut()
        tablet.until(lambda: tablet.sockets > 1)  # it tries again
        tablet.cable.mend()
        tablet.until(lambda: tablet.hellos > 1)
        connected = tablet.sockets
        tablet.cable.fall_silent()
        tablet.tap(Cell(3, 3))
        tablet.page.wait_for_timeout(300)
        assert "touch" not in tablet.text
        tablet.cable.mend()
        tablet.sees("touchend 3 3")
        assert tablet.sockets == connected


@pytest.mark.parametrize(
    ("planted", "noticed"),
    [
        ("<script>window.x = 1</script>", "CSP: script-src-elem inline"),
        ('<script src="data:text/javascript,1"></script>', "CSP: script-src-elem data"),
        ('<img src="/nowhere">', "404"),
        ('<iframe src="https://board.invalid/"></iframe>', "CSP: frame-src https://board.invalid"),
    ],
)
def test_what_the_browser_complains_of_is_noticed(hold: Hands, planted: str, noticed: str) -> None:
    with LittleServer(planted) as server:
        tablet = _opened(hold, server)
        tablet.until(lambda: any(noticed in complaint for complaint in tablet.complaints), noticed)


def test_a_request_to_somebody_else_is_noticed(hold: Hands) -> None:
    with LittleServer('<img src="http://board.invalid/picture.png">') as server:
        tablet = _opened(hold, server)
        tablet.until(lambda: len(tablet.outside(server.base)) > 1)
        assert tablet.outside(server.base) == ["http://board.invalid/picture.png", "board.invalid:80"]
