"""Whoever reads a history reads what was seen, how, with which support, and who saw it."""

from hypothesis import given
from hypothesis import strategies as st

from board.mastery.audience import Audience
from board.mastery.awards import awards_of
from board.mastery.facts import Fact, How, Kind
from board.mastery.people import AdultRole, Assessor, Student
from board.mastery.progress import progress_of
from board.mastery.seen import seen_path
from board.mastery.showing import Beyond, Support, Trials
from board.widgets.teacher_words import teacher_parts
from board.words import spot_words
from board.words.adults import ROLES
from board.words.showings import BEYOND, HOW, SUPPORT, all_words
from builders import UNIT, fact

RIVERA, LEE = Assessor("t", "Ms. Rivera"), Assessor("lee", "Mr. Lee", AdultRole.AIDE)
NAMES = {"t": "Ms. Rivera", "lee": "Mr. Lee"}
AVA, MIA = Student("ava", "Ava B."), Student("mia", "Mia N.", also=("mia2",))
SHOWN = fact(Kind.MASTERED, "halves")._replace(
    how=How.FINISHED_ALONE,
    way="Build it",
    level_of_support="tools",
    trials="3/4",
    tries=2,
    beyond=("home", "taught_a_friend"),
    witness="mia2",
    seen=("Folds it", "Names it"),
    evidence=("a" * 32,),
    caption="I folded!",
    note="proud",
)


def test_every_way_of_showing_has_its_words() -> None:
    assert (set(HOW), set(SUPPORT), set(BEYOND), set(ROLES)) == (set(How), set(Support), set(Beyond), set(AdultRole))


def history(facts: list[Fact], adult: str) -> list[str]:
    progress = progress_of(facts)
    path = seen_path(UNIT, AVA, progress, Audience.TEACHER)
    spot, row = path.spot(UNIT.spots[0]), progress.row("ava")
    parts = teacher_parts(path, spot, row, (RIVERA, LEE), everyone=(AVA, MIA), adult=adult)
    return next(list(part.lines) for part in parts if part.title == "History")


def test_the_history_says_who_and_as_what_and_all_of_how() -> None:
    (line,) = history([SHOWN._replace(by="lee")], "t")
    for words in (
        "Mr. Lee (aide)",
        "finished by one adult",
        "way: Build it",
        "with tools",
        "3 of 4 trials went well",
        "2 tries",
        "taught a friend",
        "shown at home",
        "Mia N. saw it too",
        "seen: Folds it; Names it",
        "1 picture",
        "the child says: I folded!",
        ": proud",
    ):
        assert words in line


YES = fact(Kind.ONE_OF_TWO, "pizza", seq=5)._replace(note="counted aloud", seen=("Counts",))
ALSO = fact(Kind.ONE_OF_TWO, "pizza", seq=6)._replace(by="lee")


def test_while_a_second_adult_is_to_see_it_nobody_reads_what_the_first_one_said() -> None:
    spot = progress_of([YES]).spot("ava", "u/pizza")
    assert spot_words(spot, NAMES) == "Ready to show: another adult gets to see it too"
    both = progress_of([YES, fact(Kind.KEEP_WORKING, "pizza", seq=6)._replace(by="lee", note="count on")])
    assert spot_words(both.spot("ava", "u/pizza"), NAMES) == "Ready to show: two adults look at it together"


def test_who_both_saw_a_boss_stand_in_words_and_on_the_certificate() -> None:
    got = [fact(Kind.MASTERED, name, seq=at) for at, name in enumerate(("halves", "thirds", "fourths"), 1)]
    progress = progress_of([*(mark._replace(by="gone") for mark in got), YES, ALSO])
    assert spot_words(progress.spot("ava", "u/pizza"), NAMES).startswith("Got it (")
    assert "checked by Ms. Rivera and Mr. Lee" in spot_words(progress.spot("ava", "u/pizza"), NAMES)
    (award,) = awards_of(UNIT, [AVA], progress, NAMES, "u/one")
    assert award.checked_by == ("Ms. Rivera", "Mr. Lee")


@given(
    st.builds(
        Fact,
        *(st.just(value) for value in ("f1", 1, "d1", "2026-01-05", "t", Kind.MASTERED, "ava", "u/halves")),
        trials=st.none() | st.text(max_size=6) | st.builds(Trials, st.integers(0, 9), st.integers(0, 9)).map(str),
        level_of_support=st.none() | st.text(max_size=8),
        beyond=st.lists(st.sampled_from(Beyond) | st.text(max_size=4)).map(tuple),
        witness=st.none() | st.text(max_size=4),
    )
)
def test_whatever_a_fact_holds_words_are_found_for_it_or_it_is_left_out(any_fact: Fact) -> None:
    said = all_words(any_fact, {"mia": "Mia N."})
    assert all(said)
    assert bool(any_fact.witness) == any(words.endswith("saw it too") for words in said)
    assert sum("trials" in words for words in said) == (Trials.read(any_fact.trials) is not None) + (
        "trials" in (any_fact.level_of_support or "")
    )


def test_the_second_adult_finds_nothing_of_the_first_in_the_history() -> None:
    boss = next(spot for spot in UNIT.spots if spot.id == "u/pizza")
    path = seen_path(UNIT, AVA, progress_of([YES]), Audience.TEACHER)
    row = progress_of([YES]).row("ava")
    for adult, reads in (("lee", False), ("t", True)):
        parts = teacher_parts(path, path.spot(boss), row, (RIVERA, LEE), everyone=(AVA,), adult=adult)
        assert ("counted aloud" in str(list(parts))) is reads
