"""Every deed there is, by what it is called."""

from collections.abc import Callable
from pathlib import Path

from board.deeds.about import AboutClass
from board.deeds.history import Outcome
from board.deeds.kiosk_answers import KioskAnswers
from board.deeds.marks import Marks
from board.deeds.pictures import Gallery
from board.deeds.plan import Plans
from board.deeds.roll import ClassList
from board.deeds.scoring import Scoring
from board.deeds.sitting import Sitting, usual_adult
from board.deeds.unit import UnitEdits, with_title
from board.mastery.asking import MOST_EVER_ASKED
from board.mastery.curriculum import Level, Step, Unit
from board.mastery.facts import Kind
from board.mastery.kiosk import LOCKS
from board.mastery.people import AdultRole, Student
from board.mastery.pictures import Art, Origin
from board.mastery.plan import Freedom
from board.mastery.scoring import evidence_at
from board.store.book import Book
from board.words.outcomes.plans import Known
from kiosk_said import at_the_kiosk
from lists_of_children import name_list
from work_shown import consent, show

HALVES = "u/halves"
BOARD = Path(__file__).parents[2] / "board"


def deeds(sitting: Sitting) -> dict[str, Callable[[], Outcome]]:
    """Every deed there is, by what it is called."""
    book = sitting.book
    marks, gallery, roll = Marks(sitting), Gallery(sitting), ClassList(sitting)
    kiosk = KioskAnswers(sitting)
    units, about, plans, scoring = UnitEdits(sitting), AboutClass(sitting), Plans(sitting), Scoring(sitting)
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
        "guide": lambda: scoring.write(
            scoring.step(HALVES) or Step(HALVES, "Halves", ""), ("cut in the middle",), ("cut at the edge",)
        ),
        "rename child": lambda: roll.edit(child("ava"), {"name": "Ada", "alias": "Comet 2"}),
        "photos": lambda: roll.edit(child("ava"), {"photos": not child("ava").photos}),
        "new cards": lambda: roll.new_cards([child("ava"), child("ben")]),
        "kiosk: it is so": lambda: kiosk.yes(*ben),
        "kiosk: not so": lambda: kiosk.no(*ben),
        "kiosk: help came": lambda: kiosk.help_came(*ben),
        "kiosk: card seen": lambda: kiosk.card_seen("ben"),
        "kiosk: new card": lambda: kiosk.new_card("ben"),
        "photos of several": lambda: roll.allow_photos([child("ava"), child("ben")], allowed=not child("ben").photos),
        "left": lambda: roll.leave(child("ben"), left=not child("ben").left),
        "join": lambda: roll.join(child("ava"), child("ben")),
        "part": lambda: roll.part(child("ava")),
        "add child": lambda: roll.take(name_list("Cleo Day")),
        "settle": lambda: plans.settle("ava", freedom=Freedom.FREE, supports=["number line"]),
        "extra step": lambda: plans.with_extras("ava", ["other/step"]),
        "own criteria": lambda: plans.own_version(ben, ["with cubes", "and says it"]),
        "came later": lambda: plans.came_later("ben", {HALVES: Known.ELSEWHERE, "u/thirds": Known.NOT_PLANNED}),
        "unit title": lambda: units.make("u", with_title("Shares")),
        "add unit": lambda: units.add(Unit("new", "New", (Level("new/1", "One", ()),))),
        "class name": lambda: about.rename("Room 13"),
        "look first": lambda: about.look_first(wanted=not book.about.looks_first),
        "ask or rest": lambda: about.ask_or_rest(asking=not book.about.asking),
        "most asked": lambda: about.let_ask(book.about.most_asked % MOST_EVER_ASKED + 1),
        "kiosk words": lambda: about.settle_kiosk("words", not book.about.kiosk.words),
        "kiosk lock": lambda: about.settle_kiosk("lock", LOCKS[(LOCKS.index(book.about.kiosk.lock) + 1) % len(LOCKS)]),
        "add adult": lambda: about.add_adult("Mr. Okafor"),
        "rename adult": lambda: about.rename_adult(book.assessors[0], "Ms. R."),
        "role": lambda: about.set_role(
            book.assessors[-1], AdultRole.AIDE if book.assessors[-1].role is AdultRole.TEACHER else AdultRole.TEACHER
        ),
    }


BROUGHT = {
    "kiosk: it is so": Kind.MAYBE_READY,
    "kiosk: not so": Kind.MAYBE_READY,
    "kiosk: help came": Kind.HELP_WANTED,
    "kiosk: card seen": Kind.CARD_WANTED,
    "kiosk: new card": Kind.CARD_WANTED,
}
"""What was said at the kiosk before it is answered."""


def prepare(book: Book, name: str) -> None:
    """Let a teacher do what a deed needs to have been done before."""
    teacher = Sitting(book, usual_adult(book))
    if name == "part":
        ClassList(teacher).join(*book.students)
    if name in BROUGHT:
        at_the_kiosk(book, BROUGHT[name])
    if name == "take back":
        Marks(teacher).mark(Kind.MASTERED, [("ava", HALVES)])
    if name in ("accept", "hide", "choose", "place", "say", "count"):
        Gallery(teacher).bring("ava", HALVES, ("0" * 32, b"png"), origin=Origin.STUDIO)
    if name in ("example", "no example"):
        consent(book, "ava")
        show(book, "ava")
    if name == "no example":
        deeds(teacher)["example"]()


NAMES = [
    "got it", "keep working", "ready", "note", "own version", "plan", "away", "showing", "take back", "printed", "bring",
    "accept", "hide", "choose", "place", "say", "count", "example", "no example", "guide", "rename child", "photos",
    "new cards", "kiosk: it is so", "kiosk: not so", "kiosk: help came", "kiosk: card seen", "kiosk: new card",
    "photos of several", "left", "join", "part", "add child", "settle", "extra step", "own criteria", "came later",
    "unit title", "add unit", "class name", "look first", "ask or rest", "most asked", "kiosk words", "kiosk lock", "add adult", "rename adult", "role",
]  # fmt: skip
