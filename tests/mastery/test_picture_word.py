import itertools
from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from board.art.starter import step_badges
from board.mastery.picture_word import PICTURES, picture_word


@given(st.text(st.characters()))
def test_every_id_has_three_different_pictures(student_id: str) -> None:
    word = picture_word(student_id)
    assert len(set(word)) == 3
    assert set(word) <= set(PICTURES)


def test_words_on_cards_that_were_printed_still_open_the_page() -> None:
    assert picture_word("ava") == ("ladder", "kite", "lantern")
    assert picture_word("") == ("castle", "rocket", "cupcake")


def test_no_picture_and_no_word_is_much_more_common_than_others() -> None:
    words = [picture_word(f"student-{at}") for at in range(13_200)]
    for place in range(3):
        count = Counter(word[place] for word in words)
        assert count.keys() == set(PICTURES)
        assert max(count.values()) < 1.15 * min(count.values())
    count_of_words = Counter(words)
    assert count_of_words.keys() == set(itertools.permutations(PICTURES, 3))
    assert max(count_of_words.values()) < 30


def test_children_of_a_class_have_words_of_their_own() -> None:
    classes = [[picture_word(f"class-{room}-{at}") for at in range(24)] for room in range(100)]
    shared = sum(len(words) - len(set(words)) for words in classes)
    assert shared < 0.02 * 24 * 100


def test_every_picture_of_a_word_comes_with_the_board() -> None:
    assert set(PICTURES) <= step_badges().keys()
