"""Rows about the children's own pictures: 600 different ones on the board must not slow it, and a photo is a sticker soon."""

import io
import itertools
import random
from contextlib import ExitStack
from pathlib import Path

from PIL import Image

from board.art.intake import kept, take_in
from board.art.motif import motif_of
from board.art.pixels import COARSE, PALETTE, Point, empty, line
from board.art.sticker import for_paper
from board.cli.context import seat_here
from board.mastery.facts import Fact, Kind
from board.mastery.pictures import WHOLE_DRAWING
from board.seat.settings import Place
from board.store.class_book import ClassBook
from board.store.documents.tables import STUDENTS, UNITS, put
from photos import SCENES, photo
from scripts.bench.classes import DEVICE, mark, prepare_stickers, students_of, unit_of
from scripts.bench.disk_floor import milliseconds
from scripts.bench.screen_rows import shown, started
from scripts.bench.table import By, Row, tell

_STUDENTS, _STEPS = 30, 20
_FIRST = "Amara A. 0"
_PHOTO = (4000, 3000)
"""Size in px of a photo from a phone: 12 megapixels."""


def own_rows(place: Path, runs: int) -> list[Row]:
    """Measure a board with own pictures on every spot in turn with one that has none, and a photo on its way to a sticker.

    Args:
        place: A folder for the classes.
        runs: How often each key is pressed; programs are started a quarter as often.
    """
    plain, own = place / "Plain.class", place / "Own.class"
    for folder in (plain, own):
        _make(folder, own_pictures=folder is own)
    tell(f"first painted board with {_STUDENTS} x {_STEPS} own pictures, {max(3, runs // 4)} starts in turn with none")
    starts = starts_in_turn("board with 570 own pictures, first paint", 1.3, plain, own, max(3, runs // 4))
    return [starts, *_marks(plain, own, runs), *_photo(max(3, runs // 12))]


def _make(folder: Path, *, own_pictures: bool) -> None:
    """Make a class in which everything but the first step is mastered, and prepare its stickers as the first opening does."""
    unit, students = unit_of(_STEPS), students_of(_STUDENTS)
    book = ClassBook.create(folder, "Room 12", DEVICE, "Ms. Rivera")
    book.edit(STUDENTS, lambda _: students)
    book.edit(UNITS, put(unit))
    spots = [(student.id, step.id) for student in students for step in unit.spots[1:]]
    book.keep([mark(number, *spot) for number, spot in enumerate(spots)])
    if own_pictures:
        book.keep([fact for number, spot in enumerate(spots) for fact in _picture(book, number, *spot)])
        prepare_stickers(book)
    seat_here().settings.remember(str(folder.resolve()), Place(unit.id, students[0].id, unit.spots[0].id, 1))
    book.close()


def _picture(book: ClassBook, number: int, student: str, step: str) -> list[Fact]:
    taken = kept(_drawn(number) if number % 2 else _photographed(number))
    book.pictures.keep(taken.content, taken.png)
    about = mark(number, student, step)._replace(by="t")
    added = about._replace(id=f"a{number}", kind=Kind.PICTURE_ADDED, step=None, evidence=(taken.content,))
    placed = about._replace(id=f"p{number}", kind=Kind.PICTURE_PLACED, of=added.id)
    return [added, placed, about._replace(id=f"y{number}", kind=Kind.PICTURE_ACCEPTED, step=None, of=added.id)]


def _drawn(number: int) -> Image.Image:
    """Draw as a child does on the board: lines in a few colours, each drawing another."""
    chance = random.Random(number)
    drawing = empty()
    for colour in chance.sample(range(1, len(PALETTE) + 1), 4):
        ends = [Point(chance.randrange(COARSE), chance.randrange(COARSE)) for _ in range(4)]
        for start, end in itertools.pairwise(ends):
            drawing = drawing.painted(line(start, end), colour)
    return Image.frombytes("RGBA", (COARSE, COARSE), drawing.rgba())


def _photographed(number: int) -> Image.Image:
    """Take one of the photos of crayon drawings, each time in other colours and from a little nearer."""
    scenes = sorted(SCENES)
    red, green, blue = photo(scenes[number % len(scenes)]).picture.split()
    near = number // len(scenes)
    colours = random.Random(number).sample((red, green, blue), 3)
    return Image.merge("RGB", colours).crop((near, near, 800 - near, 600 - near)).resize((200, 150))


def _phone_photo() -> bytes:
    """Give a JPEG as a phone writes it: 12 megapixels, with the grain of a sensor some 4 MB."""
    picture = photo("star in greenish light").picture.resize(_PHOTO, Image.Resampling.BICUBIC)
    grain = Image.merge("RGB", [Image.effect_noise(_PHOTO, 100) for _ in range(3)])
    file = io.BytesIO()
    Image.blend(picture, grain, 0.1).save(file, "JPEG", quality=90)
    return file.getvalue()


def starts_in_turn(what: str, promise: float, plain: Path, own: Path, runs: int) -> Row:
    """Start the board on two classes in turn, and compare when the first child's name is painted.

    Args:
        what: What the row is called.
        promise: How many times as long the second may take.
        plain: A class that has none of it.
        own: The same class with it.
        runs: How often.
    """
    took: dict[Path, list[float]] = {plain: [], own: []}
    for turn in range(runs + 1):  # the first pair makes caches and .pyc files, and is not counted
        for folder in (plain, own):
            with started("-m", "board", "open", str(folder)) as terminal:
                seconds = terminal.wait_for(_FIRST)
            if turn:
                took[folder].append(seconds * 1000)
    return Row(what, "none", "ms", took[own], took[plain], promise=promise)


def _marks(plain: Path, own: Path, runs: int) -> list[Row]:
    tell(f"mark beside own pictures, {runs} marks in turn")
    with ExitStack() as stack:
        boards = {
            folder: stack.enter_context(shown(_FIRST, "-m", "board", "open", str(folder))) for folder in (plain, own)
        }
        took: dict[Path, list[float]] = {plain: [], own: []}
        for key in itertools.islice(itertools.cycle((b"t", b"u")), runs):
            for folder, board in boards.items():
                took[folder].append(board.press(key).first * 1000)
        for key in (b"\x1b[6~", b"\x1b[5~", b"z", b"z", b"z") * 4:  # through every row and every size
            for board in boards.values():
                board.press(key)
        held = {folder: [board.peak_memory()] for folder, board in boards.items()}
    return [
        Row("mark beside own pictures", "none", "ms", took[own], took[plain], By.P50, 1.3),
        Row("570 own pictures, peak memory", "none", "MiB", held[own], held[plain], promise=1.3),
    ]


def _photo(runs: int) -> list[Row]:
    tell(f"a photo of 12 megapixels to a sticker, {runs} in turn with Pillow's decoding")
    taken = _phone_photo()
    floor, ours = [], []
    for _ in range(runs + 1):  # the first loads what is needed
        floor.append(milliseconds(lambda: _decoded(taken)))
        ours.append(milliseconds(lambda: _stuck(taken)))
    return [Row("phone photo to sticker", "Pillow decodes it whole", "ms", ours[1:], floor[1:], promise=6.0)]


def _decoded(photo: bytes) -> None:
    with Image.open(io.BytesIO(photo)) as picture:
        picture.load()


def _stuck(photo: bytes) -> None:
    with Image.open(io.BytesIO(take_in(photo).png)) as picture:
        for_paper(motif_of(picture, WHOLE_DRAWING), 256)
