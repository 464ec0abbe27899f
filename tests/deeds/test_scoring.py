"""Children's work as examples of the scoring guide: who may give it, with whose consent, and how it is taken back."""

import pytest

from board.deeds.about import AboutClass
from board.deeds.scoring import Scoring
from board.deeds.sitting import Sitting, usual_adult
from board.deeds.unit import UnitEdits, with_changed_step
from board.errors import Refusal
from board.mastery.curriculum import Step, steps_by_id
from board.mastery.facts import Kind
from board.mastery.may import Actor
from board.mastery.people import AdultRole, Assessor
from board.mastery.scoring import Example
from board.store.class_book import ClassBook
from board.store.documents.tables import ASSESSORS, UNITS, changed, put
from work_shown import consent, show

HALVES = "u/halves"
AVA = ("ava", HALVES)
SAME_SIZE = "Both parts are the same size"


@pytest.fixture
def sitting(book: ClassBook) -> Sitting:
    """A class whose children have consented; Ava's work at Halves is evidence."""
    book.edit(UNITS, changed("u", with_changed_step(HALVES, {"criteria": (SAME_SIZE, "Tells why")})))
    for child in ("ava", "ben"):
        consent(book, child)
    return Sitting(book, usual_adult(book))


def test_work_that_is_evidence_becomes_an_example_and_one_undo_takes_it_back(sitting: Sitting) -> None:
    picture, scoring = show(sitting.book, "ava"), Scoring(sitting)
    done = scoring.give(AVA, picture, SAME_SIZE, counts=False, why=" Ava's  halves\nare uneven ")
    assert done.said == "Halves: the picture is an example of what does not count yet"
    assert scoring.examples(HALVES) == (Example(False, SAME_SIZE, "", "(a child)'s halves are uneven", picture),)
    assert sitting.undo().said == "Undone: Halves: the picture is an example of what does not count yet"
    assert scoring.examples(HALVES) == ()
    sitting.redo()
    assert [one.picture for one in scoring.examples(HALVES)] == [picture]


def test_an_example_marks_nothing_and_ticks_nothing(sitting: Sitting) -> None:
    picture = show(sitting.book, "ava", kind=Kind.KEEP_WORKING)
    before = sitting.book.progress.spot(*AVA)
    Scoring(sitting).give(AVA, picture, SAME_SIZE, counts=True)
    after = sitting.book.progress.spot(*AVA)
    assert (after.status, after.mark, after.pictures) == (before.status, before.mark, before.pictures)


def test_what_is_said_twice_is_kept_once_and_another_word_counts_instead(sitting: Sitting) -> None:
    picture, scoring = show(sitting.book, "ava"), Scoring(sitting)
    scoring.give(AVA, picture, "", counts=True, why="even")
    kept = len(sitting.book.facts)
    assert scoring.give(AVA, picture, "", counts=True, why="even").said == "This picture is such an example already."
    assert len(sitting.book.facts) == kept
    scoring.give(AVA, picture, "", counts=False, why="uneven")
    assert [(one.counts, one.why) for one in scoring.examples(HALVES)] == [(False, "uneven")]


def test_an_example_is_taken_away_with_all_that_was_said_of_it(sitting: Sitting) -> None:
    picture, scoring = show(sitting.book, "ava"), Scoring(sitting)
    scoring.give(AVA, picture, "", counts=True)
    scoring.give(AVA, picture, "", counts=False)
    scoring.give(AVA, picture, SAME_SIZE, counts=True)
    assert scoring.take_away(AVA, picture).said == "Halves: the picture is no example any more"
    assert scoring.examples(HALVES) == ()
    assert [one.given for one in scoring.work(HALVES)] == [{}]
    assert scoring.take_away(AVA, picture).said == "This picture is no example."
    sitting.undo()
    assert len(scoring.examples(HALVES)) == 2


def test_without_consent_nothing_is_given_and_consent_taken_back_hides_what_was(sitting: Sitting) -> None:
    picture, scoring = show(sitting.book, "ava"), Scoring(sitting)
    scoring.give(AVA, picture, "", counts=True)
    consent(sitting.book, "ava", photos=False)
    assert scoring.examples(HALVES) == ()
    assert scoring.work(HALVES) == ()
    with pytest.raises(Refusal, match="The family has not said yes to photos"):
        scoring.give(AVA, picture, SAME_SIZE, counts=True)
    consent(sitting.book, "ava")
    assert len(scoring.examples(HALVES)) == 1


@pytest.mark.parametrize(
    ("target", "picture", "criterion", "said"),
    [
        (("ben", HALVES), "own", "", "no evidence at this step"),
        (("ava", "u/thirds"), "own", "", "no evidence at this step"),
        (AVA, "other", "", "no evidence at this step"),
        (AVA, "own", "Old words", "no such criterion"),
        (("ava", "u/gone"), "own", "", "not in the class any more"),
        (("nobody", HALVES), "own", "", "has not said yes"),
    ],
)
def test_only_evidence_of_that_child_at_that_step_is_taken(
    sitting: Sitting, target: tuple[str, str], picture: str, criterion: str, said: str
) -> None:
    pictures = {"own": show(sitting.book, "ava"), "other": show(sitting.book, "ben", colour="blue")}
    kept = len(sitting.book.facts)
    with pytest.raises(Refusal, match=said):
        Scoring(sitting).give(target, pictures[picture], criterion, counts=True)
    assert len(sitting.book.facts) == kept


@pytest.mark.parametrize("duty", AdultRole)
def test_teachers_and_specialists_give_examples_and_every_adult_practises_on_them(
    sitting: Sitting, duty: AdultRole
) -> None:
    picture, scoring = show(sitting.book, "ava"), Scoring(sitting)
    sitting.book.edit(ASSESSORS, put(Assessor("kim", "Ms. Kim", duty)))
    AboutClass(sitting).sit_down("kim")
    if duty in (AdultRole.TEACHER, AdultRole.SPECIALIST):
        scoring.give(AVA, picture, "", counts=True)
    else:
        with pytest.raises(Refusal):
            scoring.give(AVA, picture, "", counts=True)
        sitting.actor = usual_adult(sitting.book)
        scoring.give(AVA, picture, "", counts=True)
        AboutClass(sitting).sit_down("kim")
    assert len(scoring.examples(HALVES)) == 1


def test_a_specialist_takes_away_its_own_examples_alone(sitting: Sitting) -> None:
    picture, scoring = show(sitting.book, "ava"), Scoring(sitting)
    sitting.book.edit(ASSESSORS, put(Assessor("kim", "Ms. Kim", AdultRole.SPECIALIST)))
    scoring.give(AVA, picture, "", counts=True)
    AboutClass(sitting).sit_down("kim")
    with pytest.raises(Refusal, match="Another adult"):
        scoring.take_away(AVA, picture)
    assert len(scoring.examples(HALVES)) == 1


def test_children_see_no_example_and_give_none(sitting: Sitting) -> None:
    picture = show(sitting.book, "ava")
    sitting.actor = Actor.child("ava")
    for wish in (
        lambda: Scoring(sitting).examples(HALVES),
        lambda: Scoring(sitting).work(HALVES),
        lambda: Scoring(sitting).give(AVA, picture, "", counts=True),
        lambda: Scoring(sitting).write(halves(sitting), ("x",), ()),
    ):
        with pytest.raises(Refusal, match="That is for an adult to do"):
            wish()


def test_a_picture_that_is_not_on_this_computer_yet_is_no_example_here(sitting: Sitting) -> None:
    picture, scoring = show(sitting.book, "ava"), Scoring(sitting)
    scoring.give(AVA, picture, "", counts=True)
    for file in sitting.book.folder.rglob(f"{picture}*"):  # type: ignore[attr-defined]  # a class in a folder
        file.unlink()
    assert scoring.examples(HALVES) == ()


def test_written_examples_are_kept_and_taken_back_and_the_criteria_stay_as_they_are(sitting: Sitting) -> None:
    scoring = Scoring(sitting)
    version = steps_by_id(sitting.book.units)[HALVES].version
    done = scoring.write(halves(sitting), ("1: cut in the middle because they match",), ("cut at the edge",))
    assert done.said == "Scoring guide of Halves"
    assert [(one.counts, one.told) for one in scoring.examples(HALVES)] == [
        (True, "cut in the middle"),
        (False, "cut at the edge"),
    ]
    assert steps_by_id(sitting.book.units)[HALVES].version == version
    assert sitting.undo().changed
    assert scoring.examples(HALVES) == ()
    assert steps_by_id(sitting.book.units)[HALVES].version == version


def halves(sitting: Sitting) -> Step:
    return steps_by_id(sitting.book.units)[HALVES]


def test_of_two_who_write_at_the_same_time_neither_loses_an_example(sitting: Sitting) -> None:
    scoring = Scoring(sitting)
    scoring.write(halves(sitting), ("1: old", "taken away", "changed by both"), ("torn",))
    read = halves(sitting)
    scoring.write(read, ("1: old", "of the other", "changed by the other"), ("torn", "bitten"))
    scoring.write(read, ("mine", "1: old", "taken away", "changed by me"), ())
    now = halves(sitting)
    assert now.counts == ("mine", "1: old", "changed by me", "of the other", "changed by the other")
    assert now.not_yet == ("bitten",)
    assert sitting.undo().changed
    assert halves(sitting).counts == ("1: old", "of the other", "changed by the other")


def test_what_is_written_while_criteria_are_sorted_anew_is_about_those_that_were_read(sitting: Sitting) -> None:
    scoring = Scoring(sitting)
    scoring.write(halves(sitting), ("1: old",), ())
    read = halves(sitting)
    UnitEdits(sitting).make("u", with_changed_step(HALVES, {"criteria": ("Tells why", SAME_SIZE)}))
    version = halves(sitting).version
    scoring.write(read, ("1: old", "1: new"), ())
    assert [(one.criterion, one.told) for one in scoring.examples(HALVES)] == [(SAME_SIZE, "old"), (SAME_SIZE, "new")]
    assert (halves(sitting).criteria, halves(sitting).version) == (("Tells why", SAME_SIZE), version)


def test_when_criteria_are_sorted_anew_examples_stay_with_theirs(sitting: Sitting) -> None:
    scoring = Scoring(sitting)
    scoring.write(halves(sitting), ("1: cut in the middle",), ())
    UnitEdits(sitting).make("u", with_changed_step(HALVES, {"criteria": ("Tells why", SAME_SIZE)}))
    assert [(one.criterion, one.told) for one in scoring.examples(HALVES)] == [(SAME_SIZE, "cut in the middle")]
    sitting.undo()
    assert [(one.criterion, one.told) for one in scoring.examples(HALVES)] == [(SAME_SIZE, "cut in the middle")]


def test_the_guide_of_a_step_that_is_gone_is_empty_and_can_not_be_written(sitting: Sitting) -> None:
    assert Scoring(sitting).examples("u/gone") == ()
    with pytest.raises(Refusal, match="not in the class any more"):
        Scoring(sitting).write(Step("u/gone", "Gone", ""), (), ())
