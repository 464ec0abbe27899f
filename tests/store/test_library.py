"""A library over folders: which classes are known, which are found, and opening or making one."""

from pathlib import Path
from typing import Never

import pytest

from board.errors import Refusal
from board.store.book import Book
from board.store.class_book import ClassBook
from board.store.device import Device
from board.store.library import ClassFolders, Library, chosen_folder, free_folder, is_class


def made(folder: Path) -> str:
    ClassBook.create(folder, folder.stem, "d1").close()
    return str(folder)


def library(*remembered: str, hidden: Path = Path("/none"), places: dict[Path, int] | None = None) -> Library:
    return ClassFolders(Device("d7"), remembered, hidden, lambda: places or {})


def names(library: Library) -> list[str]:
    return [one.name for one in library.found()]


def test_known_are_those_that_are_still_there_each_once_in_their_order(tmp_path: Path) -> None:
    old, new = made(tmp_path / "Old.class"), made(tmp_path / "New.class")
    hidden = made(tmp_path / "Demo.class")
    known = library(new, "", "a\0b", old, hidden, str(tmp_path / "Gone.class"), new, hidden=Path(hidden)).known()
    assert [(one.name, one.key) for one in known] == [("New", new), ("Old", old)]


def test_a_folder_holds_a_class_or_not(tmp_path: Path) -> None:
    made(tmp_path / "A.class")
    assert is_class(tmp_path / "A.class") is True
    assert is_class(tmp_path) is False
    assert is_class(Path("a\0b")) is False


def test_a_new_class_gets_a_folder_nobody_has(tmp_path: Path) -> None:
    for number in ("", " 2", " 3"):
        assert free_folder(tmp_path, "Room 12") == tmp_path / f"Room 12{number}.class"
        made(tmp_path / f"Room 12{number}.class")
    empty = tmp_path / "empty"
    empty.mkdir()
    assert chosen_folder(empty, "Room 12") == empty
    assert chosen_folder(tmp_path / "none", "Room 12") == tmp_path / "none"
    assert chosen_folder(tmp_path, "Room 13") == tmp_path / "Room 13.class"
    with pytest.raises(Refusal, match="already; choose another name"):
        chosen_folder(tmp_path / "Room 12.class", "Room 12")


def test_no_more_classes_are_listed_than_fit_a_screen(tmp_path: Path) -> None:
    for number in range(31):
        made(tmp_path / f"{number:02}.class")
    assert names(library(places={tmp_path: 1})) == [f"{number:02}" for number in range(30)]


def test_classes_are_found_in_their_places_as_deep_as_is_said_and_beside_known_ones(tmp_path: Path) -> None:
    for place in ("here/A.class", "here/in/B.class", "here/in/it/C.class", "flat/D.class", "flat/in/E.class"):
        made(tmp_path / place)
    known = made(tmp_path / "stick" / "F.class")
    made(tmp_path / "stick" / "year" / "G.class")
    (tmp_path / "here" / "Empty.class").mkdir()
    found = library(known, places={tmp_path / "flat": 1, tmp_path / "here": 2, tmp_path / "none": 2})
    assert names(found) == ["F", "A", "B", "G", "D"]


def test_a_class_that_is_reached_by_two_ways_is_listed_once_and_the_hidden_one_never(tmp_path: Path) -> None:
    key = made(tmp_path / "real" / "A.class")
    (tmp_path / "linked").symlink_to(tmp_path / "real")
    hidden = made(tmp_path / "real" / "Demo.class")
    found = library(key, hidden=Path(hidden), places={tmp_path / "linked": 1})
    assert [one.key for one in found.found()] == [key]


def test_a_place_that_can_not_be_read_holds_no_class(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made(tmp_path / "A.class")

    def refuses(*_: object, **__: object) -> Never:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "glob", refuses)  # an administrator, who runs tests, may read every place there is
    assert names(library(places={tmp_path: 2})) == []


def test_one_that_fails_on_the_way_leaves_no_file(tmp_path: Path) -> None:
    def fails(_: Book) -> None:
        raise Refusal("Nothing is made in this test.")

    with pytest.raises(Refusal, match="Nothing is made"):
        library().create(str(tmp_path / "A.class"), "A", "Me", fails)
    assert not list(tmp_path.iterdir())


def test_what_is_wrong_with_a_folder_is_said(tmp_path: Path) -> None:
    key = made(tmp_path / "B.class")
    with pytest.raises(Refusal, match="is not empty"):
        library().create(key, "Other", "Me", lambda _: None)
    with pytest.raises(Refusal, match="is not a class folder"):
        library().open(str(tmp_path))
