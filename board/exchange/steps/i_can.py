"""Steps as a teacher pastes them: one "I can" line a step, blank lines between levels."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from board.errors import Refusal
from board.exchange.bullets import without_bullet
from board.exchange.text_file import odd_lines
from board.mastery.curriculum import Step, Unit
from board.mastery.people import clean_line, clean_name
from board.mastery.revision import (
    TITLE_CELLS,
    cells,
    new_step_id,
    new_unit_id,
    with_boss,
    with_level,
    with_step,
)

MOST_STEPS = 200
"""Steps read from one text; more are a whole curriculum and no unit."""

LONGEST_LINE = 300
"""Characters of one line; a step is one short sentence."""

_LONGEST_TEXT = MOST_STEPS * LONGEST_LINE * 4
"""Longer texts are refused before anything is done with them."""

_HOW_TO = "Type one step a line, such as: I can count to 20. A blank line starts a new level, * before a line makes it the Boss."

_I_CAN = re.compile(r"^i can\b(?!['\u2019])[\s:,.\u2026]*", re.IGNORECASE)

_VERBS = """
add answer ask build choose classify collect compare convert count cut describe divide draw estimate explain find follow
give halve help hop identify join jump know label listen locate make measure multiply predict read recognise recognize
record represent retell say share show sing skip solve sort speak spell subtract swim tell throw tie understand use wash
write
"""
"""Words that begin an English step without its "I can"; words that often begin a mere topic are not among them."""

_LOOSE_ENDS = "a an and at by for from how in is it my of on one or that the their them to up what with"
"""Small words a title does not end with when it had to be cut."""


class BadSteps(Refusal):
    """A text from which no unit can be made."""


class Pasted(NamedTuple):
    """What was read from a text.

    Attributes:
        unit: The unit, None when the text holds no step.
        remarks: What was left out and what could be meant otherwise, in sentences.
    """

    unit: Unit | None
    remarks: tuple[str, ...] = ()


@dataclass(slots=True)
class _Part:
    """A level while it is read: its title or empty, its lines, and which of them is the Boss."""

    title: str = ""
    lines: list[str] = field(default_factory=list)
    boss: int | None = None


def read_steps(text: str, *, title: str, taken: Iterable[Unit] = (), badges: Sequence[str] = ()) -> Pasted:
    """Make a unit of lines a teacher typed or pasted.

    A line is a step; a blank line starts a level; a line that starts with # or ends in a colon names the level below
    it; * at the start or the end of a line makes it the Boss of its level.

    Args:
        text: The lines; may hold anything.
        title: Title of the unit.
        taken: Units of the class, whose ids are in use.
        badges: Names of the starter pictures, in the order they are handed out.

    Raises:
        BadSteps: A line or the text is too long.
    """
    if len(text) > _LONGEST_TEXT:
        raise BadSteps(f"This text is too long for a unit; paste {MOST_STEPS} steps at most.")
    remarks = list(odd_lines(text))
    parts = _parts(_cleaned(text, remarks), remarks)
    steps = sum(len(part.lines) for part in parts)
    if steps > MOST_STEPS:
        raise BadSteps(
            f"This text has {steps} steps; make a unit of {MOST_STEPS} at most, and a second one of the rest."
        )
    if not steps:
        return Pasted(None, (*remarks, _HOW_TO))
    pictures = iter(_pictures([line for part in parts for line in part.lines], badges))
    called = clean_name(title[:LONGEST_LINE]) or "New unit"
    unit = Unit(new_unit_id(called, taken), called, ())
    for number, part in enumerate(parts, 1):
        unit = with_level(unit, part.title or f"Level {number}")
        for at, line in enumerate(part.lines):
            unit = _with_line(unit, line, next(pictures), boss=at == part.boss)
    return Pasted(unit, tuple(remarks))


def _with_line(unit: Unit, line: str, badge: str, *, boss: bool) -> Unit:
    title = step_title(line)
    step = Step(new_step_id(unit, title), title, i_can(line), badge=badge)
    level = unit.levels[-1].id
    return with_boss(unit, level, step) if boss else with_step(unit, level, step)


def _cleaned(text: str, remarks: list[str]) -> list[str]:
    """Give the lines clean and without bullets, empty where a level ends."""
    lines = []
    for number, raw in enumerate(text.splitlines(), 1):
        line = clean_line(raw) if len(raw) <= 10 * LONGEST_LINE else raw
        if len(line) > LONGEST_LINE:
            raise BadSteps(
                f"Line {number} has {len(line)} characters; a step is one short sentence of {LONGEST_LINE} at most, "
                "so write it shorter or on several lines."
            )
        lines.append(_bare(line))
    starred = sum(line.startswith("*") for line in lines)
    if 2 * starred > sum(map(bool, lines)):
        remarks.append(
            "Most lines start with *, so it was read as a bullet; put * at the end of a line to make it the Boss."
        )
        lines = [_bare(line[1:]) if line.startswith("*") else line for line in map(_unbold, lines)]
    return lines


def _bare(line: str) -> str:
    return clean_line(without_bullet(line, but="*"))


def _unbold(line: str) -> str:
    return line.strip("*") if line.startswith("**") and line.endswith("**") else line


def _parts(lines: Iterable[str], remarks: list[str]) -> list[_Part]:
    """Sort the lines into levels; those without a step are left out, and said when they have a title."""
    parts = [_Part()]
    for line in lines:
        heading = _heading(line)
        if heading is not None or not line:
            if parts[-1].lines or (heading and parts[-1].title):
                parts.append(_Part())
            parts[-1].title = heading or parts[-1].title
        else:
            _take(parts[-1], line, remarks)
    empty = [part.title for part in parts if part.title and not part.lines]
    remarks += [f"{title} has no steps below it and was left out." for title in empty]
    return list(_with_bosses_at_home([part for part in parts if part.lines], remarks))


def _heading(line: str) -> str | None:
    """Give the title of a level a line holds, None when it holds something else."""
    if line.startswith("#") or (line.endswith((":", "\uff1a")) and not line.startswith("*")):
        return clean_name(line.lstrip("#").rstrip(":\uff1a "))
    return None


def _take(part: _Part, line: str, remarks: list[str]) -> None:
    bare = _bare(line.strip("* "))
    if not _I_CAN.sub("", bare, count=1):
        if bare:
            remarks.append(f'A line says only "{bare}" and was left out; write what the child can do.')
        return
    if line.startswith("*") or line.endswith("*"):
        if part.boss is None:
            part.boss = len(part.lines)
        else:
            first = step_title(part.lines[part.boss])
            remarks.append(f"A level has one Boss: {first} stays it, {step_title(bare)} is a step.")
    part.lines.append(bare)


def _with_bosses_at_home(parts: Iterable[_Part], remarks: list[str]) -> Iterator[_Part]:
    """Give the levels with every lone Boss at the end of the level above, where blank lines set it apart."""
    last: _Part | None = None
    for part in parts:
        alone = part.boss is not None and len(part.lines) == 1
        if alone and not part.title and last is not None and last.boss is None:
            last.boss = len(last.lines)
            last.lines += part.lines
            continue
        if alone:
            part.boss = None
            remarks.append(f"{step_title(part.lines[0])} stands alone in its level, so it is a step and no Boss.")
        if last is not None:
            yield last
        last = part
    if last is not None:
        yield last


def i_can(line: str) -> str:
    """Give a line in the child's words: with "I can" where it begins with what the child does, else as it stands.

    Topics and lines in other languages are nobody's to rewrite, so only English words of doing get an "I can".
    """
    said = _I_CAN.match(line)
    rest = line[said.end() :] if said else line
    first = rest.split()[0] if rest else ""
    if said is None and first.casefold() not in _VERBS.split():
        return line
    if said is None:
        rest = rest[0].lower() + rest[1:]
    return f"I can {rest}{'' if rest.endswith(tuple('.!?…。')) else '.'}"


def step_title(line: str) -> str:
    """Give a few words that head a column: the line without "I can", cut between words where it is too long."""
    said = _I_CAN.match(line)
    words = (line[said.end() :] if said else line).rstrip(" .!?,;:\u2026\u3002") or line
    shown = words[0].upper() + words[1:] if len(words[0].upper()) == 1 else words
    if cells(shown) <= TITLE_CELLS:
        return clean_name(shown)  # letters under a pile of accents take few cells and many characters
    clause = re.split(r"[,;:(\u2013\u2014\uff0c\u3001]", shown)[0].strip()
    if " " in clause and cells(clause) <= TITLE_CELLS:
        return clause
    return _cut(shown)


def _cut(words: str) -> str:
    kept: list[str] = []
    for word in words.split():
        if cells(" ".join((*kept, word))) > TITLE_CELLS:
            break
        kept.append(word)
    while len(kept) > 1 and kept[-1].casefold() in _LOOSE_ENDS.split():
        kept.pop()
    if kept:
        return " ".join(kept).rstrip(" ,;:")
    end = next(end for end in range(len(words), 0, -1) if cells(words[:end]) < TITLE_CELLS)  # a word as long as a line
    return clean_line(words[:end]) + "…"


def _pictures(lines: Sequence[str], badges: Sequence[str]) -> list[str]:
    """Give each line a picture: one it speaks of, else the next nobody has; used ones again only when all are used."""
    chosen = [""] * len(lines)
    free = dict.fromkeys(badges)
    for at, line in enumerate(lines):
        words = set(re.findall(r"[a-z]+", line.casefold()))
        words |= {word.removesuffix("s") for word in words}
        chosen[at] = next((badge for badge in free if set(badge.split("-")) <= words), "")
        free.pop(chosen[at], None)
    worn = Counter(chosen)
    for at, badge in enumerate(chosen):
        if not badge and badges:
            chosen[at] = min(badges, key=lambda one: worn[one])
            worn[chosen[at]] += 1
    return chosen
