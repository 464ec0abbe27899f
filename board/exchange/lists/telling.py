"""What a list holds and what taking it would do, in words and for other programs."""

import json
from collections.abc import Iterator, Sequence
from typing import Any

from board.counting import counted, listed
from board.exchange.lists.change import Change
from board.exchange.lists.questions import Question
from board.exchange.lists.reading import Reading
from board.exchange.tables.column import Column
from board.exchange.tables.left_out import LeftOut, Reason
from board.exchange.tables.meanings import IN_WORDS, Meaning
from board.exchange.tables.said import EMPTY, HEADER_SAYS, UNKNOWN
from board.mastery.people import Student

REASONS = {
    Reason.TITLE: "a line above the header",
    Reason.HEADER_AGAIN: "the header once more",
    Reason.FOOTER: "a total, or when it was printed",
    Reason.NO_NAME: "no name",
    Reason.ADULT: "an adult",
    Reason.TEST_STUDENT: "a student made for trying things out",
    Reason.POINTS: "points, and nobody's name",
    Reason.MAIL: "a mail address and no name",
    Reason.NOT_THERE: "not at the school",
    Reason.NO_CHILD_OF_THE_CLASS: "in another class",
}
"""Each reason why a row is not taken, as a teacher reads it."""

_COLUMNS = {
    (True, True): 'column "{header}" is: {meaning}. {why}',
    (True, False): 'column "{header}" may be: {meaning}. {why}',
    (False, True): "column {number} is: {meaning}. {why}",
    (False, False): "column {number} may be: {meaning}. {why}",
}
"""What is said of a column, with and without a header, sure and in doubt."""

_UNREAD = {Meaning.UNUSED: "columns not used: {headers}", Meaning.PRIVATE: "columns not read, private: {headers}"}
_GOES_WITHOUT_SAYING = {HEADER_SAYS[Meaning.UNUSED], HEADER_SAYS[Meaning.PRIVATE], UNKNOWN, EMPTY}

_FIELDS = {"name": "name", "alias": "alias", "grade": "grade", "number": "id"}
_NONE = "none"
_MANY = 6
"""Rows left out for one reason that are named; more are counted."""


def differences(before: Student, after: Student) -> tuple[str, ...]:
    """Say what changes about a child: "name Ava B. → Ava C."."""
    told = [
        f"{called} {getattr(before, field) or _NONE} → {getattr(after, field) or _NONE}"
        for field, called in _FIELDS.items()
        if getattr(before, field) != getattr(after, field)
    ]
    if before.left != after.left:
        told.append("has left the class" if after.left else "is back in the class")
    return tuple(told)


def column_told(column: Column) -> str:
    """Say what a column was understood as, and why."""
    told = _COLUMNS[bool(column.header), column.is_sure]
    return told.format(header=column.header, number=column.at + 1, meaning=IN_WORDS[column.meaning], why=column.why)


def columns_told(columns: Sequence[Column]) -> Iterator[str]:
    """Say what the columns of a list were understood as: those that are used one by one, the others together."""
    plain = {meaning: [one for one in columns if _is_plain(one, meaning)] for meaning in _UNREAD}
    together = [one for ones in plain.values() for one in ones]
    yield from (column_told(one) for one in columns if one not in together)
    for meaning, words in _UNREAD.items():
        if plain[meaning]:
            yield words.format(headers=listed([one.header or str(one.at + 1) for one in plain[meaning]]))


def _is_plain(column: Column, meaning: Meaning) -> bool:
    """Tell whether a column is not read for a reason that goes without saying."""
    return column.meaning is meaning and column.is_sure and column.why in _GOES_WITHOUT_SAYING


def left_out_told(left_out: tuple[LeftOut, ...]) -> Iterator[str]:
    """Say which rows are not taken, reason by reason."""
    for reason, words in REASONS.items():
        rows = [one for one in left_out if one.reason is reason]
        if not rows:
            continue
        count = counted("1 line left out", "{count} lines left out", len(rows))
        named = listed([f"{one.row} {one.text}" for one in rows[:_MANY]]) if len(rows) <= _MANY else ""
        yield f"{count}: {words} ({named})" if named else f"{count}: {words}"


def preview_json(reading: Reading, change: Change) -> str:
    """Give the columns of a list and what taking it would do, for another program."""
    told: dict[str, Any] = {
        "columns": [
            {"header": one.header, "meaning": one.meaning.value, "why": one.why, "sure": one.is_sure}
            for one in reading.columns
        ],
        "new": [_student(one) for one in change.added],
        "changed": [
            {"before": _student(before), "after": _student(after), "what": list(differences(before, after))}
            for before, after in change.changed
        ],
        "same": change.same,
        "asked": [_asked(one) for one in change.open],
        "left_out": [
            {"row": one.row, "text": one.text, "reason": REASONS[one.reason], "kind": one.reason.value}
            for one in change.left_out
        ],
        "missing": [_student(one) for one in change.missing],
        "remarks": list(reading.remarks),
    }
    return json.dumps(told, ensure_ascii=False, indent=1)


def _student(student: Student) -> dict[str, Any]:
    return {
        "id": student.id,
        "name": student.name,
        "alias": student.alias,
        "grade": student.grade,
        "number": student.number,
        "left": student.left,
    }


def _asked(question: Question) -> dict[str, Any]:
    answers = [{"answer": choice.answer, "does": choice.said} for choice in question.choices]
    return {
        "row": question.row,
        "question": question.said,
        "key": question.key,
        "kind": question.asks.value,
        "answers": answers,
    }
