"""Under which names the board is served, and what it believes of a request."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from board.serve.hosts import hosts, is_plain, network_of

HERE = hosts(8642, ("192.168.1.20", "Laptop.local", "fd00::1"))


@given(st.text() | st.from_regex(r"(http://)?[a-z0-9.\[\]:-]{1,30}(:[0-9]{1,5})?", fullmatch=True))
@example("localhost:8642 ")
@example("localhost:08642.")
@example("localhost:８６４２")
@example("ſocalhost:8642")
@example("ℓocalhost:8642")
@example("localhoſt:8642")
@example("192.168.1.20:8642\n")
@example("[fe80::1%25lo]:8642")
@example("[::1:8642")
def test_only_its_own_names_are_its_names(authority: str) -> None:
    own = {f"{name}:8642" for name in ("localhost", "127.0.0.1", "[::1]", "192.168.1.20", "laptop.local", "[fd00::1]")}
    named = HERE.named_in(authority)
    assert named is None or named in own
    if named is not None:
        assert authority.isascii()
        assert HERE.is_own(f"http://{authority}", authority)
    else:
        assert not HERE.is_own(f"http://{authority}", authority)


@given(st.text())
def test_another_origin_is_never_its_own(origin: str) -> None:
    assert HERE.is_own(origin, "localhost:8642") == (
        origin.casefold() in {"http://localhost:8642", "http://localhost:08642"} and origin.startswith("http://")
    )


def test_one_name_is_no_page_of_another() -> None:
    assert HERE.is_own("http://192.168.1.20:8642", "192.168.1.20:8642")
    assert not HERE.is_own("http://localhost:8642", "192.168.1.20:8642")
    assert not HERE.is_own("https://localhost:8642", "localhost:8642")
    assert not HERE.is_own(None, "localhost:8642")


def test_a_standard_port_is_left_out() -> None:
    secure = hosts(443, ("pi.local",), is_secure=True)
    assert secure.address("pi.local") == "https://pi.local"
    assert secure.named_in("pi.local") == "pi.local:443"
    assert secure.is_own("https://pi.local", "pi.local:443")
    assert not secure.is_own("http://pi.local", "pi.local")
    assert secure.named_in("pi.local:80") is None
    assert HERE.address("fd00:0::1") == "http://[fd00::1]:8642"
    assert HERE.named_in("localhost") is None


@pytest.mark.parametrize("name", ["a b", "user@host", "host:80", "", "a/b", "ö.local", "[::1]x"])
def test_what_can_be_no_name_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match="name of a host"):
        hosts(8642, (name,))


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/ws",
        "/in/abcd-EFGH_1",
        "/static/page.js",
        "/static/fonts/letters-bold.woff2",
        "/?source=home",
        "/manifest.webmanifest",
    ],
)
def test_the_paths_of_the_board_are_plain(path: str) -> None:
    assert is_plain(path)


@pytest.mark.parametrize(
    "path",
    [
        "/static/../settings.json",
        "/static/..",
        "/static/.",
        "/static/./page.js",
        "/static/.git/config",
        "/static/%2e%2e/settings.json",
        "/static/..%2fsettings.json",
        "/static/%2e%2e%2fsettings.json",
        "/static/..%5csettings.json",
        "/static/..\\settings.json",
        "/static\\..\\settings.json",
        "/static/%00",
        "/static/page.js%00.png",
        "/static//etc/passwd",
        "//etc/passwd",
        "/static/C:/settings.json",
        "/static/page.js/",
        "/static/%252e%252e/settings.json",
        "/static/%c0%ae%c0%ae/settings.json",
        "/static/%u002e/x",
        "/static/..;/x",
        "/static/x;y",
        "/static/é",
        "http://evil.example/",
        "*",
        "",
        "/in/" + "a" * 300,
        "/in/token#x",
        "/in/token\n",
        "/?x=\n",
        "/ ",
    ],
)
def test_tricks_are_not(path: str) -> None:
    assert not is_plain(path)


@given(st.text())
def test_no_path_that_is_plain_leads_up(path: str) -> None:
    if is_plain(path):
        assert path.isascii()
        assert ".." not in path.partition("?")[0].split("/")
        assert not set(path.partition("?")[0]) & set("\\%\0;")


def test_a_device_is_known_by_its_network() -> None:
    assert network_of("192.168.1.20") != network_of("192.168.1.21")
    assert network_of("2001:db8::1") == network_of("2001:db8::ffff:1:2:3") != network_of("2001:db8:1::1")
    assert network_of("::ffff:192.168.1.20") == network_of("192.168.1.20")
    assert network_of("fe80::1%eth0") == network_of("fe80::2%eth0")
    assert network_of("") == ""
