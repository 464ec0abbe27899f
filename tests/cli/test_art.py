"""The children's own pictures by command."""

import json
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from cli_driver import run


@pytest.fixture
def image(tmp_path: Path) -> Path:
    path = tmp_path / "Child1's [b] fish.png"
    Image.new("RGB", (40, 30), "teal").save(path)
    return path


def pictures(room: Path) -> list[dict[str, Any]]:
    listed: list[dict[str, Any]] = json.loads(run("art", "--list", "--json", "-c", room).stdout)
    return listed


def test_a_picture_goes_from_file_to_sticker(room: Path, image: Path) -> None:
    came = run("art", "Child21", "count-to-20", image, "-c", room, "--caption", "my [fish] counts")
    assert came.exit_code == 0, came.output
    assert "it waits for you" in came.stdout
    (art,) = pictures(room)
    assert art["id"] in came.stdout
    assert (art["step"], art["state"], art["caption"], art["origin"]) == (
        "number-explorers/count-to-20",
        "draft",
        "my [fish] counts",
        "file",
    )
    assert (art["width"], art["height"]) == (40, 30)
    assert Image.open(art["path"]).getpixel((5, 5)) == (0, 128, 128)
    assert image.exists()
    assert run("mark", "count-to-20", "mastered", "Child21", "-c", room).exit_code == 0
    assert pictures(room)[0]["state"] == "draft"
    told = json.loads(run("show", "--json", "-c", room).stdout)
    assert told["progress"][art["student"]][art["step"]]["art"].startswith("starter:")
    accepted = run("art", "--accept", art["id"], "-c", room)
    assert accepted.exit_code == 0
    assert pictures(room)[0]["state"] == "placed"
    told = json.loads(run("show", "--json", "-c", room).stdout)
    assert told["progress"][art["student"]][art["step"]]["art"] == art["id"]
    assert 'on its sticker: "My picture shows my [fish] counts"' in run("art", "--list", "-c", room).stdout
    assert "My picture shows my [fish] counts" in run("show", "--student", "Child21", "-c", room).stdout
    assert run("art", "--hide", art["id"], "-c", room).exit_code == 0
    assert pictures(room)[0]["state"] == "hidden"


def test_a_cut_is_chosen(room: Path, image: Path) -> None:
    assert run("art", "Child21", "count-to-20", image, "-c", room, "--cut", "round").exit_code == 0
    assert run("check", room).exit_code == 0


def test_a_picture_is_chosen_for_the_proud_wall_and_taken_off_again(room: Path, image: Path) -> None:
    for step in ("count-to-20", "how-many", "count-to-20", "how-many"):
        assert run("art", "Child21", step, image, "-c", room).exit_code == 0
    ids = [art["id"] for art in pictures(room)]
    assert [art["chosen"] for art in pictures(room)] == [False] * 4
    full = run("art", "--choose", *ids, "-c", room)
    assert (full.exit_code, full.stderr) == (
        2,
        "Child21 F.: Our wall has room for three: take one off first. Nothing was chosen.\n",
    )
    assert run("art", "--choose", *ids[:2], "-c", room).exit_code == 0
    assert [art["chosen"] for art in pictures(room)] == [True, True, False, False]
    assert run("art", "--list", "-c", room).stdout.count("for the proud wall") == 2
    assert run("art", "--unchoose", ids[0], "-c", room).exit_code == 0
    assert [art["chosen"] for art in pictures(room)] == [False, True, False, False]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "Write a student, a step and an image"),
        (("Child21", "count-to-20"), "Write a student, a step and an image"),
        (("Nobody", "count-to-20", "IMAGE"), 'No student fits "Nobody"'),
        (("Child21", "no-such-step", "IMAGE"), 'No step fits "no-such-step"'),
        (("Child21", "count-to-20", "gone.png"), "gone.png"),
        (("--accept",), "Which pictures?"),
        (("--accept", "no-id"), 'No picture has the id "no-id"'),
        (("--accept", "--hide", "x"), "don't go together"),
        (("--choose", "--list"), "don't go together"),
        (("--choose",), "Which pictures?"),
        (("--list", "Nobody"), 'No student fits "Nobody"'),
        (("--list", "--cut", "round"), "leave them out here"),
    ],
)
def test_a_wrong_call_gets_one_sentence_and_changes_nothing(
    room: Path, image: Path, words: tuple[str, ...], said: str
) -> None:
    answer = run("art", *(image if word == "IMAGE" else word for word in words), "-c", room)
    assert answer.exit_code == 2
    assert said in answer.stderr
    assert len(answer.stderr.strip().splitlines()) == 1
    assert pictures(room) == []


def test_what_is_no_picture_is_refused_and_nothing_is_kept(room: Path, tmp_path: Path) -> None:
    text = tmp_path / "poem.png"
    text.write_text("a poem")
    answer = run("art", "Child21", "count-to-20", text, "-c", room)
    assert answer.exit_code == 2
    assert answer.stderr.count("poem.png") == 1
    assert not list((room / "art").iterdir())


def test_a_class_without_pictures_says_how_to_bring_one_in(room: Path) -> None:
    answer = run("art", "--list", "-c", room)
    assert answer.exit_code == 0
    assert "No child has an own picture yet" in answer.stdout


def test_words_that_are_too_long_are_cut_and_it_is_said(room: Path, image: Path) -> None:
    answer = run("art", "Child21", "count-to-20", image, "-c", room, "--caption", "fish " * 100)
    assert answer.exit_code == 0
    assert "the first 200 letters were kept" in answer.stderr
    assert len(pictures(room)[0]["caption"]) <= 200
