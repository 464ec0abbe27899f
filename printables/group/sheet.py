"""The small-group sheet: one step, one group at the table, a box to tick for each thing to see; for the teacher."""

from collections.abc import Mapping, Sequence

from board.mastery.curriculum import Step, Unit
from board.mastery.people import Student
from board.mastery.progress import Progress
from board.mastery.small_group import last_tip
from printables.group.head import BOX, PITCH, Sheet, draw_box, head_of
from printables.lettering.lines import Block, fit, line, paragraph, write, write_down
from printables.page import shapes
from printables.page.document import Document, Style, written_date
from printables.page.drawn import Drawn
from printables.page.hues import HAIR, INK, QUIET, WHITE
from printables.page.paper import MM
from printables.page.parts import draw_foot, joined, page_of
from printables.page.pictures import Circle, Picture, Stamps
from printables.page.shapes import Look
from printables.page.signs import SIGN_WORDS, draw_sign
from printables.page.stickers import draw_emblem
from printables.page.table import Piece, draw_pieces, flow_evenly, gap

WAYS, NOTES = "Ways to show it", "Notes"

_FOOT = 20.0
_LEAST_NOTES = 64.0
_MOST_STRETCH = 20.0


def group_sheet(
    unit: Unit,
    step: Step,
    students: Sequence[Student],
    progress: Progress,
    pictures: Mapping[str, Picture],
    *,
    class_name: str,
    style: Style,
) -> Drawn:
    """Draw a sheet to lie on the table while a small group shows one step.

    Args:
        unit: The unit of the step; gives its level and colour.
        step: What is shown.
        students: The group, in this order; a group too large for one page goes on on further ones.
        progress: How they stand; gives the last tip.
        pictures: By the names of the step's badge and the students' emblems.
        class_name: Named at the foot.
        style: What all pages are told alike; the sheet stands upright.

    Returns:
        The PDF and its places; the same bytes for the same arguments.

    Raises:
        ValueError: When nobody is in the group, or the step has more to look for than a page can hold.
    """
    if not students:
        raise ValueError(f"Nobody is in the group for {step.title}; choose its students, then print the sheet again.")
    page = Document(
        style,
        title=f"{step.title}: small group",
        subject=f"{class_name}: one step, one group at the table. Teacher's copy.",
    )
    sheet = Sheet(unit, step, progress, page, Stamps(page, pictures))
    head = head_of(sheet)
    rows = _rows(sheet, students)
    room = page.top - page.bottom - _FOOT * page.scale - head.height
    if rows[0].height > room:
        raise ValueError(f"{step.title} has more to look for than a page has room for; choose a larger paper.")
    pages = flow_evenly([*rows, *_ways(sheet)], room)
    for number, pieces in enumerate(pages, 1):
        if number > 1:
            page.next_page()
        _draw_page(
            sheet, head, [piece for piece in pieces if piece in rows], [piece for piece in pieces if piece not in rows]
        )
        words = joined(class_name, unit.title, "Teacher's copy", page_of(number, len(pages)))
        draw_foot(page, words, written_date(style.made))
    return page.finish()


def _draw_page(sheet: Sheet, head: Piece, rows: list[Piece], after: list[Piece]) -> None:
    page, scale = sheet.page, sheet.page.scale
    top, bottom = draw_pieces([head], page.top), page.bottom + _FOOT * scale
    free = top - bottom - sum(piece.height for piece in (*rows, *after))
    wanted = _LEAST_NOTES * scale
    more = max(0.0, min(_MOST_STRETCH * scale, (free - wanted) / len(rows))) if rows else 0.0
    for row in rows:
        row.draw(top - more / 2)
        top -= row.height + more
        shapes.rule(page.canvas, page.left, page.right, top, Look(stroke=HAIR, width=0.5))
    top = draw_pieces(after, top)
    if top - bottom > wanted - 1:
        _draw_notes(page, top - 8 * scale, bottom)


def _draw_notes(page: Document, top: float, bottom: float) -> None:
    size, apart = page.type(9), 21 * page.scale
    page.canvas.setFillColor(QUIET)
    write(page.canvas, line(NOTES, page.letters.strong), size, page.left, top - size)
    y = top - size - apart
    while y > bottom:
        shapes.rule(page.canvas, page.left, page.right, y, Look(stroke=HAIR, width=0.6))
        y -= apart


def _rows(sheet: Sheet, students: Sequence[Student]) -> list[Piece]:
    """Give a row for each child, all as high as the highest."""
    children = [_child(sheet, student) for student in students]
    least = max(sheet.grid.lines * PITCH, 36 * sheet.page.scale)
    height = max(least, *(child.height for child in children)) + 10 * sheet.page.scale

    def row(student: Student, child: Piece) -> Piece:
        def draw(top: float) -> None:
            middle = top - height / 2
            child.draw(middle + child.height / 2)
            _draw_places_to_mark(sheet, student.id, middle)

        return Piece(height, draw)

    return [row(*pair) for pair in zip(students, children, strict=True)]


def _child(sheet: Sheet, student: Student) -> Piece:
    """Give who the child is, how the step stands, and the last tip."""
    page, scale, letters = sheet.page, sheet.page.scale, sheet.page.letters
    spot, size, emblem = sheet.progress.spot(student.id, sheet.step.id), page.type(8.5), 32 * scale
    left = page.left + emblem + 8 * scale
    room = page.left + sheet.grid.names - 10 * scale - left
    name = fit(line(student.name, letters.strong), room, page.type(13), page.type(10), lines=2)
    if not name.whole:
        name = paragraph(line(student.name, letters.strong), room, page.type(9), most=6)
    status, tip = SIGN_WORDS.get(spot.status, ""), last_tip(spot)
    stands = paragraph(line(status, letters.plain), room - 1.3 * size, size)
    told = paragraph(line(f"Tip: {tip}", letters.plain), room, size, most=4)
    height = name.height + (stands.height if status else 0) + (told.height if tip else 0)

    def draw(top: float) -> None:
        canvas = page.canvas
        at = Circle(page.left + emblem / 2, top - height / 2, emblem)
        draw_emblem(sheet.stamps, student.emblem, student.name, at)
        canvas.setFillColor(INK)
        y = write_down(canvas, name, left, top)
        canvas.setFillColor(QUIET)
        if status:
            draw_sign(sheet.stamps, spot.status, Circle(left + 0.42 * size, y - 0.62 * size, 0.85 * size))
            canvas.setFillColor(QUIET)
            y = write_down(canvas, stands, left + 1.3 * size, y)
        if tip:
            write_down(canvas, told, left, y)

    return Piece(height, draw)


def _draw_places_to_mark(sheet: Sheet, whose: str, middle: float) -> None:
    page, grid, count = sheet.page, sheet.grid, len(sheet.step.criteria)
    upper = middle + grid.lines * PITCH / 2
    for at in range(count):
        down, along = divmod(at, grid.across)
        bottom = upper - (down + 0.5) * PITCH - BOX / 2
        page.field(f"box/{whose}/{at + 1}", (grid.boxes + along * PITCH, bottom, BOX, BOX))
        draw_box(sheet, at + 1, (grid.boxes + along * PITCH, bottom, BOX))
    got_it = Circle(grid.circle, middle, 8 * MM)
    page.field(f"got it/{whose}", got_it.box)
    shapes.disc(page.canvas, got_it.x, got_it.y, got_it.across / 2, Look(WHITE, sheet.hue.deep, 1.2))
    for number, y in enumerate((middle + 1 * MM, middle - 6.5 * MM), 1):
        tip = shapes.rule(page.canvas, grid.tip, page.right, y, Look(stroke=QUIET, width=0.35))
        page.field(f"line/{whose}/{number}", tip)


def _ways(sheet: Sheet) -> list[Piece]:
    """Give the ways to show it as cards, two side by side."""
    page, scale, ways = sheet.page, sheet.page.scale, sheet.step.ways
    if not ways:
        return []
    between, pad, size = 8 * scale, 8 * scale, page.type(9.5)
    width = (page.width - between) / 2
    cards = [paragraph(line(way, page.letters.plain), width - 2 * pad, size) for way in ways]

    def title(top: float) -> None:
        page.canvas.setFillColor(QUIET)
        write(page.canvas, line(WAYS, page.letters.strong), page.type(9), page.left, top - page.type(11))

    def pair(blocks: Sequence[Block]) -> Piece:
        high = max(block.height for block in blocks) + 1.2 * pad

        def draw(top: float) -> None:
            for at, block in enumerate(blocks):
                left = page.left + at * (width + between)
                look = Look(sheet.hue.panel, sheet.hue.line, 0.8)
                shapes.panel(page.canvas, (left, top - high, width, high), pad, look)
                page.canvas.setFillColor(INK)
                write_down(page.canvas, block, left + pad, top - (high - block.height) / 2)

        return Piece(high + 0.8 * between, draw)

    pairs = [pair(cards[at : at + 2]) for at in range(0, len(cards), 2)]
    return [gap(7 * scale), Piece(page.type(17), title, with_next=True), *pairs]
