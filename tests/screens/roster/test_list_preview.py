"""What would come of a list is said completely, whatever stands in it, and before anything changes."""

from dataclasses import replace

from textual.app import App, ComposeResult
from textual.content import Content

from board.exchange.lists.change import Change
from board.exchange.lists.questions import Asks, Choice, Question
from board.exchange.lists.reading import Reading
from board.exchange.tables.column import Column
from board.exchange.tables.left_out import LeftOut, Reason
from board.exchange.tables.meanings import Meaning
from board.mastery.people import Student
from board.screens.roster.list_preview import ListPreview, what_comes_of
from made_lists import read_as
from screen_driver import seen, until

AVA, NOAH, MIA = Student("a", "Ava [/] B."), Student("n", "Noah C.", left=True), Student("m", "Mia N.", grade="2")
ASKED = Question("4", 4, Asks.RENAMED, "Line 4: is Zoe [b] Ava?", (Choice("same", "Yes"), Choice("new", "No")))


def said(change: Change, reading: Reading = Reading(), already: int = 3) -> str:  # noqa: B008 - a frozen value
    return Content("\n").join(what_comes_of(reading, change, already)).plain


def test_who_is_new_who_changes_from_what_to_what_and_who_stays_the_same_is_said() -> None:
    change = Change(
        (),
        added=(Student("z", "Zoe [b]"),),
        changed=((MIA, replace(MIA, name="Mia Ng", grade="3", number="77")), (NOAH, replace(NOAH, left=False))),
        same=21,
    )
    told = said(change)
    assert "1 new student" in told
    assert "Zoe [b]" in told
    assert "Mia N.: name Mia N. → Mia Ng, grade 2 → 3, id none → 77" in told
    assert "Noah C.: is back in the class" in told
    assert "21 in the class already" in told


def test_open_questions_stand_before_the_children_and_what_they_leave_undone_is_said() -> None:
    change = Change((), added=(Student("z", "Zoe Y."),), asked=(ASKED,) * 3, open=(ASKED,))
    told = said(change)
    assert told.index("1 question is open; nothing is done about its row") < told.index("Zoe Y.")
    assert "? Line 4: is Zoe [b] Ava?" in told
    assert "2 questions are answered" in told


def test_each_line_that_is_left_out_is_counted_under_its_reason_and_the_first_are_shown() -> None:
    lines = [LeftOut(at, f"Ms. Rivera {at}", Reason.ADULT) for at in range(5, 10)]
    told = said(Change((), left_out=(*lines, LeftOut(40, "Total Students: 2 [/]", Reason.FOOTER))))
    assert "5 lines left out: an adult (5 Ms. Rivera 5, 6 Ms. Rivera 6," in told
    assert "1 line left out: a total, or when it was printed (40 Total Students: 2 [/])" in told


def test_columns_are_said_with_their_doubts_unless_the_list_is_names_alone() -> None:
    told = said(Change(()), read_as({}).reading)
    assert "? Sch. No: the school's id? Each number stands once" in told
    assert "[b]Rufname: first name" in told
    names = Reading(columns=(Column(0, "", Meaning.NAME, "One name a line."),))
    assert "Columns" not in said(Change(()), names)


def test_who_is_not_in_the_list_is_named_as_staying_but_not_beside_a_few_new_names() -> None:
    assert "1 of the class is not in this list and stays: Ava [/] B." in said(Change((), same=2, missing=(AVA,)))
    assert "not in this list" not in said(Change((), added=(Student("z", "Zoe"),), missing=(AVA, MIA)))
    assert "2 of the class are not in this list" in said(Change((), missing=(AVA, MIA)), Reading(is_complete=True))


def test_nothing_typed_yet_says_where_the_children_will_stand() -> None:
    assert "will be listed here" in said(Change(()), already=0)
    assert said(Change(())) == "3 students in the class."


class _Previewed(App[None]):
    def __init__(self, lines: int) -> None:
        super().__init__()
        self._lines = lines

    def compose(self) -> ComposeResult:
        yield ListPreview()

    def on_mount(self) -> None:
        self.query_one(ListPreview).show([Content("\n".join(f"line {at} [/]" for at in range(self._lines)))])


async def test_a_long_preview_is_gone_through_by_keys_and_a_short_one_takes_none() -> None:
    app = _Previewed(200)
    async with app.run_test(size=(60, 20)) as pilot:
        await until(pilot, lambda: "line 3 [/]" in seen(app))
        await pilot.press("tab", "end")
        await until(pilot, lambda: "line 199 [/]" in seen(app))
        await pilot.press("home")
        await until(pilot, lambda: "line 0 [/]" in seen(app))
    short = _Previewed(3)
    async with short.run_test(size=(60, 20)) as pilot:
        await until(pilot, lambda: "line 2 [/]" in seen(short))
        await pilot.press("tab")
        await pilot.pause()
        assert short.focused is None
