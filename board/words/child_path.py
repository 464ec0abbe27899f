"""What a child reads, or hears read out, of its own map: whole sentences, and never a number."""

from collections.abc import Sequence
from unicodedata import category

from board.counting import listed
from board.mastery import reasons
from board.mastery.curriculum import Step
from board.mastery.path_map import ChildMap, MapSpot
from board.words.outcomes.to_child import SOMEONE_ELSE
from board.words.statuses import FOR_CHILDREN

I_WANT_TO = "I want to"
IM_READY = "I'm ready"
TAKE_BACK = "I'm not ready yet"
NOT_THIS_NOW = "Not this one now"
GO_BACK = "Back"
I_HEARD = "All right"
ANY_WAY = "My own way"
MY_PAGE = "My page"
HAND_OVER = "Give the keyboard back to your teacher."
COVER_IT = "New sticker!"
MY_STICKERS = "My stickers"
MORE = "More"
BYE = "Bye!"
DRAW = "Draw"
BRING = "Bring a picture"
SAY_WORDS = "What it shows"
A_HELPER = "A helper, please"
HELP_CAME = "A helper came"
MINE = "This is mine"
NO_PICTURES = "There is no picture here yet. Your teacher puts it here for you."
LOOKING = "Looking for pictures ..."
WHICH_IS_MINE = "Which picture is mine?"
TAKE_PHOTO = "Take a photo"
PRESS_CAMERA = "Take a photo of your picture."
COMING = "Your picture is coming ..."
FROM_PHONE = "From another phone"
LOOK_AT_CODE = "Let the other phone or tablet look at this."
NO_ROOM_FOR_CODE = "There is no room for the code here. Ask your teacher."
START_FROM = "Start from a picture"
WHAT_NOW = "What do you want now?"
PENCIL = "Pencil"
FILL = "Fill"
RUBBER = "Rubber"
STARTER = "Start from a picture"
DONE = "That's my picture!"
UNDO = "Take back"
REDO = "Put back"
NEW_SHEET = "New sheet"
LINE = "Line"
CIRCLE = "Circle"
MIRROR = "Mirror"
TINY_SQUARES = "Tiny squares"
BIG_SQUARES = "Big squares"
BLACK = "Black"
GREY = "Grey"
WHITE = "White"
MY_OWN_STEPS = "My own steps"
"""Over the steps this child shows beside the unit's."""
ALL_CAN = "Look what I can do!"
NOTHING_OPEN = "An adult chooses with you what comes next."

_WAITS = "I'm ready. An adult comes to see it."
_FEW = 3
"""Titles named in one sentence: as many as are remembered when they are read out."""


def spot_words(spot: MapSpot) -> str:
    """Say how a spot of the road stands."""
    if spot.someone_else:
        return SOMEONE_ELSE
    if spot.asked:
        return _WAITS
    if spot.waits is not None:
        return opens_words(spot.waits)
    return f"Not yet. Try this: {spot.tip}" if spot.tip else FOR_CHILDREN[spot.status]


def looked_at(spot: MapSpot) -> str:
    """Say which spot the child looks at, and how it stands."""
    return f"{spot.step.title}: {spot_words(spot)}"


def opens_words(reason: reasons.LockedReason) -> str:
    """Say why a spot is not open yet."""
    match reason:
        case reasons.LevelFirst(level):
            return f"It opens after {level.title}."
        case reasons.BossLater():
            return "The Boss waits at the end of the road."
        case reasons.StepsFirst(()):
            return "This opens later."
        case reasons.StepsFirst(titles):
            return f"It opens after {listed(titles)}."


def choice_words(seen: ChildMap) -> str:
    """Say what there is to choose, or why there is nothing."""
    if seen.choices:
        return "What do you want to do?"
    return ALL_CAN if seen.can else NOTHING_OPEN


def next_to_open(seen: ChildMap) -> str:
    """Say what opens next, and why it is not open yet; empty where all is open."""
    spot = seen.opens
    if spot is None or spot.waits is None:
        return ""
    return f"{spot.step.title}: {opens_words(spot.waits)}"


def growth_words(seen: ChildMap) -> tuple[str, ...]:
    """Say what has grown: the newest sticker, what the child can do, where it helped, and which picture it made anew."""
    if seen.newest is None:
        return ()
    new = (_new(seen.newest.step.title),)
    can = can_words(seen)
    helped = (f"You helped with {_titles(seen.helped)}.",) if seen.helped else ()
    return (*new, *can, *helped)


def can_words(seen: ChildMap) -> tuple[str, ...]:
    """Say what the child can do."""
    return (f"You can do {_titles(seen.can)}.",) if seen.can else ()


def _new(title: str) -> str:
    """Say what is new; a title that asks or calls out has its mark already."""
    return f"New: {title}" if category(title[-1]) == "Po" else f"New: {title}!"


def grown_words(step: Step) -> str:
    """Say whose pictures stand there: the first one the child made, and the one it has now."""
    return f"{step.title}: my first picture, and my picture now."


def _titles(steps: Sequence[Step]) -> str:
    return listed([step.title for step in steps[:_FEW]])
