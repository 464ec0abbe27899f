from hypothesis import given
from hypothesis import strategies as st

from board.counting import counted, either, listed


@given(st.integers(0, 10_000), st.text())
def test_a_number_has_its_own_sentence_and_names_stand_in_it_as_they_are(count: int, name: str) -> None:
    said = counted("1 picture waits for {name}.", "{count} pictures wait for {name}.", count, name=name)
    assert said == (f"1 picture waits for {name}." if count == 1 else f"{count} pictures wait for {name}.")


def test_names_stand_in_a_sentence() -> None:
    lists: list[list[str]] = [[], ["Ava"], ["Ava", "Ben"], ["Ava", "Ben", "Cleo"]]
    assert [*map(listed, lists)] == ["", "Ava", "Ava and Ben", "Ava, Ben and Cleo"]
    assert [*map(either, lists)] == ["", "Ava", "Ava or Ben", "Ava, Ben or Cleo"]


@given(st.lists(st.text(min_size=1)))
def test_every_name_of_a_list_is_told_as_it_is(names: list[str]) -> None:
    assert all(name in listed(names) and name in either(names) for name in names)
