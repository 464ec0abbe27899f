"""Whatever is asked, only who may gets through, and nobody makes the board fail: requests by the dice."""

import socket
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from board.serve import limits as limits_module
from board.serve.buckets import Rate
from board.serve.cookies import baked
from guarded import SECRET, Reached, guarded_aside

MUCH = Rate(10**9, 10**9)


class Asked(NamedTuple):
    """What is sent, and whether it may get through."""

    method: str
    path: str
    host: str
    origin: str | None
    cookie: str | None
    fetched: str | None
    odd: tuple[str, ...]
    body: bytes


HOSTS = ("127.0.0.1:{port}", "localhost:{port}", "[::1]:{port}", "evil.example", "127.0.0.1", "localhost.:{port}", "")
ORIGINS = (None, "http://127.0.0.1:{port}", "http://localhost:{port}", "null", "http://evil.example", "")
COOKIES = (None, "good", "forged", "old", "revoked", "good; board-{port}=x", "x", "good, good")
PATHS = st.sampled_from(
    ("/", "/who", "/said", "/static/x", "/file/x", "/ws", "/in/x", "/static/../who", "//who", "/nothing")
) | st.text(st.characters(min_codepoint=33, max_codepoint=126), max_size=20).map(lambda text: f"/{text}")
ODD = st.lists(
    st.sampled_from(
        (
            "Transfer-Encoding: chunked",
            "Content-Length: 3",
            "Upgrade: websocket",
            "Connection: Upgrade",
            "Expect: 100-continue",
            "Expect: nothing",
            "Content-Encoding: gzip",
            "Range: bytes=0-",
            "X-Forwarded-For: 10.0.0.1",
            "X-Forwarded-Host: evil.example",
            "X-Original-URL: /who",
            "X-HTTP-Method-Override: GET",
            "If-None-Match: *",
            "Accept: text/html",
            "Access-Control-Request-Method: POST",
            "Access-Control-Request-Private-Network: true",
        )
    )
    | st.text(st.characters(min_codepoint=32, max_codepoint=255), max_size=20).map(lambda text: f"X-Odd: {text}"),
    max_size=3,
    unique=True,
)
GOOD = Asked("GET", "/who", HOSTS[0], None, "good", None, (), b"")
SAYING = GOOD._replace(method="POST", path="/said", origin=ORIGINS[1])
CHANGES = st.one_of(
    st.tuples(st.just("method"), st.sampled_from(("GET", "HEAD", "POST", "PUT", "OPTIONS", "TRACE", "GETS"))),
    st.tuples(st.just("path"), PATHS),
    st.tuples(st.just("host"), st.sampled_from(HOSTS)),
    st.tuples(st.just("origin"), st.sampled_from(ORIGINS)),
    st.tuples(st.just("cookie"), st.sampled_from(COOKIES)),
    st.tuples(st.just("fetched"), st.sampled_from((None, "same-origin", "none", "same-site", "cross-site"))),
    st.tuples(st.just("odd"), ODD.map(tuple)),
    st.tuples(st.just("body"), st.sampled_from((b"", b"abc", b"0\r\n\r\n", b"GET /who HTTP/1.1\r\n\r\n"))),
)
ASKED = st.builds(
    lambda good, changes: good._replace(**dict(changes)),
    st.sampled_from((GOOD, SAYING)),
    st.lists(CHANGES, max_size=4),
)
"""Something that gets through, changed a little: what is wrong in every way is refused for the first of them."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reached]:
    patient = limits_module.Limits(
        requests=MUCH, guest_requests=MUCH, wrong=MUCH, idle_connection=0.1, linger=0.02, body_within=0.1
    )
    with guarded_aside(tmp_path_factory.mktemp("faults"), limits=patient) as reached:
        yield reached


def cookie_of(site: Reached, kind: str) -> str:
    """Give the value of a cookie of this kind."""
    good = site.cookie().partition("=")[2]
    known = {
        "good": good,
        "forged": baked(bytes(32), "kiosk", "guest-1", int(site.clock()) + 1000),
        "old": site.cookie(lasts=-1).partition("=")[2],
        "revoked": site.cookie("nobodys").partition("=")[2],
    }
    for name, value in known.items():
        kind = kind.replace(name, value)
    return kind.format(port=site.port)


def sent(site: Reached, asked: Asked) -> bytes:
    lines = [f"{asked.method} {asked.path} HTTP/1.1", f"Host: {asked.host.format(port=site.port)}"]
    if asked.origin is not None:
        lines.append(f"Origin: {asked.origin.format(port=site.port)}")
    if asked.cookie is not None:
        lines.append(f"Cookie: board-{site.port}={cookie_of(site, asked.cookie)}")
    if asked.fetched is not None:
        lines.append(f"Sec-Fetch-Site: {asked.fetched}")
    head = "\r\n".join((*lines, *asked.odd, "", "")).encode("latin-1")
    with socket.create_connection(("127.0.0.1", site.port), 10) as connection:
        connection.sendall(head + asked.body)
        answer = b""
        try:
            while piece := connection.recv(4096):
                answer += piece
        except ConnectionError:
            pass
        return answer


def may(site: Reached, asked: Asked) -> bool:
    """Tell whether any of this may get through, by another way than the guard's."""
    own = asked.host.format(port=site.port)
    is_here = asked.host in HOSTS[:3]
    is_open = asked.path.startswith("/static/")
    is_guest = asked.cookie in {"good", "good; board-{port}=x"}
    same = asked.origin is not None and asked.origin.format(port=site.port) == f"http://{own}"
    speaks = asked.method in {"GET", "HEAD"} and asked.origin is None and "Upgrade: websocket" not in asked.odd
    return is_here and (is_open or is_guest) and (same or speaks) and asked.method in {"GET", "HEAD", "POST"}


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(asked=ASKED)
def test_only_who_may_gets_through(site: Reached, asked: Asked, capfd: pytest.CaptureFixture[str]) -> None:
    site.got.clear()
    answer = sent(site, asked)
    got = list(site.got)
    assert not got or may(site, asked), got
    assert len(got) <= 1, "one request is one request"
    status = int(answer.split(b" ", 2)[1]) if answer else 0
    assert status < 500
    assert got or status >= 400 or status in {0, 100, 304}
    assert b"Traceback" not in answer
    assert SECRET not in answer
    assert capfd.readouterr() == ("", "")


@given(st.binary(max_size=400))
def test_bytes_of_any_kind_get_nothing(site: Reached, data: bytes) -> None:
    site.got.clear()
    with socket.create_connection(("127.0.0.1", site.port), 10) as connection:
        connection.sendall(data)
        connection.shutdown(socket.SHUT_WR)
        answer = b""
        while piece := connection.recv(4096):
            answer += piece
    assert site.got == []
    assert not answer or answer.split(b" ", 2)[1] in {b"400", b"421"}


def test_the_dice_hit_what_gets_through(site: Reached) -> None:
    for asked in (GOOD, GOOD._replace(path="/static/x", cookie=None), SAYING):
        site.got.clear()
        assert may(site, asked)
        assert sent(site, asked).startswith(b"HTTP/1.1 200")
        assert site.got == [asked.path]


def test_what_is_known_of_faults_stays_empty(site: Reached, tmp_path: Path) -> None:
    assert not list(site.guard.site.faults.glob("*.txt"))
    assert not list(tmp_path.iterdir())
