import re

from hypothesis import given
from hypothesis import strategies as st

from board.mastery.curriculum import Level, Path, Unit
from board.mastery.facts import Kind
from board.mastery.progress import Row, spot_of
from board.mastery.readiness import Readiness, level_readiness, unit_readiness, why_locked
from board.mastery.reasons import AnyOf, BossLater, Counted, Finished, LevelFirst, NothingPlanned, StepsFirst
from board.words.reasons import finished_reason, level_reason, level_reasons, locked_reason
from builders import UNIT, fact, level, row, step, unit

DONE = Kind.MASTERED
FIRST, SECOND, THIRD = UNIT.levels
NAMES = ("add", "take", "tens", "ones", "halves", "thirds")
ONE_AS_MANY = re.compile(
    r"\b1 (steps|levels|Bosses)\b|\b1 of the \d+ steps are\b|\(1 are\b|\b([02-9]|\d{2,}) (step|is)\b"
)
"""A number and a word that don't go together."""


def said_of(ready: Readiness) -> str:
    return " ".join(level_reasons(ready))


def is_whole(sentence: str) -> bool:
    """Tell whether a sentence begins and ends as one, holds no gap, and counts as one says it."""
    begins = sentence[0].isupper() or sentence[0].isdecimal()
    plain = "  " not in sentence and not {"{", "}", ".."} & {*sentence, *re.findall(r"\.\.", sentence)}
    return begins and sentence[-1] in ".?!:" and plain and not ONE_AS_MANY.search(sentence)


@st.composite
def units(draw: st.DrawFn) -> Unit:
    """Units of every shape the rules allow: any number needed, any that must be, with a Boss and without, one step too."""
    levels: list[Level] = []
    left = list(draw(st.permutations(NAMES)))
    for at in range(draw(st.integers(1, 3))):
        some = [left.pop() for _ in range(draw(st.integers(0, min(3, len(left)))))]
        levels.append(
            level(
                f"level{at}",
                *some,
                boss=f"boss{at}" if draw(st.booleans()) else None,
                needed=draw(st.none() | st.integers(0, 4)),
                must=tuple(draw(st.lists(st.sampled_from(some), unique=True))) if some else (),
            )
        )
    waiting = step("waiting", *draw(st.lists(st.sampled_from(NAMES), max_size=3, unique=True)))
    levels.append(Level("u/last", "Last", (waiting,)))
    return unit(*levels, path=draw(st.sampled_from(Path)))


@st.composite
def standings(draw: st.DrawFn) -> tuple[Unit, Row]:
    """Any unit, and how any child may stand with it."""
    made = draw(units())
    kinds = st.sampled_from([None, Kind.MASTERED, Kind.EXCUSED, Kind.PRACTISING])
    marked = {spot.id: draw(kinds) for spot in made.spots}
    return made, {id_: spot_of([fact(kind, "any")]) for id_, kind in marked.items() if kind is not None}


@given(standings())
def test_every_reason_is_a_whole_sentence(standing: tuple[Unit, Row]) -> None:
    made, now = standing
    for ready in unit_readiness(made, now):
        sentences = level_reasons(ready)
        assert sentences
        assert all(map(is_whole, sentences)), sentences
    for spot in made.spots:
        sentence = locked_reason(made, now, spot)
        assert bool(sentence) is (why_locked(made, now, spot) is not None)
        assert not sentence or is_whole(sentence), sentence


@given(st.integers(1, 12), st.integers(0, 12), st.integers(0, 12))
def test_every_count_is_a_whole_sentence(counted: int, done: int, needed: int) -> None:
    sentence = level_reason(Counted(min(done, counted), counted, min(needed, counted)))
    assert is_whole(sentence), sentence


def test_a_glued_sentence_would_be_found() -> None:
    for glued in (
        "1 steps to show.",
        "all steps are done.",
        "All steps  are done.",
        "Add is still to show",
        "2 step to show.",
    ):
        assert not is_whole(glued)


def test_what_is_done_and_what_is_still_to_show_is_said() -> None:
    assert said_of(level_readiness(FIRST, row())) == "3 steps to show."
    assert said_of(level_readiness(FIRST, row(halves=DONE))) == (
        "1 of the 3 steps is done. Thirds and Fourths are still to show."
    )
    almost = level_readiness(FIRST, row(halves=DONE, thirds=DONE))
    assert level_reasons(almost) == ("2 of the 3 steps are done.", "Fourths is still to show.")
    ready = level_readiness(FIRST, row(halves=DONE, thirds=DONE, fourths=DONE))
    assert level_reasons(ready) == ("All 3 steps are done.", "The Boss is open: Pizza.")


def test_how_many_are_enough_is_said() -> None:
    assert said_of(level_readiness(SECOND, row())) == "2 steps to show (1 is enough). Add is still to show."
    assert said_of(level_readiness(SECOND, row(take=DONE))) == (
        "1 of the 2 steps is done (1 is enough). Add is still to show."
    )
    three = level("three", "tens", "ones", "add", "take", needed=3)
    assert said_of(level_readiness(three, row(tens=DONE))) == (
        "1 of the 4 steps is done (3 are enough). Any 2 of Ones, Add or Take will do."
    )
    assert level_reason(AnyOf(1, THIRD.steps)) == "Any 1 of Tens or Ones will do."


def test_one_step_alone_is_one() -> None:
    assert said_of(level_readiness(level("one", "tens"), row())) == "1 step to show."
    assert finished_reason(Finished(THIRD, Counted(1, 1, 1))) == "Three is finished: its one step is done."


def test_why_a_level_is_finished_is_said() -> None:
    assert said_of(level_readiness(FIRST, row(pizza=DONE))) == "One is finished: the Boss, Pizza, is mastered."
    assert said_of(level_readiness(THIRD, row(tens=DONE, ones=DONE))) == "Three is finished: all 2 steps are done."
    assert finished_reason(Finished(THIRD, None)) == "Three is finished."
    assert level_reason(NothingPlanned(THIRD)) == "No step of Three is in this plan."


def test_what_comes_before_a_spot_is_said() -> None:
    assert locked_reason(UNIT, row(), SECOND.steps[0]) == "Opens when One is finished."
    assert FIRST.boss is not None
    assert locked_reason(UNIT, row(halves=DONE), FIRST.boss) == (
        "The Boss opens later. 1 of the 3 steps is done. Thirds and Fourths are still to show."
    )
    assert isinstance(why_locked(UNIT, row(), FIRST.boss), BossLater)
    assert why_locked(UNIT, row(), SECOND.steps[0]) == LevelFirst(FIRST)
    chained = Level("u/one", "One", (step("tens"), step("ones"), step("add", "tens", "ones")))
    assert why_locked(unit(chained), row(), chained.steps[2]) == StepsFirst(("Tens", "Ones"))
    assert locked_reason(unit(chained), row(), chained.steps[2]) == "Opens after Tens and Ones."
    assert locked_reason(UNIT, row(), FIRST.steps[0]) == ""
