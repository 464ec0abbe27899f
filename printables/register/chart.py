"""The class register: every mark with its date and who checked it, black on white; the paper a class can be typed in from again."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from board.mastery.curriculum import Step, Unit
from board.mastery.people import Student
from board.mastery.progress import Progress, Status
from printables.lettering.lines import Align, Block, Line, fit, halves, line, write, write_block
from printables.lettering.voices import Letters
from printables.page import shapes
from printables.page.document import Document, Style, written_date
from printables.page.drawn import Drawn
from printables.page.hues import HAIR, INK, QUIET
from printables.page.parts import draw_foot, draw_heading, joined, page_of
from printables.page.pictures import Circle, Stamps
from printables.page.shapes import Look
from printables.page.signs import draw_sign
from printables.register.cells import Entry, entry_of, marks_of, years_of
from printables.register.initials import initials_of
from printables.register.key import Key
from printables.register.plan import FOOT, HEADING, LEVEL, NUMBER, SMALLEST, Measures, Plan, Span, choose
from printables.register.words import draw_words, pages_of_words

NAME = "class register"
TEACHERS_COPY = "Teacher's copy"

_FIFTH = 5
_SHORT = 6.7
"""Titles up to this width, in ems, stay on one line."""

_HEAVY, _LIGHT = Look(stroke=INK, width=0.9), Look(stroke=HAIR, width=0.4)
_MIDDLE = Look(stroke=QUIET, width=0.5)


def class_register(
    units: Sequence[Unit],
    students: Sequence[Student],
    progress: Progress,
    assessors: Mapping[str, str],
    *,
    class_name: str,
    style: Style,
) -> Drawn:
    """Draw the dated record of a class: for each unit a table of students and steps, then what has to be said in words.

    Args:
        units: One table each, on as many pages as it takes; those without steps are left out.
        students: The rows, in this order.
        progress: How they stand.
        assessors: Names of the adults by id; their initials stand beside the dates.
        class_name: Named at the head of each page.
        style: What all pages are told alike; the orientation is chosen here.

    Returns:
        The PDF and its places; the same bytes for the same arguments.

    Raises:
        ValueError: When there is no student or no step, or the paper is too small for one row.
    """
    units = [unit for unit in units if unit.spots]
    if not students:
        raise ValueError(f"{class_name} has no students yet, so there is nothing to register.")
    if not units:
        raise ValueError(f"{class_name} has no steps yet, so there is nothing to register.")
    marks = list(marks_of(units, students, progress))
    years, judges = years_of(marks), {mark.by for mark in marks}
    initials = initials_of({id_: name for id_, name in assessors.items() if id_ in judges})
    told = [(initials[id_], assessors[id_]) for id_ in initials]
    plan = choose(
        _measures(units, students, style.letters, 4.9 if len(years) > 1 else 3.4),
        style.surface,
        style.letters,
        lambda size: Key(units, told, style.letters, _key_size(size, style.letters)).height,
    )
    page = Document(
        style,
        title=f"{class_name}: {NAME}",
        subject=f"{class_name}: what was shown, when, and who checked it. {TEACHERS_COPY}.",
        landscape=plan.landscape,
    )
    key = Key(units, told, style.letters, _key_size(plan.size, style.letters))
    register = _Register(units, students, progress, initials, years, class_name, page, Stamps(page, {}), plan, key)
    _draw_pages(register, assessors)
    return page.finish()


def _key_size(size: float, letters: Letters) -> float:
    return max(SMALLEST * letters.size, 0.9 * size)


def _measures(units: Sequence[Unit], students: Sequence[Student], letters: Letters, date: float) -> Measures:
    titles = [line(step.title, letters.strong) for unit in units for step in unit.spots]
    return Measures(
        len(students),
        [[len(level.spots) for level in unit.levels] for unit in units],
        max(line(student.name, letters.strong).width(1) for student in students),
        date,
        max(_wrapped_width(title) for title in titles),
    )


def _wrapped_width(title: Line) -> float:
    """Give the width a title needs where only long ones wrap, in ems."""
    return title.width(1) if title.width(1) <= _SHORT else max(part.width(1) for part in halves(title))


@dataclass(frozen=True, slots=True)
class _Register:
    """What every part of the drawing needs."""

    units: Sequence[Unit]
    students: Sequence[Student]
    progress: Progress
    initials: Mapping[str, str]
    years: tuple[int, ...]
    class_name: str
    page: Document
    stamps: Stamps
    plan: Plan
    key: Key

    @property
    def letters(self) -> Letters:
        """How it is lettered."""
        return self.page.letters

    @property
    def digits(self) -> int:
        """How many digits of the year a date needs, so that none can be mistaken."""
        return 2 if len(self.years) > 1 else 0

    @property
    def top(self) -> float:
        """The upper end of a table's head."""
        return self.page.top - self.page.type(HEADING)

    @property
    def first_row(self) -> float:
        """The upper end of the first row."""
        return self.top - self.plan.head

    def x(self, column: int) -> float:
        """Give the left end of a column, counted from the first of the page."""
        return self.page.left + self.plan.names + column * self.plan.pitch

    def heading(self, title: str) -> None:
        """Write the head of a page: what it holds, and what dates on it mean."""
        dates = f"all dates are in {self.years[0]}" if len(self.years) == 1 else ""
        made = f"made {written_date(self.page.style.made)}"
        draw_heading(self.page, title, joined(self.class_name, NAME, made, dates), 20 * self.letters.size)

    def foot(self, number: int, pages: int) -> None:
        """Write the foot of a page."""
        words = joined(TEACHERS_COPY, page_of(number, pages))
        draw_foot(self.page, words, written_date(self.page.style.made), self.key.size / self.page.scale)


def _draw_pages(register: _Register, assessors: Mapping[str, str]) -> None:
    page, plan = register.page, register.plan
    shortened = [number for number, student in enumerate(register.students, 1) if not _name(register, student).whole]
    room = register.top - page.bottom - page.type(FOOT)
    words = pages_of_words(
        page,
        register.units,
        register.students,
        register.progress,
        assessors=assessors,
        shortened=shortened,
        room=room,
    )
    pages, number = plan.pages + len(words), 0
    for at, unit in enumerate(register.units):
        for columns in plan.parts[at]:
            for rows in plan.rows:
                number += 1
                if number > 1:
                    page.next_page()
                register.heading(unit.title)
                _draw_table(register, unit, columns, rows)
                under = register.first_row - (rows[1] - rows[0]) * plan.row
                register.key.draw(page, register.stamps, at, columns, under)
                register.foot(number, pages)
    for pieces in words:
        number += 1
        page.next_page()
        register.heading("In words")
        draw_words(pieces, register.top)
        register.foot(number, pages)


def _draw_table(register: _Register, unit: Unit, columns: Span, rows: Span) -> None:
    _draw_head(register, unit, columns)
    _draw_rules(register, unit, columns, rows)
    steps = unit.spots[slice(*columns)]
    for at in range(*rows):
        student = register.students[at]
        middle = register.first_row - (at - rows[0] + 0.5) * register.plan.row
        _name_places(register, student, steps, middle)
        _draw_name(register, at + 1, student, middle)
        for column, step in enumerate(steps):
            spot = register.progress.spot(student.id, step.id)
            entry = entry_of(spot, register.initials, register.digits)
            if entry is not None:
                _draw_entry(register, entry, register.x(column) + register.plan.pitch / 2, middle)


def _name_places(register: _Register, student: Student, steps: Sequence[Step], middle: float) -> None:
    """Name a row, and in it the cell of each step."""
    page, high, pitch = register.page, register.plan.row, register.plan.pitch
    bottom = middle - high / 2
    page.field(f"row/{student.id}", (page.left, bottom, register.x(len(steps)) - page.left, high))
    for at, step in enumerate(steps):
        page.field(f"cell/{student.id}/{step.id}", (register.x(at), bottom, pitch, high))


def _draw_head(register: _Register, unit: Unit, columns: Span) -> None:
    """Write the levels over their columns, the steps' titles upright, and their numbers."""
    plan, canvas, letters, size = register.plan, register.page.canvas, register.letters, register.plan.size
    foot = register.first_row
    at = 0
    for number, level in enumerate(unit.levels, 1):
        start, end = max(at, columns[0]), min(at + len(level.spots), columns[1])
        at += len(level.spots)
        if start >= end:
            continue
        left, room = register.x(start - columns[0]), (end - start) * plan.pitch
        digits = fit(line(str(number), letters.title), room, 1.2 * size, size)
        aside = digits.width + 0.9 * size
        title = fit(line(level.title, letters.title), room - aside, 1.2 * size, SMALLEST * letters.size)
        canvas.setFillColor(QUIET)
        write_block(canvas, digits, left + 0.45 * size, register.top - 0.45 * LEVEL * size)
        canvas.setFillColor(INK)
        write_block(canvas, title, left + aside, register.top - 0.45 * LEVEL * size)
    for column, step in enumerate(unit.spots[slice(*columns)]):
        middle = register.x(column) + plan.pitch / 2
        boss = unit.is_boss(step)
        voice = letters.strong if boss else letters.plain
        title = fit(line(step.title, voice), plan.titles - 0.8 * size, size, SMALLEST * letters.size, lines=2)
        canvas.saveState()
        canvas.translate(middle, foot + NUMBER * size)
        canvas.rotate(90)
        canvas.setFillColor(INK)
        write_block(canvas, title, 0, 0)
        canvas.restoreState()
        write(
            canvas,
            line(str(columns[0] + column + 1), letters.strong),
            size,
            middle,
            foot + 0.45 * size,
            align=Align.CENTRE,
        )


def _draw_rules(register: _Register, unit: Unit, columns: Span, rows: Span) -> None:
    """Draw a hairline under each row, a darker one under each fifth, and lines between the columns."""
    plan, canvas, count = register.plan, register.page.canvas, rows[1] - rows[0]
    left, right = register.page.left, register.x(columns[1] - columns[0])
    bottom = register.first_row - count * plan.row
    for at in range(1, count):
        fifth = (rows[0] + at) % _FIFTH == 0
        shapes.rule(canvas, left, right, register.first_row - at * plan.row, _MIDDLE if fifth else _LIGHT)
    starts = {0}
    for level in unit.levels:
        starts.add(max(starts) + len(level.spots))
    for column in range(*columns):
        begins = column in starts
        (_MIDDLE if begins else _LIGHT).put_on(canvas)
        x = register.x(column - columns[0])
        canvas.line(x, register.top if begins else register.first_row + plan.head - LEVEL * plan.size, x, bottom)
    _MIDDLE.put_on(canvas)
    canvas.line(right, register.top, right, bottom)
    for y in (register.first_row, bottom):
        shapes.rule(canvas, left, right, y, _HEAVY)


def _name(register: _Register, student: Student) -> Block:
    size = register.plan.size
    room = register.plan.names - 2.7 * size
    return fit(line(student.name, register.letters.strong), room, size, SMALLEST * register.letters.size, lines=2)


def _draw_name(register: _Register, number: int, student: Student, middle: float) -> None:
    canvas, size, left = register.page.canvas, register.plan.size, register.page.left
    canvas.setFillColor(QUIET)
    digits = fit(line(str(number), register.letters.plain), 1.8 * size, _key_size(size, register.letters), 1)
    write_block(canvas, digits, left + 1.6 * size, middle, Align.RIGHT)
    canvas.setFillColor(INK)
    write_block(canvas, _name(register, student), left + 2.2 * size, middle)


def _draw_entry(register: _Register, entry: Entry, x: float, middle: float) -> None:
    """Write the date over who checked it, or the sign over the date."""
    canvas, size, letters = register.page.canvas, register.plan.size, register.letters
    room, apart = register.plan.pitch - 0.4 * size, 0.58 * size
    mastered = entry.status is Status.MASTERED
    if not mastered:
        draw_sign(register.stamps, entry.status, Circle(x, middle + apart, size))
    lower = " ".join(part for part in (entry.by if mastered else entry.date, entry.signs) if part)
    canvas.setFillColor(INK)
    if mastered:
        date = fit(line(entry.date, letters.strong), room, size, 0.5 * size)
        write_block(canvas, date, x, middle + apart, Align.CENTRE)
    canvas.setFillColor(QUIET)
    words = fit(line(lower, letters.plain), room, size, 0.5 * size)
    write_block(canvas, words, x, middle - apart, Align.CENTRE)
