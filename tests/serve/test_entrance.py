"""The way in by a link: looking at it uses nothing, the button uses it once."""

import asyncio
import re
from http.cookies import SimpleCookie
from pathlib import Path

import pytest

from board.errors import Refusal
from board.seat.links import LinkRole, Links
from board.serve.entrance import Entrance
from board.serve.limits import Limits
from guarded import REACHED, Reached, guarded, written

ENTRANCE = (lambda app, guard: Entrance(guard, written).add_to(app),)


async def visit_of(site: Reached, token: str) -> str:
    """Open the page of a link, and give what its form sends."""
    status, page = await site.asked("GET", f"/in/{token}")
    assert status == 200
    found = re.search('name="visit" value="([^"]+)"', page)
    assert found is not None
    return found[1]


async def pressed(site: Reached, token: str, visit: str = "", **headers: str) -> tuple[int, str]:
    """Press the button, and give the status and the cookie."""
    said = {"Origin": site.origin, "Content-Type": "application/x-www-form-urlencoded", **headers}
    async with site.session.post(
        f"{site.origin}/in/{token}", headers=said, data=f"visit={visit}".encode(), allow_redirects=False
    ) as answer:
        return answer.status, answer.headers.get("Set-Cookie", "")


async def test_the_button_lets_a_browser_in(tmp_path: Path) -> None:
    async with guarded(tmp_path, adding=ENTRANCE) as site:
        status, cookie = await pressed(site, "token-of-kiosk", await visit_of(site, "token-of-kiosk"))
        assert status == 303
        (said,) = SimpleCookie(cookie).values()
        assert (said["path"], said["samesite"], said["httponly"], said["domain"]) == ("/", "Strict", True, "")
        assert said["max-age"] == str(180 * 86400)
        assert await site.asked("GET", "/", {"Cookie": f"{said.key}={said.value}"}) == (200, REACHED)


async def test_a_one_time_link_lets_in_once_and_not_for_long(tmp_path: Path) -> None:
    async with guarded(tmp_path, adding=ENTRANCE) as site:
        for _ in range(5):
            await visit_of(site, "token-of-once")  # whoever shows previews of links, or looks whether they are harmful
            assert (await site.asked("HEAD", "/in/token-of-once"))[0] == 200
        status, cookie = await pressed(site, "token-of-once", await visit_of(site, "token-of-once"))
        assert status == 303
        assert "Max-Age=43200" in cookie
        assert (await pressed(site, "token-of-once", await visit_of(site, "token-of-once")))[0] == 403
        cookie = cookie.partition(";")[0]
        assert (await site.asked("GET", "/who", {"Cookie": cookie}))[0] == 200
        site.clock.at += 12 * 3600
        assert (await site.asked("GET", "/who", {"Cookie": cookie}))[0] == 403, "whatever the browser keeps"


async def test_a_button_that_was_tapped_twice_lets_in(tmp_path: Path) -> None:
    async with guarded(tmp_path, adding=ENTRANCE) as site:
        visit = await visit_of(site, "token-of-once")
        answers = await asyncio.gather(*(pressed(site, "token-of-once", visit) for _ in range(3)))
        assert [status for status, _ in answers] == [303] * 3
        assert len({await who(site, cookie) for _, cookie in answers}) == 1, "it is one browser"
        assert (await pressed(site, "token-of-once", visit[:-1] + "x"))[0] == 403
        assert (await pressed(site, "token-of-kiosk", visit))[0] == 303
        site.clock.at += 121
        assert (await pressed(site, "token-of-once", visit))[0] == 403


async def who(site: Reached, cookie: str) -> str:
    return (await site.asked("GET", "/who", {"Cookie": cookie.partition(";")[0]}))[1]


@pytest.mark.parametrize("visit", ["", "x", "a" * 4000, "%00", "%ff" * 10])
async def test_nobody_is_known_again_who_said_nothing(tmp_path: Path, visit: str) -> None:
    async with guarded(tmp_path, adding=ENTRANCE) as site:
        assert (await pressed(site, "token-of-once", visit))[0] == 303
        assert (await pressed(site, "token-of-once", visit))[0] == 403


async def test_another_site_presses_no_button(tmp_path: Path) -> None:
    async with guarded(tmp_path, adding=ENTRANCE) as site:
        for origin in ("http://evil.example", "null", f"http://localhost:{site.port}"):
            assert (await pressed(site, "token-of-once", Origin=origin))[0] == 403
        assert not site.links.used


async def test_guessing_is_slow_and_hinders_nobody_who_is_in(tmp_path: Path) -> None:
    async with guarded(tmp_path, adding=ENTRANCE) as site:
        guessed = [(await pressed(site, f"guess-{number}"))[0] for number in range(40)]
        assert guessed == [403] * 20 + [429] * 20
        assert (await pressed(site, "token-of-kiosk"))[0] == 429
        assert (await site.asked("GET", "/who", site.let_in()))[0] == 200
        site.clock.at += 60
        assert (await pressed(site, "token-of-kiosk"))[0] == 303


async def test_two_browsers_of_one_link_are_two_guests(tmp_path: Path) -> None:
    async with guarded(tmp_path, adding=ENTRANCE) as site:
        cookies = [(await pressed(site, "token-of-kiosk", await visit_of(site, "token-of-kiosk")))[1] for _ in range(2)]
        assert len({await who(site, cookie) for cookie in cookies}) == 2


async def test_a_link_that_can_not_be_kept_as_used_lets_nobody_in(tmp_path: Path) -> None:
    async with guarded(tmp_path, adding=ENTRANCE) as site:

        def full(_: str) -> None:
            raise Refusal("/home/ms-rivera/links could not be saved.")

        site.links.use = full  # type: ignore[method-assign, assignment]
        status, said = await site.asked("POST", "/in/token-of-once", {"Origin": site.origin}, b"visit=x")
        assert status == 503
        assert "rivera" not in said


async def test_a_body_that_is_no_form_is_not_read_to_the_end(tmp_path: Path) -> None:
    async with guarded(tmp_path, Limits(body_within=0.2, linger=0.1), adding=ENTRANCE) as site:
        assert (await site.asked("POST", "/in/token-of-kiosk", {"Origin": site.origin}, b"x" * 5000))[0] == 413
        head = f"POST /in/token-of-kiosk HTTP/1.1\r\nHost: 127.0.0.1:{site.port}\r\nOrigin: {site.origin}\r\n"
        assert b" 408 " in await site.raw(head.encode() + b"Content-Length: 20\r\n\r\nvisit=")
        endless = (
            b"Transfer-Encoding: chunked\r\n\r\n" + b"fff\r\n" + b"x" * 0xFFF + b"\r\nfff\r\n" + b"x" * 0xFFF + b"\r\n"
        )
        assert b" 413 " in await site.raw(head.encode() + endless)
        assert not site.links.used


async def test_a_browser_that_comes_every_week_is_known_all_year(tmp_path: Path) -> None:
    async with guarded(tmp_path, adding=ENTRANCE) as site:
        cookie = (await pressed(site, "token-of-kiosk"))[1].partition(";")[0]
        guest = await who(site, cookie)
        for _ in range(52):
            async with site.session.get(site.origin + "/", headers={"Cookie": cookie}) as answer:
                assert answer.status == 200
                renewed = answer.headers.get("Set-Cookie")
            if renewed is not None:
                cookie = renewed.partition(";")[0]
            assert await who(site, cookie) == guest
            site.clock.at += 7 * 86400


async def test_a_one_time_browser_is_not_renewed(tmp_path: Path) -> None:
    async with guarded(tmp_path, adding=ENTRANCE) as site:
        cookie = (await pressed(site, "token-of-once"))[1].partition(";")[0]
        site.clock.at += 11 * 3600
        async with site.session.get(site.origin + "/", headers={"Cookie": cookie}) as answer:
            assert answer.status == 200
            assert "Set-Cookie" not in answer.headers


async def test_the_links_of_a_class_let_in(tmp_path: Path) -> None:
    async with guarded(tmp_path, adding=ENTRANCE) as site:
        links = Links(tmp_path / "home", "Room 12")
        site.guard.links = links
        once, standing = links.make(LinkRole.TEACHER), links.make(LinkRole.KIOSK, standing=True)
        assert (await site.asked("GET", once.path))[0] == 200
        cookies = [(await pressed(site, link.token))[1] for link in (once, standing)]
        assert [await who(site, cookie) for cookie in cookies] != ["", ""]
        assert (await pressed(site, once.token))[0] == 403
        assert (await site.asked("POST", standing.typed_path.upper().replace("/IN/", "/in/"), site.let_in()))[0] == 303
        assert (await site.asked("GET", "/who", {"Cookie": cookies[0].partition(";")[0]}))[0] == 200
        links.revoke(once.id)
        assert (await site.asked("GET", "/who", {"Cookie": cookies[0].partition(";")[0]}))[0] == 403
        assert (await site.asked("GET", "/who", {"Cookie": cookies[1].partition(";")[0]}))[0] == 200
