"""What is said to adults of what somebody did."""

from collections.abc import Sequence

from board.counting import counted
from board.mastery.facts import Kind
from board.mastery.two_adults import Said, Two
from board.words import MARKS, OF_TWO
from board.words.outcomes import told, verdicts
from board.words.outcomes.lists import ListChange, list_words
from board.words.outcomes.pictures import PhotosRemoved, PictureDeed, picture_words
from board.words.outcomes.told import MarkDeed
from board.words.outcomes.whose import Whose

TAKES_BACK = "  (u takes it back, here or on the board)"
"""Said behind what was changed in a list."""

_TALK = "Who has seen the sticker should hear why."
_ALREADY = {Kind.INCLUDED: "in the plan"}
"""What is as wished already, where the mark's own word would say that it was not."""

_VERDICTS: dict[Said, str] = {
    Kind.MASTERED: "{count} got it",
    Kind.PRACTISING: "{count} trying",
    Kind.READY: "{count} ready to show",
    Kind.KEEP_WORKING: "{count} keep working",
    Kind.AWAY: "{count} away today",
    Kind.ONE_OF_TWO: "{count} got it (one of two adults)",
    Kind.NOTE: "{count} seen again",
    Two.BOTH: "{count} got it, seen by both adults",
    Two.TOGETHER: "{count} seen differently by two adults, who look together",
}
"""How many children of a group a verdict was for."""

_EXAMPLE_COUNTS = "{step}: the picture is an example of what counts"
_EXAMPLE_NOT_YET = "{step}: the picture is an example of what does not count yet"

_NOT_HEARD = "{marked}. Its page shows it once K says it was told."
_READY_IN = "{whose}: Ready to show: {way}; r again chooses another way."

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
    if isinstance(done, MarkDeed):
        return _about_marks(done)
    if isinstance(done, PictureDeed | PhotosRemoved):
        return picture_words(done)
    if isinstance(done, ListChange):
        return list_words(done)
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
            return _has_it(whose) if sticker else f"{whose}: already {_ALREADY.get(kind, _word(kind))}."
        case told.NothingMarked(whose):
            return f"{whose}: nothing is marked here."
        case verdicts.AnotherAdult(whose):
            return f"{whose}: you said got it before; now another adult gets to see it too."
        case told.NotHeardYet(marked):
            return _NOT_HEARD.format(marked=to_adults(marked))
        case told.ReadyIn(whose, way):
            return _READY_IN.format(whose=whose, way=way)


def _word(said: Said) -> str:
    return OF_TWO[said] if isinstance(said, Two) else MARKS[said]


def _has_it(whose: Whose) -> str:
    return counted(
        "{whose}: already has this sticker; it stays.",
        "{whose}: already have this sticker; it stays.",
        len(whose.names),
        whose=whose,
    )


def _about_marks(  # noqa: C901, PLR0911, PLR0912 - one row for each
    done: MarkDeed,
) -> str:
    match done:
        case told.Marked(whose, kind, as_before, way):
            marked = f"{whose}: {_word(kind)}: {way}" if way else f"{whose}: {_word(kind)}"
            return f"{marked} ({as_before} as before)" if as_before else marked
        case told.NotSo(whose):
            return f"{whose}: not ready to show; everything is as before"
        case told.Showing(step, counts, as_before):
            return _counted_verdicts(step, counts, as_before)
        case verdicts.Judged(whose, counts, as_before):
            one = len(counts) == 1 and counts[0][1] == 1
            return f"{whose}: {_word(counts[0][0])}" if one else _counted_verdicts(str(whose), counts, as_before)
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


def _counted_verdicts(about: str, counts: Sequence[tuple[Said, int]], as_before: int) -> str:
    given = ", ".join(_VERDICTS[kind].format(count=count) for kind, count in counts)
    return f"{about}: {given} ({as_before} as before)" if as_before else f"{about}: {given}"


def _steered(done: told.Steered) -> str:
    fact = f"{done.whose}: {_word(done.kind)}"
    if done.already:
        return f"{fact} stands already." if done.stands else f"{fact} was taken back already."
    if done.stands:
        return f"Put back: {fact}"
    return f"Taken back: {fact}. {_TALK}" if done.sticker else f"Taken back: {fact}"


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
    return f"{done.whose}: {_word(next(iter(done.kinds)))}" if len(done.kinds) == 1 else str(done.whose)
