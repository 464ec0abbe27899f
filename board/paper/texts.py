"""The texts of an order that somebody wrote: what no font can print is found among them before paper is used."""

from collections.abc import Iterator, Mapping
from enum import StrEnum

from board.mastery.curriculum import Step
from board.mastery.facts import Fact, Kind
from board.mastery.people import Student
from board.paper.catalogue import PageKind
from board.paper.order import Order


class _Text(StrEnum):
    """What a text says, whoever wrote it."""

    CLASS = "class"
    UNIT = "unit"
    LEVEL = "level"
    STEP = "step"
    SIGN = "sign"
    """What stands for a step without a picture: the first letter of its title."""
    I_CAN = "i can"
    LOOKS_LIKE = "looks like"
    WAYS = "ways"
    STANDARDS = "standards"
    NAME = "name"
    ALIAS = "alias"
    ADULT = "adult"
    CAPTION = "caption"


_TITLES = (_Text.UNIT, _Text.LEVEL, _Text.STEP)
_HELP = (_Text.I_CAN, _Text.LOOKS_LIKE, _Text.WAYS)

_ON: Mapping[PageKind, frozenset[_Text]] = {
    PageKind.QUILT: frozenset({_Text.CLASS, _Text.UNIT, _Text.LEVEL, _Text.SIGN}),
    PageKind.PROUD: frozenset({_Text.CLASS, _Text.SIGN, _Text.ALIAS}),
    PageKind.PERSONAL: frozenset({*_TITLES, _Text.NAME, _Text.CAPTION}),
    PageKind.CERTIFICATE: frozenset({_Text.CLASS, *_TITLES, _Text.I_CAN, _Text.NAME, _Text.ADULT, _Text.CAPTION}),
    PageKind.STICKERS: frozenset({_Text.STEP, _Text.SIGN, _Text.I_CAN, _Text.NAME}),
    PageKind.GLUE: frozenset({_Text.UNIT, _Text.SIGN, _Text.NAME}),
    PageKind.CARDS: frozenset({_Text.LEVEL, _Text.STEP, *_HELP}),
    PageKind.LOGIN: frozenset({_Text.CLASS, _Text.NAME}),
    PageKind.TAKEHOME: frozenset({_Text.UNIT, _Text.SIGN, *_HELP, _Text.NAME, _Text.CAPTION}),
    PageKind.WALL: frozenset({_Text.CLASS, *_TITLES, _Text.NAME}),
    PageKind.REGISTER: frozenset({_Text.CLASS, *_TITLES, _Text.NAME, _Text.ADULT}),
    PageKind.GROUP: frozenset({_Text.CLASS, *_TITLES, *_HELP, _Text.NAME}),
    PageKind.NEXT_TEACHER: frozenset(
        {_Text.CLASS, _Text.UNIT, _Text.STEP, _Text.I_CAN, _Text.STANDARDS, _Text.NAME, _Text.ADULT}
    ),
    PageKind.CALIBRATION: frozenset(),
}
"""What stands on each kind of page, and on the list by which stickers are handed out."""

_NOTES: Mapping[PageKind, tuple[Kind, ...]] = {
    PageKind.TAKEHOME: (Kind.KEEP_WORKING, Kind.OWN_VERSION),
    PageKind.REGISTER: (Kind.KEEP_WORKING, Kind.OWN_VERSION, Kind.MASTERED, Kind.CHECK_AGAIN, Kind.NOTE),
    PageKind.GROUP: (Kind.KEEP_WORKING,),
    PageKind.NEXT_TEACHER: (Kind.KEEP_WORKING, Kind.OWN_VERSION),
}
"""Whose notes stand on a page, by the kind of fact."""


def texts_of(order: Order) -> Iterator[str]:
    """Give the texts that may stand on the pages of an order, in no order that matters."""
    wanted = _ON[order.kind]
    if _Text.CLASS in wanted:
        yield order.class_name
    for unit in order.units:
        yield from (unit.title,) if _Text.UNIT in wanted else ()
        yield from (level.title for level in unit.levels if _Text.LEVEL in wanted)
    for step in order.steps:
        yield from (text for what, text in _of_step(step) if what in wanted)
    for student in order.students:
        yield from _names(order, student)
        yield from _said(order, student)
    if _Text.ADULT in wanted:
        yield from order.assessors.values()


def _of_step(step: Step) -> Iterator[tuple[_Text, str]]:
    yield _Text.STEP, step.title
    yield _Text.SIGN, "" if step.badge else step.title
    yield _Text.I_CAN, step.i_can or step.title
    yield from ((_Text.LOOKS_LIKE, text) for text in step.criteria)
    yield from ((_Text.WAYS, text) for text in step.ways)
    yield from ((_Text.STANDARDS, text) for text in step.standards)


def _names(order: Order, student: Student) -> Iterator[str]:
    wanted = _ON[order.kind]
    if _Text.ALIAS in wanted or order.by_alias:
        yield student.alias
    elif _Text.NAME in wanted:
        yield student.name


def _said(order: Order, student: Student) -> Iterator[str]:
    """Give what a child says about its pictures, and what adults wrote about its steps."""
    captions, notes = _Text.CAPTION in _ON[order.kind], _NOTES.get(order.kind, ())
    if not captions and not notes:
        return
    for step in order.steps:
        picture = order.progress.picture(student.id, step.id) if captions else None
        yield from (picture.caption,) if picture is not None else ()
        for fact in order.progress.spot(student.id, step.id).standing:
            yield from _of_fact(order.kind, fact)


def _of_fact(kind: PageKind, fact: Fact) -> Iterator[str]:
    if fact.note and fact.kind in _NOTES.get(kind, ()):
        yield fact.note
    if kind is PageKind.NEXT_TEACHER and fact.kind is Kind.MASTERED:
        yield from (text for text in (fact.way, fact.level_of_support) if text)
