"""Rosters as they come out of other programs: every mix of encoding, line end, delimiter and shape."""

import csv
import io
from itertools import count, product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from board.exchange.bullets import is_bullet
from board.exchange.pasted_names import read_names
from board.exchange.roster import BadRoster, Pupil, parse_roster, read_roster
from board.exchange.roster_plan import RosterChange, plan
from board.exchange.text_file import decoded
from board.mastery.people import Student, could_be, short_names

PEOPLE = {
    "Latin": [("Zoë", "Núñez"), ("Ava", "O'Brien-Lee"), ("Jürgen", "de la Cruz")],
    "Cyrillic": [("Мила", "Орлова"), ("Пётр", "Зайцев")],
    "Arabic": [("ليلى", "النجار"), ("سامي", "حداد")],
    "Hebrew": [("נועה", "כהן"), ("איתן", "לוי")],
    "Chinese": [("小明", "王"), ("美玲", "陈")],
    "Thai": [("สมชาย", "ใจดี"), ("มะลิ", "ทองคำ")],
    "Devanagari": [("आरव", "शर्मा"), ("मीरा", "नायर")],
}
ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "bom utf-16-be", "utf-16-le", "utf-16-be", "cp1252")
ENDS = ("\n", "\r\n", "\r")
SHAPES = ("first and last", "last and first", "name", "no header", "trailing", "titled")


def written(people: list[tuple[str, str]], shape: str, delimiter: str, end: str) -> str:
    rows: list[list[str]] = {
        "first and last": [["First Name", "Last Name"], *([first, last] for first, last in people)],
        "last and first": [["ID", "Surname", "Given name"], *(["7", last, first] for first, last in people)],
        "name": [["Student"], *([f"{last}, {first}"] for first, last in people)],
        "no header": [[first, last] for first, last in people],
        "trailing": [["first", "last", "", ""], *([first, last, "", ""] for first, last in people)],
        "titled": [["Room 12"], [], ["first", "last"], *([first, last] for first, last in people)],
    }[shape]
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter, lineterminator=end).writerows(rows)
    return text.getvalue()


def in_bytes(text: str, encoding: str) -> bytes:
    if encoding == "bom utf-16-be":
        return b"\xfe\xff" + text.encode("utf-16-be")
    return text.encode(encoding)


def mixes() -> list[tuple[str, str]]:
    return [
        (script, encoding)
        for script, encoding in product(PEOPLE, ENCODINGS)
        if encoding != "cp1252" or script == "Latin"
    ]


@pytest.mark.parametrize(("script", "encoding"), mixes())
def test_a_list_is_read_whatever_program_wrote_it(tmp_path: Path, script: str, encoding: str) -> None:
    file = tmp_path / "names.csv"
    for end, delimiter, shape in product(ENDS, ",;\t", SHAPES):
        file.write_bytes(in_bytes(written(PEOPLE[script], shape, delimiter, end), encoding))
        read = [(pupil.given, pupil.family) for pupil in read_roster(file).pupils]
        assert read == PEOPLE[script], (end, delimiter, shape)


def names(text: str) -> list[str]:
    return [pupil.full for pupil in parse_roster(text).pupils]


def test_chinese_names_stay_whole() -> None:
    assert parse_roster("王小明\n陈美玲\n").pupils == (Pupil("王小明", ""), Pupil("陈美玲", ""))


@pytest.mark.parametrize(
    "text",
    [
        "1. Ava Brown\n2. Liam Lopez\n",
        "1) Ava Brown\n2) Liam Lopez",
        "(1) Ava Brown\n(2) Liam Lopez",
        "1.Ava Brown\n2.Liam Lopez",
        "- Ava Brown\n- Liam Lopez\n",
        "* Ava Brown\n* Liam Lopez\n",
        "•\tAva Brown\n•\tLiam Lopez\n",
        "1.\tAva Brown\n2.\tLiam Lopez\n",
        "☐ Ava Brown\n☐ Liam Lopez\n",
        "Ava\tBrown\nLiam\tLopez\n",
        "1. Brown, Ava\n2. Lopez, Liam\n",
        "sep=;\nAva;Brown\nLiam;Lopez\n",
        '"sep=,"\r\nname,grade\r\nAva Brown,2\r\nLiam Lopez,2',
        "Brown, Ava\t7\nLopez, Liam\t8\n",
        "Name,Surname\nAva,Brown\nLiam,Lopez\n",
        "Name;Last name\nAva Brown;Brown\nLiam Lopez;Lopez\n",
        "Имя;Фамилия\nAva;Brown\nLiam;Lopez\n",
        "姓名\nAva Brown\nLiam Lopez\n",
        "name\nAva Brown,\nLiam Lopez,\n",
        '"Ava\nBrown"\n"Liam\r\nLopez"\n',
        "\ufeffname\nAva Brown\nLiam Lopez\n",
        '"Ava Brown\nLiam Lopez\n',
        "Ava Brown\n\u200b,\u200b\nLiam Lopez\n",
    ],
)
def test_a_list_pasted_from_anywhere_gives_clean_names(text: str) -> None:
    assert names(text) == ["Ava Brown", "Liam Lopez"]


def test_what_looks_like_a_formula_is_a_name_like_any_other() -> None:
    wild = ["=1+1", "+x", "-x", "@x"]
    assert names("\n".join(wild)) == wild
    assert names("name\n" + "\n".join(wild)) == wild


def test_a_number_alone_is_a_bullet_only_beside_a_name() -> None:
    assert is_bullet("1.")
    assert not is_bullet("7")
    assert names("1.\n") == ["1."]


@pytest.mark.parametrize("cut", range(1, 12))
def test_a_list_cut_in_the_middle_keeps_all_other_names(tmp_path: Path, cut: int) -> None:
    file = tmp_path / "names.csv"
    file.write_bytes("name\n小明 王\n美玲 陈\n美玲 陈".encode()[:-cut])
    assert [pupil.full for pupil in read_roster(file).pupils][:2] == ["小明 王", "美玲 陈"]
    broken_off = cut not in (3, 4, 7, 10, 11)
    assert any("breaks off" in remark for remark in read_roster(file).remarks) == broken_off


def test_an_old_list_that_ends_in_an_accent_is_not_taken_for_a_cut_one(tmp_path: Path) -> None:
    file = tmp_path / "names.csv"
    file.write_bytes("Ava Brown\nZoé".encode("cp1252"))
    assert read_roster(file) == ((Pupil("Ava", "Brown"), Pupil("Zoé", "")), ())


def test_a_quotation_mark_that_is_never_closed_swallows_nobody() -> None:
    read = parse_roster('name\n"Brown, Ava\nLopez, Liam\n')
    assert [pupil.full for pupil in read.pupils] == ["Ava Brown", "Liam Lopez"]
    assert read.remarks == (
        "A quotation mark is never closed, so all of them were left out; look at names with commas.",
    )


def test_columns_that_are_not_used_are_told_without_their_hidden_signs() -> None:
    assert parse_roster("name,\x1b[2Jroom\u202e\nAva,7\n").remarks == ("Columns not used: [2Jroom.",)


def test_a_pile_of_accents_is_read_at_once() -> None:
    (pupil,) = parse_roster("a" + "\u0316\u0301" * 50_000).pupils
    assert len(pupil.given) == 60


def planned(pupils: tuple[Pupil, ...], students: tuple[Student, ...] = ()) -> RosterChange:
    ids = count()
    return plan(pupils, students, new_id=lambda: f"n{next(ids)}")


def test_the_same_row_twice_is_one_child_only_with_an_id() -> None:
    twice = planned(parse_roster("id,name\n7,Ava Brown\n7,Ava Brown\n").pupils)
    assert [student.name for student in twice.added] == ["Ava B."]
    unsure = planned(parse_roster("name\nAva Brown\nAva Brown\n").pupils)
    assert (unsure.added, len(unsure.unsure)) == ((), 1)
    two = planned(parse_roster("id,name\n7,Ava Brown\n8,Ava Brown\n").pupils)
    assert [(student.name, student.number) for student in two.added] == [("Ava B.", "7"), ("Ava B.", "8")]


def test_a_row_that_fits_many_names_only_some_of_them() -> None:
    avas = tuple(Student(f"a{number}", "Ava B.") for number in range(50))
    (told,) = planned((Pupil("Ava", "Brown"),), avas).unsure
    assert told.startswith("Ava B. fits Ava B. or Ava B. or Ava B. or 47 more;")


def test_children_whose_family_name_has_two_words_are_known_again() -> None:
    pupils = (Pupil("Ava", "De La"), Pupil("Ava", "De Mo"))
    first = planned(pupils)
    assert [student.name for student in first.added] == ["Ava De L.", "Ava De M."]
    assert planned(pupils, first.students).same == 2


_words = st.text("AB", min_size=1, max_size=4)
_people = st.lists(
    st.builds(Pupil, _words, st.one_of(st.just(""), _words), st.sampled_from(["", "1", "2", "3"])), max_size=8
)


@given(_people)
def test_no_list_adds_anybody_when_it_is_read_again(pupils: list[Pupil]) -> None:
    first = planned(tuple(pupils))
    again = planned(tuple(pupils), first.students)
    assert again.students == first.students


@given(
    _people, st.lists(st.builds(Student, st.uuids().map(str), st.sampled_from(["A", "A A.", "A AB", "B A.", "AB B."])))
)
def test_a_row_is_matched_with_everybody_it_could_be(pupils: list[Pupil], students: list[Student]) -> None:
    for pupil in pupils:
        change = planned((pupil,), tuple(students))
        fits = [student for student in students if could_be(student.name, pupil.given, pupil.family)]
        assert set(change.missing) == set(students) - set(fits)
        assert bool(change.added) == (not fits)


@given(st.lists(st.tuples(_words, st.text("AB ", max_size=4)), max_size=8))
def test_as_few_letters_as_tell_twins_apart_are_shown(people: list[tuple[str, str]]) -> None:
    for (given_name, family), name in zip(people, short_names(people), strict=True):
        twins = [other for first, other in people if first == given_name and other != family]
        shown = name.removeprefix(given_name).removeprefix(" ").removesuffix(".")
        if family and shown != family:
            assert not any(twin.startswith(shown) for twin in twins)
            assert len(shown) == 1 or any(twin.startswith(shown[:-1]) for twin in twins)


@given(st.binary(max_size=60))
def test_any_bytes_are_a_list_a_text_or_refused(data: bytes) -> None:
    text = decoded(data)
    try:
        pupils = parse_roster(text.text).pupils if text else ()
    except BadRoster:
        return
    assert all(pupil.given for pupil in pupils)


HIDDEN = [b"\0", b"\x1b[2J", b"\x07", b"\x7f", b"\xed\xa0\x80", b"\xc2\x9b", b"\xef\xbf\xbd"]


@pytest.mark.parametrize("hidden", HIDDEN, ids=repr)
def test_a_line_with_signs_that_are_no_letters_is_read_and_named(tmp_path: Path, hidden: bytes) -> None:
    file = tmp_path / "names.csv"
    file.write_bytes(b"name\r\nAva Brown\r\nLi" + hidden + b"am Lopez\r\nMia Ng\r\n")
    read = read_roster(file)
    assert [pupil.full[:2] for pupil in read.pupils] == ["Av", "Li", "Mi"]
    told = ("Line 3 holds signs that are no letters; look whether it was read as it is meant.",)
    assert read.remarks == told
    pasted = read_names("Ava Brown\n\nLi" + hidden.decode("utf-8", "surrogatepass") + "am Lopez\n")
    assert (len(pasted.pupils), pasted.remarks) == (2, told)


def test_many_such_lines_are_one_sentence(tmp_path: Path) -> None:
    file = tmp_path / "names.csv"
    file.write_bytes(b"name\n" + b"Ava\0 Brown of Room 12\n" * 3)
    told = "3 lines hold signs that are no letters, line 2 first; look whether they were read as they are meant."
    assert told in read_roster(file).remarks


def test_letters_that_a_program_wrote_in_halves_are_whole_again(tmp_path: Path) -> None:
    file = tmp_path / "names.csv"
    file.write_bytes(b"name\nAva \xed\xa0\xbd\xed\xb8\x80\n")  # as some databases write UTF-8
    read = read_roster(file)
    assert (read.pupils[0].full, read.remarks) == ("Ava 😀", ())


@pytest.mark.parametrize(
    "usual", ["Ava\u200b", "\ufeffAva", "Ava\u00a0Brown", "Ava\u200e", "Ava\x0bBrown", "Ava\x85Brown"]
)
def test_hidden_signs_that_any_document_holds_are_not_worth_a_word(usual: str) -> None:
    assert read_names(f"{usual}\nMia").remarks == ()
