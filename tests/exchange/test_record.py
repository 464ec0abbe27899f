"""A child's record tells what was seen, how, with which support and by whom, and names no other child."""

import csv
import io
import json
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from board.exchange.record import Record, as_csv, as_json, as_text, record_of
from board.mastery.curriculum import Level, Unit
from board.mastery.facts import Fact, Kind
from board.mastery.people import AdultRole, Assessor, Student
from board.mastery.showing import Beyond, Support
from builders import UNIT, fact, step

AVA = Student("ava", "Ava B.")
MIA = Student("zq81mia", "Mia N.", alias="Comet", also=("zq82mia",))
ADULTS = (Assessor("t", "Ms. Rivera"), Assessor("lee", "Mr. Lee", AdultRole.SPECIALIST))
HALVES = replace(step("halves"), standards=("1.G.A.3", "2.G.A.3"), subjects=("Mathematics",), grow_from="u/thirds")
SONG = replace(step("song"), id="m/song", subjects=())
UNITS = (
    Unit("u", "Unit", (Level("u/one", "One", (HALVES, step("thirds")), boss=step("pizza")),)),
    Unit("m", "Music week", (Level("m/one", "One", (SONG,)),), subjects=("Music",)),
)
SHOWN = fact(Kind.MASTERED, "halves", seq=3)._replace(
    by="lee",
    way="Build it",
    level_of_support="tools",
    trials="3/4",
    beyond=("home",),
    witness=MIA.id,
    seen=("Folds it with Mia", "Names it"),
    evidence=("a" * 32,),
    caption="Mia held it",
    note="with Comet",
)


def record(*facts: Fact) -> Record:
    return record_of(AVA, (AVA, MIA), facts, class_name="Room 12", units=UNITS, assessors=ADULTS)


def test_the_plain_words_tell_all_of_a_showing() -> None:
    text = as_text(record(SHOWN), {})
    (line,) = [line for line in text.splitlines() if "Halves: Got it, checked by" in line]
    for words in (
        "checked by Mr. Lee (specialist)",
        "way: Build it",
        "with tools",
        "3 of 4 trials went well",
        "shown at home",
        "another child saw it too",
        "seen: Folds it with (another child); Names it",
        "1 picture",
        "the child says: (another child) held it",
        ": with (another child)",
    ):
        assert words in line


def test_the_record_reads_by_unit_by_subject_and_by_standard() -> None:
    text = as_text(record(SHOWN, fact(Kind.PRACTISING, "song", seq=4)._replace(step="m/song")), {})
    unit, subject, standard = (text.index(part) for part in ("\nUnit\n", "\nBy subject\n---", "\nBy standard\n---"))
    assert unit < subject < standard
    for group in ("Mathematics", "Music", "1.G.A.3", "2.G.A.3"):
        assert f"\n{group}\n" in text[subject:]
    assert "\nMusic\n  Song (Music week): Trying" in text
    assert text.count("  Halves (Unit): Got it (") == 3


def test_another_program_gets_subjects_standards_and_both_adults_of_a_boss() -> None:
    first = fact(Kind.ONE_OF_TWO, "pizza", seq=5)
    told = json.loads(as_json(record(SHOWN, first, first._replace(id="f6", seq=6, by="lee")), {}))
    halves, pizza = (next(one for one in told["steps"] if one["id"] == id_) for id_ in ("u/halves", "u/pizza"))
    assert (halves["subjects"], halves["standards"]) == (["Mathematics"], ["1.G.A.3", "2.G.A.3"])
    assert (halves["status"], halves["checked_by"], halves["grow_from"]) == ("mastered", ["Mr. Lee"], "u/thirds")
    assert pizza["checked_by"] == ["Ms. Rivera", "Mr. Lee"]
    kept = told["facts"][0]
    assert (kept["by"], kept["by_role"], kept["witness"]) == ("Mr. Lee", "specialist", "another child")
    assert (kept["trials"], kept["beyond"], kept["seen"][1]) == ("3/4", ["home"], "Names it")


def test_a_spreadsheet_gets_a_column_for_each() -> None:
    (row,) = csv.DictReader(io.StringIO(as_csv(record(SHOWN)).decode("utf-8-sig")))
    assert (row["support"], row["trials"], row["pictures"]) == ("with tools", "3 of 4 trials went well", "1")
    assert row["more"] == "shown at home; another child saw it too"
    assert row["seen"] == "Folds it with (another child); Names it"
    assert row["by"] == "Mr. Lee (specialist)"


_NAMED = st.sampled_from(["Mia", "with Mia N.", "Comet", "alone"])


@given(
    st.lists(
        st.builds(
            SHOWN._replace,
            kind=st.sampled_from([kind for kind in Kind if kind is not Kind.ERASED]),
            step=st.sampled_from(["u/halves", "u/pizza", "m/song", "gone/step", None]),
            by=st.sampled_from(["t", "lee", "", "gone"]),
            witness=st.sampled_from([None, "", MIA.id, *MIA.also, "gone-id"]),
            level_of_support=st.sampled_from([None, *Support]) | _NAMED,
            beyond=st.lists(st.sampled_from(Beyond)).map(tuple),
            trials=st.sampled_from([None, "0/1", "9/3", "x"]),
            seen=st.lists(_NAMED).map(tuple),
            caption=st.none() | _NAMED,
            way=st.none() | _NAMED,
            note=st.none() | _NAMED,
        ),
        max_size=5,
    )
)
def test_nothing_in_a_record_names_or_tells_another_child(facts: list[Fact]) -> None:
    numbered = [one._replace(id=f"f{at}", seq=at, of="f0") for at, one in enumerate(facts)]
    gathered = record(*numbered)
    for data in (as_text(gathered, {}).encode(), as_csv(gathered), as_json(gathered, {})):
        for word in (b"Mia", b"Comet", b"zq8", b"gone-id"):
            assert word not in data


def test_a_unit_whose_steps_name_no_subject_has_no_such_part() -> None:
    gathered = record_of(AVA, (AVA,), [SHOWN], class_name="Room 12", units=[UNIT], assessors=ADULTS)
    assert "By subject" not in as_text(gathered, {})
    assert "By standard" not in as_text(gathered, {})


def test_it_begins_with_what_the_child_can_do_and_tells_no_minute() -> None:
    told = fact(Kind.KEEP_WORKING, "thirds", seq=4, note="cut it in three")
    text = as_text(record(SHOWN, told), {})
    first, can, working, then, all_of_it = (
        text.index(part)
        for part in (
            "Ava B.\n======\n",
            "\nWhat Ava B. can do\n---",
            "\nWhat Ava B. is working on\n---",
            "\nWhat comes next\n---",
            "\nEverything that was recorded\n---",
        )
    )
    assert 0 == first < can < working < then < all_of_it
    assert "Halves: Got it" in text[can:working]
    assert "cut it in three" in text[working:then]
    assert "Opens" not in text[:then]
    assert "Song" in text[then:all_of_it]
    assert "(K)" not in text
    assert "09:00" not in text
    assert "09:00" in as_csv(record(SHOWN, told)).decode()


def test_a_tip_the_child_has_not_heard_stands_in_the_history_and_in_no_first_part() -> None:
    untold = fact(Kind.KEEP_WORKING, "thirds", seq=4, note="cut it in three")._replace(untold=True)
    gathered = record(SHOWN, untold)
    before, after = as_text(gathered, {}).split("Everything that was recorded")
    assert "cut it in three" not in before
    assert "Keep working" not in before
    assert "Thirds: Keep working, checked by Ms. Rivera · the child has not heard it yet: cut it in three" in after
    assert [row["untold"] for row in csv.DictReader(io.StringIO(as_csv(gathered).decode("utf-8-sig")))] == [
        "",
        "the child has not heard it yet",
    ]
    assert gathered.untold == (untold,)
    heard = record(SHOWN, untold, fact(Kind.TOLD, "thirds", seq=5, of="f4"))
    assert "cut it in three" in as_text(heard, {}).split("Everything that was recorded")[0]
    assert heard.untold == ()


def test_a_child_with_nothing_yet_begins_calmly() -> None:
    assert "What Ava B. can do\n------------------\n  The first sticker is still to come.\n" in as_text(record(), {})


def said(kind: Kind, seq: int, step: str | None = "u/halves", **more: str) -> Fact:
    made = fact(kind, "halves", seq=seq)._replace(step=step, by="ava")
    return made._replace(**more)  # type: ignore[arg-type]


KIOSK = (
    said(Kind.MAYBE_READY, 1, by="", way="fold it"),
    said(Kind.HELP_WANTED, 2),
    said(Kind.HELP_OVER, 4),
    said(Kind.COVERED, 5),
)


def test_what_a_child_said_at_the_kiosk_is_part_of_its_story_in_plain_words() -> None:
    text = as_text(record(*KIOSK, SHOWN), {})
    for words in (
        "Halves: Somebody at the kiosk says: ready to show",
        "Halves: Would like a helper",
        "Halves: Help is over",
        "Halves: Covered by the child itself",
        "the child has covered it",
    ):
        assert words in text


@given(st.permutations(["wanted", "wanted again", "seen", "taken back"]))
def test_no_record_tells_that_a_login_card_was_looked_for(order: list[str]) -> None:
    cards = {
        "wanted": said(Kind.CARD_WANTED, 10 + order.index("wanted"), None, id="c1", by=""),
        "wanted again": said(Kind.CARD_WANTED, 10 + order.index("wanted again"), None, id="c2", by=""),
        "seen": said(Kind.CARD_SEEN, 10 + order.index("seen"), None, id="c3"),
        "taken back": said(Kind.WITHDRAWN, 10 + order.index("taken back"), None, id="c4", of="c3"),
    }
    with_cards, without = record(SHOWN, *KIOSK, *cards.values()), record(SHOWN, *KIOSK)
    assert with_cards == without
    for given_out in (as_text(with_cards, {}).encode(), as_csv(with_cards), as_json(with_cards, {})):
        assert b"card" not in given_out.lower()


def test_how_long_the_kiosk_waits_is_held_and_told() -> None:
    slow = record_of(replace(AVA, patience=2), (AVA, MIA), (), class_name="Room 12", units=UNITS, assessors=ADULTS)
    assert "The kiosk waits: twice as long" in as_text(slow, {})
    assert json.loads(as_json(slow, {}))["student"]["patience"] == 2
    assert "The kiosk waits" not in as_text(record(), {})
