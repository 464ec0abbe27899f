"""board serve: what is refused in one sentence, what is told of links, and how it begins and ends as a program."""

import os
import re
import signal
import socket
import ssl
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from board.cli import serving_options
from board.cli.context import seat_here
from board.errors import Refusal
from board.mastery.people import AdultRole
from board.seat.connected import Connected, OpenPage
from board.seat.links import LinkRole, Links
from board.seat.served_here import ServedHere
from board.serve.addresses import Address
from board.serve.options import ServeOptions
from board.serve.server import _listening
from board.store.class_book import ClassBook
from cli_driver import run

WIFI = "192.168.178.120"


@pytest.fixture(autouse=True)
def nobody_sees_a_window(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test opens a browser."""
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "BROWSER", "WSL_DISTRO_NAME"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def in_a_network(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("board.serve.addresses.addresses", lambda: (Address("fd00::2"), Address(WIFI)))


@pytest.fixture
def asked_for(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """What would be served."""
    seen: list[object] = []
    monkeypatch.setattr("board.cli.serving.serve_class", lambda *told: seen.extend(told))
    return seen


def links_of(book: ClassBook) -> Links:
    return Links(seat_here().home, book.key)


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (("--as", "Ms Ortiz"), '--role helper --as "Ms Ortiz"'),
        (("--role", "kiosk", "--as", "Ms Ortiz"), '--role helper --as "Ms Ortiz"'),
        (("--standing",), "--role kiosk --standing"),
        (("--key", "/etc/hostname"), "--key goes with --certificate"),
        (("--self-signed", "--certificate", "/etc/hostname"), "leave --self-signed out"),
        (("--certificate", "/etc/hostname"), "holds no certificate"),
        (("--lan", "--role", "teacher"), "board pin"),
        (("--role", "helper", "--as", "Nobody"), 'board adult add "Nobody" --role aide'),
        (("--role", "helper", "--as", "\x1b[2J"), "No adult of this class is called"),
        (("--revoke", "\x1b]0;x\x07"), "board serve --links"),
        (("--revoke", ""), "board serve --links"),
    ],
)
def test_what_can_not_be_is_refused_in_one_sentence(
    book: ClassBook, folder: Path, in_a_network: None, call: tuple[str, ...], said: str
) -> None:
    done = run("serve", "-c", folder, *call)
    assert done.exit_code == 2
    assert said in done.stderr
    assert done.stderr.count("\n") == 1
    assert "\x1b" not in done.stderr
    assert not links_of(book).all()


def test_without_what_serving_needs_it_says_how_to_get_it(
    book: ClassBook, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("board.cli.serve.find_spec", lambda part: None if part == "aiohttp" else part)
    done = run("serve", "-c", folder)
    assert done.exit_code == 2
    assert done.stderr.strip().endswith('pip install "competency-board[serve]"')


def test_without_a_network_there_is_no_lan(book: ClassBook, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("board.serve.addresses.addresses", lambda: ())
    done = run("serve", "-c", folder, "--lan")
    assert done.exit_code == 2
    assert "is in no network" in done.stderr


def test_without_a_class_it_says_how_to_make_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    done = run("serve")
    assert done.exit_code == 2
    assert "No class is known yet" in done.stderr


def test_it_listens_to_this_computer_alone_until_it_is_told_otherwise(
    book: ClassBook, folder: Path, in_a_network: None, asked_for: list[object]
) -> None:
    assert run("serve", "-c", folder).exit_code == 0
    _, alone, *_ = asked_for
    asked_for.clear()
    assert run("serve", "-c", folder, "--lan", "--workers", "2", "--port", "9000").exit_code == 0
    _, lan, *_ = asked_for
    assert (alone.host, alone.names, alone.workers) == ("127.0.0.1", (), 1)  # type: ignore[attr-defined]
    assert (lan.host, lan.names, lan.workers, lan.ports) == ("0.0.0.0", (WIFI,), 2, (9000,))  # type: ignore[attr-defined]
    assert alone.idle_end is None  # type: ignore[attr-defined]


def test_a_board_that_is_opened_without_a_terminal_ends_by_itself(
    book: ClassBook, folder: Path, asked_for: list[object]
) -> None:
    run("serve", "-c", folder, "--open")
    assert asked_for[1].idle_end == serving_options._IDLE_END  # type: ignore[attr-defined]


def test_the_next_free_port_does_and_a_port_that_was_asked_for_does_not_change(
    book: ClassBook, folder: Path, asked_for: list[object], monkeypatch: pytest.MonkeyPatch
) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        usual = other.getsockname()[1]
        monkeypatch.setattr(serving_options, "USUAL_PORT", usual)
        run("serve", "-c", folder)
        options = asked_for[1]
        assert isinstance(options, ServeOptions)
        with _listening(options.host, options.ports) as here:
            assert usual < here.getsockname()[1] < usual + serving_options._OTHER_PORTS
        asked_for.clear()
        run("serve", "-c", folder, "--port", str(usual))
        assert asked_for[1].ports == (usual,)  # type: ignore[attr-defined]
        with pytest.raises(Refusal, match="choose another one with --port"):
            _listening(options.host, (usual,))
        with pytest.raises(Refusal, match="are in use; choose another one with --port"):
            _listening(options.host, (usual, usual))


@pytest.mark.parametrize("twice", [False, True])
def test_a_helper_nobody_names_is_put_on_the_list_once(
    book: ClassBook, folder: Path, asked_for: list[object], twice: bool
) -> None:
    for _ in range(1 + twice):
        assert run("serve", "-c", folder, "--role", "helper").exit_code == 0
    with_helper = ClassBook(folder, "looks")
    helpers = [one for one in with_helper.assessors if one.name == "Helper"]
    with_helper.close()
    assert [one.role for one in helpers] == [AdultRole.AIDE]
    assert asked_for[2].link.by == helpers[0].id  # type: ignore[attr-defined]


def test_links_are_told_with_their_ids_and_taken_back_by_them(book: ClassBook, folder: Path) -> None:
    links = links_of(book)
    assert "There are no links" in run("serve", "--links", "-c", folder).stdout
    kiosk, helper = links.make(LinkRole.KIOSK, standing=True), links.make(LinkRole.HELPER, by=book.assessors[0].id)
    Connected(seat_here().home, book.key).write(0, [OpenPage(kiosk.id, LinkRole.KIOSK, 1.0, 80, 50)])
    told = run("serve", "--links", "-c", folder).stdout
    assert re.search(rf"{kiosk.id}.*Children's kiosk.*again and again.*1 open", told)
    assert re.search(rf"{helper.id}.*Helper · Ms\. Rivera.*once, not used yet", told)
    assert kiosk.token not in told
    done = run("serve", "--revoke", kiosk.id, "-c", folder)
    assert done.exit_code == 0
    assert links.all() == (helper,)


@contextmanager
def served(folder: Path, *call: str) -> Iterator[tuple[subprocess.Popen[str], list[str]]]:
    """Serve a class as a program, and give the lines it said until it was up."""
    words = [sys.executable, "-m", "board", "serve", "-c", str(folder), *call]
    pipes = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    lines: list[str] = []
    with subprocess.Popen(words, text=True, env=os.environ | {"PYTHONUNBUFFERED": "1"}, **pipes) as program:  # type: ignore[call-overload]
        try:
            for line in program.stdout:
                lines.append(line.strip())
                if line.startswith("ctrl+c"):
                    break
            yield program, lines
        finally:
            program.kill()


def ended(program: subprocess.Popen[str]) -> int:
    return program.wait(timeout=60)


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_a_signal_ends_it_well_and_links_for_this_computer_are_gone(
    book: ClassBook, folder: Path, number: signal.Signals
) -> None:
    stale, stays = links_of(book).make(LinkRole.TEACHER, here=True), links_of(book).make(LinkRole.KIOSK)
    with served(folder, "--port", "0", "--open") as (program, lines):
        address = next(line.rpartition(" ")[2] for line in lines if "/in/" in line)
        assert links_of(book).of(stale.id) is None, "it was for another sitting"
        with urllib.request.urlopen(address) as answer:
            assert answer.status == 200
        program.send_signal(number)
        assert ended(program) == 0
        assert program.stderr is not None
        assert program.stderr.read() == ""
    assert links_of(book).all() == (stays,)


def test_a_second_one_finds_the_first_and_opens_it(book: ClassBook, folder: Path) -> None:
    with served(folder, "--port", "0") as (program, lines):
        assert "Nobody can come in yet" in " ".join(lines)
        address = next(line.rpartition(" ")[2] for line in lines if "is served at" in line)
        second = run("serve", "-c", folder)
        assert second.exit_code == 2
        assert f"is served at {address} already" in second.stderr
        opened = run("serve", "-c", folder, "--open")
        assert opened.exit_code == 0
        link = opened.stdout.split()[-1]
        assert link.startswith(f"{address}/in/")
        with urllib.request.urlopen(link) as answer:
            assert answer.status == 200
        program.kill()
        program.wait()
    with ServedHere(seat_here().home, book.key).held() as is_free:
        assert is_free, "one that was killed serves nothing any more"


def test_a_port_in_use_is_said_in_one_sentence(book: ClassBook, folder: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        done = run("serve", "-c", folder, "--port", str(other.getsockname()[1]))
    assert done.exit_code == 2
    assert "in use" in done.stderr
    assert done.stderr.count("\n") == 1


def test_with_a_certificate_of_its_own_it_tells_the_fingerprint_that_browsers_show(
    book: ClassBook, folder: Path
) -> None:
    with served(folder, "--port", "0", "--self-signed", "--role", "kiosk", "--standing") as (_, lines):
        link = next(line.rpartition(" ")[2] for line in lines if line.startswith("Children's kiosk"))
        assert link.startswith("https://127.0.0.1:")
        unsafe = ssl.create_default_context()
        unsafe.check_hostname, unsafe.verify_mode = False, ssl.CERT_NONE
        with urllib.request.urlopen(link, context=unsafe) as answer:
            assert answer.status == 200
        with pytest.raises(urllib.error.URLError):
            urllib.request.urlopen(link)
        own = seat_here().home / "https" / "authority.crt"
        with urllib.request.urlopen(link, context=ssl.create_default_context(cafile=str(own))) as answer:
            assert answer.status == 200, "whoever trusts the authority is not warned"


def test_it_ends_some_time_after_the_last_page_was_closed(
    book: ClassBook, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(serving_options, "_IDLE_END", 0.0)
    begun = time.monotonic()
    done = run("serve", "-c", folder, "--open", "--port", "0")
    assert done.exit_code == 0
    assert "/in/" in done.stdout
    assert time.monotonic() - begun < 60
