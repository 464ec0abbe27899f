import pytest

from board.mastery.curriculum import Step


@pytest.mark.parametrize(
    ("title", "i_can", "in_full"),
    [
        ("Count to 20", "I can count to 20.", "Count to 20"),
        (
            "Measure length of an object",
            "I can measure the length of an object in blocks.",
            "I can measure the length of an object in blocks.",
        ),
        (
            "Use addition \u2026 objects",
            "I can use addition to solve problems with objects.",
            "I can use addition to solve problems with objects.",
        ),
        ("Explain how\u2026", "I can explain how day and night come.", "I can explain how day and night come."),
        ("Halves", "I can make halves.", "Halves"),
        ("Run a Shop", "I can run a pretend shop and find totals.", "Run a Shop"),
        ("", "", ""),
        ("Count", "", "Count"),
        ("", "I can count to 20.", ""),
    ],
)
def test_a_title_that_is_a_part_of_the_sentence_gives_way_to_it_where_there_is_room(
    title: str, i_can: str, in_full: str
) -> None:
    assert Step("u/s", title, i_can).in_full == in_full
