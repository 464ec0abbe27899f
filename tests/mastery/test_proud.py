"""What everybody sees of a child on the proud wall."""

from hypothesis import given

from board.mastery.audience import Audience, Earned, proud_faces, seen_face
from board.mastery.facts import Fact, Kind
from board.mastery.pictures import Cut, Face, Shape
from board.mastery.progress import Status, progress_of
from builders import STUDENTS, UNIT, ledgers

HALVES, THIRDS, FOURTHS, PIZZA = UNIT.levels[0].spots


def told(kind: Kind, seq: int, *, step: str | None = None, of: str | None = None, **more: object) -> Fact:
    fact = Fact(f"{kind}{seq}", seq, "d1", "2026-01-05T09:00:00+00:00", "t", kind, "ava", step, of)
    return fact._replace(**more)  # type: ignore[arg-type]


def picture(name: str, step: str, seq: int) -> list[Fact]:
    """A picture that stands on an earned spot and that an adult has let others see."""
    return [
        told(Kind.PICTURE_ADDED, seq, id=name, evidence=(name * 32,)),
        told(Kind.PICTURE_PLACED, seq, step=step, of=name),
        told(Kind.PICTURE_ACCEPTED, seq, of=name),
        told(Kind.MASTERED, seq, step=step),
    ]


FOUR = [
    fact
    for number, (name, step) in enumerate(zip("abcd", UNIT.levels[0].spots, strict=True), 1)
    for fact in picture(name, step.id, number)
]


def faces(facts: list[Fact]) -> list[str | None]:
    return [one.face.content[0] if one.face else None for one in proud_faces(progress_of(facts), "ava", UNIT.spots)]


def test_a_childs_own_choice_stands_there() -> None:
    chosen = [told(Kind.PICTURE_CHOSEN, 8, of="c"), told(Kind.PICTURE_CHOSEN, 9, of="a")]
    assert faces([*FOUR, *chosen]) == ["a", "c"]


def test_without_a_choice_the_three_newest_of_its_pictures_stand_there() -> None:
    assert faces(FOUR) == ["d", "c", "b"]


def test_a_choice_that_others_may_not_see_leaves_no_empty_place_and_no_starter_art() -> None:
    chosen = told(Kind.PICTURE_CHOSEN, 8, of="a")
    assert faces([*FOUR, chosen]) == ["a"]
    assert faces([*FOUR, chosen, told(Kind.PICTURE_HIDDEN, 9, of="a")]) == ["d", "c", "b"]
    taken_back = told(Kind.WITHDRAWN, 9, step=HALVES.id, of="mastered1")
    assert faces([*FOUR, chosen, taken_back]) == ["d", "c", "b"]


def test_starter_art_stands_there_only_where_no_own_picture_may_be_seen() -> None:
    marks = [told(Kind.MASTERED, number, step=step.id) for number, step in enumerate(UNIT.levels[0].spots, 1)]
    hidden = [told(Kind.PICTURE_HIDDEN, number, of=name) for number, name in enumerate("abcd", 11)]
    newest = (Earned(PIZZA), Earned(FOURTHS), Earned(THIRDS))
    assert proud_faces(progress_of(marks), "ava", UNIT.spots) == newest
    assert proud_faces(progress_of([*FOUR, *hidden]), "ava", UNIT.spots) == newest
    assert proud_faces(progress_of([]), "ava", UNIT.spots) == ()


def test_a_picture_on_two_spots_stands_there_once() -> None:
    twice = [told(Kind.PICTURE_PLACED, 9, step=PIZZA.id, of="c"), told(Kind.MASTERED, 7, step=PIZZA.id)]
    facts = [*picture("c", FOURTHS.id, 3), *twice]
    assert proud_faces(progress_of(facts), "ava", (*UNIT.spots, *UNIT.spots)) == (Earned(PIZZA, Face("c" * 32)),)
    assert proud_faces(progress_of([*facts, told(Kind.PICTURE_CHOSEN, 9, of="c")]), "ava", UNIT.spots) == (
        Earned(PIZZA, Face("c" * 32)),
    )


def test_a_picture_stands_there_as_it_was_cut_when_an_adult_looked() -> None:
    again = told(Kind.PICTURE_CUT, 8, of="a", cut="round")
    looked = told(Kind.PICTURE_ACCEPTED, 9, of="a")
    facts = picture("a", HALVES.id, 1)
    assert proud_faces(progress_of([*facts, again]), "ava", UNIT.spots)[0].face == Face("a" * 32)
    assert proud_faces(progress_of([*facts, again, looked]), "ava", UNIT.spots)[0].face == Face(
        "a" * 32, Cut(Shape.ROUND)
    )


@given(ledgers())
def test_nobody_has_more_than_three_and_everything_there_is_earned_and_for_everybodys_eyes(facts: list[Fact]) -> None:
    progress = progress_of(facts)
    for student in STUDENTS:
        found = proud_faces(progress, student, UNIT.spots)
        has_earned = any(progress.spot(student, step.id).status is Status.MASTERED for step in UNIT.spots)
        assert bool(found) is has_earned
        assert len(found) <= 3
        for step, face in found:
            assert progress.spot(student, step.id).status is Status.MASTERED
            assert face == seen_face(progress, student, step.id, Audience.EVERYBODY)
