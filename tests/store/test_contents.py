"""A wrong word in class.json costs its field or its record and nothing else; it is said, and it stays in the file."""

import copy
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from board.disk import NotSaved
from board.errors import Refusal
from board.mastery.facts import Kind
from board.mastery.people import Assessor, Student, clean_line
from board.store import codec
from board.store.class_book import ClassBook
from board.store.documents import records
from board.store.documents.aside import SetAside, told_at_opening
from board.store.documents.contents import Contents, contents_of
from board.store.documents.merging import visible
from board.store.documents.shapes import Why
from board.store.documents.tables import ABOUT, ASSESSORS, STUDENTS, UNITS, changed, put
from board.store.draft import Draft
from board.store.keeping.check import problems
from board.store.keeping.restore import copies_of, put_back

STEP = {
    "id": "u/halves",
    "title": "Halves",
    "i_can": "I can cut.",
    "criteria": ["two cuts"],
    "ways": ["build"],
    "needs": ["u/x"],
    "standards": ["2.G.3"],
    "subjects": ["Math"],
    "badge": "kite",
    "version": 3,
}
TABLES: dict[str, Any] = {
    "class": {"about": {"format": 2, "name": "Room 12", "id": "r12", "looks_first": False}},
    "students": {
        "ava": {
            "name": "Ava B.",
            "alias": "Comet",
            "emblem": "fox",
            "grade": "2",
            "number": "77",
            "left": True,
            "also": ["zoe"],
        },
        "ben": {"name": "Ben"},
    },
    "assessors": {"t": {"name": "Ms. Rivera"}, "o": {"name": "Mr. Oka"}},
    "units": {
        "u": {
            "title": "Fractions",
            "subjects": ["Math"],
            "path": "open",
            "levels": [
                {
                    "id": "u/one",
                    "title": "One",
                    "needed": 1,
                    "must": ["u/x"],
                    "steps": [{"id": "u/x", "title": "X", "i_can": "I can x.", "version": 1}, STEP],
                    "boss": {"id": "u/boss", "title": "Boss", "i_can": "I can all.", "version": 1},
                },
                {"id": "u/two", "title": "Two", "steps": [{"use": "songs/sing"}]},
            ],
            "archived": [{"id": "u/old", "title": "Old", "i_can": "I could.", "version": 1}],
        },
        "songs": {
            "title": "Songs",
            "path": "levels",
            "levels": [
                {
                    "id": "songs/one",
                    "title": "One",
                    "steps": [{"id": "songs/sing", "title": "Sing", "i_can": "I can sing.", "version": 1}],
                }
            ],
        },
    },
}
FOLDER = Path("Room 9.class")
JSON: list[Any] = [None, True, False, 7, -1, 0, 2.5, 1e308, 10**40, "", "x", "\ud800", [], [7], [[]], {}, {"a": 1}]
Way = tuple[str | int, ...]


def ways_in(value: Any, way: Way = ()) -> Iterator[Way]:
    """Every place in a document, records before their fields."""
    names = value if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ()
    for name in names:
        yield (*way, name)
        yield from ways_in(value[name], (*way, name))


def changed_at(way: Way, value: object = None, *, gone: bool = False) -> dict[str, Any]:
    """The class with something else in one place, or nothing."""
    tables = copy.deepcopy(TABLES)
    inside: Any = tables
    for name in way[:-1]:
        inside = inside[name]
    if gone:
        del inside[way[-1]]
    else:
        inside[way[-1]] = value
    return tables


def read(tables: dict[str, Any]) -> Contents:
    found = contents_of(tables, FOLDER)
    assert found is not None
    return found


def documents(found: Contents) -> dict[str, Any]:
    """What is understood, as it would be written."""
    said: Any = found._replace()
    rows = {"class": ABOUT.documents(found.about), "students": {}, "assessors": {}, "units": {}}
    rows["students"] = STUDENTS.documents(found.students)
    rows["assessors"] = ASSESSORS.documents(found.assessors)
    rows["units"] = UNITS.documents(found.units)
    return rows if said else {}


WHOLE = read(TABLES)
WAYS = [way for way in ways_in(TABLES) if len(way) > 1 and way != ("class", "about") and way[-1] != "format"]


def test_a_whole_class_is_understood_to_the_last_word() -> None:
    assert WHOLE.aside == ()
    rest = {"format": 2}
    understood = documents(WHOLE)
    assert {**understood, "class": {"about": {**rest, **understood["class"]["about"]}}} == TABLES
    assert len(WAYS) > 60


def bare(value: Any) -> Any:
    """A document without what may be left unsaid, and without steps of other units, which may be gone."""
    if isinstance(value, list):
        return [bare(one) for one in value if one != "" and not (isinstance(one, dict) and "use" in one)]
    if not isinstance(value, dict):
        return value
    usual: tuple[Any, ...] = (("path", "levels"), ("version", 1), ("left", False), ("looks_first", True), ("format", 2))
    told = {name: bare(one) for name, one in value.items() if (name, one) not in usual}
    return {name: one for name, one in told.items() if one not in (None, "", [], {})}


@pytest.mark.parametrize("way", WAYS, ids=lambda way: ".".join(map(str, way)))
def test_whatever_stands_in_one_place_the_rest_is_read_and_what_is_lost_is_said(way: Way) -> None:
    for tables in (*(changed_at(way, value) for value in JSON), changed_at(way, gone=True)):
        found = read(tables)
        if bare(documents(found)) != bare(tables):
            assert found.aside, tables
        for aside in found.aside:
            assert aside.told.endswith(".")
            assert aside.told.isprintable()
        assert {*found.students} >= ({*WHOLE.students} if way[0] != "students" else set())
        assert len(found.units) >= 1
        assert found.assessors


@pytest.mark.parametrize(
    ("way", "value", "told"),
    [
        (("students", "ava", "grade"), 3, 'Student "Ava B." (ava): "grade" must be text in quotation marks. Until'),
        (("students", "ava", "left"), "yes", 'Student "Ava B." (ava): "left" must be true or false.'),
        (("students", "ava", "also"), "zoe", '"also" must be a list of texts.'),
        (("students", "ava", "also"), ["ben"], '"also" names a child that stands in the class'),
        (("students", "ava", "also"), ["ava"], '"also" names a child that stands in the class'),
        (("students", "ben", "name"), 7, 'Student ben: "name" must be text'),
        (("students", "ben", "name"), "\u200b\u2060", 'Student ben: "name" holds nothing that can be seen.'),
        (("students", "ben"), [], "Student ben: this must be a record"),
        (("students", "../x"), {"name": "Eve"}, "A student: its id must be short"),
        (("students", "a" * 129), {"name": "Eve"}, "A student: its id must be short"),
        (("assessors", "o", "name"), {}, 'Adult o: "name" must be text'),
        (("class", "about", "name"), 7, 'About the class: "name" must be text in quotation marks. Until that is put'),
        (("class", "about", "id"), "a/b", "About the class: its id"),
        (("class", "about", "looks_first"), 0, '"looks_first" must be true or false.'),
        (("units", "u", "path"), "up", 'Unit "Fractions" (u): "path" must be "levels" or "open".'),
        (("units", "u", "levels"), {}, '"levels" must be a list.'),
        (("units", "u", "levels", 0, "needed"), 3, 'Level "One" (u/one): "needed" is more than the level has steps.'),
        (("units", "u", "levels", 0, "needed"), 0, '"needed" must be a whole number from 1 up.'),
        (("units", "u", "levels", 0, "needed"), 10**4000, '"needed" must be a whole number from 1 up.'),
        (("units", "u", "levels", 0, "must"), ["u/old"], '"must" names what is no step of this level.'),
        (("units", "u", "levels", 0, "steps", 0, "version"), 1 << 31, '"version" must be a whole number'),
        (("units", "u", "levels", 0, "steps", 0, "needs"), ["u/halves"], '"needs" leads in a circle'),
        (("units", "u", "levels", 0, "steps", 0, "needs"), ["u/gone"], '"needs" names a step that the class does not'),
        (("units", "u", "levels", 0, "steps", 0, "id"), "v/x", "A step of unit u"),
        (("units", "u", "levels", 0, "steps", 0), 7, "A step of unit u: this must be a record"),
        (("units", "u", "levels", 0, "boss", "id"), "u/x", 'Step "Boss" (u/x) stands in its unit twice'),
        (("units", "u", "levels", 1, "id"), "u/one", 'Level "Two" (u/one) stands in its unit twice'),
        (("units", "u", "title"), "", 'Unit u: "title" holds nothing'),
        (("students", "ava", "alias"), "Co\x1b[2Jmet", '"alias" holds hidden characters; it is shown without them.'),
        (("students", "ava", "name"), "Ava" * 200, "is too long; only its beginning is shown."),
        (("units", "u", "levels", 0, "steps", 1, "criteria"), ["x"] * 1001, '"criteria" is too long'),
    ],
)
def test_what_is_wrong_is_said_with_its_place(way: Way, value: object, told: str) -> None:
    said = [aside.told for aside in read(changed_at(way, value)).aside]
    assert any(told in one for one in said), said


def test_a_wrong_step_does_not_take_its_unit_away() -> None:
    (unit, _), whole = read(changed_at(("units", "u", "levels", 0, "steps", 1, "title"), 7)).units, WHOLE.units[0]
    assert [spot.id for spot in unit.spots] == ["u/x", "u/boss", "songs/sing"]
    assert unit.levels[0].needed == whole.levels[0].needed


def test_a_class_without_a_readable_adult_can_be_marked_in_and_its_marks_find_their_adult_again(
    book: ClassBook, folder: Path
) -> None:
    path = folder / "class.json"
    tables = json.loads(path.read_text())
    (id_,) = tables["assessors"]
    path.write_text(json.dumps({**tables, "assessors": {id_: {"name": 7}}}))
    again = ClassBook(folder, "d1")
    assert again.assessors == (Assessor(id_, "Teacher"),)
    assert any("stands in" in told for told in problems(folder, "d1"))
    again.record([Draft(Kind.MASTERED, "ava", "u/halves")], again.assessors[0].id)
    again.edit(ASSESSORS, changed(id_, lambda one: Assessor(one.id, "Ms. Rivera")))
    assert ClassBook(folder, "d1").aside == ()
    assert ClassBook(folder, "d1").facts[0].by == ClassBook(folder, "d1").assessors[0].id


def test_a_class_without_any_adult_gets_one_that_stays_when_another_is_added() -> None:
    found = read({**TABLES, "assessors": {}})
    assert found.assessors == (Assessor("teacher", "Teacher"),)
    assert [aside.why for aside in found.aside] == [Why.NO_ADULT]


def test_a_text_of_many_megabytes_is_cut_before_it_is_cleaned(monkeypatch: pytest.MonkeyPatch) -> None:
    cleaned: list[int] = []

    def cleaning(text: str) -> str:
        cleaned.append(len(text))
        return clean_line(text)

    monkeypatch.setattr(records, "clean_line", cleaning)
    found = read(changed_at(("units", "u", "levels", 0, "steps", 1, "i_can"), "é\u0301 " * (5 << 20)))
    assert records.TEXT_LIMIT - 2 < len(found.units[0].spots[1].i_can) <= records.TEXT_LIMIT
    assert [aside.why for aside in found.aside] == [Why.LONG]
    assert max(cleaned) == 2 * records.TEXT_LIMIT
    many = read(changed_at(("units", "u", "levels", 0, "steps", 1, "criteria"), ["x"] * 2000))
    assert len(many.units[0].spots[1].criteria) == records.LIST_LIMIT


def test_a_class_whose_name_can_not_be_read_is_called_as_its_folder_is() -> None:
    assert read(changed_at(("class", "about", "name"), [])).about.name == "Room 9"


@pytest.mark.parametrize("way", WAYS, ids=lambda way: ".".join(map(str, way)))
def test_the_next_save_keeps_what_nobody_understood(book: ClassBook, folder: Path, way: Way) -> None:
    path, later = folder / "class.json", Student("later", "Later")
    for value in ({"keep": "me"}, ["keep me"]):
        mutated = changed_at(way, value)
        path.write_text(json.dumps(mutated))
        again = ClassBook(folder, "d1")
        again.edit(STUDENTS, put(later))
        kept = visible(json.loads(path.read_text()))
        assert kept["students"].pop("later") == {"name": "Later"}
        assert kept == mutated


def test_an_edit_of_the_field_itself_puts_it_right(book: ClassBook, folder: Path) -> None:
    path = folder / "class.json"
    path.write_text(json.dumps(changed_at(("students", "ava", "grade"), 3)))
    again = ClassBook(folder, "d1")
    assert again.aside == (SetAside("students", "ava", "Ava B.", field="grade", why=Why.TEXT),)
    again.edit(STUDENTS, changed("ava", lambda one: Student(one.id, one.name, grade="4")))
    assert not list(again.aside)
    assert visible(json.loads(path.read_text()))["students"]["ava"] == {"name": "Ava B.", "grade": "4"}


def test_check_names_what_was_set_aside(book: ClassBook, folder: Path) -> None:
    (folder / "class.json").write_text(json.dumps(changed_at(("students", "ben", "name"), 7)))
    assert any(told.startswith("Student ben:") for told in problems(folder, "d1"))


def test_a_number_of_thousands_of_digits_costs_nothing_but_its_field(book: ClassBook, folder: Path) -> None:
    path, number = folder / "class.json", "9" * 5000
    path.write_text(json.dumps(changed_at(("students", "ava", "grade"), 777)).replace("777", number))
    again = ClassBook(folder, "d1")
    assert [one.name for one in again.everyone] == ["Ava B.", "Ben"]
    assert any('"grade"' in told for told in problems(folder, "d1"))
    again.edit(STUDENTS, put(Student("later", "Later")))
    assert number in path.read_text()
    assert [one.name for one in ClassBook(folder, "d1").everyone] == ["Ava B.", "Ben", "Later"]


@pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity", "1e999"])
@pytest.mark.parametrize(
    "at", [("units", "u"), ("students", "ava"), ("students", "ava", "grade"), ("units", "u", "levels")]
)
def test_what_is_no_number_elsewhere_costs_nothing_but_its_place(
    book: ClassBook, folder: Path, at: tuple[str, ...], number: str
) -> None:
    path = folder / "class.json"
    path.write_text(json.dumps(changed_at(at, 777)).replace("777", number))
    again = ClassBook(folder, "d1")
    again.edit(STUDENTS, put(Student("later", "Later")))
    assert [one.name for one in ClassBook(folder, "d1").everyone][-2:] == ["Ben", "Later"]
    assert len(problems(folder, "d1")) == 1
    assert number.replace("1e999", "Infinity") in path.read_text()


def test_a_class_file_larger_than_any_class_is_refused_in_one_sentence(book: ClassBook, folder: Path) -> None:
    with (folder / "class.json").open("r+b") as file:
        file.truncate(codec.CLASS_BYTES + 1)
    with pytest.raises(Refusal, match=r"class\.json can't be read \(it is too long\)"):
        ClassBook(folder, "d1")


def test_an_earlier_class_file_with_a_wrong_record_can_be_chosen(book: ClassBook, folder: Path) -> None:
    book.edit(STUDENTS, put(Student("later", "Later")))
    *_, newest = sorted((folder / "backups").glob("class-*.json"))
    newest.write_text(json.dumps(changed_at(("units", "u", "levels", 0, "steps", 0), 7)))
    (whole, *_), broken = copies_of(folder)
    assert (whole.path, broken) == (newest, [])
    put_back(folder, whole, "d1")
    again = ClassBook(folder, "d1")
    assert [spot.id for spot in again.units[0].spots] == ["u/halves", "u/boss", "songs/sing"]
    assert json.loads((folder / "class.json").read_text())["units"]["u"]["levels"][0]["steps"][0] == 7


@pytest.mark.parametrize("depth", [600, 900])
def test_what_is_nested_deeply_is_kept(book: ClassBook, folder: Path, depth: int) -> None:
    path, deep = folder / "class.json", "[" * depth + "]" * depth
    path.write_text(json.dumps(changed_at(("students", "ava", "grade"), 777)).replace("777", deep))
    ClassBook(folder, "d1").edit(STUDENTS, put(Student("later", "Later")))
    assert deep in "".join(path.read_text().split())


def test_what_is_nested_too_deeply_to_be_written_is_said() -> None:
    deep: list[Any] = []
    for _ in range(5000):
        deep = [deep]
    with pytest.raises(NotSaved, match="too deeply"):
        codec.document_bytes({"students": {"ava": {"grade": deep}}})


def test_of_a_thousand_things_set_aside_the_first_few_are_told_at_opening_and_the_rest_counted() -> None:
    found = read({**TABLES, "students": {f"s{at}": 7 for at in range(1000)}})
    told = told_at_opening(found.aside)
    assert told[:2] == [one.told for one in found.aside[:2]]
    assert len(told) == 4
    assert told[-1] == "997 more things in class.json are left out; board check names each."
    assert told_at_opening(read(changed_at(("students", "ava", "alias"), "a\x07b")).aside) == []
