"""The cookie of a guest: made by one secret, read by the same, and by nothing else."""

import base64
import hmac

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from board.serve.cookies import Guest, baked, cookie_name, guest_in, guest_of

SECRET = bytes(range(32))
IDS = st.text("abcXYZ019_-", min_size=1, max_size=64)
TIMES = st.integers(0, 2**40)
LATER = 1000


@given(IDS, IDS, TIMES, TIMES)
def test_what_was_baked_is_read_until_it_is_too_old(link: str, guest: str, until: int, now: int) -> None:
    cookie = baked(SECRET, link, guest, until)
    assert guest_of(SECRET, cookie, now) == (Guest(link, guest, until) if now < until else None)
    assert guest_of(bytes(32), cookie, now) is None
    assert not set(cookie) & set(' ;,="\\\r\n')


@given(st.text() | st.from_regex(r"1\.[a-z]{1,5}\.[a-z]{1,5}\.9{1,9}\.[A-Za-z0-9_=-]{0,50}"))
@example("")
@example("....")
@example("\ud800.\ud800")
@example("1.a.b.99999.\u00e9")
def test_nobody_else_can_bake_one(cookie: str) -> None:
    assert guest_of(SECRET, cookie, 0) is None


@given(st.data())
def test_no_sign_of_it_can_be_changed(data: st.DataObject) -> None:
    cookie = baked(SECRET, "link", "guest", LATER)
    at = data.draw(st.integers(0, len(cookie)))
    kept = data.draw(st.integers(at, len(cookie)))
    changed = cookie[:at] + data.draw(st.text(max_size=3)) + cookie[kept:]
    assert changed == cookie or guest_of(SECRET, changed, 0) is None


@pytest.mark.parametrize(
    ("link", "guest"),
    [("a.b", "c"), ("a", "b.c"), ("", "a"), ("a", ""), ("a;b", "c"), ("a" * 65, "b"), ("é", "b"), ("a\n", "b")],
)
def test_ids_that_could_be_taken_for_others_are_refused(link: str, guest: str) -> None:
    with pytest.raises(ValueError, match="id"):
        baked(SECRET, link, guest, LATER)


def test_a_short_secret_is_refused() -> None:
    with pytest.raises(ValueError, match="short"):
        baked(b"secret", "a", "b", LATER)


def test_a_secret_made_for_something_else_bakes_no_cookie() -> None:
    said = "1.link.guest.1000"
    plain = base64.urlsafe_b64encode(hmac.digest(SECRET, said.encode(), "sha256")).rstrip(b"=").decode()
    assert guest_of(SECRET, f"{said}.{plain}", 0) is None


def test_what_other_programs_of_the_host_set_does_no_harm() -> None:
    """Browsers share cookies between the ports of a host, and send several of one name."""
    name, cookie = cookie_name(8642, is_secure=False), baked(SECRET, "link", "guest", LATER)
    theirs = baked(SECRET, "link", "theirs", LATER)
    assert guest_in([f"theme=dark; {name}=rubbish; {name}={cookie}; _xsrf=2|x"], name, SECRET, 0) == Guest(
        "link", "guest", LATER
    )
    assert guest_in([f"{name}={cookie}", f"{name}={cookie}"], name, SECRET, 0) == Guest("link", "guest", LATER)
    assert guest_in([f"{name}={cookie}; {name}={theirs}"], name, SECRET, 0) is None, "nobody knows which of them it is"
    assert guest_in([f"board-1={cookie}; x{name}={cookie}; {name.upper()}={cookie}"], name, SECRET, 0) is None
    assert guest_in([f"{name}=x; " * 1000 + f"{name}={cookie}"], name, SECRET, 0) is None, "only a few are looked at"
    assert cookie_name(8642, is_secure=True).startswith("__Host-")


@given(st.lists(st.text(st.characters(codec="latin-1"))))
def test_anything_may_be_sent_as_cookies(headers: list[str]) -> None:
    assert guest_in(headers, "board-1", SECRET, 0) is None
