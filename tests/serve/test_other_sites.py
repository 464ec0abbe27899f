"""What other sites can do with the board by a browser that was let in: lead to it, and nothing else. In a real Chromium."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from board.serve import guard as guard_module
from board.serve.certificates import ssl_context
from board.serve.entrance import Entrance
from board.serve.hosts import Hosts
from board.serve.own_certificate import own_certificate
from board.serve.policy import headers_for
from guarded import Reached, guarded_aside, written
from serve.chromium import needs_chromium

pytestmark = needs_chromium

ENTRANCE = (lambda app, guard: Entrance(guard, written).add_to(app),)


@dataclass
class Other:
    """Another site: one page, and what it heard.

    Attributes:
        port: Where it is; at 127.0.0.1 it is of the same site as the board, as browsers see it, at localhost it is not.
        html: What its page holds.
        referers: From where it was said that somebody came.
    """

    port: int
    html: str = ""
    referers: list[str] = field(default_factory=list)


@contextmanager
def other_site() -> Iterator[Other]:
    other = Other(0)

    class Answers(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            if self.path == "/":
                other.referers.append(self.headers.get("Referer", ""))
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(other.html.encode())

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answers)
    other.port = server.server_address[1]
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield other
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    context = chromium.new_context()
    yield context.new_page()
    context.close()


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Reached]:
    with guarded_aside(tmp_path, ENTRANCE) as reached:
        yield reached


@pytest.fixture
def other() -> Iterator[Other]:
    with other_site() as it:
        yield it


FROM = pytest.mark.parametrize("host", ["localhost", "127.0.0.1"], ids=["another site", "another port"])


def come_in(page: Page, site: Reached, token: str = "token-of-kiosk") -> None:
    page.goto(f"{site.origin}/in/{token}")
    page.click("button")
    page.wait_for_url(f"{site.origin}/")
    assert page.inner_text("p") == "reached"


def opens(page: Page, other: Other, host: str, html: str) -> None:
    """Open the page of the other site."""
    other.html = html
    page.goto(f"http://{host}:{other.port}/")


@FROM
def test_it_can_lead_to_a_link_which_lets_in(page: Page, site: Reached, other: Other, host: str) -> None:
    opens(page, other, host, f'<a href="{site.origin}/in/token-of-once">The board</a>')
    page.click("a")
    page.click("button")
    page.wait_for_url(f"{site.origin}/")
    assert page.inner_text("p") == "reached"
    page.reload()
    assert page.inner_text("p") == "reached"
    assert page.evaluate("document.cookie") == "", "no script can read it"


def test_a_button_that_is_tapped_twice_lets_in(page: Page, site: Reached) -> None:
    page.goto(f"{site.origin}/in/token-of-once")
    page.dblclick("button")
    page.wait_for_url(f"{site.origin}/")
    assert page.inner_text("p") == "reached"


@FROM
def test_it_can_lead_to_the_board_which_opens_at_the_second_step(
    page: Page, site: Reached, other: Other, host: str
) -> None:
    come_in(page, site)
    opens(page, other, host, f'<a href="{site.origin}/">The board</a>')
    page.click("a")
    if host == "localhost":
        assert "open the board's link again" in page.inner_text("p")
        page.click("a")
        page.wait_for_load_state()
    assert page.inner_text("p") == "reached"


@FROM
def test_it_can_not_show_the_board_within_itself(page: Page, site: Reached, other: Other, host: str) -> None:
    come_in(page, site)
    opens(page, other, host, f'<iframe src="{site.origin}/"></iframe>')
    frame = page.frames[1]
    frame.wait_for_load_state()
    assert "reached" not in frame.locator("body").inner_text()
    assert site.got == ["/"]


@FROM
def test_it_can_not_send_anything(page: Page, site: Reached, other: Other, host: str) -> None:
    come_in(page, site)
    opens(page, other, host, f'<form method="post" action="{site.origin}/said"><button>A game</button></form>')
    page.click("button")
    page.wait_for_url(f"{site.origin}/said")
    assert page.inner_text("p").startswith("This came from another site")
    assert site.got == ["/"]


ASKING = """async (origin) => {
  const tried = [];
  for (const mode of ["no-cors", "cors"]) {
    for (const path of ["/who", "/file/x", "/static/page.js"]) {
      try {
        const answer = await fetch(origin + path, { mode, credentials: "include" });
        tried.push(answer.type === "opaque" ? "nothing" : await answer.text());
      } catch {
        tried.push("nothing");
      }
    }
  }
  for (const mode of ["no-cors", "cors"]) {
    await fetch(origin + "/said", { mode, method: "POST", body: "x", credentials: "include" }).catch(() => {});
  }
  const socket = new WebSocket(origin.replace("http", "ws") + "/ws");
  tried.push(await new Promise((done) => {
    socket.onopen = () => done("a socket");
    socket.onerror = () => done("nothing");
  }));
  return tried;
}"""


@FROM
def test_its_scripts_learn_nothing(page: Page, site: Reached, other: Other, host: str) -> None:
    come_in(page, site)
    opens(page, other, host, "<p>A game</p>")
    assert set(page.evaluate(ASKING, site.origin)) == {"nothing"}
    assert site.got == ["/"]


@FROM
def test_it_holds_no_hand_on_a_window_it_opened(page: Page, site: Reached, other: Other, host: str) -> None:
    come_in(page, site)
    opens(page, other, host, "<p>A game</p>")
    with page.expect_popup() as popup:
        page.evaluate("origin => { window.theirs = window.open(origin + '/'); }", site.origin)
    popup.value.wait_for_load_state()
    assert popup.value.evaluate("window.opener") is None
    assert page.evaluate("window.theirs.closed"), "as it looks from there"


@FROM
def test_it_does_not_hear_by_which_link_somebody_came(page: Page, site: Reached, other: Other, host: str) -> None:
    page.goto(f"{site.origin}/in/token-of-once")
    page.evaluate("address => { window.location.href = address; }", f"http://{host}:{other.port}/")
    page.wait_for_url(f"http://{host}:{other.port}/")
    come_in(page, site)
    page.evaluate("address => { window.location.href = address; }", f"http://{host}:{other.port}/")
    page.wait_for_url(f"http://{host}:{other.port}/")
    assert other.referers == ["", ""]


def test_a_name_of_another_site_that_leads_here_shows_nothing(chromium: Browser, site: Reached) -> None:
    """The name of a site that was 127.0.0.1 only after its page had been loaded: all of it would be of one origin."""
    context = chromium.new_context()
    page = context.new_page()
    answer = page.goto(f"http://rebound.localhost:{site.port}/in/token-of-once")
    assert answer is not None
    assert answer.status == 421
    assert site.got == []
    context.close()


def test_a_browser_has_nothing_to_complain_about(page: Page, site: Reached) -> None:
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    come_in(page, site)
    assert not said, "\n".join(said)


def test_by_https_a_browser_is_known_by_a_cookie_no_plain_page_can_set(chromium: Browser, tmp_path: Path) -> None:
    now = datetime.now(UTC)
    own = own_certificate(tmp_path / "home", ("localhost", "127.0.0.1"), now)
    context = chromium.new_context(ignore_https_errors=True)  # as somebody does who goes on after the warning
    with guarded_aside(tmp_path, ENTRANCE, ssl_context(own.certificate, own.key, now)) as site:
        page = context.new_page()
        come_in(page, site)
        (cookie,) = context.cookies()
        assert cookie["name"] == f"__Host-board-{site.port}"
        assert cookie["secure"]
        assert page.evaluate(ASKING, site.origin)[-1] == "a socket"
        context.close()
        deadline = time.monotonic() + 10
        while site.connections:
            assert time.monotonic() < deadline, "the browser never left"
            time.sleep(0.01)


def planted_referrer_policy(monkeypatch: pytest.MonkeyPatch) -> None:
    def silent(path: str, socket: str) -> dict[str, str]:
        return {**headers_for(path, socket), "Referrer-Policy": "no-referrer"}

    monkeypatch.setattr(guard_module, "headers_for", silent)


def test_a_form_that_tells_nobody_whose_it_is_would_be_refused(
    page: Page, site: Reached, monkeypatch: pytest.MonkeyPatch
) -> None:
    planted_referrer_policy(monkeypatch)
    page.goto(f"{site.origin}/in/token-of-kiosk")
    page.click("button")
    page.wait_for_load_state()
    assert page.inner_text("p").startswith("This came from another site")


def test_what_is_planted_is_found(page: Page, site: Reached, other: Other, monkeypatch: pytest.MonkeyPatch) -> None:
    come_in(page, site)
    with monkeypatch.context() as planted:
        planted.setattr(Hosts, "is_own", lambda *_: True)
        opens(page, other, "127.0.0.1", "<p>A game</p>")
        assert "a socket" in page.evaluate(ASKING, site.origin)
    with monkeypatch.context() as planted:
        planted.setattr(guard_module, "headers_for", lambda *_: {})
        planted.setattr(guard_module, "_ENTRANCES", guard_module.re.compile("/"))  # type: ignore[attr-defined]
        planted.setattr(guard_module.Guard, "_look_where_from", lambda *_: None)
        opens(page, other, "127.0.0.1", f'<iframe src="{site.origin}/"></iframe>')
        page.frames[1].wait_for_load_state()
        assert "reached" in page.frames[1].content()
        with page.expect_popup() as popup:
            page.evaluate("origin => { window.theirs = window.open(origin + '/'); }", site.origin)
        popup.value.wait_for_load_state()
        assert popup.value.evaluate("window.opener !== null")
