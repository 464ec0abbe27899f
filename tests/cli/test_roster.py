"""Taking in lists from the command line: what is understood is shown, what is asked stays open, and nothing is lost."""

import json
import zipfile
from pathlib import Path
from typing import Any

import pytest

from board.store.class_book import ClassBook
from cli_driver import run

ASKED = 1
BAD_CALL = 2

SET = {
    "users.csv": "sourcedId,status,enabledUser,orgSourcedIds,role,username,userIds,givenName,familyName,middleName,identifier,"
    "email,sms,phone,agentSourcedIds,grades,password\n"
    "t1,,true,o1,teacher,tess,,Tess,First,,,tess@example.org,,,,,secret\n"
    "t2,,true,o1,teacher,uma,,Uma,Second,,,uma@example.org,,,,,secret\n"
    + "".join(
        f"s{at},,true,o1,student,u{at},,Given{at},Family{at},,,u{at}@example.org,,,,02,secret\n" for at in range(8)
    ),
    "classes.csv": "sourcedId,status,title,grades,courseSourcedId,classCode,classType,location,schoolSourcedId,termSourcedIds,"
    "subjects,subjectCodes,periods\n"
    "c1,,Room 12,02,k1,R12,homeroom,,o1,,,,\nc2,,Room 13,02,k1,R13,homeroom,,o1,,,,\n",
    "enrollments.csv": "sourcedId,status,classSourcedId,schoolSourcedId,userSourcedId,role,primary,beginDate,endDate\n"
    "e1,,c1,o1,t1,teacher,true,,\ne2,,c2,o1,t2,teacher,true,,\n"
    + "".join(f"e{at + 3},,c{1 + (at > 4)},o1,s{at},student,,,\n" for at in range(8)),
}
"""The set of a small school: five children in Room 12, three in Room 13."""


def zipped(path: Path, **changed: str) -> Path:
    with zipfile.ZipFile(path, "w") as file:
        for name, text in (SET | {f"{name}.csv": text for name, text in changed.items()}).items():
            file.writestr(name, text)
    return path


@pytest.fixture
def empty(tmp_path: Path, home: Path) -> Path:
    folder = tmp_path / "Room 12.class"
    assert run("new", folder, "--name", "Room 12").exit_code == 0
    return folder


def listed(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def students(folder: Path) -> list[tuple[str, str]]:
    book = ClassBook(folder, "d1")
    try:
        return [(one.name, one.number) for one in book.students]
    finally:
        book.close()


def told(words: str) -> dict[str, Any]:
    answer = json.loads(words)
    assert isinstance(answer, dict)
    return answer


def test_what_was_understood_is_shown_and_then_done(empty: Path, tmp_path: Path) -> None:
    names = listed(
        tmp_path / "names.csv",
        "Room 12\nNo.,Last Name,First Name,Student ID,Email\n1,Brown,Ava,00741,a@example.org\n2,Ng,Mia,00742,\n"
        "Total Students: 2,,,,\n",
    )
    done = run("roster", names, "-c", empty, "--yes")
    assert done.exit_code == 0, done.stderr
    for said in (
        'column "Last Name" is: family name.',
        'column "Student ID" is: the school\'s id.',
        "columns not read, private: Email",
        "1 line left out: a line above the header (1 Room 12)",
        "1 line left out: a total, a page number, or when it was printed (5 Total Students: 2)",
        "Room 12 has 2 students now.",
    ):
        assert said in done.stdout
    assert students(empty) == [("Ava B.", "00741"), ("Mia N.", "00742")]


def test_without_somebody_to_ask_nothing_is_changed(empty: Path, tmp_path: Path) -> None:
    names = listed(tmp_path / "names.csv", "Ava Brown\nMia Ng\n")
    done = run("roster", names, "-c", empty)
    assert done.exit_code == ASKED
    assert "Nobody is here to answer" in done.stderr
    assert students(empty) == []


def test_what_only_a_person_knows_stays_open_until_it_is_answered(empty: Path, tmp_path: Path) -> None:
    run("roster", listed(tmp_path / "sept.csv", "Student ID,Name\n7411,Ava Brown\n7412,Mia Ng\n"), "-c", empty, "--yes")
    later = listed(tmp_path / "oct.csv", "Student ID,Name\n7411,Ava Cole\n7412,Mia Ng\n7413,Liam Lopez\n")
    done = run("roster", later, "-c", empty, "--yes")
    assert done.exit_code == ASKED
    assert "Ava Cole stands in the list beside the id 7411, which is Ava B.'s in the class." in done.stdout
    assert '--answer "Ava Cole=same"' in done.stdout
    assert students(empty) == [("Ava B.", "7411"), ("Mia N.", "7412"), ("Liam L.", "7413")]
    assert run("roster", later, "-c", empty, "--yes", "--answer", "Ava Cole=same").exit_code == 0
    assert students(empty) == [("Ava C.", "7411"), ("Mia N.", "7412"), ("Liam L.", "7413")]


def test_a_column_means_what_is_said_of_it(empty: Path, tmp_path: Path) -> None:
    names = listed(tmp_path / "names.csv", "Sch. No,Given,Surname\n1,Ava,Brown\n2,Mia,Ng\n")
    assert run("roster", names, "-c", empty, "--yes", "--column", "Sch. No=id", "--column", "2=alias").exit_code == 0
    assert students(empty) == [("Brown", "1"), ("Ng", "2")]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            ("--column", f"{'1' * 5000}=id"),
            f'There is no column "{"1" * 59}…"; the columns are 1 "Student ID" and 2 "Name".',
        ),
        (("--column", "Nr=id"), 'There is no column "Nr"; the columns are 1 "Student ID" and 2 "Name".'),
        (("--column", "Name=first and last"), '"first and last" is no meaning; the meanings are name, given'),
        (("--column", "Name"), '"Name" says nothing about a column; write --column "HEADER=MEANING"'),
        (("--answer", "same"), '"same" answers nothing; write --answer "KEY=ANSWER"'),
        (("--answer", "99=same"), 'Nothing is asked under "99"'),
    ],
)
def test_a_wrong_word_about_a_list_gets_one_sentence(
    empty: Path, tmp_path: Path, words: tuple[str, str], said: str
) -> None:
    names = listed(tmp_path / "names.csv", "Student ID,Name\n7411,Ava Brown\n7412,Mia Ng\n")
    done = run("roster", names, "-c", empty, "--yes", *words)
    assert done.exit_code == BAD_CALL
    assert done.stderr.startswith(said)
    assert done.stderr.count("\n") == 1
    assert students(empty) == []


def test_the_preview_for_another_program_changes_nothing(empty: Path, tmp_path: Path) -> None:
    names = listed(tmp_path / "names.csv", "No.,Name\n1,Ava Brown\n2,Ava Brown\n3,Mia Ng\nTotal: 3,\n")
    done = run("roster", names, "-c", empty, "--json")
    assert done.exit_code == ASKED
    answer = told(done.stdout)
    assert [one["meaning"] for one in answer["columns"]] == ["seat", "name"]
    assert all(one["why"] for one in answer["columns"])
    assert [one["name"] for one in answer["new"]] == ["Mia N."]
    assert (answer["changed"], answer["same"]) == ([], 0)
    assert [one["row"] for one in answer["asked"]] == [2]
    assert answer["asked"][0]["question"].startswith("Ava Brown stands on lines 2 and 3.")
    assert [(one["row"], one["kind"]) for one in answer["left_out"]] == [(5, "footer")]
    assert students(empty) == []


def test_a_class_of_a_school_is_listed_and_taken_and_nobody_elses(empty: Path, tmp_path: Path) -> None:
    school = zipped(tmp_path / "school.zip")
    asked = run("roster", school, "-c", empty, "--yes")
    assert asked.exit_code == ASKED
    assert "choose one class with --take" in asked.stderr
    assert students(empty) == []
    classes = json.loads(run("roster", school, "--list", "--json").stdout)
    assert classes == [
        {"id": "c1", "title": "Room 12", "teachers": ["Tess First"], "students": 5, "grades": ["02"]},
        {"id": "c2", "title": "Room 13", "teachers": ["Uma Second"], "students": 3, "grades": ["02"]},
    ]
    taken = run("roster", school, "--take", "Room 12", "-c", empty, "--yes")
    assert taken.exit_code == 0
    assert "column" not in taken.stdout
    assert students(empty) == [(f"Given{at} F.", f"s{at}") for at in range(5)]
    refused = run("roster", school, "--take", "c1", "--column", "role=role", "-c", empty, "--yes")
    assert (refused.exit_code, "leave --column out" in refused.stderr) == (BAD_CALL, True)
    assert "secret" not in (empty / "class.json").read_text()
    assert "example.org" not in (empty / "class.json").read_text()


def test_next_months_set_knows_the_children_and_asks_about_who_left(empty: Path, tmp_path: Path) -> None:
    run("roster", zipped(tmp_path / "sept.zip"), "--take", "c1", "-c", empty, "--yes")
    moved = SET["enrollments.csv"].replace("e3,,c1,o1,s0", "e3,,c2,o1,s0")
    later = zipped(tmp_path / "oct.zip", enrollments=moved)
    done = run("roster", later, "--take", "c1", "-c", empty, "--yes")
    assert done.exit_code == ASKED
    assert "Given0 F. is in the class and not in the school's set any more." in done.stdout
    assert len(students(empty)) == 5
    assert run("roster", later, "--take", "c1", "-c", empty, "--yes", "--answer", "gone=left").exit_code == 0
    assert students(empty) == [(f"Given{at} F.", f"s{at}") for at in range(1, 5)]


def test_a_lone_file_of_a_set_says_what_it_needs(empty: Path, tmp_path: Path) -> None:
    done = run("roster", listed(tmp_path / "classes.csv", SET["classes.csv"]), "-c", empty, "--yes")
    assert done.exit_code == BAD_CALL
    assert "users.csv" in done.stderr
    assert students(empty) == []


def test_a_list_of_a_whole_school_is_chosen_from_like_a_set(empty: Path, tmp_path: Path) -> None:
    rows = "".join(f"{1000 + at},Given{at},Family{at},Room {at // 30}\n" for at in range(120))
    names = listed(tmp_path / "all.csv", f"Student ID,First Name,Last Name,Homeroom\n{rows}")
    assert run("roster", names, "-c", empty, "--yes").exit_code == ASKED
    assert students(empty) == []
    listing = run("roster", names, "--list")
    assert listing.stdout.splitlines()[1].startswith("Room 1  Room 1 · 30 students")
    assert run("roster", names, "--take", "Room 1", "-c", empty, "--yes").exit_code == 0
    assert [number for _, number in students(empty)] == [str(1000 + at) for at in range(30, 60)]


def test_a_set_without_the_class_that_is_asked_for_is_said(empty: Path, tmp_path: Path) -> None:
    done = run("roster", zipped(tmp_path / "school.zip"), "--take", "c9", "-c", empty, "--yes")
    assert done.exit_code == BAD_CALL
    assert "has no class c9" in done.stderr
    flat = listed(tmp_path / "names.csv", "Name,Homeroom\nAva Brown,Room 12\nMia Ng,Room 12\n")
    done = run("roster", flat, "--take", "Room 13", "-c", empty, "--yes")
    assert done.exit_code == BAD_CALL
    assert done.stderr == 'This list has no class "Room 13"; it has Room 12, and --list shows them all.\n'


def test_a_class_of_a_short_list_is_taken_alone(empty: Path, tmp_path: Path) -> None:
    flat = listed(tmp_path / "names.csv", "Name,Homeroom\nAva Brown,Room 12\nMia Ng,Room 13\n")
    assert run("roster", flat, "--take", "Room 13", "-c", empty, "--yes").exit_code == 0
    assert [name for name, _ in students(empty)] == ["Mia N."]


def test_an_answer_that_changes_nothing_to_be_seen_is_kept_and_not_asked_for_again(empty: Path, tmp_path: Path) -> None:
    run("student", "add", "Ava B.", "-c", empty)
    names = listed(tmp_path / "names.csv", "Name\nAva Brown\n")
    assert run("roster", names, "-c", empty, "--yes").exit_code == ASKED
    assert run("roster", names, "-c", empty, "--yes", "--answer", "initial=same").exit_code == 0
    assert run("roster", names, "-c", empty, "--yes").exit_code == 0
    assert [name for name, _ in students(empty)] == ["Ava B."]


def test_ids_that_excel_has_rounded_are_nobodys_whatever_is_said_of_their_column(empty: Path, tmp_path: Path) -> None:
    names = listed(tmp_path / "names.csv", "studentId,Name\n1.23457E+11,Ava Brown\n1.23457E+11,Mia Ng\n")
    done = run("roster", names, "-c", empty, "--yes", "--column", "studentId=id")
    assert done.exit_code == 0
    assert "Excel has shortened the id 1.23457E+11" in done.stdout
    assert students(empty) == [("Ava B.", ""), ("Mia N.", "")]
