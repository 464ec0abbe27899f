"""What people do with a class, each a deed at an open board, drawn by the dice."""

import io
from collections.abc import Callable
from functools import cache
from random import Random
from typing import NamedTuple

from PIL import Image

from board.art.intake import Taken, take_in
from board.deeds.about import AboutClass
from board.deeds.marks import Marks
from board.deeds.pictures import Gallery
from board.deeds.roll import ClassList
from board.deeds.sitting import Sitting, usual_adult
from board.deeds.unit import UnitEdits, with_level_title, with_new_step, with_title
from board.mastery.curriculum import Level, Step, Unit
from board.mastery.facts import Kind
from board.mastery.people import Student
from board.mastery.pictures import Art, Origin
from board.store.documents.tables import STUDENTS, UNITS, put
from board.store.draft import new_id
from sync.diary import Diary, Noted

_MARKS = (Kind.MASTERED, Kind.MASTERED, Kind.KEEP_WORKING, Kind.PRACTISING, Kind.READY, Kind.NOTE)


class Desk:
    """Somebody at an open board.

    Args:
        book: The class.
        dice: Decides what they do.
    """

    def __init__(self, book: Noted, dice: Random) -> None:
        self.book, self.dice = book, dice
        self.sitting = Sitting(book, usual_adult(book))

    @property
    def diary(self) -> Diary:
        """Where what is acknowledged is noted."""
        return self.book.diary

    def student(self) -> Student:
        """Choose a child."""
        return self.dice.choice(self.book.students)

    def unit(self) -> Unit:
        """Choose a unit."""
        return self.dice.choice(self.book.units)

    def step(self) -> Step:
        """Choose a step."""
        return self.dice.choice(self.unit().spots)

    def arts(self) -> list[Art]:
        """Give the pictures of all children."""
        return [art for one in self.book.students for art in self.book.progress.shelf(one.id).values()]


def _mark(desk: Desk) -> None:
    targets = [(desk.student().id, desk.step().id) for _ in range(desk.dice.randint(1, 3))]
    Marks(desk.sitting).mark(desk.dice.choice(_MARKS), targets, note=desk.diary.word())


def _undo(desk: Desk) -> None:
    desk.sitting.undo()


def _redo(desk: Desk) -> None:
    desk.sitting.redo()


def _take_back(desk: Desk) -> None:
    Marks(desk.sitting).take_back([(desk.student().id, desk.step().id)])


def _add(desk: Desk) -> None:
    desk.sitting.edit(STUDENTS, put(Student(new_id(), f"Kim {desk.diary.word()}", number=desk.diary.word())))


def _rename(desk: Desk) -> None:
    ClassList(desk.sitting).edit(desk.student(), {desk.dice.choice(("name", "alias", "grade")): desk.diary.word()})


def _leave(desk: Desk) -> None:
    student = desk.dice.choice(desk.book.everyone)
    ClassList(desk.sitting).leave(student, left=not student.left)


def _add_step(desk: Desk) -> None:
    unit, word = desk.unit(), desk.diary.word()
    level = desk.dice.choice(unit.levels)
    said = {"title": word, "i_can": f"I can {word}."}
    UnitEdits(desk.sitting).make(unit.id, with_new_step(level.id, desk.dice.randint(0, 3), said))


def _rename_level(desk: Desk) -> None:
    unit = desk.unit()
    UnitEdits(desk.sitting).make(unit.id, with_level_title(desk.dice.choice(unit.levels).id, desk.diary.word()))


def _rename_unit(desk: Desk) -> None:
    UnitEdits(desk.sitting).make(desk.unit().id, with_title(desk.diary.word()))


def _new_unit(desk: Desk) -> None:
    id_, word = new_id(), desk.diary.word()
    step = Step(f"{id_}/{word}", word, f"I can {word}.")
    UnitEdits(desk.sitting).add(Unit(id_, desk.diary.word(), (Level(f"{id_}/one", "One", (step,)),)))


def _take_out_unit(desk: Desk) -> None:
    unit = desk.unit()
    if len(desk.book.units) > 1:
        desk.sitting.edit(UNITS, lambda now: tuple(one for one in now if one.id != unit.id))


def _rename_class(desk: Desk) -> None:
    AboutClass(desk.sitting).rename(f"Room {desk.diary.word()}")


def _adult(desk: Desk) -> None:
    adults = AboutClass(desk.sitting)
    if desk.dice.random() < 0.5:
        adults.add_adult(f"Ms. {desk.diary.word()}")
    else:
        adults.rename_adult(desk.dice.choice(desk.book.assessors), f"Mr. {desk.diary.word()}")


def _bring(desk: Desk) -> None:
    taken = desk.dice.choice(pictures())
    Gallery(desk.sitting).bring(
        desk.student().id,
        desk.step().id,
        (taken.content, taken.png),
        origin=Origin.FILE,
        caption=desk.diary.word(),
    )


def _judge(desk: Desk) -> None:
    gallery, arts = Gallery(desk.sitting), desk.arts()
    if arts:
        desk.dice.choice((gallery.accept, gallery.accept, gallery.hide))([desk.dice.choice(arts)])


def _place(desk: Desk) -> None:
    arts = desk.arts()
    if arts:
        art = desk.dice.choice(arts)
        Gallery(desk.sitting).place(art.student, desk.step().id, art)


def erase(desk: Desk) -> None:
    """Erase a child for good."""
    student = desk.student()
    desk.book.erase(student, desk.sitting.actor.id)


@cache
def pictures() -> tuple[Taken, ...]:
    """Give a few small pictures."""
    return tuple(_picture(20 * number) for number in range(12))


def _picture(red: int) -> Taken:
    file = io.BytesIO()
    Image.new("RGB", (16, 16), (red, 255 - red, 90)).save(file, "PNG")
    return take_in(file.getvalue())


def picture_of(content: str) -> bytes:
    """Give the file of one of the pictures."""
    return next(one.png for one in pictures() if one.content == content)


def _choose(desk: Desk) -> None:
    choices = desk.book.choices
    if choices:
        choice = desk.dice.choice(choices)
        takes_out_child = choice.table == STUDENTS.name and choice.field == "gone"  # who may have been marked
        which = 0 if takes_out_child else desk.dice.randrange(len(choice.sayings))
        desk.book.choose(choice, which)


class Habit(NamedTuple):
    """Something people do, and how often beside the others."""

    do: Callable[[Desk], None]
    often: int


HABITS = (
    Habit(_mark, 24),
    Habit(_undo, 6),
    Habit(_redo, 2),
    Habit(_take_back, 3),
    Habit(_add, 4),
    Habit(_rename, 8),
    Habit(_leave, 2),
    Habit(_add_step, 4),
    Habit(_rename_level, 2),
    Habit(_rename_unit, 2),
    Habit(_new_unit, 2),
    Habit(_take_out_unit, 2),
    Habit(_rename_class, 1),
    Habit(_adult, 2),
    Habit(_bring, 6),
    Habit(_judge, 4),
    Habit(_place, 2),
    Habit(_choose, 2),
)


def do_something(desk: Desk) -> str:
    """Let somebody do one of the things people do, and give its name."""
    if not desk.book.students or not desk.book.units:
        return "has nobody to mark"
    (habit,) = desk.dice.choices(HABITS, [one.often for one in HABITS])
    habit.do(desk)
    return habit.do.__name__.strip("_")
