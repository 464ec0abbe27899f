"""What is said to adults of what somebody did."""

from collections.abc import Sequence

from board.counting import counted
from board.mastery.facts import Kind
from board.words import MARKS
from board.words.adults import HAS_ROLE
from board.words.outcomes import plans, told, verdicts
from board.words.outcomes.whose import Whose

TAKES_BACK = "  (u takes it back, here or on the board)"
"""Said behind what was changed in a list."""

_TALK = "Who has seen the sticker should hear why."
"""Marks by which a child may have seen its sticker."""

_ALREADY = {Kind.INCLUDED: "in the plan"}
"""What is as wished already, where the mark's own word would say that it was not."""

_VERDICTS = {
    Kind.MASTERED: "{count} got it",
    Kind.PRACTISING: "{count} trying",
    Kind.READY: "{count} ready to show",
    Kind.KEEP_WORKING: "{count} keep working",
    Kind.AWAY: "{count} away today",
    Kind.ONE_OF_TWO: "{count} got it (one of two adults)",
    Kind.NOTE: "{count} seen again",
}
"""How many children of a group a verdict was for."""

_ACCEPTED_ONE = "{who}: others may see the picture now"
_ACCEPTED_MANY = "{who}: others may see {count} pictures now"
_HIDDEN_ONE = "{who}: only the child and you see the picture; starter art stands in"
_HIDDEN_MANY = "{who}: only the child and you see {count} pictures; starter art stands in"
_CHOSEN_ONE = "{who}: the picture chosen for the proud wall"
_CHOSEN_MANY = "{who}: {count} pictures chosen for the proud wall"
_UNCHOSEN_ONE = "{who}: the picture taken off the proud wall"
_UNCHOSEN_MANY = "{who}: {count} pictures taken off the proud wall"

_REMOVED_ONE = "{who}: the photo is taken away for good; what was marked stays."
_REMOVED_MANY = "{who}: {count} photos are taken away for good; what was marked stays."

_MASTERS = "{whose}: got it, the picture counts as evidence"
_COUNTS = "{whose}: the picture counts as evidence"

_EXAMPLE_COUNTS = "{step}: the picture is an example of what counts"
_EXAMPLE_NOT_YET = "{step}: the picture is an example of what does not count yet"

_WAITS_NOW = "From now on new pictures wait here before others see them."
_SEEN_AT_ONCE = "From now on others see new pictures at once; those that wait here still wait."

_NOT_HEARD = "{marked}. Its page shows it once K says it was told."
_READY = "{whose}: Ready to show, in any way; r again chooses one."
_READY_IN = "{whose}: Ready to show: {way}; r again chooses another way."

_ASK_LATER = "Children ask later: asking rests until you let them ask again."
_ASK_AGAIN = "Children may ask again."
_MAY_ASK_ONE = "One request of each child may wait at a time."
_MAY_ASK = "{count} requests of each child may wait at a time."

_NOTHING = {
    told.Where.BOARD: "Nothing to undo since the board was opened.",
    told.Where.LIST: "Nothing to undo since this list was opened.",
    told.Where.PAGE: "Nothing to undo since this page was opened.",
}
_LEFT_AS_IT_IS = {
    told.Since.CHANGED: "Somebody has changed this since, so it is left as it is: {deed}",
    told.Since.MARKED: "There are marks by now, so it is left as it is: {deed}",
    told.Since.ERASED: "The child was erased, and that is for good.",
}


def to_adults(done: told.Told) -> str:  # noqa: C901, PLR0911, PLR0912 - one row for each
    """Say in one sentence what came of a wish."""
    match done:
        case told.Undone(deed):
            return _undone(deed)
        case told.Redone(deed):
            return _redone(deed)
        case told.LeftAsItIs(deed, since):
            return _LEFT_AS_IT_IS[since].format(deed=to_adults(deed))
        case told.NothingToUndo(where):
            return _NOTHING[where]
        case told.NothingToRedo():
            return "Nothing to redo."
        case told.NothingNew(said):
            return said
        case told.AlreadyMarked(whose, kind, sticker):
            return _has_it(whose) if sticker else f"{whose}: already {_ALREADY.get(kind, MARKS[kind])}."
        case told.NothingMarked(whose):
            return f"{whose}: nothing is marked here."
        case verdicts.AnotherAdult(whose):
            return f"{whose}: you said got it before; now another adult gets to see it too."
        case told.NotHeardYet(marked):
            return _NOT_HEARD.format(marked=to_adults(marked))
        case told.ReadyIn(whose, way):
            return (_READY_IN if way else _READY).format(whose=whose, way=way)
        case (
            told.PictureBrought()
            | told.PicturesJudged()
            | told.PicturePlaced()
            | told.PictureCaptioned()
            | told.PictureCut()
            | told.PictureCounts()
            | told.PhotosRemoved()
        ):
            return _about_pictures(done)
        case (
            told.Marked()
            | told.Showing()
            | verdicts.Judged()
            | verdicts.Heard()
            | verdicts.ExampleGiven()
            | verdicts.ExampleTaken()
            | told.Attendance()
            | told.MarksTakenBack()
            | told.Steered()
            | told.StickersPrinted()
            | told.SheetsAnswered()
            | told.SheetsForgotten()
        ):
            return _about_marks(done)
        case _:
            return _about_lists(done)


def _has_it(whose: Whose) -> str:
    return counted(
        "{whose}: already has this sticker; it stays.",
        "{whose}: already have this sticker; it stays.",
        len(whose.names),
        whose=whose,
    )


def _about_marks(  # noqa: C901, PLR0911 - one row for each
    done: told.Marked
    | told.Showing
    | verdicts.Judged
    | verdicts.Heard
    | verdicts.ExampleGiven
    | verdicts.ExampleTaken
    | told.Attendance
    | told.MarksTakenBack
    | told.Steered
    | told.StickersPrinted
    | told.SheetsAnswered
    | told.SheetsForgotten,
) -> str:
    match done:
        case told.Marked(whose, kind, as_before):
            marked = f"{whose}: {MARKS[kind]}"
            return f"{marked} ({as_before} as before)" if as_before else marked
        case told.Showing(step, counts, as_before):
            return _counted_verdicts(step, counts, as_before)
        case verdicts.Judged(whose, counts, as_before):
            one = len(counts) == 1 and counts[0][1] == 1
            return f"{whose}: {MARKS[counts[0][0]]}" if one else _counted_verdicts(str(whose), counts, as_before)
        case verdicts.Heard(whose, children):
            return counted("{whose}: has heard it", "{count} children have heard it", children, whose=whose)
        case verdicts.ExampleGiven(step, counts):
            return (_EXAMPLE_COUNTS if counts else _EXAMPLE_NOT_YET).format(step=step)
        case verdicts.ExampleTaken(step):
            return f"{step}: the picture is no example any more"
        case told.Attendance(whose, away):
            return f"{whose}: away today" if away else f"{whose}: here today"
        case told.MarksTakenBack(whose, sticker=sticker):
            return f"{whose}: taken back. {_TALK}" if sticker else f"{whose}: taken back; undo puts it back"
        case told.Steered():
            return _steered(done)
        case told.StickersPrinted(whose, count):
            return counted("{whose}: Sticker printed", "{count} stickers printed", count, whose=whose)
        case told.SheetsAnswered():
            return "Nothing new was printed."
        case told.SheetsForgotten():
            return "Their stickers stay new, and their labels free."


def _counted_verdicts(about: str, counts: Sequence[tuple[Kind, int]], as_before: int) -> str:
    given = ", ".join(_VERDICTS[kind].format(count=count) for kind, count in counts)
    return f"{about}: {given} ({as_before} as before)" if as_before else f"{about}: {given}"


def _steered(done: told.Steered) -> str:
    fact = f"{done.whose}: {MARKS[done.kind]}"
    if done.already:
        return f"{fact} stands already." if done.stands else f"{fact} was taken back already."
    if done.stands:
        return f"Put back: {fact}"
    return f"Taken back: {fact}. {_TALK}" if done.sticker else f"Taken back: {fact}"


def _about_pictures(  # noqa: PLR0911 - one row for each
    done: told.PictureBrought
    | told.PicturesJudged
    | told.PicturePlaced
    | told.PictureCaptioned
    | told.PictureCut
    | told.PictureCounts
    | told.PhotosRemoved,
) -> str:
    match done:
        case told.PhotosRemoved(who, photos):
            return counted(_REMOVED_ONE, _REMOVED_MANY, photos, who=who)
        case told.PictureBrought(name, step, waits):
            brought = f"{name}: new picture for {step}" if step else f"{name}: new picture"
            return f"{brought}; it waits for you before others see it" if waits else brought
        case told.PicturesJudged():
            return _judged(done)
        case told.PicturePlaced(whose, own):
            return f"{whose}: own picture" if own else f"{whose}: starter picture"
        case told.PictureCaptioned(name):
            return f"{name}: words about a picture"
        case told.PictureCut(name):
            return f"{name}: picture cut anew"
        case told.PictureCounts(whose, masters):
            return (_MASTERS if masters else _COUNTS).format(whose=whose)


def _judged(done: told.PicturesJudged) -> str:
    who, count = Whose(done.names), done.pictures
    match done.kind:
        case Kind.PICTURE_HIDDEN:
            return counted(_HIDDEN_ONE, _HIDDEN_MANY, count, who=who)
        case Kind.PICTURE_CHOSEN:
            return counted(_CHOSEN_ONE, _CHOSEN_MANY, count, who=who)
        case Kind.PICTURE_UNCHOSEN:
            return counted(_UNCHOSEN_ONE, _UNCHOSEN_MANY, count, who=who)
    return counted(_ACCEPTED_ONE, _ACCEPTED_MANY, count, who=who)


def _about_lists(done: told.ListChange) -> str:  # noqa: C901, PLR0911, PLR0912 - one row for each
    match done:
        case told.StudentChanged(name):
            return f"{name}: entry changed"
        case told.StudentLeft(name, left):
            return f"{name} has left the class; every mark is kept" if left else f"{name} is back in the class"
        case told.StudentsJoined(name, double):
            return f"{name} and {double} are one child now, called {name}; all marks of both count"
        case told.StudentsParted(name):
            return f"{name} and the double are two again, each with its own marks; give the double its name"
        case told.ListTaken(names, changed):
            return _list_taken(names, changed)
        case told.UnitChanged(said):
            return said
        case told.ClassRenamed(name):
            return f"The class is called {name} now."
        case told.LookFirst(wanted):
            return _WAITS_NOW if wanted else _SEEN_AT_ONCE
        case told.AskingRests(rests):
            return _ASK_LATER if rests else _ASK_AGAIN
        case told.MayAsk(most):
            return counted(_MAY_ASK_ONE, _MAY_ASK, most)
        case told.VersionChosen(about):
            return f"{about}: this version stands on every computer"
        case told.AdultAdded(name):
            return f"{name} marks in this class, too."
        case told.AdultRenamed(name, before):
            return f"{before} is called {name} now."
        case plans.PlanSettled() | plans.CameLater():
            return plans.plan_words(done)
        case told.RoleChanged(name, role):
            return HAS_ROLE[role].format(name=name)


def _list_taken(names: Sequence[str], changed: int) -> str:
    if not names:
        return counted("1 entry changed", "{count} entries changed", changed)
    added = counted("{name} added", "{count} students added", len(names), name=names[0])
    if not changed:
        return added
    return counted("{added}, 1 entry changed", "{added}, {count} entries changed", changed, added=added)


def _undone(deed: told.Deed) -> str:
    match deed:
        case told.MarksTakenBack():
            return f"Put back: {_stood(deed)}"
        case told.Attendance(whose, away=False):
            return f"Put back: {whose}: away today"
        case told.SheetsAnswered() | told.SheetsForgotten():
            return "Undone: the sheets wait for an answer again."
    return f"Undone: {to_adults(deed)}"


def _redone(deed: told.Deed) -> str:
    match deed:
        case told.MarksTakenBack():
            return f"Taken back again: {_stood(deed)}"
        case told.Attendance(whose, away=False):
            return f"Taken back again: {whose}: away today"
    return f"Done again: {to_adults(deed)}"


def _stood(done: told.MarksTakenBack) -> str:
    """Say what the spots were marked as."""
    return f"{done.whose}: {MARKS[min(done.kinds)]}" if len(done.kinds) == 1 else str(done.whose)
