import os
from collections.abc import Callable
from pathlib import Path

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTCollection, TTFont

from lettered import page_of
from printables.lettering import system_fonts
from printables.lettering.lines import line, unprintable
from printables.lettering.system_fonts import VARIABLE
from printables.lettering.voices import USUAL

Put = Callable[..., Path]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(VARIABLE, str(tmp_path))
    return tmp_path


def _font(letters: str, *, postscript: bool = False) -> FontBuilder:
    """A font that draws each of some letters as a box of its own width."""
    names = [".notdef", *(f"u{ord(letter):X}" for letter in letters)]
    widths = {name: 500 + 100 * at for at, name in enumerate(names)}
    builder = FontBuilder(1000, isTTF=not postscript)
    builder.setupGlyphOrder(names)
    builder.setupCharacterMap({ord(letter): f"u{ord(letter):X}" for letter in letters})
    pens = {name: T2CharStringPen(width, None) if postscript else TTGlyphPen(None) for name, width in widths.items()}
    for name, pen in pens.items():
        pen.moveTo((50, 0))
        for corner in ((50, 700), (widths[name] - 50, 700), (widths[name] - 50, 0)):
            pen.lineTo(corner)
        pen.closePath()
    if postscript:
        builder.setupCFF("Boxes", {}, {name: pen.getCharString() for name, pen in pens.items()}, {})
    else:
        builder.setupGlyf({name: pen.glyph() for name, pen in pens.items()})
    builder.setupHorizontalMetrics({name: (width, 50) for name, width in widths.items()})
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable({"familyName": "Boxes", "styleName": "Regular", "psName": f"Boxes{len(letters)}"})
    builder.setupOS2()
    builder.setupPost()
    return builder


def test_a_font_of_this_computer_writes_chinese_names(folder: Path) -> None:
    (folder / "deep").mkdir()
    _font("李明").save(folder / "deep" / "SimHei.ttf")
    assert unprintable(["李明 B."]) == ()
    page = page_of("李明 B.", USUAL.strong)
    assert page.text == "李明 B."
    assert line("李明", USUAL.strong).width(10) == pytest.approx(13)


def test_the_first_font_of_a_collection_is_used(folder: Path) -> None:
    fonts = []
    for number, letters in enumerate(("李明", "王")):
        file = folder / f"{number}.part"
        _font(letters).save(file)
        fonts.append(TTFont(file))
    collection = TTCollection()
    collection.fonts = fonts
    collection.save(folder / "wqy-microhei.ttc")
    assert page_of("李明", USUAL.plain).text == "李明"
    assert [text for text, _ in unprintable(["李明", "王"])] == ["王"]


def test_each_language_is_written_by_a_font_of_its_own(folder: Path) -> None:
    _font("李明").save(folder / "simhei.ttf")
    _font("か李明").save(folder / "ipaexg.ttf")
    _font("李김").save(folder / "malgun.ttf")
    fonts = {text: Path(line(text, USUAL.plain).fonts[0]).name for text in ("李明", "か李", "李김")}
    assert fonts == {"李明": "simhei.ttf", "か李": "ipaexg.ttf", "李김": "malgun.ttf"}


def test_a_letter_the_best_font_lacks_is_taken_from_the_next(folder: Path) -> None:
    _font("李明").save(folder / "simhei.ttf")
    _font("李王").save(folder / "wqy-zenhei.ttc")
    assert page_of("李明王", USUAL.plain).text == "李明王"


@pytest.mark.parametrize("broken", ["nothing", "noise", "cut", "no outlines", "torn outlines", "postscript"])
def test_a_file_that_cannot_be_used_is_passed_over_and_one_installed_since_is_found(broken: str, folder: Path) -> None:
    file = folder / "msyh.ttc"
    _font("李明", postscript=broken == "postscript").save(file)
    data = file.read_bytes()
    damaged = {
        "nothing": b"",
        "noise": b"\x00\x01\x00\x00" + b"\xff" * 500,
        "cut": data[: len(data) // 2],
        "no outlines": data.replace(b"loca", b"l0ca"),
        "torn outlines": _with_torn_outlines(file, data),
        "postscript": data,
    }
    file.write_bytes(damaged[broken])
    assert [text for text, _ in unprintable(["李明"])] == ["李明"]
    assert page_of("李明 B.", USUAL.plain).text == "· B."
    _font("李明").save(folder / "simhei.ttf")
    assert unprintable(["李明"]) == ()
    assert page_of("李明 B.", USUAL.plain).text == "李明 B."


def _with_torn_outlines(file: Path, data: bytes) -> bytes:
    place = TTFont(file).reader.tables.get("glyf")
    return data[: place.offset] + b"\xff" * place.length + data[place.offset + place.length :] if place else data


def test_nothing_is_looked_for_until_a_name_needs_it(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise AssertionError("looked for fonts")

    monkeypatch.setattr(os, "walk", fail)
    assert unprintable(["Ava", "محمد", "प्रिया", "🦊"])
    assert line("नमस्ते 🦊", USUAL.plain).text == "नमस्ते ·"


@pytest.mark.parametrize("system", ["linux", "darwin", "win32"])
def test_every_system_has_folders_to_look_in(system: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(VARIABLE)
    monkeypatch.setattr("sys.platform", system)
    assert len(system_fonts.folders()) > 1
