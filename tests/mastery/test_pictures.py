from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from board.mastery.audience import Audience, Earned, earned_by_level, seen_face, state_of
from board.mastery.facts import Fact, Kind
from board.mastery.people import Student
from board.mastery.pictures import WHOLE_DRAWING, Cut, Face, Origin, Shape, State, cut_of
from board.mastery.progress import Progress, progress_of
from builders import UNIT, ledgers

CONTENT = "0123456789abcdef" * 2
STEP = "u/halves"


def told(kind: Kind, id_: str, seq: int, *, step: str | None = None, of: str | None = None, **more: object) -> Fact:
    fact = Fact(id_, seq, "d1", "2026-01-05T09:00:00+00:00", "t", kind, "ava", step, of)
    return fact._replace(**more)  # type: ignore[arg-type]


ADDED = told(Kind.PICTURE_ADDED, "fish", 1, evidence=(CONTENT,), note="my fish", origin="studio")
PLACED = told(Kind.PICTURE_PLACED, "put", 2, step=STEP, of="fish")
MASTERED = told(Kind.MASTERED, "got", 3, step=STEP)
ACCEPTED = told(Kind.PICTURE_ACCEPTED, "yes", 4, of="fish")
HIDDEN = told(Kind.PICTURE_HIDDEN, "no", 5, of="fish")


def face(progress: Progress, audience: Audience) -> Face | None:
    return seen_face(progress, "ava", STEP, audience)


def test_a_picture_waits_until_its_step_is_earned_and_an_adult_has_looked() -> None:
    drawn = progress_of([ADDED, PLACED, ACCEPTED])
    assert face(drawn, Audience.STUDENT) is None
    earned = progress_of([ADDED, PLACED, MASTERED])
    assert face(earned, Audience.STUDENT) == Face(CONTENT)
    assert face(earned, Audience.TEACHER) == Face(CONTENT)
    assert face(earned, Audience.EVERYBODY) is None
    assert face(earned.after([ACCEPTED]), Audience.EVERYBODY) == Face(CONTENT)


def test_a_hidden_picture_stays_its_makers_and_can_be_shown_again() -> None:
    hidden = progress_of([ADDED, PLACED, MASTERED, ACCEPTED, HIDDEN])
    assert face(hidden, Audience.EVERYBODY) is None
    assert face(hidden, Audience.STUDENT) == Face(CONTENT)
    again = hidden.after([told(Kind.PICTURE_ACCEPTED, "yes2", 6, of="fish")])
    assert face(again, Audience.EVERYBODY) == Face(CONTENT)


def test_a_new_picture_leaves_the_accepted_one_where_others_see_it_until_an_adult_has_looked() -> None:
    boat = told(Kind.PICTURE_ADDED, "boat", 6, evidence=("f" * 32,))
    instead = told(Kind.PICTURE_PLACED, "put2", 7, step=STEP, of="boat")
    progress = progress_of([ADDED, PLACED, MASTERED, ACCEPTED, boat, instead])
    assert face(progress, Audience.STUDENT) == Face("f" * 32)
    assert face(progress, Audience.EVERYBODY) == Face(CONTENT)
    assert state_of(progress.shelf("ava")["fish"], progress) is State.PLACED
    looked = progress.after([told(Kind.PICTURE_ACCEPTED, "yes2", 8, of="boat")])
    assert face(looked, Audience.EVERYBODY) == Face("f" * 32)
    hidden = progress.after([told(Kind.PICTURE_HIDDEN, "no2", 8, of="boat")])
    assert face(hidden, Audience.EVERYBODY) is None


def test_others_see_a_picture_as_it_was_cut_when_an_adult_looked() -> None:
    again = told(Kind.PICTURE_CUT, "c", 6, of="fish", cut="round")
    progress = progress_of([ADDED, PLACED, MASTERED, ACCEPTED, again])
    assert face(progress, Audience.STUDENT) == Face(CONTENT, Cut(Shape.ROUND))
    assert face(progress, Audience.EVERYBODY) == Face(CONTENT)
    assert progress.shelf("ava")["fish"].waits
    looked = progress.after([told(Kind.PICTURE_ACCEPTED, "yes2", 7, of="fish")])
    assert face(looked, Audience.EVERYBODY) == Face(CONTENT, Cut(Shape.ROUND))
    assert not looked.shelf("ava")["fish"].waits


def test_how_far_a_picture_has_come() -> None:
    facts = [ADDED, PLACED, ACCEPTED, MASTERED, HIDDEN]
    known: list[Fact] = []
    states = []
    for fact in facts:
        known.append(fact)
        progress = progress_of(known)
        states.append(state_of(progress.shelf("ava")["fish"], progress))
    assert states == [State.DRAFT, State.DRAFT, State.ACCEPTED, State.PLACED, State.HIDDEN]


def test_the_picture_put_there_last_stands_and_starter_art_can_stand_again() -> None:
    second = told(Kind.PICTURE_ADDED, "boat", 6, evidence=("f" * 32,))
    other = told(Kind.PICTURE_PLACED, "put2", 7, step=STEP, of="boat")
    nothing = told(Kind.PICTURE_PLACED, "put3", 8, step=STEP)
    progress = progress_of([ADDED, PLACED, MASTERED, second, other])
    assert face(progress, Audience.STUDENT) == Face("f" * 32)
    assert face(progress.after([nothing]), Audience.STUDENT) is None
    back = told(Kind.WITHDRAWN, "undo", 8, step=STEP, of="put2")
    assert face(progress.after([back]), Audience.STUDENT) == Face(CONTENT)


def test_words_and_cut_are_the_last_that_were_said() -> None:
    words = told(Kind.PICTURE_CAPTIONED, "w", 4, of="fish", note="my whale")
    cut = told(Kind.PICTURE_CUT, "c", 5, of="fish", cut="round 100 0 900 1000")
    art = progress_of([cut, words, ADDED]).shelf("ava")["fish"]
    assert (art.caption, art.cut, art.origin) == ("my whale", Cut(Shape.ROUND, (0.1, 0.0, 0.9, 1.0)), Origin.STUDIO)


def test_taking_a_picture_in_can_be_undone_and_leaves_starter_art() -> None:
    undone = told(Kind.WITHDRAWN, "undo", 5, of="fish")
    progress = progress_of([ADDED, PLACED, MASTERED, ACCEPTED, undone])
    assert not progress.shelf("ava")
    assert face(progress, Audience.STUDENT) is None


def test_the_quilt_mixes_own_pictures_in_and_tells_nobody_whose_they_are() -> None:
    students = [Student("ava", "Ava"), Student("ben", "Ben")]
    own = [ADDED, PLACED, MASTERED, ACCEPTED]
    by_ben = [fact._replace(student="ben") for fact in own]
    other = MASTERED._replace(id="also", seq=9)
    one = earned_by_level(UNIT, students, progress_of([*own, other._replace(student="ben")]))
    two = earned_by_level(UNIT, students, progress_of([*by_ben, other]))
    assert one == two
    assert set(one[0][1]) == {Earned(UNIT.spots[0]), Earned(UNIT.spots[0], Face(CONTENT))}


@given(ledgers(), st.randoms())
def test_any_facts_in_any_order_give_the_same_pictures(facts: list[Fact], chance: Random) -> None:
    shuffled = [*facts, *facts]
    chance.shuffle(shuffled)
    once = progress_of(facts)
    assert once == progress_of(shuffled)
    step_by_step = Progress()
    for fact in shuffled:
        step_by_step = step_by_step.after([fact])
    assert step_by_step.shelves == once.shelves


PICTURES = ["fish", "boat", "bird", "tree", "lamp"]


@given(st.lists(st.tuples(st.sampled_from(PICTURES), st.booleans()), max_size=14), st.randoms())
def test_three_pictures_at_most_are_for_the_wall_and_the_last_word_about_each_counts(
    said: list[tuple[str, bool]], chance: Random
) -> None:
    facts = [told(Kind.PICTURE_ADDED, name, 0, evidence=(CONTENT,)) for name in PICTURES[:-1]]
    wall: list[str] = []
    for number, (name, wanted) in enumerate(said, 1):
        facts.append(told(Kind.PICTURE_CHOSEN if wanted else Kind.PICTURE_UNCHOSEN, f"c{number}", number, of=name))
        wall = [other for other in wall if other != name]
        wall = [*wall, name][-3:] if wanted and name != "lamp" else wall
    chance.shuffle(facts)
    shelf = progress_of(facts).shelf("ava")
    assert {name for name, art in shelf.items() if art.chosen} == set(wall)


def test_a_choice_that_is_taken_back_gives_the_picture_before_its_place_again() -> None:
    added = [told(Kind.PICTURE_ADDED, name, 0, evidence=(CONTENT,)) for name in PICTURES[:4]]
    chosen = [told(Kind.PICTURE_CHOSEN, f"c{name}", number, of=name) for number, name in enumerate(PICTURES[:4], 1)]
    progress = progress_of([*added, *chosen])
    assert not progress.shelf("ava")["fish"].chosen
    back = progress.after([told(Kind.WITHDRAWN, "undo", 9, of="ctree")])
    assert {name for name, art in back.shelf("ava").items() if art.chosen} == {"fish", "boat", "bird"}


sides = st.floats(0, 1, allow_nan=False)
cuts = st.builds(Cut, st.sampled_from(Shape), st.tuples(sides, sides, sides, sides))


@given(cuts)
def test_a_cut_is_kept_and_read_again_or_is_the_usual_one(cut: Cut) -> None:
    again = cut_of(str(cut))
    assert again == WHOLE_DRAWING or again.shape is cut.shape
    if again != WHOLE_DRAWING:
        assert all(abs(one - other) <= 0.001 for one, other in zip(again.box, cut.box, strict=True))
        assert cut_of(str(again)) == again


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        (None, WHOLE_DRAWING),
        ("", WHOLE_DRAWING),
        ("drawing", WHOLE_DRAWING),
        ("square", Cut(Shape.SQUARE)),
        ("heart", WHOLE_DRAWING),
        ("round 0 0 1000", WHOLE_DRAWING),
        ("round 100 200 300 1200", Cut(Shape.ROUND, (0.1, 0.2, 0.3, 1.0))),
        ("round 100 200 1300 400", Cut(Shape.ROUND, (0.1, 0.2, 1.0, 0.4))),
        ("round 0 0 20 20", Cut(Shape.ROUND, (0.0, 0.0, 0.02, 0.02))),
        ("round 0 0 19 1000", WHOLE_DRAWING),
        ("round 0 0 1000 19", WHOLE_DRAWING),
        ("round -1 0 1000 1000", WHOLE_DRAWING),
        ("round 0 -1 1000 1000", WHOLE_DRAWING),
        ("round 500 0 100 1000", WHOLE_DRAWING),
        ("round a b c d", WHOLE_DRAWING),
    ],
)
def test_a_cut_is_read_as_it_was_kept_and_else_is_the_usual_one(text: str | None, cut: Cut) -> None:
    assert cut_of(text) == cut
    assert cut_of(str(cut)) == cut


def test_a_cut_is_kept_in_thousandths_and_the_whole_picture_in_one_word() -> None:
    assert str(Cut(Shape.ROUND, (0.1234, 0, 0.9996, 1))) == "round 123 0 1000 1000"
    assert str(Cut(Shape.SQUARE)) == "square"
    assert Face("c", Cut(Shape.ROUND, (0.1, 0, 1, 1))).name == "c-round-100-0-1000-1000"


@pytest.mark.parametrize(
    ("text", "origin"),
    [
        ("studio", Origin.STUDIO),
        ("sheet", Origin.SHEET),
        ("starter", Origin.STARTER),
        ("x", Origin.FILE),
        (None, Origin.FILE),
    ],
)
def test_a_picture_of_unknown_origin_counts_as_a_file(text: str | None, origin: Origin) -> None:
    assert progress_of([ADDED._replace(origin=text)]).shelf("ava")["fish"].origin is origin


def test_a_fresh_picture_is_a_draft_with_what_the_child_said() -> None:
    art = progress_of([ADDED]).shelf("ava")["fish"]
    assert (art.id, art.student, art.content, art.caption, art.cut) == ("fish", "ava", CONTENT, "my fish", Cut())
    assert (art.seen, art.hidden, art.chosen, art.added, art.face) == (None, False, False, ADDED, Face(CONTENT))
    assert (art.accepted, art.is_seen, art.waits) == (False, False, True)
    assert progress_of([ADDED._replace(note=None)]).shelf("ava")["fish"].caption == ""
    assert progress_of([ADDED._replace(evidence=())]).shelf("ava") == {}


def test_a_picture_is_found_by_its_own_id_and_stands_nowhere_by_itself() -> None:
    added = [ADDED._replace(id=id_) for id_ in ("x", "fish")]
    looked = told(Kind.PICTURE_ACCEPTED, "yes", 4, of="x")
    nothing = told(Kind.PICTURE_PLACED, "put", 5, step=STEP)
    astray = told(Kind.PICTURE_HIDDEN, "no", 6)
    for facts in ([], [nothing]):
        progress = progress_of([*added, looked, MASTERED, astray, *facts])
        assert progress.picture("ava", STEP) is None
        assert [face(progress, audience) for audience in Audience] == [None] * 3
        assert not progress.shelf("ava")["x"].hidden
        assert state_of(progress.shelf("ava")["x"], progress) is State.ACCEPTED
    placed = progress_of([*added, looked, MASTERED, told(Kind.PICTURE_PLACED, "put", 5, step=STEP, of="x")])
    assert placed.picture("ava", STEP) == placed.shelf("ava")["x"]
    hidden_elsewhere = told(Kind.PICTURE_HIDDEN, "no", 6, of="fish")
    assert face(placed.after([hidden_elsewhere]), Audience.EVERYBODY) == Face(CONTENT)


def test_a_picture_is_placed_when_it_stands_on_one_of_several_spots() -> None:
    others = [told(Kind.MASTERED, f"got{step}", 9, step=f"u/{step}") for step in ("thirds", "fourths")]
    progress = progress_of([ADDED, PLACED, ACCEPTED, MASTERED, *others])
    assert state_of(progress.shelf("ava")["fish"], progress) is State.PLACED


def test_others_see_a_picture_from_when_it_is_accepted_until_it_is_hidden() -> None:
    accepted = progress_of([ADDED, ACCEPTED]).shelf("ava")["fish"]
    assert (accepted.accepted, accepted.is_seen, accepted.waits) == (True, True, False)
    hidden = progress_of([ADDED, ACCEPTED, HIDDEN]).shelf("ava")["fish"]
    assert (hidden.accepted, hidden.is_seen, hidden.waits) == (True, False, False)
    cut = told(Kind.PICTURE_CUT, "c", 9, of="fish", cut="round")
    assert not progress_of([ADDED, ACCEPTED, HIDDEN, cut]).shelf("ava")["fish"].waits


def test_words_can_be_taken_away_and_words_about_no_picture_change_none() -> None:
    words = told(Kind.PICTURE_CAPTIONED, "w", 4, of="fish", note=None)
    assert progress_of([ADDED, words]).shelf("ava")["fish"].caption == ""
    odd = [told(kind, f"odd{seq}", seq, note="odd", cut="round") for seq, kind in enumerate(Kind, 4)]
    astray = [one._replace(of="boat", id=f"{one.id}b") for one in odd if one.kind is not Kind.WITHDRAWN]
    empty = ADDED._replace(id="")
    before = progress_of([ADDED, empty]).shelf("ava")
    assert progress_of([ADDED, empty, *odd, *astray]).shelf("ava")["fish"] == before["fish"]


@given(st.none() | st.text())
def test_whatever_stands_there_is_a_cut(text: str | None) -> None:
    left, top, right, bottom = cut_of(text).box
    assert 0 <= left < right <= 1
    assert 0 <= top < bottom <= 1
