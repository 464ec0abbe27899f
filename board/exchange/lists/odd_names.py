"""Lines that say more than a name, or something else: asked about, since nothing but a name may be kept of a child."""

import re
from collections.abc import Sequence

from board.exchange.lists import questions
from board.exchange.lists.listed import Listed
from board.exchange.lists.questions import LEAVE_OUT, Answers, Question
from board.exchange.tables.left_out import LeftOut, Reason
from board.mastery.names.letters import folded
from board.mastery.names.person_name import whole_name
from board.mastery.names.words import PARTICLES

_NUMBERED = re.compile(r"[^\d:]* \d{1,2}")
"""A name with a number behind it, by which a teacher tells two of one name apart: "Ava 2"."""

_ODD = re.compile(
    r"(?:^|[\s(])\d|[:;*!\u2013\u2014&+]| - |\b(?:and|und|et)\b(?=.* )",
)
"""What stands in no name: a word of digits, a colon, a dash between words, two names in one."""

_LETTER = re.compile(r"[^\W\d_]")


def asked_about(
    people: Sequence[Listed], answers: Answers
) -> tuple[list[Listed], list[Question], list[Listed], list[LeftOut]]:
    """Give those whose lines hold nothing but a name, what is asked about the others, those, and whom an answer leaves out.

    Args:
        people: Everyone of the list.
        answers: What was answered.
    """
    asked: list[Question] = []
    held: list[Listed] = []
    clear: list[Listed] = []
    out: list[LeftOut] = []
    for person in people:
        if not _is_odd(person):
            clear.append(person)
            continue
        question = questions.odd(person)
        asked.append(question)
        answer = question.answer(answers)
        if answer == LEAVE_OUT:
            out += [LeftOut(row, whole_name(person.name), Reason.NO_NAME) for row in person.rows]
        else:
            (clear if answer else held).append(person)
    return clear, asked, held, out


def _is_odd(person: Listed) -> bool:
    written = person.name.written or person.name.given
    if not _LETTER.search(written) or _NUMBERED.fullmatch(written):
        return False
    first, *rest = written.split()
    is_remark = len(rest) > 1 and first.islower() and folded(first) not in PARTICLES and not written.islower()
    return is_remark or _ODD.search(written) is not None
