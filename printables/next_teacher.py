"""The page for the next teacher: standard, step, when, how, with which support, on what evidence. Private, one child each."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from board.mastery.curriculum import Step, Unit
from board.mastery.facts import Fact
from board.mastery.people import Student
from board.mastery.progress import Progress, Spot, Status
from board.mastery.small_group import last_tip
from printables.lettering.lines import line, paragraph, write_down
from printables.page.columns import Cell, columns_of
from printables.page.dates import short_day
from printables.page.document import Document, Style, written_date
from printables.page.drawn import Drawn
from printables.page.hues import INK
from printables.page.parts import draw_foot, draw_heading, joined, page_of
from printables.page.signs import SIGN_WORDS
from printables.page.table import Piece, Table, draw_pieces, flow, gap

FOR = "For the next teacher"
PRIVATE = "For the next teacher and the family. Contains personal information."
SHOWN, GROWING, OWN = "Shown and checked", "Growing now", "Own versions"
NO_STANDARD = "No standard named"
NOTHING = "Nothing is marked for this child yet."

_EMPTY = "\N{EN DASH}"
_GROWING = (Status.READY, Status.PRACTISING, Status.KEEP_WORKING)
_HEAD, _LATER_HEAD = 25.0, 19.0
_FOOT = 22.0
_SIZE = 8.6
_LONG_DAY = "30 Sep 2026"


class SeenHow(NamedTuple):
    """How something was seen, in words.

    Attributes:
        how: How it was mastered, then in which way, and what more there was in it.
        support: With which support, or empty.
        evidence: What is kept of it.
        seen: The criteria that were seen; none means seen as a whole.
    """

    how: Sequence[str]
    support: str
    evidence: Sequence[str]
    seen: Sequence[str]


def next_teacher_pages(
    units: Sequence[Unit],
    students: Sequence[Student],
    progress: Progress,
    assessors: Mapping[str, str],
    *,
    seen_how: Callable[[Fact], SeenHow],
    class_name: str,
    style: Style,
) -> Drawn:
    """Draw for each child what the next teacher needs to know: what was shown and how, what grows, what is its own.

    A step stands under the first of its standards; under each other it has there is a line that says where. Steps without
    a standard stand under their subject, at the end. What nobody has noted is left out or a dash.

    Args:
        units: What was learned, in this order; a step that two of them use is told once.
        students: Whose pages, in this order.
        progress: How they stand.
        assessors: Names of the adults by id.
        seen_how: Gives the words for how something was seen.
        class_name: Named under each child's name.
        style: What all pages are told alike; the sheet stands upright.

    Returns:
        The PDF and its places; the same bytes for the same arguments.

    Raises:
        ValueError: When there is nobody to print for.
    """
    if not students:
        raise ValueError(f"{class_name} has nobody to print for; choose a student, then print this page again.")
    page = Document(
        style, title=FOR, subject=f"{class_name}: what was shown, when, how and with which support. Private."
    )
    sizes = [size * style.letters.size for size in (_HEAD, _LATER_HEAD)]
    heads = [(1.9 * size + 8) * page.scale for size in sizes]
    room = page.top - page.bottom - _FOOT * page.scale
    begun = False
    for student in students:
        pieces = list(_told(_Child(units, student, progress, assessors, seen_how, page)))
        pages = flow(pieces, room - heads[0], room - heads[1])
        for number, each in enumerate(pages, 1):
            if begun:
                page.next_page()
            begun = True
            later = number > 1
            draw_heading(page, student.name, joined(FOR, class_name, *(unit.title for unit in units)), sizes[later])
            draw_pieces(each, page.top - heads[later])
            draw_foot(page, joined(PRIVATE, page_of(number, len(pages))), written_date(style.made))
    return page.finish()


@dataclass(frozen=True, slots=True)
class _Child:
    """What every part of one child's pages needs."""

    units: Sequence[Unit]
    student: Student
    progress: Progress
    assessors: Mapping[str, str]
    seen_how: Callable[[Fact], SeenHow]
    page: Document

    @property
    def spots(self) -> Iterator[tuple[Step, Spot, str]]:
        """Every step with the child's spot and its subject, each once, those that were taken out of a unit too."""
        seen = set[str]()
        for unit in self.units:
            for step in (*unit.spots, *unit.archived):
                if step.id not in seen:
                    seen.add(step.id)
                    subject = next(iter(step.subjects or unit.subjects), "")
                    yield step, self.progress.spot(self.student.id, step.id), subject

    def table(self, **columns: float | Iterable[str]) -> Table:
        """Give a table of columns: each with words that should stay on one line, or with its share of the rest."""
        size = self.page.type(_SIZE)
        wanted = {name.replace("_", " "): words for name, words in columns.items()}
        return Table(self.page, columns_of(self.page, size, wanted), size)

    @property
    def groups(self) -> tuple[str, ...]:
        """What may stand at the head of a group, so that every child's table has the same columns."""
        named = list[str]()
        for unit in self.units:
            for step in unit.spots:
                named += step.standards or step.subjects or unit.subjects or (NO_STANDARD,)
        return tuple(named)

    def key(self, told: str, step: Step) -> str:
        """Give what the place of a step is called where something is told of it."""
        return f"{told}/{self.student.id}/{step.id}"

    def names(self, ids: Iterable[str]) -> tuple[str, ...]:
        """Give the names of who judged, or a dash."""
        return tuple(name for id_ in ids if (name := self.assessors.get(id_, ""))) or (_EMPTY,)


def _told(child: _Child) -> Iterator[Piece]:
    sections = (_shown(child), _growing(child), _own(child))
    for number, pieces in enumerate(section for section in sections if section):
        if number:
            yield gap(child.page.type(16))
        yield from pieces
    if not any(sections):
        yield _title(child.page, NOTHING)


def _title(page: Document, words: str) -> Piece:
    block = paragraph(line(words, page.letters.title), page.width, page.type(13), most=1)

    def draw(top: float) -> None:
        page.canvas.setFillColor(INK)
        write_down(page.canvas, block, page.left, top)

    return Piece(block.height + page.type(2), draw, with_next=True)


class _Group(NamedTuple):
    """What stands under a standard or a subject: a name, a quieter word, steps, and steps that stand elsewhere."""

    name: str
    note: str
    spots: list[tuple[Step, Spot, Fact]]
    elsewhere: list[Step]


def _groups(child: _Child) -> list[_Group]:
    """Give the standards in the order of the units, then the subjects of what has none."""
    codes: dict[str, _Group] = {}
    subjects: dict[str, _Group] = {}
    for step, spot, subject in child.spots:
        if spot.status is not Status.MASTERED or spot.mark is None:
            continue
        if not step.standards:
            name, note = (subject, "no standard") if subject else (NO_STANDARD, "")
            subjects.setdefault(name, _Group(name, note, [], [])).spots.append((step, spot, spot.mark))
            continue
        for number, code in enumerate(dict.fromkeys(step.standards)):
            group = codes.setdefault(code, _Group(code, "", [], []))
            if number:
                group.elsewhere.append(step)
            else:
                group.spots.append((step, spot, spot.mark))
    return [*codes.values(), *subjects.values()]


def _shown(child: _Child) -> list[Piece]:
    table = child.table(
        Standard=child.groups,
        Step=0.6,
        When=(_LONG_DAY,),
        How=0.4,
        Support=("with tools",),
        Evidence=("2 pictures,",),
        Checked_by=child.assessors.values(),
    )
    head, rows = table.head(), list[Piece]()
    for group in _groups(child):
        name = [
            table.text(group.name, strong=True)._replace(most=4),
            table.text(group.note, small=True, quiet=True),
        ]
        cells = {child.key("shown", told[0]): _shown_cells(child, table, *told) for told in group.spots}
        for step in group.elsewhere:
            also = table.text(f"{step.title}: see {step.standards[0]}", quiet=True)
            cells[f"{child.key('elsewhere', step)}/{group.name}"] = [[also], *([] for _ in table.columns[2:])]
        rows += table.group(name, cells, (head,))
    return [_title(child.page, SHOWN), head, *rows] if rows else []


def _shown_cells(child: _Child, table: Table, step: Step, spot: Spot, mark: Fact) -> list[Cell]:
    told = child.seen_how(mark)
    return [
        _step(table, step, *told.seen, own_version=spot.own_version is not None),
        [table.text(_day(mark.at))],
        [table.text(words, small=bool(at), quiet=bool(at)) for at, words in enumerate(told.how)],
        [table.text(told.support or _EMPTY)],
        [table.text(words) for words in told.evidence or (_EMPTY,)],
        [table.text(name) for name in child.names(spot.judges)],
    ]


def _day(at: str) -> str:
    return short_day(at, digits=4)


def _step(table: Table, step: Step, *seen: str, own_version: bool = False) -> Cell:
    own = "own version, see below" if own_version else ""
    return [
        table.text(step.title, strong=True),
        *(table.text(words, small=True, quiet=True) for words in (step.i_can, own, *seen)),
    ]


def _growing(child: _Child) -> list[Piece]:
    table = child.table(Step=0.55, How_it_stands=SIGN_WORDS.values(), Since=(_LONG_DAY,), Last_tip=0.45)
    head = table.head()
    rows: list[Piece] = []
    for status in _GROWING:
        for step, spot, _ in child.spots:
            if spot.status is status and spot.mark is not None:
                own = spot.own_version is not None
                cells: list[Cell] = [
                    _step(table, step, own_version=own),
                    [table.text(SIGN_WORDS[status])],
                    [table.text(_day(spot.mark.at))],
                    [table.text(last_tip(spot) or _EMPTY)],
                ]
                rows += table.rows(cells, (head,), child.key("growing", step))
    return [_title(child.page, GROWING), head, *rows] if rows else []


def _own(child: _Child) -> list[Piece]:
    table = child.table(Step=0.5, Looks_like=0.5, Since=(_LONG_DAY,), Written_by=child.assessors.values())
    head = table.head()
    rows: list[Piece] = []
    for step, spot, _ in child.spots:
        own = spot.own_version
        if own is not None:
            cells: list[Cell] = [
                _step(table, step),
                [table.text(words) for words in spot.own_criteria or (_EMPTY,)],
                [table.text(_day(own.at))],
                [table.text(name) for name in child.names((own.by,))],
            ]
            rows += table.rows(cells, (head,), child.key("own version", step))
    return [_title(child.page, OWN), head, *rows] if rows else []
