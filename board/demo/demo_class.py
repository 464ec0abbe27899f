"""Makes the demo class."""

import random
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

from board.art.starter import emblems
from board.demo.demo_art import demo_pictures
from board.demo.ready_units import ready_units
from board.mastery.curriculum import Step, Unit
from board.mastery.facts import Fact, How, Kind
from board.mastery.people import Assessor, Student
from board.mastery.progress import Progress, Status
from board.mastery.readiness import next_steps
from board.mastery.showing import Support
from board.store.class_book import ClassBook
from board.store.device import Device, device_of
from board.store.documents.tables import ASSESSORS, STUDENTS, UNITS, put
from board.store.whole_folder import made_whole

CHILDREN = (
    *("Amara O.", "Mateo G.", "Yuki T.", "Priya S.", "Liam K.", "Zara A.", "Noah B.", "Sofía R."),
    *("Kwame M.", "Ingrid L.", "Tariq H.", "Mei C.", "Aaliyah J.", "Lucas F.", "Nia W.", "Omar E."),
    *("Chloé D.", "Arjun P.", "Leilani K.", "Ivan N.", "Fatima Z.", "Tomasz W.", "Seo-yeon P.", "Ana-Lucía V."),
)
"""Invented; any likeness is chance."""

TIPS = (
    "say it aloud while you touch each one",
    "draw it first, then tell me",
    "try it with the cubes beside you",
    "slow down at the end",
    "show it to a friend once more",
    "start from the biggest part",
)

_SEED = 12
_MARKS = 600


def make_demo(folder: Path, device: Device | str, until: datetime) -> ClassBook:
    """Make the demo class and open it.

    Args:
        folder: A new or empty folder.
        device: This computer.
        until: Time of the last mark, with its offset; the first is eight weeks before.

    Raises:
        Refusal: The folder is in use, or can't be made; a class that is only half made is never left.
    """
    made_whole(folder, lambda unfinished: _filled(unfinished, device_of(device).id, until).close())
    return ClassBook(folder, device)


def _filled(folder: Path, device: str, until: datetime) -> ClassBook:
    book = ClassBook.create(folder, "Room 12 (demo)", device, "Ms. Rivera")
    book.edit(ASSESSORS, put(Assessor("okafor", "Mr. Okafor")))
    book.edit(STUDENTS, lambda _: _children())
    for unit in ready_units():
        book.edit(UNITS, put(unit))
    judges = [assessor.id for assessor in book.assessors]
    marks = book.keep(list(_weeks_of_centers(book.students, book.units, judges, until)))
    pictures = list(demo_pictures(book.progress, marks))
    for picture in pictures:
        book.pictures.keep(picture.taken.content, picture.taken.png)
    book.keep([fact for picture in pictures for fact in picture.facts])
    return book


def _children() -> tuple[Student, ...]:
    signs = sorted(emblems())
    return tuple(
        Student(
            f"demo-{number:02}",
            name,
            emblem=signs[number % len(signs)] if signs else "",
            photos=number % 3 == 0,
        )
        for number, name in enumerate(CHILDREN)
    )


def _weeks_of_centers(
    students: tuple[Student, ...], units: tuple[Unit, ...], judges: list[str], until: datetime
) -> Iterator[Fact]:
    """Give the marks of eight weeks: children at their own pace, most days a few showings, the same at every run."""
    chance, looks = random.Random(_SEED), random.Random(_SEED + 1)  # noqa: S311 - a believable class, not a secret
    pace = {student.id: chance.uniform(0.35, 1.0) for student in students}
    progress = Progress()
    for number in range(_MARKS):
        unit = units[0] if chance.random() < max(0.25, 1 - number / _MARKS) else units[-1]
        student = chance.choices(students, [pace[one.id] for one in students])[0]
        open_steps = next_steps(unit, progress.row(student.id))
        if not open_steps:
            continue
        step = chance.choice(open_steps[:3])
        kind = _next_mark(chance, progress, student, step)
        at = until - timedelta(days=56 * (1 - number / _MARKS), minutes=chance.randrange(30))
        fact = Fact(
            id=f"demo-{number:04}",
            seq=number + 1,
            device="",
            at=at.isoformat(timespec="seconds"),
            by=chance.choices(judges, [4, 1])[0],
            kind=kind,
            student=student.id,
            step=step.id,
            how=How.TESTED_OUT if kind is Kind.MASTERED and chance.random() < 0.03 else How.SHOWN,  # noqa: PLR2004
            way=chance.choice(step.ways) if step.ways and kind is Kind.MASTERED else None,
            note=chance.choice(TIPS) if kind is Kind.KEEP_WORKING else None,
        )
        fact = _with_what_was_seen(looks, fact, step, students)
        progress = progress.after([fact])
        yield fact


def _with_what_was_seen(looks: random.Random, fact: Fact, step: Step, students: tuple[Student, ...]) -> Fact:
    """Give a mark with what there was to see: mostly ticks, sometimes how, seldom who saw it too."""
    if fact.kind is Kind.READY and step.ways:
        return fact._replace(way=looks.choice(step.ways))
    if fact.kind not in (Kind.MASTERED, Kind.KEEP_WORKING):
        return fact
    ticked = len(step.criteria) if fact.kind is Kind.MASTERED else looks.randrange(len(step.criteria) or 1)
    seen = step.criteria[:ticked] if looks.random() < 0.6 else ()  # noqa: PLR2004
    support = looks.choice([None, None, Support.ALONE, Support.PROMPTED, Support.TOOLS])
    friend = looks.choice(students)
    is_seen_too = fact.kind is Kind.MASTERED and friend.id != fact.student and looks.random() < 0.1  # noqa: PLR2004
    return fact._replace(
        seen=seen, level_of_support=support and support.value, witness=friend.id if is_seen_too else None
    )


def _next_mark(chance: random.Random, progress: Progress, student: Student, step: Step) -> Kind:
    status = progress.spot(student.id, step.id).status
    if status is Status.OPEN:
        return chance.choices([Kind.MASTERED, Kind.PRACTISING, Kind.KEEP_WORKING], [7, 2, 1])[0]
    if status is Status.PRACTISING:
        return chance.choices([Kind.MASTERED, Kind.READY, Kind.KEEP_WORKING], [5, 2, 1])[0]
    return Kind.MASTERED if chance.random() < 0.8 else Kind.KEEP_WORKING  # noqa: PLR2004
