"""The record of one child, for the family: plain words, a table of what happened, and the same for programs."""

import csv
import io
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from board import words
from board.counting import counted
from board.exchange.plan_report import settled_json, settled_lines
from board.exchange.record_steps import steps_json, steps_text
from board.exchange.record_story import story_text
from board.mastery.audience import heard_row
from board.mastery.curriculum import Unit, steps_by_id
from board.mastery.evidence import pictures_kept
from board.mastery.facts import STAYS_HERE, STEERING, Fact, Kind, order, reworded, words_in
from board.mastery.others import without_others
from board.mastery.people import Assessor, Student
from board.mastery.plan import settled
from board.mastery.progress import OPEN_SPOT, progress_of
from board.mastery.roll import USUAL_PATIENCE
from board.mastery.showing import VERDICTS
from board.mastery.standing import standing_facts
from board.words.adults import with_roles
from board.words.roll import PATIENCE
from board.words.showings import ANOTHER_CHILD, HOW, all_words, beyond_words, support_words, trials_words, witness_words

RECORD = "record.json"
"""The file that makes a zip a child's record."""

_COLUMNS = (
    "day", "time", "what", "unit", "step", "note", "way", "support", "how", "trials", "more", "seen", "pictures", "caption",
    "by", "taken back", "untold",
)  # fmt: skip
_EVERYTHING = "Everything that was recorded"
_FAMILY_CHECK = "Check number (it tells children of the same first name apart, and no family name can be read from it)"
_UNTOLD = "the child has not heard it yet"
_LACKS_ONE = (
    "1 picture is not in this zip: it was damaged, or not on the computer the zip was made on. Ask for it at school."
)
_LACKS_MANY = (
    "{count} pictures are not in this zip: they were damaged, or not on the computer the zip was made on. Ask for them at "
    "school."
)
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""What a spreadsheet would take for the start of a formula, wide forms too."""


@dataclass(frozen=True, slots=True)
class Record:
    """Everything that is held about one child.

    Attributes:
        student: The child.
        class_name: Name of the class.
        units: The units of the class.
        assessors: The adults who judged.
        facts: The facts about the child, in order, without names of others, and with no id of a witness; those of joined
            doubles too.
        cleaned: How many notes held the name of another child.
    """

    student: Student
    class_name: str
    units: Sequence[Unit]
    assessors: Sequence[Assessor]
    facts: Sequence[Fact]
    cleaned: int

    @property
    def pictures(self) -> tuple[str, ...]:
        """Ids of the pictures the facts refer to, each once; photos that were taken away are none."""
        return tuple(dict.fromkeys(content for _, content in pictures_kept(self.facts)))

    @property
    def untold(self) -> tuple[Fact, ...]:
        """The keep workings that the child has not heard of from an adult yet."""
        row = progress_of(self.facts).row(self.student.id)
        return tuple(fact for spot in row.values() for fact in spot.untold)


def record_of(
    student: Student,
    everyone: Sequence[Student],
    facts: Sequence[Fact],
    *,
    class_name: str,
    units: Sequence[Unit],
    assessors: Sequence[Assessor],
) -> Record:
    """Gather everything that is held about one child.

    Args:
        student: The child.
        everyone: All children of the class; the names of the others are taken out of the notes.
        facts: The whole ledger.
        class_name: Name of the class.
        units: The units of the class.
        assessors: The adults.
    """
    ids = (student.id, *student.also)
    theirs = sorted(_that_leave(fact for fact in facts if fact.student in ids), key=order)
    clean = without_others(student, everyone)
    told = [reworded(_of_this_child(fact, student.id), clean) for fact in theirs]
    changed = sum(words_in(new) != words_in(old) for new, old in zip(told, theirs, strict=True))
    plan = settled(
        student.plan,
        shows_best=list(map(clean, student.plan.shows_best)),
        supports=list(map(clean, student.plan.supports)),
    )
    return Record(replace(student, plan=plan), class_name, units, assessors, told, changed)


def _that_leave(facts: Iterable[Fact]) -> list[Fact]:
    """Give the facts a record holds: none of a login card, and none that takes one of these back."""
    theirs = tuple(facts)
    stay = {fact.id for fact in theirs if fact.kind in STAYS_HERE}
    return [fact for fact in theirs if fact.id not in stay and not (fact.kind in STEERING and fact.of in stay)]


def _of_this_child(fact: Fact, student: str) -> Fact:
    return fact._replace(student=student, witness=ANOTHER_CHILD if fact.witness else None)


def as_text(record: Record, files: Mapping[str, str], lacking: int = 0) -> str:
    """Give the record in plain words: what the child can do, what it is at and what comes next, then everything that happened.

    Args:
        record: The record.
        files: By content id the name of each picture put beside it.
        lacking: How many of its pictures could not be put beside it.
    """
    student = record.student
    progress, judges = progress_of(record.facts), with_roles(record.assessors)
    held = {"Class": record.class_name, "Alias": student.alias, "Grade": student.grade, "School id": student.number}
    held[_FAMILY_CHECK] = student.family_check
    held["The kiosk waits"] = PATIENCE.get(student.patience, "") if student.patience != USUAL_PATIENCE else ""
    lines = [student.name, "=" * len(student.name), ""]
    lines += [f"{what}: {said}" for what, said in held.items() if said]
    lines += settled_lines(student.plan, record.units)
    lines += story_text(student, record.units, progress, judges)
    lines += steps_text(record.units, heard_row(progress.row(student.id)), judges)
    lines += ["", "", _EVERYTHING, "-" * len(_EVERYTHING), ""]
    lines += [_happening(fact, row) for fact, row in zip(record.facts, _rows(record), strict=True)] or ["Nothing yet."]
    lines += _about_pictures(record, files)
    lines += ["", counted(_LACKS_ONE, _LACKS_MANY, lacking)] if lacking else []
    return "\n".join(lines) + "\n"


def _happening(fact: Fact, row: Mapping[str, str]) -> str:
    step, by = row["step"] or "about the child", row["by"]
    about = f"{step}: {row['what']}"
    if by:
        about = f"{about}, checked by {by}" if fact.kind in VERDICTS else f"{about}, noted by {by}"
    said = " · ".join(
        [f"{row['day']}  {about}", *all_words(fact, {}), *filter(None, (row["untold"], row["taken back"]))]
    )
    return f"{said}: {row['note']}" if row["note"] else said


def _about_pictures(record: Record, files: Mapping[str, str]) -> list[str]:
    """Say of each picture what it shows, when it came, and what the child says about it."""
    steps = steps_by_id(record.units)
    lines = ["", "", "Pictures", "-" * 8, ""] if files else []
    for (_, content), fact in pictures_kept(record.facts).items():
        if content not in files:
            continue
        title = steps[fact.step].title if fact.step in steps else fact.step or ""
        what = f"{title}: {words.MARKS[fact.kind]}" if title else words.MARKS[fact.kind]
        caption = fact.caption or (fact.note if fact.kind is Kind.PICTURE_ADDED else None)
        lines.append(f"{files[content]}: {fact.at[:10]}  {what}{f': {caption}' if caption else ''}")
    return lines


def as_csv(record: Record) -> bytes:
    """Give everything that happened as a table for a spreadsheet, one fact a line, in order."""
    table = io.StringIO()
    writer = csv.writer(table)
    writer.writerow(_COLUMNS)
    writer.writerows([_harmless(row[column]) for column in _COLUMNS] for row in _rows(record))
    return table.getvalue().encode("utf-8-sig", "replace")


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.lstrip().startswith(_FORMULA) or cell.startswith(_FORMULA) else cell


def as_json(record: Record, files: Mapping[str, str]) -> bytes:
    """Give the record for another program.

    Args:
        record: The record.
        files: By content id the name of each picture put beside it.
    """
    student = record.student
    held = {"id": student.id, "name": student.name, "alias": student.alias, "emblem": student.emblem}
    held |= {"grade": student.grade, "number": student.number, "family_check": student.family_check}
    steps = steps_by_id(record.units)
    judges = {assessor.id: assessor for assessor in record.assessors}
    row = progress_of(record.facts).row(student.id)
    answer: dict[str, Any] = {
        "class": {"name": record.class_name},
        "student": held
        | {
            "left": student.left,
            "photos": student.photos,
            "patience": student.patience,
            "plan": settled_json(student.plan),
        },
        "pictures": dict(files),
        "steps": steps_json(record.units, row, {id_: one.name for id_, one in judges.items()}),
        "facts": [
            _fact_json(fact, steps[fact.step].title if fact.step in steps else None, judges.get(fact.by))
            for fact in record.facts
        ],
    }
    return json.dumps(answer, ensure_ascii=False, indent=1).encode("utf-8", "replace")


def _fact_json(fact: Fact, title: str | None, judge: Assessor | None) -> dict[str, Any]:
    return {
        "id": fact.id,
        "at": fact.at,
        "kind": fact.kind.value,
        "step": fact.step,
        "title": title,
        "step_version": fact.step_version,
        "of": fact.of,
        "by": judge.name if judge is not None else "",
        "by_role": judge.role.value if judge is not None else None,
        "own_version": fact.own_version,
        "seen": list(fact.seen),
        "how": fact.how.value,
        "way": fact.way,
        "level_of_support": fact.level_of_support,
        "tries": fact.tries,
        "trials": fact.trials,
        "beyond": list(fact.beyond),
        "witness": fact.witness,
        "note": fact.note,
        "pictures": list(fact.evidence),
        "caption": fact.caption,
        "untold": fact.untold,
    }


def _rows(record: Record) -> list[dict[str, str]]:
    homes = {step.id: (unit.title, step.title) for unit in record.units for step in (*unit.archived, *unit.spots)}
    judges = with_roles(record.assessors)
    facts = tuple(record.facts)
    standing = {fact.id for fact in standing_facts(facts)}
    row = progress_of(facts).row(record.student.id)
    untold = {fact.id for fact in record.untold}
    rows = []
    for fact in facts:
        unit, step = homes.get(fact.step or "", ("", fact.step or ""))
        steers = fact.kind in STEERING
        what = words.mark_words(fact, row.get(fact.step or "", OPEN_SPOT))
        cells = [fact.at[:10], fact.at[11:16], what, unit, step, fact.note or "", fact.way or ""]
        cells += [support_words(fact), HOW[fact.how], trials_words(fact)]
        cells += ["; ".join(filter(None, (*beyond_words(fact), witness_words(fact, {})))), "; ".join(fact.seen)]
        cells += [str(len(fact.evidence) or ""), fact.caption or "", judges.get(fact.by, "")]
        cells.append("" if steers or fact.id in standing else "taken back later")
        cells.append(_UNTOLD if fact.id in untold else "")
        rows.append(dict(zip(_COLUMNS, cells, strict=True)))
    return rows
