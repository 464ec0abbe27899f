import re
import unicodedata
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from printables.lettering.lines import FOLDER
from printables.lettering.scripts import OWN
from printables.lettering.voices import EARLY, USUAL, Voice

FONTS = sorted(FOLDER.glob("*.ttf"))


@pytest.mark.parametrize("font", FONTS, ids=lambda path: path.stem)
def test_fonts_come_with_their_licences(font: Path) -> None:
    licence = (FOLDER / f"{font.stem.split('-')[0]}-OFL.txt").read_text(encoding="utf-8")
    assert "SIL Open Font License" in licence
    authors = re.findall(r"The .* Project Authors", TTFont(font)["name"].getDebugName(0))
    assert [name for name in authors if name in licence] == authors != []


def test_a_reserved_name_is_borne_by_the_unchanged_font_only() -> None:
    for font in FONTS:
        notice, name = (TTFont(font)["name"].getDebugName(number) for number in (0, 1))
        if "Reserved Font Name" in notice and font.stem != "ABeeZee-Regular":
            assert not any(reserved in name for reserved in ("ABeeZee", "Quicksand"))


def test_no_two_fonts_bear_the_same_name_in_a_pdf() -> None:
    names = [TTFont(font)["name"].getDebugName(6) for font in FONTS]
    assert sorted(names) == sorted({font.stem for font in FONTS})


def test_every_font_that_is_asked_for_is_there_and_no_other() -> None:
    voices = (*USUAL[:3], *EARLY[:3])
    wanted = {font for voice in voices for font in voice.fonts} | {script.font for script in OWN} | {"NotoSans-Regular"}
    assert wanted - {""} == {font.stem for font in FONTS}


@pytest.mark.parametrize("voice", [USUAL.strong, EARLY.strong, EARLY.plain, EARLY.title])
def test_a_voice_has_all_letters_of_europe_and_of_vietnam(voice: Voice) -> None:
    known = {
        chr(code)
        for font in (*voice.fonts, "NotoSans-Regular")
        for code in TTFont(FOLDER / f"{font}.ttf").getBestCmap()
    }
    letters = {
        chr(code)
        for block in ((0xC0, 0x17F), (0x1EA0, 0x1EF9), (0x400, 0x45F), (0x386, 0x3CE))
        for code in range(*block)
    }
    assert {char for char in letters if unicodedata.category(char)[0] == "L"} <= known
