"""Every deed there is, by what it is called."""

from collections.abc import Callable
from pathlib import Path

from board.deeds.about import AboutClass
from board.deeds.history import Outcome
from board.deeds.marks import Marks
from board.deeds.pictures import Gallery
from board.deeds.roll import ClassList
from board.deeds.scoring import Scoring
from board.deeds.sitting import Sitting
from board.deeds.unit import UnitEdits, with_title
from board.mastery.curriculum import Level, Unit
from board.mastery.facts import Kind
from board.mastery.people import Student
from board.mastery.pictures import Art, Origin
from board.mastery.scoring import evidence_at
from lists_of_children import name_list

HALVES = "u/halves"
BOARD = Path(__file__).parents[2] / "board"


def deeds(sitting: Sitting) -> dict[str, Callable[[], Outcome]]:
    """Every deed there is, by what it is called."""
    book = sitting.book
    marks, gallery, roll = Marks(sitting), Gallery(sitting), ClassList(sitting)
    units, about, scoring = UnitEdits(sitting), AboutClass(sitting), Scoring(sitting)
    ava, ben = ("ava", HALVES), ("ben", HALVES)

    def child(id_: str) -> Student:
        return next((one for one in book.everyone if one.id == id_), Student(id_, "Somebody gone"))

    def art() -> Art:
        if not book.progress.shelf("ava"):
            gallery.bring("ava", HALVES, ("0" * 32, b"png"), origin=Origin.STUDIO)
        return next(iter(book.progress.shelf("ava").values()))

    def work() -> str:
        return next(iter(evidence_at(book.progress.spot(*ava))), "")

    return {
        "got it": lambda: marks.mark(Kind.MASTERED, [ava, ben]),
        "keep working": lambda: marks.mark(Kind.KEEP_WORKING, [ava], note="fold"),
        "ready": lambda: marks.mark(Kind.READY, [ben]),
        "note": lambda: marks.mark(Kind.NOTE, [ava], note="sings"),
        "own version": lambda: marks.mark(Kind.OWN_VERSION, [ava], note="with cubes"),
        "plan": lambda: marks.toggle_plan([ben]),
        "away": lambda: marks.toggle_away(["ava", "ben"]),
        "showing": lambda: marks.record_showing("u/thirds", {"ava": Kind.MASTERED, "ben": Kind.PRACTISING}),
        "take back": lambda: marks.take_back([ava, ben], "wrong row"),
        "printed": lambda: marks.printed([ava]),
        "bring": lambda: gallery.bring("ben", HALVES, ("1" * 32, b"png"), origin=Origin.FILE),
        "accept": lambda: gallery.accept([art()]),
        "hide": lambda: gallery.hide([art()]),
        "choose": lambda: gallery.choose([art()]),
        "place": lambda: gallery.place("ava", HALVES, None if book.progress.picture(*ava) else art()),
        "say": lambda: gallery.say(art(), "a fish"),
        "count": lambda: gallery.count(art(), HALVES),
        "example": lambda: scoring.give(ava, work(), "", counts=True),
        "no example": lambda: scoring.take_away(ava, work()),
        "guide": lambda: scoring.write(HALVES, ("cut in the middle",), ("cut at the edge",)),
        "rename child": lambda: roll.edit(child("ava"), {"name": "Ada", "alias": "Comet 2"}),
        "left": lambda: roll.leave(child("ben"), left=not child("ben").left),
        "join": lambda: roll.join(child("ava"), child("ben")),
        "part": lambda: roll.part(child("ava")),
        "add child": lambda: roll.take(name_list("Cleo Day")),
        "unit title": lambda: units.make("u", with_title("Shares")),
        "add unit": lambda: units.add(Unit("new", "New", (Level("new/1", "One", ()),))),
        "class name": lambda: about.rename("Room 13"),
        "look first": lambda: about.look_first(wanted=not book.about.looks_first),
        "add adult": lambda: about.add_adult("Mr. Okafor"),
        "rename adult": lambda: about.rename_adult(book.assessors[0], "Ms. R."),
    }


NAMES = [
    "got it", "keep working", "ready", "note", "own version", "plan", "away", "showing", "take back", "printed", "bring",
    "accept", "hide", "choose", "place", "say", "count", "example", "no example", "guide", "rename child", "left", "join", "part", "add child", "unit title", "add unit",
    "class name", "look first", "add adult", "rename adult",
]  # fmt: skip
