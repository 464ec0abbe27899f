"""A list of "I can" lines as any school writes it: what each line of a pasted text becomes."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from board.errors import Refusal
from board.exchange.steps.art import pictures
from board.exchange.steps.criteria import with_criteria
from board.exchange.steps.gaps import with_breaks
from board.exchange.steps.headings import heading_in, looks_like_heading
from board.exchange.steps.levels import Draft, settled
from board.exchange.steps.line import Choice, Key, Kind, Line
from board.exchange.steps.needless import why_needless
from board.exchange.steps.sayings import i_can, is_lead_in
from board.exchange.steps.titles import told_apart
from board.exchange.steps.words import LONGEST_LINE, Words, is_name_of_boss, words_of
from board.exchange.text_file import odd_lines

MOST_STEPS = 200
"""Steps read from one text; more are a whole curriculum and no unit."""

_LONGEST_TEXT = MOST_STEPS * LONGEST_LINE * 4
"""Longer texts are refused before anything is done with them."""

_MOST_LINES = 10 * MOST_STEPS
"""So are texts of more lines, most of them empty."""

_HOW_TO = "Type one step a line, such as: I can count to 20. A blank line starts a new level, * before a line makes it the Boss."
_STARRED = "Most lines start with *, so it was read as a bullet; put * at the end of a line to make it the Boss."


class BadSteps(Refusal):
    """A text from which no unit can be made."""


class Pasted(NamedTuple):
    """What was read from a text.

    Attributes:
        lines: Every line that is not empty, and the empty ones that start a level, in their order.
        remarks: What is to be said about the whole text, in sentences.
    """

    lines: tuple[Line, ...]
    remarks: tuple[str, ...] = ()


def read_lines(text: str, chosen: Mapping[Key, Choice] | None = None, badges: Sequence[str] = ()) -> Pasted:
    """Tell what each line of a text becomes: a step, a Boss, a heading, the start of a level, or nothing, and why.

    A line is a step; a line that starts with # or ends in a colon, or that stands short above steps, names the level
    below it; a blank line starts a level where that gives levels of several steps; * at the start or the end of a line
    makes it the Boss of its level, unless it is a bullet; what stands below "Success criteria" goes with the step above.

    Args:
        text: The lines; may hold anything.
        chosen: What somebody chose by hand, by the key of the line.
        badges: Names of the starter pictures, in the order they are handed out.

    Raises:
        BadSteps: The text is too long.
    """
    if len(text) > _LONGEST_TEXT or len(text.splitlines()) > _MOST_LINES:
        raise BadSteps(f"This text is too long for a unit; paste {MOST_STEPS} steps at most.")
    words = words_of(text)
    remarks = list(odd_lines(text))
    if 2 * sum(line.bullet == "*" for line in words) > sum(bool(line.text) for line in words):
        remarks.append(_STARRED)
    drafts = _with_headings(list(with_criteria([_draft(line) for line in words if line.text])))
    drafts = list(_with_named_bosses(drafts))
    drafts, room = with_breaks(drafts, words)
    remarks += [room] if room else []
    lines = _lines(settled(drafts, chosen or {}), chosen or {}, badges)
    if not any(line.is_shown for line in lines):
        remarks.append(_HOW_TO)
    return Pasted(lines, tuple(remarks))


def _draft(line: Words) -> Draft:
    why = why_needless(line)
    heading = None if why else heading_in(line)
    if why:
        return Draft(line, Kind.LEFT_OUT, why=why)
    if heading is not None:
        return Draft(line, Kind.HEADING, heading)
    return Draft(line, Kind.BOSS if any(line.starred) else Kind.STEP)


def _with_headings(drafts: list[Draft]) -> list[Draft]:
    """Find the headings that only their place tells, where most lines look like steps."""
    steps = [draft.words for draft in drafts if draft.kind in (Kind.STEP, Kind.BOSS)]
    if 2 * sum(line.is_marked for line in steps) < len(steps):
        return drafts
    below: Words | None = None
    found = []
    for draft in reversed(drafts):
        if draft.kind is Kind.STEP and below is not None and looks_like_heading(draft.words, below):
            title = heading_title(draft.words)
            why = "It stands above steps and does not say what a child does, so it is a heading."
            found.append(replace(draft, kind=Kind.HEADING, title=title, why=why))
            continue
        if draft.kind in (Kind.STEP, Kind.BOSS):
            below = draft.words
        found.append(draft)
    return found[::-1]


def _with_named_bosses(drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Give the lines with a lone step below "Boss:" made the Boss of the steps above."""
    has_step = below_name = False
    for at, draft in enumerate(drafts):
        following = drafts[at + 1 : at + 3]
        if has_step and draft.kind is Kind.HEADING and is_name_of_boss(draft.words.words) and _is_lone(following):
            below_name = True
            yield replace(draft, kind=Kind.LEFT_OUT, title="", why="The step below it is the Boss.")
            continue
        has_step = has_step or draft.kind is Kind.STEP
        yield replace(draft, kind=Kind.BOSS) if below_name and draft.kind is Kind.STEP else draft
        below_name = False


def _is_lone(drafts: Sequence[Draft]) -> bool:
    """Tell whether the first of two lines is a step, and the other is none that stands close below it."""
    steps = [draft.words.numbers for draft in drafts if draft.kind is Kind.STEP]
    is_step = bool(drafts) and drafts[0].kind is Kind.STEP
    return is_step and (len(steps) == 1 or steps[1][0] > steps[0][-1] + 1)


def heading_title(line: Words) -> str:
    """Give the title of a level a line would be."""
    return heading_in(replace(line, words=f"# {line.words}")) or line.words


def _lines(drafts: Sequence[Draft], chosen: Mapping[Key, Choice], badges: Sequence[str]) -> tuple[Line, ...]:
    """Say each line as a child does, and give it title, codes and picture."""
    shown = [draft for draft in drafts if draft.kind in (Kind.STEP, Kind.BOSS)]
    titles = iter(told_apart([draft.words.words or draft.words.text for draft in shown]))
    art = iter(pictures([draft.words.words for draft in shown], badges))
    lines = []
    for draft, (codes, led_in) in zip(drafts, _above(drafts), strict=True):
        choice = chosen.get(draft.key, Choice())
        line = Line(draft.words.numbers, draft.words.text, draft.key, draft.kind, draft.title, why=draft.why)
        if line.is_shown:
            words = draft.words.words or draft.words.text
            badge = next(art)
            line = line._replace(
                title=next(titles),
                i_can=i_can(words, led_in=led_in),
                standards=draft.words.codes or codes,
                badge=badge if choice.badge is None else choice.badge,
                why=line.why or _to_be_said(draft.words),
            )
        if line.kind is Kind.CRITERION:
            line = line._replace(title=draft.words.words or draft.words.text)
        if choice.title and (line.is_shown or line.kind is Kind.HEADING):
            line = line._replace(title=choice.title)
        lines.append(line)
    return tuple(lines)


def _above(drafts: Sequence[Draft]) -> Iterator[tuple[tuple[str, ...], bool]]:
    """Give for each line the codes that stand above it on a line of their own, and whether an "I can:" stands there."""
    codes: tuple[str, ...] = ()
    led_in = False
    for draft in drafts:
        yield codes, led_in
        if draft.kind in (Kind.HEADING, Kind.BREAK):
            codes, led_in = (), led_in and draft.kind is Kind.BREAK
        elif draft.kind is Kind.LEFT_OUT and draft.words.codes and not any(map(str.isalpha, draft.words.words)):
            codes = draft.words.codes
        elif draft.kind is Kind.LEFT_OUT and is_lead_in(draft.words.words):
            led_in = draft.words.words.isascii()


def _to_be_said(line: Words) -> str:
    said = len(re.findall(r"(?:^|[.!?;]\s+)I can\b(?!['\u2019])", line.words))
    if said > 1:
        return f'It says "I can" {said} times; put each on a line of its own.'
    if len(line.numbers) > 1:
        return f"Lines {line.numbers[0]} to {line.numbers[-1]} were read as one sentence."
    return "One cell of this row was taken; the others were not." if line.row.leaves_words else ""
