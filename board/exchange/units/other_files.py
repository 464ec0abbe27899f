"""Files that were taken for unit files and are something else, or are saved in other letters."""

import re
from collections.abc import Callable

from board.exchange.text_file import decoded
from board.exchange.units.toml_table import BadFile

_SAVE = 'In Notepad choose "Save as" and the encoding "UTF-8"; in other editors look for "Encoding".'
_EXAMPLE = "Take the example in docs/unit-files.md and put your own words into it."

_DOCUMENT = "{file} is a document of a word processor; copy its text into a plain editor and save that as .toml."
_BEGINS = (
    (b"PK\x03\x04", _DOCUMENT),
    (b"\xd0\xcf\x11\xe0", _DOCUMENT),
    (b"{\\rtf", _DOCUMENT),
    (b"%PDF", "{file} is a PDF; a unit file is plain text, written in a plain editor."),
)
"""Other files by their first bytes (as `file` of Unix knows them)."""

_YAML_LINE = re.compile(r"-{3}$|- |[\w \"]+:(\s|$)")
_JSON = re.compile(r"\s*(\{|\[\s*\{)\s*[\"}]")
_PAGE = re.compile(r"\s*(<!doctype|<html|<\?xml)", re.IGNORECASE)


def as_text(data: bytes, file: str) -> str:
    """Give the text of a unit file.

    Args:
        data: The file in UTF-8; its lines may end with LF, CRLF or CR.
        file: What it is called in a refusal.

    Returns:
        The text without a mark of its letters, its lines ending with LF.

    Raises:
        BadFile: It is another kind of file, or saved in other letters.
    """
    for beginning, said in _BEGINS:
        if data.startswith(beginning):
            raise BadFile(said.format(file=file))
    try:
        return re.sub("\r\n?", "\n", data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        line = 1 + len(re.findall(b"\r\n?|\n", data[: error.start]))
        if data.startswith((b"\xff\xfe", b"\xfe\xff")) and decoded(data):
            raise BadFile(f"{file} is saved as UTF-16; save it as UTF-8. {_SAVE}") from error
        raise BadFile(f"{file} is not UTF-8 from line {line} on; save it as UTF-8. {_SAVE}") from error


def refuse_other_kinds(text: str, file: str) -> None:
    """Refuse a text that is not TOML with slips in it, but something else.

    Args:
        text: The file, its lines ending with LF.
        file: What it is called in a refusal.

    Raises:
        BadFile: It is something else, or empty.
    """
    lines = [line.strip() for line in text.split("\n") if line.strip() and not line.lstrip().startswith("#")]
    for fits, said in _KINDS:
        if fits(text, lines):
            raise BadFile(said.format(file=file, example=_EXAMPLE))


def _is_yaml(_text: str, lines: list[str]) -> bool:
    return len(lines) > 1 and all(_YAML_LINE.match(line) and "=" not in line for line in lines)


def _is_list(_text: str, lines: list[str]) -> bool:
    return any(
        len(lines) > 1 and all(sign in line and not {"=", "["} & set(line) for line in lines)
        for sign in ("\t", ";", ",")
    )


_KINDS: tuple[tuple[Callable[[str, list[str]], bool], str], ...] = (
    (lambda _, lines: not lines, "{file} is empty. {example}"),
    (lambda text, _: bool(_PAGE.match(text)), "{file} is a web page, not a unit file. {example}"),
    (lambda text, _: bool(_JSON.match(text)), "{file} is written as JSON; a unit file is TOML. {example}"),
    (_is_yaml, "{file} is written as YAML; a unit file is TOML. {example}"),
    (
        _is_list,
        "{file} is a list with columns. Children are read with board roster; a unit file has keys and texts. {example}",
    ),
    (
        lambda text, _: not {"=", "[", "\0"} & set(text),
        '{file} is a text without keys; paste "I can" lines where a unit is made. {example}',
    ),
)
"""What other texts look like, and what to say of each; the first that fits is said."""
