"""What class.json and the ledger hold is written and read in the same words for ever."""

import json
from pathlib import Path as FilePath
from typing import Any

import pytest

from board.mastery.curriculum import Level, Path, Step, Unit
from board.mastery.facts import Fact, How, Kind
from board.mastery.people import Assessor, Student
from board.store import codec
from board.store.documents.contents import Contents, contents_of
from board.store.documents.tables import ABOUT, ASSESSORS, STUDENTS, UNITS, About, changed, put
from board.store.draft import Draft, new_id
from board.store.lines import BadLine, fact_line, fact_of

HALVES = Step("u/halves", "Halves", "I can.", ("cuts",), ("build",), ("u/x",), ("2.G.3",), ("Math",), "kite", 3)
HALVES_DOCUMENT = {
    "id": "u/halves",
    "title": "Halves",
    "i_can": "I can.",
    "criteria": ["cuts"],
    "ways": ["build"],
    "needs": ["u/x"],
    "standards": ["2.G.3"],
    "subjects": ["Math"],
    "badge": "kite",
    "version": 3,
}
PLAIN = Step("u/x", "X", "I can x.")
PLAIN_DOCUMENT = {"id": "u/x", "title": "X", "i_can": "I can x.", "version": 1}
SING = Step("songs/sing", "Sing", "I can sing.")
UNIT = Unit(
    "u",
    "Unit",
    (Level("u/one", "One", (HALVES, SING), 1, frozenset(("u/halves",)), PLAIN), Level("u/two", "Two", ())),
    ("Math",),
    Path.OPEN,
    (Step("u/old", "Old", "I could."),),
)
UNIT_DOCUMENT = {
    "title": "Unit",
    "subjects": ["Math"],
    "path": "open",
    "levels": [
        {
            "id": "u/one",
            "title": "One",
            "needed": 1,
            "must": ["u/halves"],
            "steps": [HALVES_DOCUMENT, {"use": "songs/sing"}],
            "boss": PLAIN_DOCUMENT,
        },
        {"id": "u/two", "title": "Two"},
    ],
    "archived": [{"id": "u/old", "title": "Old", "i_can": "I could.", "version": 1}],
}
SONGS = Unit("songs", "Songs", (Level("songs/one", "One", (SING,)),))

AVA = Student("ava", "Ava B.", "Comet", "fox", "2", "77", left=True, also=("zoe",))
AVA_DOCUMENT = {
    "name": "Ava B.",
    "alias": "Comet",
    "emblem": "fox",
    "grade": "2",
    "number": "77",
    "left": True,
    "also": ["zoe"],
}
FULL = Fact(
    "f1",
    7,
    "d1",
    "2026-01-05T09:00:00+00:00",
    "t",
    Kind.MASTERED,
    "ava",
    "u/halves",
    of="f0",
    step_version=2,
    how=How.ELSEWHERE,
    way="build",
    level_of_support="alone",
    tries=3,
    note="Zoë's\nnote",
    evidence=("p1", "p2"),
    showing="s1",
    origin="studio",
    cut="round",
)
FULL_LINE = (
    '{"id":"f1","seq":7,"device":"d1","at":"2026-01-05T09:00:00+00:00","by":"t","kind":"mastered","student":"ava",'
    '"step":"u/halves","of":"f0","step_version":2,"how":"elsewhere","way":"build","level_of_support":"alone","tries":3,'
    '"note":"Zoë\'s\\nnote","evidence":["p1","p2"],"showing":"s1","origin":"studio","cut":"round"}\n'
)
BARE = Fact("f2", 8, "d1", "2026", "", Kind.AWAY, "ava")
BARE_LINE = '{"id":"f2","seq":8,"device":"d1","at":"2026","kind":"away","student":"ava"}\n'


def read(**tables: dict[str, Any]) -> Contents:
    """What a class of these tables says; it has a name and an adult unless told otherwise."""
    usual = {"class": {"about": {"name": "Room 12"}}, "assessors": {"t": {"name": "Ms. Rivera"}}}
    found = contents_of({**usual, **tables}, FilePath("Room 12.class"))
    assert found is not None
    return found


def test_a_unit_is_kept_with_all_it_has_and_steps_of_others_by_their_id() -> None:
    assert codec.unit_document(UNIT) == UNIT_DOCUMENT
    both = read(units={"u": UNIT_DOCUMENT, "songs": codec.unit_document(SONGS)})
    assert (both.units, both.aside) == ((UNIT, SONGS), ())
    assert codec.unit_document(Unit("v", "V", ())) == {"title": "V", "path": "levels"}
    assert read(units={"v": {"title": "V", "path": "levels"}}).units == (Unit("v", "V", ()),)


def test_a_step_used_from_a_unit_that_is_gone_is_left_out_and_one_that_is_archived_there_stays() -> None:
    (alone,) = read(units={"u": UNIT_DOCUMENT}).units
    assert alone.levels[0].steps == (HALVES,)
    kept = {"title": "Songs", "path": "levels", "archived": [{"id": SING.id, "title": "Sing", "i_can": SING.i_can}]}
    unit, songs = read(units={"u": UNIT_DOCUMENT, "songs": kept}).units
    assert unit.levels[0].steps == (HALVES, SING)
    assert songs.archived == (SING,)


def test_people_are_kept_with_all_that_is_known_and_nothing_empty() -> None:
    assert codec.student_document(AVA) == AVA_DOCUMENT
    assert codec.student_document(Student("ben", "Ben")) == {"name": "Ben"}
    assert codec.assessor_document(Assessor("t", "Ms. Rivera")) == {"name": "Ms. Rivera"}
    found = read(students={"ava": AVA_DOCUMENT, "ben": {"name": "Ben"}})
    assert found[1:] == ((AVA, Student("ben", "Ben")), (Assessor("t", "Ms. Rivera"),), (), ())


def test_what_is_said_about_a_class_is_kept() -> None:
    about = About("Room 12", "r12", looks_first=False)
    document = {"name": "Room 12", "id": "r12", "looks_first": False}
    assert ABOUT.documents(about) == {"about": document}
    assert read(**{"class": {"about": {"format": 2, **document}}}).about == about
    assert ABOUT.documents(About("Room 12")) == {"about": {"name": "Room 12"}}
    assert read().about == About("Room 12", looks_first=True)
    assert [table.name for table in (ABOUT, STUDENTS, ASSESSORS, UNITS)] == ["class", "students", "assessors", "units"]


def test_one_is_put_into_a_table_or_in_its_place_and_changed_only_where_it_is() -> None:
    ben, cam = Student("ben", "Ben"), Student("cam", "Cam")
    assert put(cam)((AVA, ben)) == (AVA, ben, cam)
    renamed = Student("ava", "Ava Brown")
    assert put(renamed)((AVA, ben)) == (renamed, ben)
    assert changed("ava", lambda _: renamed)((AVA, ben)) == (renamed, ben)
    assert changed("zed", lambda _: renamed)((AVA, ben)) == (AVA, ben)


@pytest.mark.parametrize(("fact", "line"), [(FULL, FULL_LINE), (BARE, BARE_LINE)])
def test_a_fact_is_one_line_that_says_no_more_than_it_must(fact: Fact, line: str) -> None:
    assert fact_line(fact).decode() == line
    assert fact_of(line.encode()) == fact


REQUIRED = ("id", "seq", "device", "at", "kind", "student")


def without(field: str, **more: object) -> bytes:
    said: dict[str, Any] = {**json.loads(FULL_LINE), **more}
    return json.dumps({name: value for name, value in said.items() if name != field}).encode()


@pytest.mark.parametrize(
    "line",
    [
        *(without(field) for field in REQUIRED),
        *(without("", **{field: 3}) for field in Fact._fields if field not in ("seq", "step_version", "tries")),
        *(without("", **{field: None}) for field in (*REQUIRED, "by")),
        without("", seq="7"),
        without("", seq=True),
        without("", evidence=[1]),
        without("", how="by heart"),
        b"[]",
        b"3",
        b"{",
        b"[" * 100_000,
        b"",
    ],
)
def test_a_line_that_holds_no_whole_fact_is_none(line: bytes) -> None:
    with pytest.raises(BadLine):
        fact_of(line)


@pytest.mark.parametrize(
    "field", [field for field in Fact._fields if field not in (*REQUIRED, "step", "how", "evidence")]
)
def test_what_a_line_need_not_say_may_be_left_out(field: str) -> None:
    usual = {**Fact._field_defaults, "by": ""}
    said: Any = {field: usual[field]}
    assert fact_of(without(field)) == FULL._replace(**said)


def test_a_class_file_can_be_read_by_people() -> None:
    assert codec.document_bytes({"class": {"about": {"name": "Zoë"}}}).decode() == (
        '{\n "class": {\n  "about": {\n   "name": "Zoë"\n  }\n }\n}'
    )


def test_half_a_surrogate_pair_that_a_file_holds_can_be_written_again() -> None:
    tables = {"students": {"ava": {"name": "Ava \ud800"}}}
    assert json.loads(codec.document_bytes(tables)) == tables


def test_a_draft_becomes_a_fact_with_all_it_says_signed_by_who_records_it_unless_it_is_signed() -> None:
    draft = Draft(
        Kind.MASTERED, "ava", "u/halves", "f0", How.ELSEWHERE, "build", "alone", "note", ("p1",), "studio", "round"
    )
    kept = FULL._replace(id="f9", seq=0, device="", at="now", by="o", note="note", evidence=("p1",), tries=None)
    assert draft.fact("f9", "now", "o", "s1", {"u/halves": HALVES}) == kept._replace(step_version=3)
    signed = draft._replace(by="t", step="u/gone").fact("f9", "now", "o", None, {"u/halves": HALVES})
    assert signed == kept._replace(by="t", step="u/gone", showing=None, step_version=1)
    away = Draft(Kind.AWAY, "ava").fact("f9", "now", "o", None, {})
    assert away == Fact("f9", 0, "", "now", "o", Kind.AWAY, "ava")


def test_ids_are_twelve_letters_and_never_the_same() -> None:
    ids = {new_id() for _ in range(1000)}
    assert len(ids) == 1000
    assert {len(id_) for id_ in ids} == {12}
