from contextlib import closing
from pathlib import Path
from typing import Any, cast

import pytest

from board.errors import Refusal
from board.store.class_book import ClassBook
from board.store.migrations import FORMAT, FROM, in_todays_shape


@pytest.mark.parametrize(
    "documents",
    [
        {},
        {"class": {}},
        {"class": {"about": 3}},
        {"class": {"about": {}}},
        {"class": {"about": {"format": "1"}}},
        {"class": {"about": {"format": True}}},
        {"class": {"about": {"format": 0}}},
    ],
)
def test_what_says_no_shape_or_one_nobody_knows_is_refused(documents: dict[str, Any]) -> None:
    with pytest.raises(Refusal, match="does not say what shape it is in"):
        in_todays_shape(documents)


def test_the_shape_of_today_stays_and_a_newer_one_is_refused() -> None:
    assert FORMAT == 2
    today = {"class": {"about": {"format": FORMAT}}}
    assert in_todays_shape(today) is today
    with pytest.raises(Refusal, match="newer version of the board; update the board"):
        in_todays_shape({"class": {"about": {"format": FORMAT + 1}}})


def test_a_class_of_an_older_board_is_made_new_when_it_is_opened_and_not_when_it_is_looked_at(
    book: ClassBook, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = (folder / "class.json").read_bytes()
    monkeypatch.setattr("board.store.migrations.FORMAT", FORMAT + 1)
    monkeypatch.setattr("board.store.class_reading.FORMAT", FORMAT + 1)
    monkeypatch.setitem(cast("dict[int, object]", FROM), FORMAT, lambda documents: documents)
    ClassBook(folder, "d1", only_look=True).close()
    assert (folder / "class.json").read_bytes() == before
    with closing(ClassBook(folder, "d1")) as now:
        assert now.students == book.students
    assert (folder / "class.json").read_bytes() == before.replace(b'"format": 2', b'"format": 3')


def test_an_old_shape_goes_through_every_step_to_todays() -> None:
    def tables(shape: int) -> dict[str, Any]:
        return {"class": {"about": {"format": shape, "name": "Room 12"}}, "seen": {}}

    def stamp(documents: dict[str, Any]) -> dict[str, Any]:
        documents["seen"][str(documents["class"]["about"]["format"])] = {}
        return documents

    new = in_todays_shape(tables(FORMAT - 2), {FORMAT - 2: stamp, FORMAT - 1: stamp})
    assert new["class"]["about"]["format"] == FORMAT
    assert list(new["seen"]) == [str(FORMAT - 2), str(FORMAT - 1)]


def test_a_class_of_the_first_shape_gets_an_id_that_two_computers_give_alike() -> None:
    def first() -> dict[str, Any]:
        return {"class": {"about": {"format": 1, "name": "Room 12"}}, "assessors": {"b7": {}, "a3": {}}}

    assert in_todays_shape(first()) == in_todays_shape(first())
    assert len(in_todays_shape(first())["class"]["about"]["id"]) == 12
    assert (
        in_todays_shape(first())["class"]["about"]["id"]
        != in_todays_shape({"class": first()["class"]})["class"]["about"]["id"]
    )
