"""Criteria in a list: what somebody must see before the step above them counts."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from board.exchange.steps.headings import sort_of
from board.exchange.steps.levels import Draft
from board.exchange.steps.line import Kind
from board.exchange.steps.words import Words

_LABEL = re.compile(
    r"(?:(?:my|our|the)\s+)?(?:success criteri(?:a|on)|s\.?c\.?(?=\s*:)|steps to success|what (?:it|this|success) looks like|(?:it )?looks like"
    r"|i (?:will be|am|know i am) successful (?:if|when)|erfolgskriterien|kriterien|crit\u00e8res de r\u00e9ussite|criterios de (?:\u00e9xito|logro)"
    r"|crit\u00e9rios de sucesso|criteri di successo|succescriteria)\s*(?:[:\uff1a\u2026]|\.{3}|\s[\u2010-\u2015-]\s|$)\s*(?P<said>.*)",
    re.IGNORECASE,
)
"""What stands above them, or in front of the only one."""

_ABOVE = "What stands below it is what one looks for in the step above."
_HERE = "It says what one looks for in the step above."


def with_criteria(drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Give the lines with those found that stand below a step and "Success criteria" or its like, and say no step.

    Args:
        drafts: The lines as they were read.
    """
    below: list[Draft] = []
    has_step = False
    for draft in drafts:
        label = _LABEL.fullmatch(draft.words.words) if has_step else None
        if label and label["said"]:
            below = []
            yield replace(draft, kind=Kind.CRITERION, why=_HERE, words=replace(draft.words, words=label["said"]))
        elif label:
            below = [draft]
            yield replace(draft, kind=Kind.LEFT_OUT, title="", why=_ABOVE)
        elif below and draft.kind is Kind.STEP and _goes_with(below, draft):
            below.append(draft)
            yield replace(draft, kind=Kind.CRITERION, why=_HERE)
        else:
            below = below if draft.kind is Kind.LEFT_OUT else []
            has_step = draft.kind in (Kind.STEP, Kind.BOSS) or (has_step and draft.kind is Kind.LEFT_OUT)
            yield draft


def _goes_with(above: Sequence[Draft], draft: Draft) -> bool:
    """Tell whether a line stands in one row with the criteria above it: with the same bullet, or close below.

    Args:
        above: The line that says that criteria come, and those that came.
        draft: The line.
    """
    line, others = draft.words, [one.words for one in above]
    if line.codes:
        return False
    if len(others) == 1:
        return True
    first = others[1]
    if (line.says and not first.says) or bool(line.bullet) is not bool(first.bullet):
        return False
    if line.bullet:
        return _sort(line) == _sort(first)
    return line.numbers[0] - others[-1].numbers[-1] <= first.numbers[0] - others[0].numbers[-1]


def _sort(line: Words) -> str:
    """Give the sort of the bullet before a line; signs are told apart, numbers are not."""
    sort = sort_of(line.bullet)
    return line.bullet if sort == "sign" else sort
