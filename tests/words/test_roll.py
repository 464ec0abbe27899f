import pytest

from board.mastery.people import Student
from board.words.roll import doubts_about_name, two_ids

CLASS = (
    Student("ava", "Ava B.", "Comet"),
    Student("ben", "Ben C.", number="77"),
    Student("cam", "Cam D.", left=True),
)


@pytest.mark.parametrize(
    ("name", "alias", "said"),
    [
        (" \t", "", "Write a name."),
        ("ben c.", "", "Ben C. is in the class already; tell them apart with one more letter of the family name."),
        ("Cam D.", "", "Cam D. has left the class. The same child? Then bring that entry back instead."),
        ("comet", "", "Ava B. goes by this name on paper."),
        ("Dee", "dee", "The alias is the name itself; leave it empty, or choose another."),
        ("Dee", "Ben C.", "The alias is the name of Ben C.; choose another."),
        ("Dee", "COMET", "Ava B. has this alias already; choose another."),
    ],
)
def test_doubtful_names_are_said(name: str, alias: str, said: str) -> None:
    assert doubts_about_name(CLASS, name, alias) == (said,)


def test_a_name_that_looks_like_a_field_is_said_as_it_is() -> None:
    odd = Student("odd", "{other} {0}")
    assert doubts_about_name((odd,), "{other} {0}")[0].startswith("{other} {0} is in the class already; ")


def test_two_school_ids_are_asked_about() -> None:
    ben, dan = CLASS[1], Student("dan", "Ben C.", number="78")
    assert two_ids(ben, dan) == "The school gives them two ids (77, 78). Are they one child?"
