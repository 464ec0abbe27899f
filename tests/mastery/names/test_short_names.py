from hypothesis import given
from hypothesis import strategies as st

from board.mastery.names.letters import folded, letters_of
from board.mastery.names.person_name import PersonName, name_of, whole_name
from board.mastery.names.same_name import displays
from board.mastery.names.short_names import short_names
from people_of_the_world import ANYBODY, QUIET, WAYS, Person, people


def in_any_order(name: PersonName) -> tuple[str, ...]:
    """Give the words of a name; one list writes them in this order, the next in that."""
    return tuple(sorted(folded(whole_name(name)).split()))


@given(st.lists(st.tuples(ANYBODY, st.sampled_from(QUIET)), max_size=12))
def test_no_two_children_of_a_class_are_called_alike_unless_their_names_are_equal(
    drawn: list[tuple[Person, str]],
) -> None:
    names = [WAYS[way](person) for person, way in drawn]
    shown = short_names(names)
    for display, name in zip(shown, names, strict=True):
        assert folded(display) in displays(name)
        twins = [other for other, called in zip(names, shown, strict=True) if folded(called) == folded(display)]
        assert {in_any_order(twin) for twin in twins} == {in_any_order(name)}


@given(st.lists(people("english") | people("spanish") | people("arabic"), max_size=8), st.randoms())
def test_the_order_of_a_list_changes_no_display_name(everyone: list[Person], dice: object) -> None:
    names = [WAYS["whole"](person) for person in everyone]
    assert short_names(names[::-1]) == short_names(names)[::-1]


def test_as_many_letters_are_shown_as_tell_children_apart_and_not_one_more() -> None:
    assert class_of("Ava Brown", "Ava Black", "Liam Lopez", "Kim", "Ava Bro") == (
        "Ava Brow.",
        "Ava Bl.",
        "Liam L.",
        "Kim",
        "Ava Bro",
    )
    assert class_of("Ava Brown", "Ava Brown") == ("Ava B.", "Ava B.")
    assert class_of("Ava Adams", "Ava Baker", "Ava Bakery", "Ava Bates") == (
        "Ava A.",
        "Ava Baker",
        "Ava Bakery",
        "Ava Bat.",
    )
    assert class_of("José García", "Jose Gomez") == ("José Ga.", "Jose Go.")
    assert class_of("Ava B.", "Ava Brown") == ("Ava B.", "Ava Br.")


def test_children_with_one_family_name_are_told_apart_by_their_other_names() -> None:
    assert class_of("Ava Jane Brown", "Ava Marie Brown") == ("Ava J. B.", "Ava M. B.")
    assert class_of("Ava Jane Brown", "Ava Jill Brown") == ("Ava Jane B.", "Ava Jill B.")
    assert class_of("Ben Brown Jr.", "Ben Brown III") == ("Ben B. Jr.", "Ben B. III")
    assert class_of("Smith, Katherine (Katie)", "Smith, Katie") == ("Katherine (Katie) Smith", "Katie Smith")


def test_a_servant_of_god_is_never_called_a_servant() -> None:
    assert class_of("Omar Abd al-Rahman", "Omar Abd al-Aziz") == ("Omar Abd al-Rahman", "Omar Abd al-Aziz")
    assert class_of("محمد عبد الرحمن", "محمد عبد العزيز") == ("محمد عبد الرحمن", "محمد عبد العزيز")


def class_of(*names: str) -> tuple[str, ...]:
    return short_names(map(name_of, names))


def test_a_letter_is_what_people_count_as_one() -> None:
    assert letters_of("शर्मा") == ("श", "र्मा")
    assert letters_of("Zo\u0308e") == ("Z", "o\u0308", "e")
    assert letters_of("Smith-Jones")[:6] == ("S", "m", "i", "t", "h-", "J")
