"""Take-home pages of a child who is on its way."""

from collections.abc import Iterable
from dataclasses import replace

from board.mastery.audience import Audience
from board.mastery.curriculum import Level, Step, Unit
from board.mastery.facts import Fact, Kind
from board.mastery.people import Student
from board.mastery.progress import Progress, progress_of
from board.mastery.seen import seen_path
from page_builders import MADE, PICTURES, unit_of
from printables.lettering.voices import USUAL, Letters, letters_of
from printables.page.document import Style
from printables.page.hues import Ink
from printables.page.paper import Paper, Surface
from printables.page.pictures import Picture
from printables.takehome import takehome_pages

LETTERS = (USUAL, letters_of(larger=True), letters_of(early=True, larger=True))
AVA = Student("ava", "Ava <B> & Co.", emblem="emblem-3")


def draw(
    unit: Unit,
    progress: Progress | None = None,
    students: tuple[Student, ...] = (AVA,),
    *,
    paper: Paper = Paper.A4,
    ink: Ink = Ink.COLOUR,
    letters: Letters = USUAL,
    language: str = "en",
    more: Iterable[Picture] = (),
) -> bytes:
    ready = {**PICTURES, **{picture.name: picture for picture in more}}
    style = Style(Surface(paper), MADE, ink, letters)
    paths = [seen_path(unit, one, progress or Progress(), Audience.STUDENT) for one in students]
    return takehome_pages(unit, paths, ready, style=style, language=language).pdf


def _rich(level: Level) -> Level:
    return replace(level, steps=tuple(map(_richer, level.steps)), boss=level.boss and _richer(level.boss))


def _richer(step: Step) -> Step:
    number = step.id.removeprefix("maths/s")
    return replace(step, criteria=(f"Seen {number}a", f"Seen {number}b"), ways=(f"Way {number}a", f"Way {number}b"))


RICH = replace(unit_of(), levels=tuple(map(_rich, unit_of().levels)))
"""A unit whose steps say how they look and how they may be shown, in words no other step has."""


def facts_of(*marks: tuple[Kind, Step, str]) -> Progress:
    return progress_of(
        Fact(f"f{at}", at, "d", "2026-09-01T09:00:00+00:00", "t", kind, AVA.id, step.id, note=note or None)
        for at, (kind, step, note) in enumerate(marks, 1)
    )


def mastered(steps: Iterable[Step]) -> list[tuple[Kind, Step, str]]:
    return [(Kind.MASTERED, step, "") for step in steps]
