"""What is looked through before paper is used: every text that stands on the page."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import count

import pytest

from board.mastery.curriculum import Level, Step, Unit
from board.mastery.facts import Fact, Kind
from board.mastery.people import Student
from board.mastery.progress import progress_of
from board.paper.drawing import drawn, list_of
from board.paper.order import Look, Order
from board.paper.texts import texts_of
from demo_orders import KINDS
from paper_reading import text_of
from printables.stock import stock

_numbers = count(1)
WRITTEN: dict[str, str] = {}
"""Words that stand nowhere else, each with what it was written as."""


def word(what: str) -> str:
    """Give a word of its own for a text."""
    made = f"Zq{next(_numbers):03}"
    WRITTEN[made] = what
    return made


def _step(id_: str) -> Step:
    return Step(
        id_,
        word("title of a step"),
        word("I can"),
        (word("criterion"),),
        (word("way to show it"),),
        standards=(word("standard"),),
        subjects=(word("subject"),),
        badge="fish",
    )


def _level(number: int) -> Level:
    steps = tuple(_step(f"u/step-{number}{letter}") for letter in "abc")
    return Level(f"u/level-{number}", word("title of a level"), steps, boss=_step(f"u/boss-{number}"))


UNIT = Unit("u", word("title of the unit"), (_level(1), _level(2)), (word("subject of the unit"),))
CHILDREN = tuple(
    Student(f"s{number}", word("name"), word("alias"), grade=word("grade"), number=word("number"))
    for number in range(6)
)


def _facts() -> Iterator[Fact]:
    """Every child has mastered the first level with pictures, and has every other kind of fact on the second."""
    seq = count(1)

    def fact(kind: Kind, student: Student, step: str | None, of: str | None = None) -> Fact:
        number = next(seq)
        said = word("caption") if kind is Kind.PICTURE_ADDED else word(f"note of {kind}")
        made = Fact(f"f{number}", number, "d", "2026-03-02T09:00:00+00:00", "t", kind, student.id, step, of, note=said)
        if kind is Kind.PICTURE_ADDED:
            return made._replace(evidence=("e" * 32,))
        return made._replace(way=word(f"way of {kind}"), level_of_support=word(f"support of {kind}"))

    for student in CHILDREN:
        for step in UNIT.levels[0].spots:
            yield fact(Kind.MASTERED, student, step.id)
            picture = fact(Kind.PICTURE_ADDED, student, None)
            yield picture
            yield fact(Kind.PICTURE_PLACED, student, step.id, picture.id)
            yield fact(Kind.PICTURE_ACCEPTED, student, None, picture.id)
        first, second, third = (step.id for step in UNIT.levels[1].steps)
        for kind in (Kind.OWN_VERSION, Kind.PRACTISING, Kind.NOTE, Kind.KEEP_WORKING):
            yield fact(kind, student, first)
        yield fact(Kind.MASTERED, student, second)
        yield fact(Kind.OWN_VERSION, student, second)
        yield fact(Kind.CHECK_AGAIN, student, second)
        yield fact(Kind.EXCUSED, student, third)
        yield fact(Kind.READY, student, UNIT.levels[1].spots[-1].id)


PROGRESS = progress_of(_facts())


def order(kind: str) -> Order:
    return Order(
        kind,
        (UNIT,),
        word("name of the class"),
        CHILDREN,
        PROGRESS,
        date(2026, 3, 3),
        Look("a4"),
        {"t": word("adult")},
        CHILDREN,
        step=UNIT.levels[1].steps[0] if kind == "group" else None,
        label=stock("avery-l7163") if kind == "stickers" else None,
    )


def orders() -> Iterator[Order]:
    for kind in KINDS:
        yield order(kind)
    yield replace(order("wall"), by_alias=True)
    yield replace(order("takehome"), language="es")


def text_on_paper(asked: Order) -> str:
    page = text_of(drawn(asked, None, lambda _face, _px: None).pdf)
    listed = list_of(asked)
    return page if listed is None else f"{page} {text_of(listed.pdf)}"


def called(asked: Order) -> str:
    return "-".join((asked.kind, asked.language, "by-alias" if asked.by_alias else "by-name"))


@pytest.mark.parametrize("asked", [*orders()], ids=called)
def test_every_text_on_the_page_is_looked_through_before_and_none_of_other_pages(asked: Order) -> None:
    text, looked_through = text_on_paper(asked), " ".join(texts_of(asked))
    assert {WRITTEN[made] for made in WRITTEN if made in text and made not in looked_through} == set()
    on_paper = {WRITTEN[made] for made in WRITTEN if made in text}
    assert on_paper or asked.kind == "calibration"
    assert {WRITTEN[made] for made in WRITTEN if made in looked_through} <= on_paper


def test_a_step_without_a_picture_is_told_by_the_letter_that_stands_for_it() -> None:
    bare = replace(UNIT.levels[0].steps[0], badge="", title="🦊", i_can="")
    unit = replace(UNIT, levels=(replace(UNIT.levels[0], steps=(bare,)),))
    told = {kind for kind in KINDS if "🦊" in texts_of(replace(order(kind), units=(unit,)))}
    assert told == set(KINDS) - {"login", "login-list", "calibration"}


def test_the_words_of_children_who_are_not_on_the_page_are_not_looked_through() -> None:
    asked = replace(order("takehome"), students=CHILDREN[:1])
    others = {made for made, what in WRITTEN.items() if what == "name"} - {CHILDREN[0].name}
    assert not others & set(texts_of(asked))
    captions = [text for text in texts_of(asked) if WRITTEN.get(text) == "caption"]
    assert len(captions) == len(UNIT.levels[0].spots)
