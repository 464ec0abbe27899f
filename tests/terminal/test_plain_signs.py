import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from rich.cells import cell_len

from board import words
from board.mastery.progress import Status
from board.terminal.plain_signs import plain
from board.terminal.signs import DOUBTFUL, HALVES, signs_for

STATUSES = {words.glyph(status, boss=boss) for status in Status for boss in (False, True)}
PAINTED = "·◔▲↻●–╌☆★⌂✓▌▐▀▄█▸▾◂○▣←→↑↓⇧…┏┓┗┛━┃╋┼┈┊╭╮╰╯─│┌┐└┘▊▎▔▁▶▼"
EVERY_CONSOLE = "·←→↑↓─│┌┐└┘├┤┬┴┼═║╔╗╚╝╠╣╦╩╬█"
"""Signs in every console font of Debian 12 (console-setup, but those of scripts without Latin letters), and in CP437."""


def test_statuses_and_what_stands_beside_a_name_are_told_apart_in_plain_signs() -> None:
    for ascii_only in (False, True):
        shown = [plain(sign, ascii_only=ascii_only) for sign in (*STATUSES, words.AWAY, words.CHOSEN)]
        assert len({*shown}) == len(shown)


def test_every_plain_sign_is_in_every_console_font() -> None:
    for sign in PAINTED:
        shown = plain(sign, ascii_only=False)
        assert shown.isascii() or shown in EVERY_CONSOLE, f"{sign} is shown as {shown}"
        assert plain(sign).isascii()


@given(st.text(), st.booleans())
@example("👩\u200d🚀 ❤\ufe0f 🔎 ⭐", True)
def test_a_plain_text_is_as_wide_as_the_pretty_one(text: str, ascii_only: bool) -> None:
    assert cell_len(plain(text, ascii_only=ascii_only)) == cell_len(text)


@given(st.text(st.characters(min_codepoint=0x2190, max_codepoint=0x2BFF)))
def test_signs_nobody_foresaw_are_plain_too(text: str) -> None:
    assert all(unicodedata.east_asian_width(sign) != "A" or cell_len(sign) > 1 for sign in plain(text))


def test_names_keep_their_letters_unless_a_terminal_draws_those_wide() -> None:
    assert plain("Chloé · Łukasz · Zoë", ascii_only=False) == "Chloé · Łukasz · Zoë"
    assert plain("Chloé Zoë 姓名 Иван") == "Chloe Zoe 姓名 Иван"


@pytest.mark.parametrize(
    ("choice", "term", "wide", "seen"),
    [
        ("", "xterm-256color", "", (False, True, False)),
        ("", "xterm-256color", "◔", (True, True, False)),
        ("", "xterm-256color", DOUBTFUL, (True, False, True)),
        ("", "linux", "", (True, False, False)),
        ("nonsense", "linux", "", (True, False, False)),
        ("pretty", "linux", DOUBTFUL, (False, True, False)),
        ("plain", "xterm-256color", "", (True, True, False)),
        ("plain", "linux", "", (True, False, False)),
    ],
)
def test_which_signs_a_terminal_gets(choice: str, term: str, wide: str, seen: tuple[bool, bool, bool]) -> None:
    signs = signs_for(choice, term, wide)
    assert (signs.plain, signs.halves, signs.ascii) == seen
    assert signs.why.startswith("Plain signs" if signs.plain else "Pretty signs")
    assert signs.why.isascii()


def test_the_signs_a_terminal_is_asked_about_hold_all_statuses_and_what_pictures_are_made_of() -> None:
    locked = words.GLYPHS[Status.LOCKED]
    assert {*STATUSES} - {locked} <= {*DOUBTFUL}
    assert HALVES & {*DOUBTFUL}
