"""The scoring guide: what examples say, whose they never tell, and where an adult differs from them."""

import random
from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from board.mastery.curriculum import Step
from board.mastery.facts import Fact, Kind, bare
from board.mastery.people import Student
from board.mastery.progress import Progress, progress_of
from board.mastery.scoring import (
    Answer,
    Example,
    evidence_at,
    examples_of,
    practised,
    read_example,
    shuffled,
    with_numbers,
    without_criterion,
)
from board.words.scoring import agreed, guide_says

CRITERIA = ("Cuts it in two", "Both parts are the same size", "Tells why")
STEP = Step("u/halves", "Halves", "I can halve.", criteria=CRITERIA)
AVA = Student("ava", "Ava B.", alias="Comet", photos=True)
BEN = Student("ben", "Ben C.", photos=True)
EVERYONE = (AVA, BEN)
PICTURES = ("a" * 32, "b" * 32)

WRITTEN = {
    "2: both parts are the same size because halves are equal": (2, "both parts are the same size", "halves are equal"),
    "cuts it with a knife": (0, "cuts it with a knife", ""),
    "3 : draws a line because it shows the middle": (3, "draws a line", "it shows the middle"),
    "3\uff1a \u5207\u6210\u4e24\u534a | \u4e00\u6837\u5927": (3, "\u5207\u6210\u4e24\u534a", "\u4e00\u6837\u5927"),
    "\u0662: \u0646\u0635\u0641\u0627\u0646 | \u0645\u062a\u0633\u0627\u0648\u064a\u0627\u0646": (
        2,
        "\u0646\u0635\u0641\u0627\u0646",
        "\u0645\u062a\u0633\u0627\u0648\u064a\u0627\u0646",
    ),
    "Says 'one is bigger because it is longer' because the lengths were compared": (
        0,
        "Says 'one is bigger because it is longer'",
        "the lengths were compared",
    ),
    "Says \u201cit's half because I'm fair\u201d because that names no parts": (
        0,
        "Says \u201cit's half because I'm fair\u201d",
        "that names no parts",
    ),
    'Says "because I say so"': (0, 'Says "because I say so"', ""),
    "the child's halves match because the fold is in the middle": (
        0,
        "the child's halves match",
        "the fold is in the middle",
    ),
    "Folds it. Because the edges meet": (0, "Folds it.", "the edges meet"),
    "equal because halves are equal because they match": (0, "equal", "halves are equal because they match"),
    "because halves are equal": (0, "because halves are equal", ""),
    "1: because halves are equal": (1, "because halves are equal", ""),
    "12:30 is shown on the clock": (0, "12:30 is shown on the clock", ""),
    "2:1 is the share": (0, "2:1 is the share", ""),
    "4: a number that is no criterion": (0, "4: a number that is no criterion", ""),
    "0: nothing": (0, "0: nothing", ""),
    "2:": (0, "2:", ""),
    "2: 3: twice numbered": (2, "3: twice numbered", ""),
    "[/b] because [red]": (0, "[/b]", "[red]"),
}


@pytest.mark.parametrize("text", WRITTEN)
def test_a_written_example_names_its_criterion_and_hides_its_reason(text: str) -> None:
    number, told, why = WRITTEN[text]
    criterion = CRITERIA[number - 1] if number else ""
    assert read_example(text, CRITERIA, counts=True) == Example(True, criterion, told, why)


@given(st.text(max_size=80), st.booleans())
def test_any_text_is_an_example_and_loses_no_word(text: str, counts: bool) -> None:
    read = read_example(text, CRITERIA, counts=counts)
    assert read.told or not text.strip()
    assert read.told in text
    assert read.why in text


@given(st.lists(st.text("12 :.'\u2019\u201c\u201dabecus|", max_size=60), max_size=4))
def test_what_is_told_before_one_has_judged_holds_nothing_of_the_reason(texts: list[str]) -> None:
    for text in texts:
        read = read_example(f"{text.strip()} because ZZZ", CRITERIA, counts=True)
        if "ZZZ" in read.told:  # the because stands in quotation marks, or nothing stands before it
            assert not read.why
        assert "ZZZ" in read.told + read.why


def test_a_number_without_its_criterion_is_found() -> None:
    assert without_criterion(("2: fine", "12:30", "4: too high", "0: none"), CRITERIA) == "4: too high"
    assert without_criterion(("2: fine", "no number"), CRITERIA) is None
    assert without_criterion(("1: x",), ()) == "1: x"


@given(st.permutations(CRITERIA), st.lists(st.integers(0, 4), max_size=6))
def test_criteria_that_are_sorted_anew_keep_their_examples(criteria: list[str], numbers: list[int]) -> None:
    texts = tuple(f"{number}: seen {at} because so" if number else f"seen {at}" for at, number in enumerate(numbers))
    before = replace(STEP, counts=texts, not_yet=texts[::-1])
    now = with_numbers(before, replace(before, criteria=tuple(criteria)))
    for old, new in ((before.counts, now.counts), (before.not_yet, now.not_yet)):
        read = [read_example(text, before.criteria, counts=True) for text in old]
        assert [read_example(text, now.criteria, counts=True) for text in new] == read


@pytest.mark.parametrize(
    ("criteria", "counts"),
    [
        (("Cuts it in two", "Both parts match", "Tells why"), ("1: a", "2: b", "3: c", "d", "4: e")),
        (("Both parts are the same size", "Tells why"), ("a", "1: b", "2: c", "d", "4: e")),
        (("New", *CRITERIA), ("2: a", "3: b", "4: c", "d", "4: e")),
        ((), ("a", "b", "c", "d", "4: e")),
    ],
    ids=["reworded", "taken out", "put before", "none left"],
)
def test_examples_follow_their_criterion(criteria: tuple[str, ...], counts: tuple[str, ...]) -> None:
    before = replace(STEP, counts=("1: a", "2: b", "3: c", "d", "4: e"))
    assert with_numbers(before, replace(before, criteria=criteria)).counts == counts
    written = replace(before, criteria=criteria, counts=("1: new",))
    assert with_numbers(before, written) == written


def fact(kind: Kind, seq: int, student: str = "ava", **fields: object) -> Fact:
    return Fact(f"{student}{seq}", seq, "d1", "2026-01-05T09:00:00+00:00", "t", kind, student, "u/halves")._replace(
        **fields  # type: ignore[arg-type]  # fields of a fact, by name
    )


def shown(seq: int = 1, student: str = "ava", picture: str = PICTURES[0]) -> Fact:
    return fact(Kind.MASTERED, seq, student, evidence=(picture,))


def example(seq: int = 2, student: str = "ava", *, counts: bool = True, **fields: object) -> Fact:
    kind = Kind.EXAMPLE_COUNTS if counts else Kind.EXAMPLE_NOT_YET
    return fact(kind, seq, student, **{"evidence": (PICTURES[0],), "seen": (CRITERIA[1],), **fields})


def of(facts: Sequence[Fact], everyone: Sequence[Student] = EVERYONE, step: Step = STEP) -> tuple[Example, ...]:
    return examples_of(step, progress_of(facts), everyone)


def test_a_childs_work_is_an_example_without_a_name() -> None:
    given = (shown(), example(note="Ava cut it, as Comet and Ben C. did, and avatars stay"))
    said = "(a child) cut it, as (a child) and (a child) did, and avatars stay"
    assert of(given) == (Example(True, CRITERIA[1], "", said, PICTURES[0]),)


NO_EXAMPLE = {
    "no consent": ((shown(), example()), (replace(AVA, photos=False), BEN)),
    "the child has left": ((shown(), example()), (replace(AVA, left=True), BEN)),
    "the child was erased": ((bare(shown()), bare(example())), (BEN,)),
    "nobody is listed": ((shown(), example()), ()),
    "no evidence": ((example(),), EVERYONE),
    "evidence of another child": ((shown(student="ben"), example()), EVERYONE),
    "another picture is evidence": ((shown(picture=PICTURES[1]), example()), EVERYONE),
    "the showing was taken back": ((shown(), example(), fact(Kind.WITHDRAWN, 3, of="ava1")), EVERYONE),
    "the example was taken back": ((shown(), example(), fact(Kind.WITHDRAWN, 3, of="ava2")), EVERYONE),
    "another adult is to see the Boss": (
        (fact(Kind.ONE_OF_TWO, 1, evidence=(PICTURES[0],)), example()),
        EVERYONE,
    ),
    "the criterion is another one now": ((shown(), example(seen=("Cuts it in 2",))), EVERYONE),
    "an example is no evidence of itself": ((example(1), example(2, counts=False)), EVERYONE),
}


@pytest.mark.parametrize("why", NO_EXAMPLE)
def test_work_is_no_example(why: str) -> None:
    assert of((shown(), example())) != (), "else it is"
    assert of(*NO_EXAMPLE[why]) == ()


def test_of_two_words_about_the_same_work_the_last_one_counts_whoever_said_it_and_whosever_it_is() -> None:
    both = (shown(1), shown(1, "ben"), example(2), example(3, "ben", counts=False))
    assert [one.counts for one in of(both)] == [False]
    assert of(both, (BEN, AVA)) == of(both)
    other = (shown(1), example(2), example(3, counts=False, seen=(CRITERIA[0],)), example(4, seen=()))
    assert {(one.criterion, one.counts) for one in of(other)} == {(CRITERIA[1], True), (CRITERIA[0], False), ("", True)}


def test_written_examples_come_first_as_they_stand_and_each_once() -> None:
    step = replace(STEP, counts=("1: b", "1: a", "1: b", " "), not_yet=("1: b",))
    assert [(one.told, one.counts) for one in of((shown(), example()), step=step)] == [
        ("b", True),
        ("a", True),
        ("b", False),
        ("", True),
    ]


@st.composite
def histories(draw: st.DrawFn) -> tuple[list[Fact], tuple[Student, ...]]:
    """Any history of work at a step, with any consent; withdrawals of anything."""
    size = draw(st.integers(0, 12))
    kinds = (Kind.MASTERED, Kind.NOTE, Kind.KEEP_WORKING, Kind.ONE_OF_TWO, Kind.EXAMPLE_COUNTS, Kind.EXAMPLE_NOT_YET)
    facts = [
        Fact(
            f"f{number}",
            draw(st.integers(0, 6)),
            draw(st.sampled_from(["d1", "d2"])),
            "2026-01-05T09:00:00+00:00",
            draw(st.sampled_from(["t", "s"])),
            draw(st.sampled_from((*kinds, Kind.WITHDRAWN, Kind.RESTORED))),
            draw(st.sampled_from(["ava", "ben", "gone"])),
            "u/halves",
            f"f{draw(st.integers(0, size))}",
            evidence=draw(st.sampled_from([(), (PICTURES[0],), PICTURES])),
            seen=draw(st.sampled_from([(), (CRITERIA[0],), ("Old words",)])),
            note=draw(st.sampled_from([None, "Ava B. did", "as Comet", "Ben"])),
        )
        for number in range(size)
    ]
    everyone = tuple(
        replace(one, photos=draw(st.booleans()), left=draw(st.booleans())) for one in draw(st.permutations(EVERYONE))
    )
    return facts, everyone


@given(histories(), st.randoms(use_true_random=False))
def test_examples_are_the_same_for_the_same_facts_in_any_order_of_arrival_and_of_the_roll(
    history: tuple[list[Fact], tuple[Student, ...]], chance: random.Random
) -> None:
    facts, everyone = history
    assert of(facts, everyone) == of(chance.sample(facts, len(facts)), everyone[::-1])


@given(histories())
def test_no_example_names_a_child_or_shows_work_without_consent(
    history: tuple[list[Fact], tuple[Student, ...]],
) -> None:
    facts, everyone = history
    progress = progress_of(facts)
    lent = {
        picture
        for one in everyone
        if one.photos and not one.left
        for picture in evidence_at(progress.spot(one.id, STEP.id))
    }
    for one in of(facts, everyone):
        assert one.picture in lent
        assert not {"Ava", "Comet", "Ben"} & set(one.why.replace(".", "").split())


@given(histories(), st.sampled_from(["ava", "ben"]))
def test_of_a_child_that_takes_its_consent_back_no_example_is_left_and_none_of_others_is_lost(
    history: tuple[list[Fact], tuple[Student, ...]], child: str
) -> None:
    facts, everyone = history
    without = tuple(replace(one, photos=one.photos and one.id != child) for one in everyone)
    others = progress_of([one for one in facts if one.student != child])
    assert of(facts, without) == examples_of(STEP, others, without)


def test_the_order_of_pictures_is_that_of_their_pixels_and_not_of_children_or_time() -> None:
    facts = (shown(1, "ben", PICTURES[1]), example(2, "ben", evidence=(PICTURES[1],)), shown(3), example(4))
    assert [one.picture for one in of(facts)] == [*PICTURES]
    assert [one.picture for one in of(facts, (BEN, AVA))] == [*PICTURES]


EXAMPLES = tuple(Example(at % 2 == 0, CRITERIA[at % 3], f"told {at}", "why") for at in range(8))


@given(st.text(max_size=8), st.permutations(EXAMPLES))
def test_practice_shows_each_example_once_in_an_order_of_the_seed_alone(seed: str, examples: list[Example]) -> None:
    assert sorted(shuffled(examples, seed)) == sorted(EXAMPLES)
    assert shuffled(examples, seed) == shuffled(EXAMPLES, seed)


def test_another_seed_is_another_order() -> None:
    assert len({shuffled(EXAMPLES, str(seed)) for seed in range(20)}) > 15


@given(st.lists(st.tuples(st.sampled_from(EXAMPLES), st.booleans()), max_size=12))
def test_every_answer_is_told_of_its_criterion_once_and_differs_or_not(said: list[tuple[Example, bool]]) -> None:
    answers = [Answer(*one) for one in said]
    told = practised(answers, CRITERIA)
    assert [one.criterion for one in told] == [
        one for one in CRITERIA if any(one == a.example.criterion for a in answers)
    ]
    assert sum(one.judged for one in told) == len(answers)
    differing = [answer for one in told for answer in one.differing]
    assert sorted(differing) == sorted(one for one in answers if one.got_it != one.example.counts)


def test_the_step_as_a_whole_and_criteria_of_before_are_told_last() -> None:
    answers = [Answer(Example(True, criterion, "x", ""), True) for criterion in ("", "old", *CRITERIA[::-1])]
    assert [one.criterion for one in practised(answers, CRITERIA)] == [*CRITERIA, "", "old"]


@pytest.mark.parametrize(
    ("got_it", "counts", "why", "said"),
    [
        (True, False, "it is uneven", "You said got it; the guide says keep working, because it is uneven"),
        (False, True, "halves match", "You said keep working; the guide says got it, because halves match"),
        (True, False, "", "You said got it; the guide says keep working."),
        (False, True, "", "You said keep working; the guide says got it."),
        (True, True, "halves match", "You and the guide say got it, because halves match"),
        (False, False, "", "You and the guide say keep working."),
    ],
)
def test_the_guides_word_and_reason_are_said_in_one_sentence(got_it: bool, counts: bool, why: str, said: str) -> None:
    assert guide_says(Answer(Example(counts, "", "x", why), got_it)) == said


def test_whether_one_agrees_is_said_of_each_criterion() -> None:
    answers = [Answer(Example(True, "", "x", ""), said) for said in (True, False, True)]
    (all_of_it,) = practised(answers, CRITERIA)
    assert agreed(all_of_it) == "You and the guide differ on 1 of 3."
    assert agreed(practised(answers[::2], CRITERIA)[0]) == "You and the guide agree on all 2."
    assert agreed(practised(answers[:1], CRITERIA)[0]) == "You and the guide agree."


def test_a_class_without_facts_has_the_written_examples() -> None:
    assert examples_of(STEP, Progress(), ()) == ()
