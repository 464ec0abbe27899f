import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from board.mastery.curriculum import Level, Step, Unit
from board.mastery.facts import Kind
from board.mastery.people import Student
from page_builders import earned_by, everything_in, students_of, unit_of, wall
from paper_reading import text_of
from printables.page.pictures import Picture
from printables.wall.chart import FRIEND, NOBODY_YET

HOSTILE = (
    "[/",
    "[@click=app.quit]x",
    "<img src='x'/>",
    "=1+1",
    "W" * 200,
    "\u202eevil\u0000 name\n",
    "lone \ud800 half",
    "(unbalanced \\ paren",
    "🦊 Fox",
    "محمد",
    "",
)


def test_every_name_and_step_title_is_found_by_text_extraction() -> None:
    unit, students = unit_of(), students_of(30)
    text = text_of(wall(unit, students))
    assert [student.name for student in students if student.name not in text] == []
    assert [step.title for step in unit.spots if step.title not in text] == []
    assert [level.title for level in unit.levels if level.title not in text] == []


def test_the_foot_says_what_the_shapes_mean_and_whose_copy_it_is() -> None:
    text = text_of(wall(unit_of(), students_of(3)))
    for words in ("still growing", "Boss: put it all together", "Teacher's copy, not for display", "22 November 2026"):
        assert words in text


def test_the_words_are_the_same_whatever_is_earned() -> None:
    """No totals, no percentages, nothing that is left over."""
    unit, students = unit_of(), students_of(10)
    none, some = wall(unit, students), wall(unit, students, earned_by(students[:4], unit.spots))
    assert text_of(some) == text_of(none)
    assert "%" not in text_of(some)


def test_by_alias_the_file_holds_no_name_and_no_id() -> None:
    students = (*students_of(5), Student("lonely-id", "Nobodysname N."))
    pdf = wall(unit_of(), students, by_alias=True)
    held = everything_in(pdf)
    for student in students:
        assert student.name.encode() not in held
        assert student.name.split()[0].encode("utf-16-be") not in held
        assert student.id.encode() not in held
    assert "Quill" not in text_of(pdf)
    assert "Nobodysname" not in text_of(pdf)
    assert b"Quill" in everything_in(wall(unit_of(), students))
    assert "Comet3Alias" in text_of(pdf)
    assert FRIEND in text_of(pdf)


def test_by_alias_the_order_of_the_register_is_gone() -> None:
    students = (Student("1", "Ava", alias="Zebra"), Student("2", "Ben", alias="Ant"))
    text = text_of(wall(unit_of(), students, by_alias=True))
    assert text.index("Ant") < text.index("Zebra")


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_name_is_only_a_name(name: str) -> None:
    students = (Student("1", name), Student("2", "Ava B."))
    assert "Ava B." in text_of(wall(unit_of(), students))


@pytest.mark.parametrize("name", HOSTILE[:4])
def test_a_hostile_name_of_letters_is_printed_as_it_is(name: str) -> None:
    assert name in text_of(wall(unit_of(), (Student("1", name),)))


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(names=st.lists(st.text(max_size=80), min_size=1, max_size=4))
def test_any_text_may_be_a_name_or_a_title(names: list[str]) -> None:
    steps = tuple(Step(f"u/{at}", name, name, badge=name) for at, name in enumerate(names))
    unit = Unit("u", names[0], (Level("u/l", names[-1], steps[1:], boss=steps[0]),))
    students = tuple(Student(str(at), name, alias=name, emblem=name) for at, name in enumerate(names))
    assert wall(unit, students).startswith(b"%PDF")
    assert wall(unit, students, by_alias=True).startswith(b"%PDF")


def test_missing_pictures_have_calm_stand_ins() -> None:
    unit, students = unit_of(1, 3), students_of(2)
    pdf = wall(unit, students, earned_by(students, unit.spots), pictures={})
    assert b"/Subtype /Image" not in pdf
    assert "Z" in text_of(pdf).replace("Zoë", "")


def test_a_broken_picture_counts_as_missing() -> None:
    broken = {f"badge-{at}": Picture("x", data) for at, data in enumerate((b"", b"GIF89a", b"\xff\xd8\xff"))}
    assert b"/Subtype /Image" not in wall(unit_of(1, 3), students_of(2), pictures=broken)


def test_a_long_name_wraps_or_ends_in_an_ellipsis() -> None:
    name = "Maria-Alexandra Konstantina Theodoropoulou von Hohenzollern"
    text = text_of(wall(unit_of(), (Student("1", name), Student("2", "Ava B."))))
    assert "Konstantina" in text
    assert "Hohenzollern" in text or "…" in text


def test_no_students_give_a_sentence() -> None:
    text = text_of(wall(unit_of(), ()))
    assert NOBODY_YET in text
    assert "Step 1" not in text


@pytest.mark.parametrize("kind", [Kind.EXCUSED, Kind.PRACTISING, Kind.READY, Kind.KEEP_WORKING])
def test_what_is_not_mastered_looks_open(kind: Kind) -> None:
    unit, students = unit_of(), students_of(3)
    assert wall(unit, students, earned_by(students, unit.spots, kind)) == wall(unit, students)
