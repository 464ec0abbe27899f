"""Photos that are sent to a class: pictures wait there whole, everything else is refused in words."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from board.art.formats.kinds import ending_of
from board.art.formats.limits import EMPTY, NO_PICTURE, TOO_LARGE
from board.art.intake import ending_in, take_in
from board.art.picture_files import pictures_in
from board.deeds import tray as deeds
from board.deeds.sitting import Sitting, usual_adult
from board.deeds.tray import Tray
from board.elsewhere import IN_THIS_THREAD
from board.errors import Refusal
from board.mastery.may import Actor
from board.store.class_book import ClassBook
from picture_attacks import LARGE
from picture_corpus import RIGHT, fields, polyglot, saved

DAY = date(2026, 11, 30)


@pytest.fixture
def tray(book: ClassBook) -> Tray:
    return Tray(Sitting(book, usual_adult(book)), IN_THIS_THREAD)


def sent(folder: Path, held: bytes) -> Path:
    place = folder / "upload"
    place.write_bytes(held)
    return place


@pytest.mark.parametrize("name", RIGHT)
def test_every_kind_of_picture_waits_whole_and_is_found_there(tray: Tray, tmp_path: Path, name: str) -> None:
    held = RIGHT[name][0]
    place = tray.take(sent(tmp_path, held), DAY)
    assert place.read_bytes() == held
    assert [one.path for one in pictures_in(tray.folder)] == [place]
    assert take_in(place).png == take_in(held).png
    assert place.suffix == ending_of(held[:16])


@pytest.mark.parametrize(
    ("held", "why"),
    [
        (b"", EMPTY),
        (b"Amara O. was here", NO_PICTURE),
        (b"<html>", NO_PICTURE),
        (b"MZ" + bytes(500), NO_PICTURE),
        (b"PK\3\4" + bytes(500), NO_PICTURE),
        (b"RIFF\0\0\0\0AVI " + bytes(100), NO_PICTURE),
        (b"\0\0\0\x18ftypmp42" + bytes(100), NO_PICTURE),
        (LARGE["png that says 30,000 x 30,000"](), TOO_LARGE),
    ],
)
def test_what_is_none_is_refused_and_nothing_is_left_there(tray: Tray, tmp_path: Path, held: bytes, why: str) -> None:
    with pytest.raises(Refusal) as told:
        tray.take(sent(tmp_path, held), DAY)
    assert str(told.value) == why
    assert not [path for path in tray.folder.iterdir() if path.is_file()]


def test_a_picture_with_something_behind_it_is_kept_as_it_is_and_pixels_alone_are_taken_in(
    tray: Tray, tmp_path: Path
) -> None:
    held = polyglot(saved(fields(), "JPEG"))
    place = tray.take(sent(tmp_path, held), DAY)
    assert place.read_bytes() == held
    assert held[-50:] not in take_in(place).png


def test_when_very_many_wait_no_more_come(tray: Tray, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(deeds, "MOST_WAITING", 3)
    pictures = [held for held, _ in RIGHT.values()][:4]
    for held in pictures[:3]:
        tray.take(sent(tmp_path, held), DAY)
    with pytest.raises(Refusal, match="So many photos"):
        tray.take(sent(tmp_path, pictures[3]), DAY)
    assert len(pictures_in(tray.folder)) == 3


def test_it_is_for_adults(book: ClassBook) -> None:
    for actor in (Actor.child("ava"), Actor.somebody(), Actor.helper("ben")):
        with pytest.raises(Refusal):
            Tray(Sitting(book, actor), IN_THIS_THREAD).ask()
    Tray(Sitting(book, usual_adult(book)), IN_THIS_THREAD).ask()


def test_what_a_file_is_called_plays_no_part(tmp_path: Path) -> None:
    place = tmp_path / "notes.txt"
    place.write_bytes(RIGHT["heic"][0])
    assert ending_in(place) == ".heic"


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_whatever_comes_waits_whole_or_is_refused_in_words_and_no_other_error_comes(
    tray: Tray, tmp_path: Path, data: st.DataObject
) -> None:
    whole = bytearray(data.draw(st.sampled_from([held for held, _ in RIGHT.values()])))
    for _ in range(data.draw(st.integers(0, 6))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    held = bytes(whole[: data.draw(st.integers(0, len(whole)))]) + data.draw(st.binary(max_size=30))
    before = {one.path for one in pictures_in(tray.folder)}
    place, why = _taken(tray, sent(tmp_path, held))
    if place is None:
        assert why.endswith(".")
        assert {one.path for one in pictures_in(tray.folder)} == before
    else:
        assert place.read_bytes() == held
        place.unlink()


def _taken(tray: Tray, file: Path) -> tuple[Path | None, str]:
    """Give where a file waits, or why it was refused."""
    try:
        return tray.take(file, DAY), ""
    except Refusal as refusal:
        return None, str(refusal)
