"""Documents of several computers become one, whatever came first: nobody's child, word or place is lost."""

import json
from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from board.store.codec import Documents
from board.store.documents.merging import disagreements, joined, stamped, visible
from board.store.documents.places import moved

BEFORE: Documents = {"students": {"ava": {"name": "Ava", "grade": "2"}, "ben": {"name": "Ben"}}}
"""What two computers had before either edited; made by a board that knew no edits."""


def edited(before: Documents, writer: str, students: dict[str, Any]) -> Documents:
    return stamped(before, {**visible(before), "students": students}, writer)


def names(tables: Documents) -> list[str]:
    return [doc["name"] for doc in visible(tables)["students"].values()]


def bytes_of(tables: Documents) -> str:
    return json.dumps(tables)


def together(*states: Documents) -> Documents:
    whole: Documents = {}
    for state in states:
        whole = joined(whole, state)
    return whole


def asked(tables: Documents) -> list[tuple[str, str, list[Any]]]:
    return [(one.id, one.field, [version.value for version in one.versions]) for one in disagreements(tables)]


def test_two_who_add_a_child_both_keep_theirs_in_an_order_both_see() -> None:
    one = edited(BEFORE, "d1", {**BEFORE["students"], "cam": {"name": "Cam"}})
    other = edited(BEFORE, "d2", {"dan": {"name": "Dan"}, **BEFORE["students"]})
    assert names(joined(one, other)) == names(joined(other, one)) == ["Dan", "Ava", "Ben", "Cam"]
    assert asked(joined(one, other)) == []


def test_two_who_change_two_fields_of_a_child_have_both() -> None:
    one = edited(BEFORE, "d1", {"ava": {"name": "Ava B.", "grade": "2"}, "ben": {"name": "Ben"}})
    other = edited(BEFORE, "d2", {"ava": {"name": "Ava", "grade": "3"}, "ben": {"name": "Ben"}})
    assert visible(joined(one, other))["students"]["ava"] == {"name": "Ava B.", "grade": "3"}
    assert asked(joined(one, other)) == []


def test_two_names_are_both_kept_until_somebody_chooses_and_then_the_other_is_gone_everywhere() -> None:
    one = edited(BEFORE, "d1", {"ava": {"name": "Ava B."}, "ben": {"name": "Ben"}})
    other = edited(BEFORE, "d2", {"ava": {"name": "Ava C."}, "ben": {"name": "Ben"}})
    both = joined(one, other)
    assert asked(both) == [("ava", "name", ["Ava C.", "Ava B."])]
    shown = visible(both)
    shown["students"]["ava"]["name"] = "Ava B."
    chosen = stamped(both, shown, "d3", {("students", "ava", "name")})
    for late in (one, other, both):
        assert asked(joined(chosen, late)) == []
        assert names(joined(late, chosen))[0] == "Ava B."
    same = stamped(both, visible(both), "d3", {("students", "ava", "name")})
    assert asked(joined(same, both)) == []
    assert names(joined(same, both))[0] == "Ava C."


def test_the_same_word_from_two_is_no_question() -> None:
    one, other = (edited(BEFORE, writer, {"ava": {"name": "Ava B."}}) for writer in ("d1", "d2"))
    assert asked(joined(one, other)) == []
    assert names(joined(one, other)) == ["Ava B."]


def test_a_child_taken_out_stays_out_and_leaves_no_words() -> None:
    out = edited(BEFORE, "d1", {"ben": {"name": "Ben"}})
    for old in (BEFORE, out):
        assert names(joined(out, old)) == names(joined(old, out)) == ["Ben"]
    assert "Ava" not in bytes_of(joined(out, BEFORE))


def test_a_child_that_one_took_out_while_another_wrote_about_it_is_there_with_all_its_words() -> None:
    out = edited(BEFORE, "d1", {"ben": {"name": "Ben"}})
    named = edited(BEFORE, "d2", {"ava": {"name": "Ava B.", "grade": "2"}, "ben": {"name": "Ben"}})
    assert visible(joined(out, named))["students"]["ava"] == {"name": "Ava B.", "grade": "2"}
    assert asked(joined(out, named)) == [("ava", "gone", [None, True])]


def test_what_was_renamed_and_taken_out_elsewhere_has_the_name_that_its_editor_saw() -> None:
    renamed = edited(BEFORE, "d1", {"ava": {"name": "Ava B.", "grade": "2"}, "ben": {"name": "Ben"}})
    out = edited(renamed, "d1", {"ben": {"name": "Ben"}})
    graded = edited(BEFORE, "d2", {"ava": {"name": "Ava", "grade": "3"}, "ben": {"name": "Ben"}})
    both = joined(out, graded)
    assert visible(both)["students"]["ava"] == {"name": "Ava", "grade": "3"}
    assert asked(both) == [("ava", "gone", [None, True])]
    assert names(joined(both, renamed))[0] == "Ava B.", "whoever still knows the later name brings it"
    again = edited(both, "d3", {"ava": {"name": "Ava", "grade": "4"}, "ben": {"name": "Ben"}})
    for old in (out, graded, both, BEFORE):
        assert joined(again, old) == joined(old, again) == joined(again, {})
    assert visible(again)["students"]["ava"] == {"name": "Ava", "grade": "4"}


@pytest.mark.parametrize("writers", [("d1", "d2"), ("d2", "d1")])
def test_a_word_goes_before_none_and_an_edit_before_a_deletion_whoever_wrote_them(writers: tuple[str, str]) -> None:
    emptied = edited(BEFORE, writers[0], {"ava": {"name": "Ava"}})
    written = edited(BEFORE, writers[1], {"ava": {"name": "Ava", "grade": "3"}, "ben": {"name": "Ben C."}})
    both = joined(emptied, written)
    assert visible(both)["students"] == {"ava": {"name": "Ava", "grade": "3"}, "ben": {"name": "Ben C."}}
    assert asked(both) == [("ava", "grade", ["3", None]), ("ben", "gone", [None, True])]


def test_a_child_that_comes_back_after_it_was_taken_out_is_there() -> None:
    out = edited(BEFORE, "d1", {"ben": {"name": "Ben"}})
    back = edited(out, "d1", {"ava": {"name": "Ava"}, "ben": {"name": "Ben"}})
    assert names(joined(back, out)) == names(joined(back, BEFORE)) == ["Ava", "Ben"]


def test_an_erased_child_never_comes_back() -> None:
    assert "ava" not in bytes_of(joined(BEFORE, edited(BEFORE, "d1", {"ava": {"name": "Ava B."}}), {"ava"}))


def test_a_file_changed_by_hand_and_what_is_remembered_are_both_kept() -> None:
    known = edited(BEFORE, "d1", {"ava": {"name": "Ava B."}})
    by_hand = json.loads(bytes_of(known).replace("Ava B.", "Ava Bo"))
    assert [sorted(values) for _, _, values in asked(joined(known, by_hand))] == [["Ava B.", "Ava Bo"]]


def test_doubles_joined_on_two_computers_are_all_joined() -> None:
    one = edited(BEFORE, "d1", {"ava": {"name": "Ava", "grade": "2", "also": ["x"]}, "ben": {"name": "Ben"}})
    other = edited(BEFORE, "d2", {"ava": {"name": "Ava", "grade": "2", "also": ["y"]}, "ben": {"name": "Ben"}})
    assert visible(joined(one, other))["students"]["ava"]["also"] == ["x", "y"]
    assert asked(joined(one, other)) == []


def level(*steps: str) -> list[dict[str, Any]]:
    return [{"id": "u/one", "title": "One", "steps": [{"id": step, "title": step, "i_can": step} for step in steps]}]


def test_levels_and_archive_of_a_unit_are_always_of_one_hand() -> None:
    before: Documents = {"units": {"u": {"title": "U", "path": "levels", "levels": level("u/a", "u/b")}}}
    archived = {"title": "U", "path": "levels", "levels": level("u/a"), "archived": [{"id": "u/b"}]}
    more = {"title": "Unit", "path": "levels", "levels": level("u/a", "u/b", "u/c")}
    one, other = stamped(before, {"units": {"u": archived}}, "d1"), stamped(before, {"units": {"u": more}}, "d2")
    both = joined(one, other)
    assert visible(both)["units"]["u"] == more
    (question,) = disagreements(both)
    assert [version.value for version in question.versions] == [
        {"levels": more["levels"]},
        {"levels": archived["levels"], "archived": archived["archived"]},
    ]


def test_who_stands_where_it_stood_is_not_written_anew() -> None:
    before = edited({}, "d1", {id_: {"name": id_} for id_ in "abcdef"})
    now = visible(before)["students"]
    after = edited(before, "d2", {id_: now.get(id_, {"name": id_}) for id_ in "bcxdaef"})
    assert names(after) == list("bcxdaef")
    assert [id_ for id_, doc in after["students"].items() if "d2" in doc["changes"]["seen"]] == ["x", "a"]


@given(
    st.lists(st.sampled_from("abcdefgh"), unique=True), st.dictionaries(st.sampled_from("abcdefgh"), st.integers(0, 3))
)
def test_everybody_stands_where_it_shall_whatever_the_places_were(order: list[str], places: dict[str, float]) -> None:
    found = {**places, **moved(order, dict(places))}
    assert sorted(order, key=lambda id_: (found[id_], id_)) == order


def test_a_child_may_be_put_between_the_same_two_for_ever() -> None:
    order, places = ["a", "z"], {"a": 0.0, "z": 1.0}
    for number in range(300):
        order.insert(1, f"n{number}")
        places |= moved(order, dict(places))
        assert sorted(order, key=lambda id_: (places[id_], id_)) == order


Change = tuple[int, str, str, str]
changes = st.tuples(
    st.integers(0, 2),
    st.sampled_from(["write", "write", "write", "take out", "move", "learn", "go back"]),
    st.sampled_from(["ava", "ben", "cam"]),
    st.sampled_from(["name", "alias"]),
)


def states_after(story: Sequence[Change], kinds: Sequence[str]) -> list[Documents]:
    """Give all states three computers went through, each of which may have been copied by a sync program."""
    now = [BEFORE, BEFORE, BEFORE]
    every: list[Documents] = [BEFORE]
    for number, (who, kind, id_, field) in enumerate(story):
        if kind not in kinds:
            continue
        students = visible(now[who])["students"]
        if kind == "write":
            students[id_] = {**students.get(id_, {"name": id_}), field: f"{number}"}
        elif kind == "take out":
            students.pop(id_, None)
        elif kind == "move" and id_ in students:
            students = {id_: students[id_], **students}
        if kind == "learn":
            now[who] = joined(now[who], every[number % len(every)])
        else:
            now[who] = edited(now[who], f"d{who}.{number}", students)
        every.append(now[who])
    return every


ALL = ("write", "take out", "move", "learn")


@settings(max_examples=200)
@given(st.lists(changes, max_size=12), st.data())
def test_the_order_of_arrival_and_doubles_make_no_difference(story: list[Change], data: st.DataObject) -> None:
    every = states_after(story, ("write", "move", "learn"))
    one, two, three = (data.draw(st.sampled_from(every)) for _ in range(3))
    assert bytes_of(joined(one, two)) == bytes_of(joined(two, one))
    assert bytes_of(joined(one, joined(two, three))) == bytes_of(joined(joined(one, two), three))
    assert bytes_of(joined(joined(one, two), two)) == bytes_of(joined(one, two))
    assert bytes_of(joined(one, one)) == bytes_of(joined({}, one))


@settings(max_examples=200)
@given(st.lists(changes, max_size=14), st.data())
def test_all_that_was_written_is_there_or_was_overwritten_by_who_had_seen_it(
    story: list[Change], data: st.DataObject
) -> None:
    every = states_after(story, ALL)
    orders = [data.draw(st.permutations(every)) for _ in range(2)]
    ends = [together(*order) for order in orders]
    for state in (*ends, joined(*(data.draw(st.sampled_from(every)) for _ in range(2)))):
        assert all("name" in doc for doc in visible(state)["students"].values())
    end = together(*ends, *every)  # once more: what a deletion forgot is known to who has it
    assert bytes_of(end) == bytes_of(together(*reversed(ends), *every))
    for state in (*ends, *every):
        assert bytes_of(joined(end, state)) == bytes_of(end), "nobody puts back what is old, and nobody's copy is new"


def test_what_says_nonsense_about_its_edits_is_as_old_as_what_says_nothing() -> None:
    nonsenses: list[Any] = [3, [], {"seen": 3}, {"seen": {}, "by": 3}, {"seen": {"d": "x"}, "by": "d:x"}, {"by": "d:1"}]
    for nonsense in nonsenses:
        state: Documents = {"students": {"ava": {"name": "Old", "changes": nonsense}}}
        new = edited(BEFORE, "d1", {"ava": {"name": "Ava B."}})
        assert names(joined(state, new)) == names(joined(new, state)) == ["Ava B."]


@pytest.mark.parametrize("odd", [3, "x", None, [], [1], True])
def test_what_is_no_document_stays_as_it_is_and_gives_way_to_one(odd: Any) -> None:
    state: Documents = {"students": {"ava": odd}}
    assert visible(joined(state, {}))["students"]["ava"] == odd
    assert names(joined(state, BEFORE)) == names(joined(BEFORE, state)) == ["Ava", "Ben"]


def test_two_names_of_a_class_that_says_nothing_about_edits_are_both_kept() -> None:
    both = joined({"students": {"x": {"name": "Ava"}}}, {"students": {"x": {"name": "Eva"}}})
    (one,) = disagreements(both)
    assert {version.value for version in one.versions} == {"Ava", "Eva"}


@pytest.mark.parametrize("number", [10**400, -1, 2**53])
def test_a_number_no_edit_has_is_passed_over(number: int) -> None:
    strange = {"name": "Ava", "changes": {"seen": {"d1": number}, "by": f"d1:{number}"}}
    now = stamped({"students": {"x": strange}}, {"students": {"x": {"name": "Eva"}}}, "d2.1")
    assert visible(now)["students"]["x"] == {"name": "Eva"}
    assert max(now["students"]["x"]["changes"]["seen"].values()) < 2**53
