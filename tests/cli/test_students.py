"""Who is in the class, from the command line."""

from pathlib import Path

import pytest

from board.mastery.facts import Kind
from board.mastery.people import NAME_LIMIT, Student
from board.mastery.picture_word import picture_word
from board.store.class_book import ClassBook
from board.store.documents.tables import STUDENTS
from board.store.draft import Draft
from cli_driver import run
from work_photos import photo


def names(folder: Path) -> list[str]:
    return [student.name for student in ClassBook(folder, "d1").everyone]


def add(folder: Path, *words: str) -> tuple[int, str, str]:
    told = run("student", "add", "-c", folder, *words)
    return told.exit_code, told.stdout, told.stderr


def test_students_are_added_with_first_name_and_initial_and_a_sign(book: ClassBook) -> None:
    code, out, err = add(book.folder, "Zoe Young", "Khan, Ali", "Mia Q.")
    assert (code, err) == (0, "")
    fresh = ClassBook(book.folder, "d1").students[2:]
    assert [student.name for student in fresh] == ["Zoe Y.", "Ali K.", "Mia Q."]
    assert out == "".join(f"Added {student.name} ({student.id}).\n" for student in fresh)
    assert len({student.emblem for student in fresh} - {""}) == 3


def test_whole_names_are_kept_when_that_is_asked(book: ClassBook) -> None:
    assert add(book.folder, "--full-names", "Zoe Young")[0] == 0
    assert names(book.folder)[-1] == "Zoe Young"


@pytest.mark.parametrize("name", ["Ava B.", "ava b.", "Ava Brown", "AVA B."])
def test_a_name_the_class_has_is_told_and_the_others_are_added(book: ClassBook, name: str) -> None:
    code, out, err = add(book.folder, name, "Zoe Young")
    assert code == 1
    assert "may be Ava B., who is in the class already. Another child? Then give Ava B. more letters" in err
    assert out.startswith("Added Zoe Y. (")
    assert names(book.folder) == ["Ava B.", "Ben C.", "Zoe Y."]


def test_what_is_said_of_two_of_one_name_can_be_followed(book: ClassBook) -> None:
    assert add(book.folder, "Ava Bloom")[0] == 1
    assert run("student", "rename", "Ava B.", "Ava Br.", "-c", book.folder).exit_code == 0
    assert add(book.folder, "Ava Bloom")[0] == 0
    assert names(book.folder) == ["Ava Br.", "Ben C.", "Ava B."]


def test_a_name_written_twice_is_added_once(book: ClassBook) -> None:
    code, out, err = add(book.folder, "Zoe", "Zoe")
    assert (code, out.count("Added"), "Zoe may be Zoe, who" in err) == (1, 1, True)


def test_one_who_left_is_brought_back_and_not_added_anew(book: ClassBook) -> None:
    run("student", "left", "Ava B.", "-c", book.folder)
    code, out, err = add(book.folder, "Ava Brown")
    assert (code, out) == (1, "")
    assert err == 'Ava B. has left the class; bring that entry back with: board student left "Ava B." --back\n'
    assert len(names(book.folder)) == 2


def test_nothing_about_those_in_the_class_is_changed(book: ClassBook) -> None:
    book.edit(STUDENTS, lambda now: (now[0], Student("ben", "Ben Co.", "Comet", grade="2", left=True)))
    add(book.folder, "Ben Cooper", "Ava Brown", "Zoe")
    assert ClassBook(book.folder, "d1").everyone[:2] == (
        Student("ava", "Ava B."),
        Student("ben", "Ben Co.", "Comet", grade="2", left=True),
    )


@pytest.mark.parametrize("name", ["", "  ", "\u200b"])
def test_an_empty_name_is_refused_and_nobody_is_added(book: ClassBook, name: str) -> None:
    code, out, err = add(book.folder, "Zoe", name)
    assert (code, out) == (2, "")
    assert err == "A student's name is empty; write a name between the quotation marks.\n"
    assert len(names(book.folder)) == 2


def test_a_name_that_looks_like_an_option_is_one_behind_two_hyphens(book: ClassBook) -> None:
    assert add(book.folder, "-rf")[0] == 2
    assert add(book.folder, "--", "-rf", "--help")[0] == 0
    assert names(book.folder)[2:] == ["-rf", "--help"]
    assert run("student", "left", "-c", book.folder, "--", "-rf").exit_code == 0
    assert run("student", "rename", "-c", book.folder, "--", "--help", "-x").exit_code == 0
    assert names(book.folder)[3] == "-x"


def test_a_name_that_is_too_long_ends_in_an_ellipsis(book: ClassBook) -> None:
    assert add(book.folder, "Z" * 500)[0] == 0
    run("student", "rename", "ben", "B" * 500, "-c", book.folder)
    assert [len(name) for name in names(book.folder)[1:]] == [NAME_LIMIT, NAME_LIMIT]
    assert names(book.folder)[2].endswith("…")


def test_a_place_of_a_file_is_a_name_like_any_other(book: ClassBook, tmp_path: Path) -> None:
    file = tmp_path / "names.csv"
    file.write_text("Zoe Young\n")
    assert add(book.folder, str(file)[-40:])[0] == 0
    assert "Zoe Y." not in names(book.folder)


def test_a_student_is_renamed_and_keeps_every_mark(book: ClassBook) -> None:
    book.record([Draft(Kind.MASTERED, "ava", "u/halves")], book.assessors[0].id)
    told = run("student", "rename", "Ava B.", "Ava  Bell", "-c", book.folder)
    assert (told.exit_code, told.stdout) == (0, "Ava B. is called Ava Bell now.\n")
    assert "Ava Bell" in run("show", "--step", "halves", "--status", "got-it", "-c", book.folder).stdout
    again = run("student", "rename", "ava", "Ava Bell", "-c", book.folder)
    assert (again.exit_code, again.stdout) == (0, "Ava Bell is called so already.\n")


@pytest.mark.parametrize("name", ["Ben C.", "ben c.", "Comet"])
def test_two_of_one_name_are_asked_about(book: ClassBook, name: str) -> None:
    told = run("student", "rename", "ava", name, "-c", book.folder)
    assert told.exit_code == 1
    assert "Rename Ava B. all the same?" in told.stderr
    assert names(book.folder) == ["Ava B.", "Ben C."]
    assert run("student", "rename", "ava", name, "--yes", "-c", book.folder).exit_code == 0
    assert names(book.folder) == [name, "Ben C."]


def test_an_empty_new_name_is_refused(book: ClassBook) -> None:
    told = run("student", "rename", "ava", " ", "-c", book.folder)
    assert (told.exit_code, told.stderr) == (2, "The new name is empty; write a name between the quotation marks.\n")


def test_who_left_stands_on_no_list_and_comes_back_with_every_mark(book: ClassBook) -> None:
    book.record([Draft(Kind.MASTERED, "ava", "u/halves")], book.assessors[0].id)
    said = [
        run("student", "left", "ava", *words, "-c", book.folder).stdout.strip()
        for words in ((), (), ("--back",), ("--back",))
    ]
    assert said == [
        "Ava B. has left the class; every mark is kept.",
        "Ava B. has left the class already.",
        "Ava B. is in the class again.",
        "Ava B. is in the class already.",
    ]
    run("student", "left", "ava", "-c", book.folder)
    assert "Ava" not in run("show", "-c", book.folder).stdout
    run("student", "left", "Ava B.", "--back", "-c", book.folder)
    assert "Got it: Halves" in run("show", "-c", book.folder).stdout


def test_changes_that_can_not_be_saved_are_said(book: ClassBook, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("board.disk.Disk.write", refuse)
    for words in (("add", "Zoe"), ("rename", "ava", "Zoe"), ("left", "ava")):
        told = run("student", *words, "-c", book.folder)
        assert (told.exit_code, told.stdout, len(told.stderr.splitlines())) == (2, "", 1)
    monkeypatch.undo()
    assert names(book.folder) == ["Ava B.", "Ben C."]


def photos(folder: Path, *words: str) -> tuple[int, str, str]:
    told = run("student", "photos", "-c", folder, *words)
    return told.exit_code, told.stdout, told.stderr


def test_a_family_allows_photos_and_forbids_them_again(book: ClassBook) -> None:
    asked = "Ava B.: the family has not allowed photos of this child's work, so none is kept.\n"
    may = "Ava B.: photos of this child's work may be kept from now on.\n"
    assert photos(book.folder, "Ava") == (0, asked, "")
    assert photos(book.folder, "Ava", "allow") == (0, may, "")
    assert photos(book.folder, "Ava") == (0, "Ava B.: the family allows photos of this child's work.\n", "")
    assert [one.photos for one in ClassBook(book.folder, "d1").students] == [True, False]
    assert photos(book.folder, "Ava", "allow")[0] == 0
    assert photos(book.folder, "Ava", "forbid")[0] == 0
    assert not any(one.photos for one in ClassBook(book.folder, "d1").students)
    assert photos(book.folder, "Ava", "maybe")[0] == 2
    assert photos(book.folder, "Nobody", "allow")[0] == 2


def test_photos_that_are_kept_are_told_and_taken_away_after_asking(book: ClassBook) -> None:
    fish = photo(1)
    book.evidence.keep(fish.content, fish.png)
    book.record([Draft(Kind.MASTERED, child, "u/halves", evidence=(fish.content,)) for child in ("ava", "ben")], "t")
    book.close()
    told = '1 photo is kept; it goes with: board student photos "Ava B." remove\n'
    assert photos(book.folder, "Ava", "forbid")[1].endswith(told)
    code, _, asked = photos(book.folder, "Ava", "remove")
    assert (code, "Take it away for good?" in asked) == (1, True)
    assert photos(book.folder, "Ava")[1].endswith(told)
    removed = "Ava B.: the photo is taken away for good; what was marked stays.\n"
    assert photos(book.folder, "Ava", "remove", "--yes") == (0, removed, "")
    place = book.folder / "evidence" / f"{fish.content}.png"
    assert place.exists(), "Ben's mark names it too"
    assert photos(book.folder, "Ben", "remove", "--yes")[0] == 0
    assert not place.exists()
    assert photos(book.folder, "Ben", "remove") == (0, "Ben C.: no photo is kept.\n", "")
    assert run("check", book.folder).exit_code == 0
    assert "Ava B." in run("show", "-c", book.folder, "--status", "mastered").stdout


def test_consent_is_asked_of_the_whole_class_and_set_for_several(book: ClassBook) -> None:
    before = book.folder.joinpath("class.json").read_bytes()
    lines = photos(book.folder)[1].splitlines()
    assert [line.partition(":")[0] for line in lines] == ["Ava B.", "Ben C."]
    assert all("has not allowed" in line for line in lines)
    assert book.folder.joinpath("class.json").read_bytes() == before, "a question changes nothing"
    code, said, _ = photos(book.folder, "Ben", "Ava", "Ben C.", "allow")
    assert (code, said.count("may be kept from now on.")) == (0, 2)
    assert [one.photos for one in ClassBook(book.folder, "d1").students] == [True, True]
    assert photos(book.folder, "--all", "allow")[1].count("That was so before.") == 2
    assert photos(book.folder, "Ben", "Nobody", "forbid")[0] == 2
    assert [one.photos for one in ClassBook(book.folder, "d1").students] == [True, True]
    assert photos(book.folder, "forbid", "--all")[0] == 0
    assert not any(one.photos for one in ClassBook(book.folder, "d1").students)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("allow",), "Name the children, or write --all: "),
        (("remove",), "Photos are taken away child by child"),
        (("--all", "remove"), "Photos are taken away child by child"),
        (("--all", "Ava", "allow"), "--all means every child of the class"),
    ],
)
def test_for_whom_photos_are_allowed_is_never_guessed(book: ClassBook, words: tuple[str, ...], said: str) -> None:
    code, out, err = photos(book.folder, *words)
    assert (code, out, err.startswith(said), err.count("\n")) == (2, "", True, 1)
    assert not any(one.photos for one in ClassBook(book.folder, "d1").students)


def child(book: ClassBook, id_: str = "ava") -> Student:
    return next(one for one in ClassBook(book.folder, "d1").everyone if one.id == id_)


def test_a_card_made_anew_has_another_word_and_says_how_it_is_printed(book: ClassBook) -> None:
    told = run("student", "card", "Ava B.", "--yes", "-c", book.folder)
    assert (told.exit_code, told.stderr) == (0, "")
    assert told.stdout == (
        "Ava B. has a new login card to be printed; the old one opens nothing any more.\n"
        'Print it with: board print login --student "Ava B." -o login.pdf\n'
    )
    assert picture_word("ava", child(book).card) != picture_word("ava")
    assert child(book, "ben").card == 0
    both = run("student", "card", "Ava B.", "ben", "ava", "--yes", "-c", book.folder)
    assert 'Print them with: board print login --student "Ava B." --student "Ben C." -o login.pdf' in both.stdout
    assert (child(book).card, child(book, "ben").card) == (2, 1), "who is named twice gets one"


def test_without_anybody_to_ask_no_card_is_made_useless(book: ClassBook) -> None:
    told = run("student", "card", "Ava B.", "-c", book.folder)
    assert told.exit_code == 1
    assert "The card that Ava B. has opens nothing any more once there is a new one." in told.stderr
    assert child(book).card == 0


def test_the_kiosk_waits_as_long_as_a_child_needs(book: ClassBook) -> None:
    assert run("student", "patience", "Ava B.", "-c", book.folder).stdout == "Ava B.: the kiosk waits as usual.\n"
    for times, said in ((2, "twice as long"), (4, "4 times as long"), (1, "as usual")):
        told = run("student", "patience", "Ava B.", str(times), "-c", book.folder)
        assert (told.exit_code, told.stdout) == (0, f"Ava B.: the kiosk waits {said}.\n")
        assert child(book).patience == times
    for wrong in ("0", "3", "5", "99999"):
        told = run("student", "patience", "Ava B.", wrong, "-c", book.folder)
        assert (told.exit_code, child(book).patience) == (2, 1)
        assert "Write 1, 2 or 4 behind the name" in told.stderr
