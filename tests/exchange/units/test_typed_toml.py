import re
import tomllib
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import board.demo
from board.exchange.units.toml_table import BadFile
from board.exchange.units.typed_toml import misread, mistyped
from board.exchange.units.unit_file import read_unit
from board.mastery.curriculum import Unit
from hostile import assert_clean_output
from typists import KINDS, Slips

_PAGE = Path(__file__).parents[3] / "docs" / "unit-files.md"
_FILES = {
    "example": _PAGE.read_text(encoding="utf-8").split("```toml\n", 1)[1].split("```", 1)[0],
    "demo": (Path(board.demo.__file__).parent / "number-explorers.toml").read_text(encoding="utf-8"),
}
_FILES["signs in it"] = """id = "sums"
title = "Sums: it's = and # [all]"
[[levels]]
id = "one"
title = "What's 5 = 5?"
needed = 1
[[levels.steps]]
id = "tens"
title = "Tens (10, 20)"
i_can = "I can't say: [yes], {no}; I say 'so' # and = here."
criteria = ["Doesn't say 5 = 6, or [7]", "Says: it's 1, isn't it?", "Ends with ]"]
ways = [
  "Build = it, don't draw", # "with blocks"
  "Tell: what's [that]?"
]
"""
_ODD_BUT_GOOD = '\u201cSay\u201d \u2026 \u2013 it\u2019s \\"so\\" \\\\n # [levels] = : '
_PLACES = 60
"""Places of one kind that are tried in one file, spread over all of it."""


def said_of(tmp_path: Path, text: str) -> str:
    file = tmp_path / "unit.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(BadFile) as refused:
        read_unit(file)
    return str(refused.value)


def advice(tmp_path: Path, text: str) -> str:
    try:
        return said_of(tmp_path, text)
    except pytest.fail.Exception:
        return "it was read"


def read_of(tmp_path: Path, data: bytes) -> Unit:
    file = tmp_path / "unit.toml"
    file.write_bytes(data)
    return read_unit(file)


@pytest.mark.parametrize("name", ["example", "demo"])
@pytest.mark.parametrize(
    "typed",
    [
        lambda text: text.replace("\n", "\r\n"),
        lambda text: text.replace("\n", "\r"),
        lambda text: "\ufeff" + text,
        lambda text: text.rstrip("\n"),
        lambda text: text.replace("\n", " \t \n"),
        lambda text: text.replace("\n", "\n\t"),
        lambda text: text.replace("[[levels]]", "[[ levels ]]  # a level").replace(
            "[levels.boss]", "[ levels . boss ]"
        ),
        lambda text: text.replace("[[levels", '[["levels"').replace('"levels"]]', "'levels']]"),
        lambda text: text.replace('id = "', '"id"="'),
        lambda text: re.sub(r'(?m)^(title = )"(.*?)"', r"\1'\2'", text),
        lambda text: re.sub(r'(?m)^(i_can = )"(.*?)"', r'\1"""\n\2\n[boss]\n====== \\n"""', text),
        lambda text: re.sub(r"(?m)^(ways = \[)(.*)\]", r"\1\n\2,\n# [boss]\n]", text),
        lambda text: text.replace('i_can = "', f'i_can = "{_ODD_BUT_GOOD}'),
    ],
)
def test_what_is_well_written_is_read_however_it_is_laid_out(
    tmp_path: Path, typed: Callable[[str], str], name: str
) -> None:
    text = typed(_FILES[name])
    assert text != _FILES[name] or text.endswith("\n") is False
    read, plain = read_of(tmp_path, text.encode()), read_of(tmp_path, _FILES[name].encode())
    assert [(spot.id, spot.title, spot.ways) for spot in read.spots] == [
        (spot.id, spot.title, spot.ways) for spot in plain.spots
    ]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "is empty"),
        (b"\xef\xbb\xbf\r\n# later\r\n", "is empty"),
        (b"PK\x03\x04rest", "document of a word processor; copy its text into a plain editor"),
        (b"{\\rtf1\\ansi id = }", "document of a word processor"),
        (b"%PDF-1.7\n%\xe2\xe3", "is a PDF"),
        (b"\x89PNG\r\n\x1a\n\0", "not UTF-8 from line 1"),
        ('id = "x"\n'.encode("utf-16"), 'saved as UTF-16; save it as UTF-8. In Notepad choose "Save as"'),
        (b'id = "x"\ntitle = "Caf\xe9"\n', 'not UTF-8 from line 2 on; save it as UTF-8. In Notepad choose "Save as"'),
        (b'id = "x"\rtitle = "Caf\xe9"\r', "not UTF-8 from line 2 on"),
        (b'{"id": "bridges", "title": "Bridges"}', "is written as JSON"),
        (b'[\n  {"id": "bridges"}\n]', "is written as JSON"),
        (b'---\nid: bridges\ntitle: "Bridges"\nlevels:\n  - id: one\n    title: One\n', "is written as YAML"),
        (b"Name,Grade\nAva Brown,2\nBen Cole,2\n", "list with columns.*board roster"),
        (b"Name\tGrade\nAva Brown\t2\n", "list with columns"),
        (b"I can count to 20.\nI can count to 100.\n", 'text without keys; paste "I can" lines'),
        (b"<!DOCTYPE html>\n<html><body>id = 1</body></html>", "is a web page"),
    ],
)
def test_another_kind_of_file_is_named_for_what_it_is(tmp_path: Path, data: bytes, said: str) -> None:
    with pytest.raises(BadFile, match=said) as refused:
        read_of(tmp_path, data)
    assert str(refused.value).startswith("unit.toml is ")
    assert_clean_output(str(refused.value))


@pytest.mark.parametrize(
    ("needed", "said"),
    [
        ("9" * 5000, r"line 5 \(needed = 9+…\): this number is too long to be read; write a short one"),
        ("-" + "9_" * 5000 + "1", r"line 5 .*this number is too long"),
        ("0x" + "f" * 5000, r'line 5: "needed" is larger than any class needs; write a number such as needed = 3'),
        ("10_000_000_000", r'line 5: "needed" is larger than any class needs'),
        ('"' + "9" * 5000 + '"', r"line 5: .* write it without quotation marks: needed = 3"),
        ('"4"', r"line 5: .* write it without quotation marks: needed = 4"),
    ],
)
def test_a_number_nobody_can_mean_gets_one_sentence(tmp_path: Path, needed: str, said: str) -> None:
    step = '[[levels.steps]]\nid = "a"\ntitle = "A"\ni_can = "I can"\n'
    text = f'id = "x"\ntitle = "X"\n[[levels]]\nid = "l"\nneeded = {needed}\ntitle = "L"\n{step}'
    refused = said_of(tmp_path, text)
    assert re.search(said, refused), refused
    assert_clean_output(refused)


@pytest.mark.parametrize(
    "slipped",
    [
        'id = "x"\ntitle = "X"\n[[levels]]\nid = "l"\ntitle = "Strong Shap\tes"\n',
        'id = "x"\nsubjects = "Ma\\u001b[31mths"\n',
        '"ti\\u001b[31m\\ttle" = "X"\n',
    ],
)
def test_what_stands_in_a_unit_file_steers_no_terminal_when_it_is_named(tmp_path: Path, slipped: str) -> None:
    assert_clean_output(said_of(tmp_path, slipped))


def test_a_number_nobody_can_mean_is_no_text_either(tmp_path: Path) -> None:
    assert '"id" must be text in quotation marks, such as id = "..."' in said_of(tmp_path, f"id = 0x{'f' * 5000}\n")


@pytest.mark.parametrize(
    "sign", ["\u2028", "\u2029", "\u3000", "\xa0", "\x85", "\x0b", "\x0c", "\x1c", "\ufeff\ufeff", "\u200b"]
)
def test_a_line_of_a_sign_nobody_sees_is_said(tmp_path: Path, sign: str) -> None:
    for text in (sign + _FILES["example"], _FILES["example"].replace("\n", f"\n{sign}\n", 3)):
        assert re.search(r"line [1-4]\b.*sign nobody sees", said_of(tmp_path, text))
    assert re.search("is empty|without keys", said_of(tmp_path, sign + "\n"))


@pytest.mark.parametrize(
    ("slipped", "said"),
    [
        ('[[levels.steps]]\nid = "a"\n[[levels]]\nid = "b"\n', r"line 1 .*stands before the first level"),
        ('[levels.boss]\nid = "a"\n', r"line 1 .*stands before the first level"),
        ('[[levels]]\n[levels.boss]\nid = "a"\n[levels.boss]\n', r"line 4 .*has a Boss already, in line 2"),
        ('[unit]\nid = "a"\n', r"line 1 \(\[unit\]\): the keys of the unit stand at the top"),
        ('[[criteria]]\nid = "a"\n', r"line 1 .*a line in brackets is \[\[levels\]\]"),
        ('id = "a"\ntitle = "b" \x1b[31m\u202e\n', r"line 2"),
        ('id = "a"\ntitle = "' + "long " * 90 + "\n", r"line 2 \(title = \"long long .{20,50}…\): the quotation mark"),
        ('id = "a"\n\u00a0\n', r"line 2: there is a sign nobody sees at the beginning of the line"),
    ],
)
def test_tables_out_of_order_and_odd_lines_are_said_with_their_line(tmp_path: Path, slipped: str, said: str) -> None:
    refused = said_of(tmp_path, slipped)
    assert re.search(said, refused), refused
    assert_clean_output(refused)


@given(
    st.lists(
        st.sampled_from([*"\"'[]{}=:#,\\\n\t ().<-", "levels", "id", "a", "1", "\u201c", "\u00a0", "\0", '"""', "[["])
    )
)
def test_nothing_that_is_typed_ends_without_one_clean_sentence(pieces: list[str]) -> None:
    text = "".join(pieces)
    try:
        tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        said = str(mistyped(str(error), text))
        assert re.match(r"line \d+.*[.\]\w\"”]$", said), said
        assert_clean_output(said)
    else:
        misread(text)


@pytest.mark.parametrize("name", _FILES)
@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_a_slip_gets_its_own_advice_wherever_it_is_made(
    tmp_path: Path, kind: Callable[[list[str]], Slips], name: str
) -> None:
    slips = list(kind(_FILES[name].split("\n")))
    slips = slips[:: 1 + len(slips) // _PLACES]
    came: Counter[str] = Counter()
    wrong = []
    for slip in slips:
        said = advice(tmp_path, slip.text)
        line = re.search(r", line (\d+)", said)
        if re.search(KINDS[kind], said) and line is not None and int(line[1]) in slip.lines:
            came["right"] += 1
        elif "can't be read" in said:
            came["without its own advice"] += 1
        else:
            came["wrong"] += 1
            wrong.append(f"{sorted(slip.lines)}: {said}")
    shown = "\n".join(wrong[:20])
    assert slips
    assert not wrong, f"{dict(came)} of {len(slips)}\n{shown}"
    assert came["right"] >= 0.95 * len(slips), f"{dict(came)} of {len(slips)}"
