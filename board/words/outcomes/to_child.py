"""What is said to a child of what was done while it looked along."""

from board.mastery.facts import Kind
from board.mastery.pictures import Shape
from board.mastery.progress import Status
from board.mastery.two_adults import Two
from board.words import FOR_CHILDREN
from board.words.outcomes import pictures, told, verdicts

NOT_NOW = "Asking rests just now. Practise on, and ask later."
ASKED_ENOUGH = "You are waiting to show enough already. Take one back first, or show one."
CHANGED_OFTEN = "You have changed your mind here a lot. Talk with your teacher about it first."
NOT_OPEN = "This one is not open yet. Your teacher tells you more."
NO_SUCH_WAY = "Press the picture of a way to show it."
HELP_ENOUGH = "You are waiting for a helper already. Let one help you first."
SHOW_YOUR_WORD = "Go back, and show your picture word first."
WITH_YOUR_TEACHER = "Your teacher does this with you."
ENOUGH_FOR_NOW = "You have done a lot. Let others have a turn, and come again later."
TEACHER_LOOKS = "Your teacher will look."
SOMEONE_ELSE = "Someone else gets to see it too!"
WALL_IS_FULL = "Our wall has room for three: take one off first."

_MARKED = {
    Kind.MASTERED: FOR_CHILDREN[Status.MASTERED],
    Kind.KEEP_WORKING: FOR_CHILDREN[Status.KEEP_WORKING],
    Kind.PRACTISING: FOR_CHILDREN[Status.PRACTISING],
    Kind.READY: FOR_CHILDREN[Status.READY],
    Kind.ONE_OF_TWO: SOMEONE_ELSE,
    Two.BOTH: FOR_CHILDREN[Status.MASTERED],
    Two.TOGETHER: SOMEONE_ELSE,
    Kind.WANTED: "I want to work on this next.",
    Kind.UNWANTED: "Not this one now.",
    Kind.MAYBE_READY: TEACHER_LOOKS,
    Kind.HELP_WANTED: "I would like a helper.",
    Kind.HELP_OVER: "Help was here.",
    Kind.COVERED: "My sticker is on its spot!",
}

_JUDGED = {
    Kind.PICTURE_ACCEPTED: "Others may see it now.",
    Kind.PICTURE_HIDDEN: "Only you and your teacher see it now.",
    Kind.PICTURE_CHOSEN: "It is for our wall now.",
    Kind.PICTURE_UNCHOSEN: "It stays yours, and is not for our wall now.",
}

_CUT = {
    Shape.DRAWING: "Cut out along the drawing.",
    Shape.ROUND: "Cut round.",
    Shape.SQUARE: "Laid on a square.",
}


def to_child(done: told.Told) -> str:  # noqa: C901, PLR0911, PLR0912 - one row for each
    """Say in one sentence what came of a wish; empty where it is no child's matter."""
    if isinstance(done, pictures.PictureDeed):
        return _about_pictures(done)
    match done:
        case told.Undone(deed):
            said = to_child(deed)
            return f"Taken back: {said}" if said else ""
        case told.Redone(deed):
            said = to_child(deed)
            return f"Put back: {said}" if said else ""
        case told.Marked(kind=kind, way=way):
            return f"{_MARKED.get(kind, '')}: {way}" if way else _MARKED.get(kind, "")
        case verdicts.Judged(counts=counts):
            return _MARKED.get(counts[0][0], "") if len(counts) == 1 else ""
        case verdicts.Heard():
            return FOR_CHILDREN[Status.KEEP_WORKING]
        case told.ReadyIn(way=way):
            return f"{FOR_CHILDREN[Status.READY]}: {way}" if way else FOR_CHILDREN[Status.READY]
        case verdicts.AnotherAdult():
            return SOMEONE_ELSE
        case told.AlreadyMarked(sticker=True):
            return "You have this sticker already."
        case told.AlreadyMarked(kind=Kind.MAYBE_READY):
            return TEACHER_LOOKS
        case told.NothingToUndo():
            return "There is nothing to take back."
        case told.NothingToRedo():
            return "There is nothing to put back."
        case told.NothingNew():
            return "It is like this already."
    return ""


def _about_pictures(done: pictures.PictureDeed) -> str:
    match done:
        case pictures.PictureBrought():
            return "That's your picture!"
        case pictures.PicturesJudged(kind, earned=earned):
            waits = kind is Kind.PICTURE_ACCEPTED and not earned
            return "An adult has looked. It waits until you have shown this step." if waits else _JUDGED[kind]
        case pictures.PicturePlaced(own=own):
            return "That is your sticker now." if own else "The starter picture is back."
        case pictures.PictureCaptioned():
            return "Your words are kept."
        case pictures.PictureCut(shape=shape):
            return "This part is for the sticker now." if shape is None else _CUT[shape]
        case pictures.PictureCounts():
            return "It counts: your picture shows what you can do."
