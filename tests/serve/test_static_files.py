import gzip
import re
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from board.serve.static_files import STATIC, StaticFiles, load_static
from board.terminal import plain_signs

MOST = 250_000
"""Bytes a browser fetches at most to show the board for the first time, packed."""

PAGES = ("page", "in", "bring", "refused")
NOT_OF_THE_PAGE = re.compile(r"^(LICENSES\.txt|plain\.css|page/(bring|too_old)\.js|icons/(?!icon-192))")
"""What the page never asks for by itself: the other pages' parts, what an installing browser or an old one asks for."""

OUTSIDE = re.compile(r"(?:https?:)?//[\w-]+\.[\w.-]+")
NAMES_OF_A_LANGUAGE = {"http://www.w3.org"}
"""Names of XML languages, which are never asked for."""


@pytest.fixture(scope="module", name="files")
def _files() -> StaticFiles:
    return load_static()


def texts() -> list[Path]:
    kinds = {".html", ".js", ".css", ".webmanifest"}
    return sorted(file for file in STATIC.rglob("*") if file.suffix in kinds)


def test_the_page_is_small(files: StaticFiles) -> None:
    page = len(gzip.compress(files.page("page").encode(), 9))
    sizes = {name: len(file.packed or file.body) for name in files.names if (file := files.find(name))}
    loaded = {name: size for name, size in sizes.items() if not NOT_OF_THE_PAGE.match(name)}
    assert {"vendor/xterm.js", "page/start.js", "page.css", "fonts/letters.woff2"} <= set(loaded)
    assert page + sum(loaded.values()) <= MOST, sorted(loaded.items(), key=lambda item: -item[1])[:5]


@pytest.mark.parametrize("file", texts(), ids=lambda file: file.name)
def test_nothing_is_loaded_from_outside(file: Path) -> None:
    assert set(OUTSIDE.findall(file.read_text(encoding="utf-8"))) <= NAMES_OF_A_LANGUAGE


@pytest.mark.parametrize("name", PAGES)
def test_no_page_holds_a_script_or_style_of_its_own(name: str) -> None:
    text = (STATIC / f"{name}.html").read_text(encoding="utf-8")
    assert not re.search(r"<style|\sstyle=|\son[a-z]+=|javascript:|<script(?![^>]* src=)", text)


@pytest.mark.parametrize("name", PAGES)
def test_what_a_page_names_is_there(name: str, files: StaticFiles) -> None:
    fields = dict.fromkeys(("visit", "words"), "-")
    named = re.findall(r"/static/([^\"' ]+)", files.page(name, **fields))
    assert named
    assert not [path for path in named if files.find(path) is None]


def test_what_scripts_and_styles_name_is_there(files: StaticFiles) -> None:
    for file in texts():
        own = file.parent != STATIC / "vendor"
        found = re.findall(r"(?:from|import) \"(\.[^\"]+)\"|url\(\"([^\"]+)\"\)", file.read_text(encoding="utf-8"))
        for named in (one or other for one, other in found) if own else ():
            assert (file.parent / named).resolve().relative_to(STATIC).as_posix() in files.names, (file.name, named)
    manifest = files.find("manifest.webmanifest")
    assert manifest
    icons = re.findall(rb"/static/([^\"]+)", manifest.body)
    assert len(icons) == 3
    assert not [icon for icon in icons if files.find(icon.decode()) is None]


def test_licences_are_there(files: StaticFiles) -> None:
    licences = files.find("LICENSES.txt")
    assert licences
    for part in (
        b"@xterm/xterm 6.0.0",
        b"@xterm/addon-webgl 0.19.0",
        b"Permission is hereby granted",
        b"DejaVu",
        b"Bitstream",
    ):
        assert part in licences.body


def test_no_lock_file_and_no_leftovers(files: StaticFiles) -> None:
    known = {file.relative_to(STATIC).as_posix() for file in STATIC.rglob("*") if file.is_file()}
    assert known == files.names | {f"{name}.html" for name in PAGES}


@pytest.mark.parametrize(
    "path",
    [
        "",
        "/",
        ".",
        "..",
        "../static_files.py",
        "page/../../static_files.py",
        "page/%2e%2e/page.css",
        "..\\static_files.py",
        "page.html",
        "/etc/passwd",
        "C:/windows/win.ini",
        "page.css/",
        "PAGE.CSS",
        "page.css\0.js",
        "vendor",
        "0000000000000000/page.css",
    ],
)
def test_path_tricks_find_nothing(path: str, files: StaticFiles) -> None:
    assert files.find(path) is None
    assert files.find(f"{files.version}/{path}") is None or not path


def test_a_file_is_the_same_under_both_addresses_and_kept_for_ever_under_one(files: StaticFiles) -> None:
    for name in files.names:
        asked, kept = files.find(name), files.find(f"{files.version}/{name}")
        assert asked
        assert kept
        assert (asked.body, asked.tag) == (kept.body, kept.tag)
        assert asked.keep == "no-cache"
        assert "immutable" in kept.keep
        assert asked.packed is None or gzip.decompress(asked.packed) == asked.body


def test_the_version_changes_with_any_file(tmp_path: Path, files: StaticFiles) -> None:
    for file in STATIC.rglob("*"):
        if file.is_file():
            copy = tmp_path / file.relative_to(STATIC)
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes(file.read_bytes())
    assert load_static(tmp_path).version == files.version
    (tmp_path / "page" / "touch.js").write_text("// other")
    assert load_static(tmp_path).version != files.version


def test_what_is_said_on_a_page_stays_text(files: StaticFiles) -> None:
    evil = "<script>alert(1)</script>\"' {{version}}"
    page = files.page("refused", words=evil)
    assert "<script>alert" not in page
    assert page.count("&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#x27; {{version}}") == 1


def test_a_page_that_is_not_said_whole_is_refused(files: StaticFiles) -> None:
    with pytest.raises(KeyError):
        files.page("refused")


@pytest.mark.parametrize("name", ["letters.woff2", "letters-bold.woff2"])
def test_the_letters_hold_every_sign_the_board_draws(name: str) -> None:
    letters = set(TTFont(STATIC / "fonts" / name).getBestCmap())
    drawn = {*plain_signs._SIGNS, *plain_signs._BARS, *plain_signs._LINES, *plain_signs._LETTERS} - {"🔎"}
    of_names = {
        chr(code) for code in (*range(0x20, 0x7F), *range(0xA1, 0x180), *range(0x391, 0x3A2), *range(0x400, 0x460))
    }
    assert not [sign for sign in drawn | of_names if ord(sign) not in letters and sign.isprintable()]
