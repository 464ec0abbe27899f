"""Facts as lines of a ledger: JSON, strictly typed, bounded and clean once it is read."""

import json
from enum import Enum, auto
from types import NoneType
from typing import Annotated, Any, NamedTuple, get_args, get_type_hints

import msgspec

from board.mastery.facts import Fact, How, Kind, Sort, is_about_nothing, reworded, sort_of, words_in
from board.mastery.people import clean_line

WORDS_LIMIT = 20_000
"""Longest text somebody may have written in a fact, in characters; longer ones are shown up to there."""

_ID_LIMIT = 128
_STEP_LIMIT = 512
"""Characters of a step's full id: those of unit files are as long as somebody wrote them."""

_MOST_TEXTS = 100
"""Texts of one field; as many criteria nobody ticks."""

_MOST = 10**12
"""No number of a fact comes near it."""

_BOM = b"\xef\xbb\xbf"
"""What some editors write in front of a file."""


class BadLine(ValueError):
    """A line of a ledger that holds no fact."""


class NewerLine(BadLine):
    """A line that only a newer version of the board understands.

    Attributes:
        id: Id of its fact.
        seq: Its number, 0 where it has none.
        must: Whether nobody may write in the class who does not understand it.
        student: Id of the student it is about, empty where it names none.
    """

    def __init__(self, id_: str, seq: int, *, must: bool, student: str = "") -> None:
        super().__init__(id_)
        self.id, self.seq, self.must, self.student = id_, seq, must, student


class Why(Enum):
    """Why a line is told of."""

    NO_FACT = auto()
    """It holds none that can be read."""
    NEWER = auto()
    """It is of a newer version of the board."""
    CUT = auto()
    """A text in it is too long and is shown up to the limit."""


class Odd(NamedTuple):
    """A line that is told of.

    Attributes:
        line: Its number in the file, from 1.
        why: What is odd about it.
        id: As in `NewerLine`, for a line of a newer version.
        seq: Same.
        must: Same.
    """

    line: int
    why: Why
    id: str = ""
    seq: int = 0
    must: bool = False


def _type_of(field: str, hint: Any) -> Any:
    """Give the type a field has in a line."""
    sort = sort_of(field)
    if hint in (Kind, How):
        return hint
    if sort is Sort.PICTURES:
        content = Annotated[str, msgspec.Meta(pattern=r"\A[0-9A-Za-z][0-9A-Za-z_-]{0,127}\Z")]
        return tuple[content, ...]
    if sort is Sort.FLAG:
        return bool
    if sort in (Sort.IDS, Sort.LINES):
        most = _ID_LIMIT if sort is Sort.IDS else None
        return Annotated[
            tuple[Annotated[str, msgspec.Meta(max_length=most)], ...], msgspec.Meta(max_length=_MOST_TEXTS)
        ]
    kind: Any = str
    if sort is Sort.NUMBER:
        kind = Annotated[int, msgspec.Meta(ge=int(field == "seq"), lt=_MOST)]
    elif sort is Sort.ID:
        longest = _STEP_LIMIT if field == "step" else _ID_LIMIT
        kind = Annotated[str, msgspec.Meta(min_length=int(field == "id"), max_length=longest)]
    return kind | None if hint is None or NoneType in get_args(hint) else kind


def decoder_of(shape: type[Fact]) -> "msgspec.json.Decoder[Any]":
    """Give what reads the lines of facts of a shape; a line may leave out what the shape has a default for.

    Args:
        shape: `Fact`, whose fields and types are the one truth about a line.
    """
    hints = get_type_hints(Fact) | get_type_hints(shape)
    unsaid = {"by": "", **shape._field_defaults}
    fields = [
        (field, _type_of(field, hints.get(field)), *([unsaid[field]] if field in unsaid else []))
        for field in shape._fields
    ]
    return msgspec.json.Decoder(msgspec.defstruct("FactLine", fields, kw_only=True, gc=False))


class _AnyLine(msgspec.Struct):
    """What every line says, of whatever version."""

    id: Annotated[str, msgspec.Meta(min_length=1, max_length=_ID_LIMIT)]
    kind: str
    seq: Annotated[int, msgspec.Meta(ge=0, lt=_MOST)] = 0
    how: str = How.SHOWN.value
    student: str = ""
    must: msgspec.Raw = msgspec.Raw(b"false")


_SHAPE = Fact
_DECODER = decoder_of(Fact)
_ANY = msgspec.json.Decoder(_AnyLine)
_IDS = tuple(at for at, field in enumerate(Fact._fields) if sort_of(field) is Sort.ID)
_values = msgspec.structs.astuple


def fact_line(fact: Fact) -> bytes:
    """Give a fact as one line of a ledger: JSON without empty fields, ended by a line feed."""
    doc = {key: value for key, value in fact._asdict().items() if value is not False and value not in (None, "", ())}
    if fact.how is How.SHOWN:
        del doc["how"]
    if fact.step_version == 1:
        del doc["step_version"]
    return json.dumps(doc, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace") + b"\n"


def fact_of(line: bytes) -> Fact:
    """Give the fact a line of a ledger holds, its texts clean and bounded.

    Raises:
        NewerLine: A newer version of the board wrote it.
        BadLine: It holds none.
    """
    try:
        fact = _SHAPE._make(_values(_DECODER.decode(line)))
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        if line.startswith(_BOM):
            return fact_of(line[len(_BOM) :])
        raise _what_else(line) from error
    if is_about_nothing(fact):
        raise BadLine
    is_plain = len(line) < WORDS_LIMIT and line.isascii() and b"\\" not in line and b"\x7f" not in line
    return fact if is_plain else _cleaned(fact)


def _what_else(line: bytes) -> BadLine:
    """Tell a line of a newer version from one that is damaged."""
    try:
        said = _ANY.decode(line)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        return BadLine()
    if said.id.isprintable() and (said.kind not in set(Kind) or said.how not in set(How)):
        return NewerLine(said.id, said.seq, must=bytes(said.must) == b"true", student=said.student)
    return BadLine()


def _cleaned(fact: Fact) -> Fact:
    if not all(fact[at] is None or str(fact[at]).isprintable() for at in _IDS):
        raise BadLine
    if not all(text.isprintable() for text in fact.beyond):
        raise BadLine
    return reworded(fact, _clean)


def _clean(text: str) -> str:
    """Give a text without what a terminal obeys; where its lines end stays."""
    head = text[: 2 * WORDS_LIMIT]
    clean = "\n".join(clean_line(line) for line in head.split("\n"))
    is_short = len(clean) <= WORDS_LIMIT and head == text
    return clean if is_short else clean[: WORDS_LIMIT - 1] + "…"


def is_cut(fact: Fact) -> bool:
    """Tell whether a text of a fact was too long and is cut."""
    return any(len(text) == WORDS_LIMIT and text.endswith("…") for text in words_in(fact))


class Lines(NamedTuple):
    """What lines hold: facts, and lines that are told of."""

    facts: tuple[Fact, ...]
    odd: tuple[Odd, ...]


def read_lines(lines: list[bytes], first: int = 1) -> Lines:
    """Read lines of a ledger, one after the other; empty ones say nothing.

    Args:
        lines: The lines.
        first: Number of the first one.
    """
    facts: list[Fact] = []
    odd: list[Odd] = []
    for number, line in enumerate(lines, first):
        try:
            facts.append(fact_of(line))
        except NewerLine as newer:
            odd.append(Odd(number, Why.NEWER, newer.id, newer.seq, newer.must))
        except BadLine:
            if line.strip():
                odd.append(Odd(number, Why.NO_FACT))
        else:
            if len(line) >= WORDS_LIMIT and is_cut(facts[-1]):
                odd.append(Odd(number, Why.CUT))
    return Lines(tuple(facts), tuple(odd))


def ended(data: bytes) -> int:
    """Give how many bytes of a ledger file are lines that have an end: a line feed, a carriage return, or both."""
    return max(data.rfind(b"\n"), data.rfind(b"\r")) + 1


def kept_bytes(data: bytes) -> int:
    """Give how many bytes of the end of a ledger file must stay: all but a half last line."""
    end = ended(data)
    return len(data) if is_whole(data[end:]) else end


def is_whole(line: bytes) -> bool:
    """Tell whether a line without an end is whole all the same: some programs leave the last line feed out."""
    if not line:
        return False
    try:
        fact_of(line)
    except NewerLine:
        return True
    except BadLine:
        return False
    return True
