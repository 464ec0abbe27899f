"""What stands on *Waiting for you*, taken from the class as it is now, and what is said of it."""

from collections import Counter
from collections.abc import Iterator, Sequence

from board.counting import counted, listed
from board.deeds.pictures import Gallery
from board.deeds.sitting import Sitting
from board.deeds.waiting import helpers_here, waiting_here
from board.mastery.curriculum import Step
from board.mastery.pictures import Art
from board.mastery.progress import Spot
from board.mastery.queue import Part, Waits
from board.store.book import Book
from board.store.documents.tables import About
from board.widgets.waiting_rows import Waiting
from board.words import MY_PICTURE_SHOWS, counts

_Place = tuple[Step, int, bool]


def what_waits(sitting: Sitting, gallery: Gallery) -> tuple[Waiting, ...]:
    """Give everything that waits for who sits here, part by part.

    Args:
        sitting: Who looks, and in which class.
        gallery: The pictures of the class.
    """
    places = _places(sitting.book)
    children = (_child(sitting, one, places) for one in waiting_here(sitting))
    return tuple(sorted((*children, *_pictures(sitting.book, gallery, places)), key=lambda one: one.part))


def _child(sitting: Sitting, waits: Waits, places: dict[str, _Place]) -> Waiting:
    """Give a child that waits; nothing of earlier tries, for the wall may be seen by everybody."""
    student, step = waits.student, waits.step
    if step is None:
        return Waiting(student.id, student.name, None, part=waits.part, emblem=student.emblem)
    picture = sitting.book.progress.picture(student.id, step.id)
    face = picture.face if picture is not None and picture.is_seen else None
    helpers = helpers_here(sitting, waits) if waits.part is Part.HELP else ()
    return Waiting(
        student.id, student.name, *places[step.id], None, waits.part, _way(waits), face, student.emblem, helpers
    )


def _way(waits: Waits) -> str:
    """Give the way in which a child wants to show it, or somebody says that it does."""
    said = waits.spot.maybe
    if waits.part is Part.MAYBE and said is not None:
        return said.way or ""
    return waits.spot.way if waits.part is Part.READY else ""


def _pictures(book: Book, gallery: Gallery, places: dict[str, _Place]) -> Iterator[Waiting]:
    """Give the pictures that wait, each with its place."""
    names = {student.id: student.name for student in book.students}
    for art in gallery.waiting():
        place = places.get(gallery.stands_for(art) or "")
        step, level, boss = place or (None, 0, False)
        yield Waiting(art.student, names[art.student], step, level, boss, art)


def _places(book: Book) -> dict[str, _Place]:
    """Give every step with the number of its level, and whether it is a Boss, by id."""
    return {
        step.id: (step, number, level.is_boss(step))
        for unit in book.units
        for number, level in enumerate(unit.levels)
        for step in level.spots
    }


NOTHING = (
    "Nothing waits for you.\n\nChildren who are ready to show come here, those who wait longest first. So do children who "
    "would like a helper, who have not heard yet what to try next, and new pictures before others see them."
)
PICTURE = "This is a picture: space accepts it, h hides it, e counts it as evidence."
TALK = "Talk with this child first; then K says that it was told, and A that all were."
ENTER_SHOWS = "Enter shows the tip."
READY = "Ready to show: {i_can}"
MAYBE = "Is it {name}? Somebody at the kiosk says so, and showed no picture word."
HELP = "Would like a helper: {i_can}"
NOBODY_YET = "Nobody who is here has it yet: it is for you, or for the next small group."
CARD = "{name}'s login card: somebody at the kiosk did not find its pictures."
CARD_NEXT = "Look at the card together. Is it lost? Then c makes a new one."
CARD_KEYS = "The pictures of the old card open nothing any more once there is a new one."

NOT_TO_JUDGE = {
    Part.TELL: TALK,
    Part.HELP: "Would like a helper: space says that help came, Enter says how it went.",
    Part.CARD: "This is about a login card: space says that it was seen, c makes a new one.",
}

_REMINDER = "Before others see it: is a name inside? A face?"
_WHAT_TO_DO = {
    Part.TOGETHER: "You both saw it, and not alike: look at it together.",
    Part.SECOND: "A Boss for two adults: say what you see.",
    Part.ANOTHER: "You said got it: another adult gets to see it too.",
}


def title(things: Sequence[Waiting], about: About) -> str:
    """Say how much waits, and what is settled for the room.

    Args:
        things: What waits.
        about: What the class says of itself.
    """
    many = Counter(thing.part for thing in things)
    to_show = many[Part.TOGETHER] + many[Part.READY] + many[Part.SECOND]
    asked, help_ = many[Part.MAYBE], many[Part.HELP]
    said = ["Waiting for you"]
    said += [] if about.asking else ["children ask later"]
    said += [counted("1 ready to show", "{count} ready to show", to_show)] if to_show else []
    said += [counted("1 said at the kiosk", "{count} said at the kiosk", asked)] if asked else []
    said += [counted("1 would like a helper", "{count} would like a helper", help_)] if help_ else []
    said += [counted("1 to talk about", "{count} to talk about", many[Part.TELL])] if many[Part.TELL] else []
    said += [counts.pictures(many[Part.PICTURE])] if many[Part.PICTURE] else []
    cards = many[Part.CARD]
    said += [counted("1 login card", "{count} login cards", cards)] if cards else []
    said += [] if about.looks_first else ["new pictures don't wait"]
    return "  ·  ".join(said)


def lines_about(thing: Waiting) -> tuple[str, str, str]:
    """Say about what is under the cursor, in three lines, what the whole class may read along.

    A tip is read by its own key alone, and nobody reads here that a child has criteria of its own.

    Args:
        thing: What it is.
    """
    if thing.step is None:
        return _about_no_step(thing)
    who = f"{thing.name} · {thing.step.title}" + (f" · {thing.words}" if thing.words else "")
    if thing.art is not None:
        return who, *_about_picture(thing.art)
    ready = READY.format(i_can=thing.step.i_can)
    if thing.part in (Part.TELL, Part.HELP, Part.MAYBE):
        said = {
            Part.TELL: (TALK, ENTER_SHOWS),
            Part.HELP: (HELP.format(i_can=thing.step.i_can), _helpers(thing.helpers)),
            Part.MAYBE: (MAYBE.format(name=thing.name), ready),
        }
        return who, *said[thing.part]
    criteria = thing.step.criteria
    looks_like = f"Looks like: {' · '.join(criteria)}" if criteria else ""
    return who, _WHAT_TO_DO.get(thing.part, ready), looks_like


def _about_no_step(thing: Waiting) -> tuple[str, str, str]:
    """Say about a login card, or about a picture that stands for no step yet."""
    if thing.part is Part.CARD:
        return CARD.format(name=thing.name), CARD_NEXT, CARD_KEYS
    return f"{thing.name} · for no step yet", *(_about_picture(thing.art) if thing.art is not None else ("", ""))


def _helpers(names: Sequence[str]) -> str:
    """Say who could help, for the adult who asks one of them."""
    if not names:
        return NOBODY_YET
    return counted("{names} could help.", "One of {names} could help.", len(names), names=listed(list(names)))


def tip_about(spot: Spot) -> str:
    """Say what a child is to hear about a spot."""
    tip = spot.untold[-1].note if spot.untold else None
    return f"Keep working: {tip}" if tip else "Keep working, with no tip."


def _about_picture(art: Art) -> tuple[str, str]:
    return f"{MY_PICTURE_SHOWS} {art.caption}" if art.caption else "No words about it yet.", _REMINDER
