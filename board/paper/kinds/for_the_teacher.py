"""What a teacher prints for adults: copies that are not for display."""

from board.mastery.audience import Audience
from board.mastery.facts import Kind
from board.paper.kind import Choice, LeftOut, PageKind, Purpose, Text
from board.paper.notes import missing_aliases
from board.paper.papers import INKS, PAPERS, POSTERS, USUAL_PAPERS
from board.paper.shown import on_grid

_DRAWERS = "board.paper.drawers.for_the_teacher"

FOR_THE_TEACHER = (
    PageKind(
        name="wall",
        title="Wall chart",
        told="The whole grid, students down and steps across, by name or by alias.",
        seen_by="you: a teacher's copy, not for display",
        seen_by_alias="you: a teacher's copy without names, not for display",
        audience=Audience.EVERYBODY,
        purpose=Purpose.ME,
        papers=(*PAPERS, *POSTERS),
        inks=INKS,
        choices=frozenset({Choice.UNIT, Choice.ALIAS, Choice.SPOT, Choice.PRINTER, Choice.LETTERS}),
        examples=("-o wall.pdf --paper a3", "-o wall.pdf --alias --ink saver"),
        drawer=f"{_DRAWERS}:wall",
        texts=frozenset({Text.CLASS, Text.UNIT, Text.LEVEL, Text.STEP, Text.NAME}),
        stickers=on_grid,
        asks=missing_aliases,
    ),
    PageKind(
        name="register",
        title="Class register",
        told="Every mark with its date and who checked it, plain: your backup on paper.",
        seen_by="you: a teacher's copy",
        audience=Audience.TEACHER,
        purpose=Purpose.ME,
        papers=PAPERS,
        inks=("colour", "saver"),
        choices=frozenset({Choice.UNIT, Choice.LETTERS}),
        examples=("-o register.pdf --paper a4",),
        drawer=f"{_DRAWERS}:register",
        one_sided=False,
        every_unit=True,
        texts=frozenset({Text.CLASS, Text.UNIT, Text.LEVEL, Text.STEP, Text.NAME, Text.ADULT}),
        notes_of=(Kind.KEEP_WORKING, Kind.OWN_VERSION, Kind.MASTERED, Kind.CHECK_AGAIN, Kind.NOTE),
        starters=frozenset(),
    ),
    PageKind(
        name="group",
        title="Small-group sheet",
        told="One step and one small group: what to look for, last tips, boxes to tick at the table.",
        seen_by="you: a teacher's copy",
        audience=Audience.TEACHER,
        purpose=Purpose.ME,
        papers=USUAL_PAPERS,
        inks=("colour", "saver"),
        choices=frozenset({Choice.UNIT, Choice.STUDENTS, Choice.STEP, Choice.LETTERS}),
        examples=("-o group.pdf", "-o group.pdf --step take-away --student Ava"),
        drawer=f"{_DRAWERS}:small_group",
        one_sided=False,
        texts=frozenset(
            {Text.CLASS, Text.UNIT, Text.LEVEL, Text.STEP, Text.I_CAN, Text.LOOKS_LIKE, Text.WAYS, Text.NAME}
        ),
        notes_of=(Kind.KEEP_WORKING,),
        left_out=LeftOut(
            students="who works on it",
            students_told="those who work on the step",
            step="the one most work on",
            step_told="the one most children work on",
        ),
        at_hand=True,
    ),
    PageKind(
        name="next-teacher",
        title="Next-teacher page",
        told="For each child: standard, step, when and how it was shown, with which support and evidence.",
        seen_by="the next teacher and the family",
        audience=Audience.TEACHER,
        purpose=Purpose.ME,
        papers=USUAL_PAPERS,
        inks=("colour", "saver"),
        choices=frozenset({Choice.UNIT, Choice.STUDENTS, Choice.LETTERS}),
        examples=('-o ava.pdf --student "Ava B."',),
        drawer=f"{_DRAWERS}:next_teacher",
        every_unit=True,
        own_pages=True,
        texts=frozenset(
            {Text.CLASS, Text.UNIT, Text.STEP, Text.I_CAN, Text.STANDARDS, Text.NAME, Text.ADULT, Text.HOW}
        ),
        notes_of=(Kind.KEEP_WORKING, Kind.OWN_VERSION),
        starters=frozenset(),
    ),
    PageKind(
        name="calibration",
        title="Printer check",
        told="Tells how far your printer is off, so that stickers land on their labels.",
        seen_by="you",
        audience=Audience.TEACHER,
        purpose=Purpose.ME,
        papers=PAPERS,
        inks=("colour",),
        choices=frozenset({Choice.PRINTER}),
        examples=("-o check.pdf", "-o check.pdf --printer Office"),
        drawer=f"{_DRAWERS}:printer_check",
        needs_units=False,
        needs_students=False,
        texts=frozenset(),
        starters=frozenset(),
        tries_printer=True,
    ),
)
