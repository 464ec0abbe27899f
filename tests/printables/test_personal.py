import io
import itertools
from collections.abc import Mapping

import pypdfium2
import pytest

from board.mastery.audience import Audience
from board.mastery.curriculum import Level, Step, Unit
from board.mastery.facts import Fact, Kind
from board.mastery.people import Student
from board.mastery.pictures import Face
from board.mastery.progress import Progress
from board.mastery.seen import seen_path
from page_builders import MADE, PICTURES, earned_by, students_of, unit_of
from paper_reading import (
    darkest_in_the_dead_border,
    ink_of,
    letters_in_the_dead_border,
    letters_on,
    overlapping_letters,
    pages_of,
    pictures_on,
    text_of,
)
from printables.lettering.voices import letters_of
from printables.page.document import Style
from printables.page.drawn import Drawn
from printables.page.hues import Ink
from printables.page.paper import Paper, Surface
from printables.page.pictures import Picture
from printables.personal.backdrop import NEXT, Said
from printables.personal.chart import personal_charts

CONTENT = "0123456789abcdef" * 2
TALE = "a dragon that found nineteen golden coins under the old bridge and gave them all to its friends today"
AT = ("tablet", "2026-09-01T09:00:00+00:00", "")


def draw(
    unit: Unit,
    students: tuple[Student, ...],
    progress: Progress | None = None,
    *,
    paper: Paper = Paper.A4,
    ink: Ink = Ink.COLOUR,
    early: bool = False,
    larger: bool = False,
    pictures: Mapping[str, Picture] = PICTURES,
) -> bytes:
    style = Style(Surface(paper), MADE, ink, letters_of(early=early, larger=larger))
    paths = [seen_path(unit, one, progress or Progress(), Audience.STUDENT) for one in students]
    return personal_charts(unit, paths, pictures, style=style).pdf


def own_picture(progress: Progress, student: Student, step: str, caption: str) -> Progress:
    added = Fact(f"art-{step}", 900, *AT, Kind.PICTURE_ADDED, student.id, note=caption, evidence=(CONTENT,))
    placed = Fact(f"put-{step}", 901, *AT, Kind.PICTURE_PLACED, student.id, step, of=added.id)
    return progress.after([added, placed])


def test_each_child_has_a_page_with_name_path_and_every_step() -> None:
    unit, students = unit_of(), students_of(3)
    pages = pages_of(draw(unit, students))
    assert len(pages) == 3
    for page, student in zip(pages, students, strict=True):
        text = page.get_textpage().get_text_bounded()
        for words in (student.name, "My Number Explorers path", *(step.title for step in unit.spots), NEXT, "Level 4"):
            assert words in text
        assert not any(other.name in text for other in students if other is not student)


def test_the_childs_words_stand_under_its_picture_once_the_step_is_mastered() -> None:
    unit, (ava,) = unit_of(), students_of(1)
    step = unit.spots[0].id
    waiting = own_picture(Progress(), ava, step, "a [fish] & <b>two</b> bubbles {0}")
    assert "bubbles" not in text_of(draw(unit, (ava,), waiting))
    earned = own_picture(earned_by((ava,), unit.spots[:1]), ava, step, "a [fish] & <b>two</b> bubbles {0}")
    assert "My picture shows a [fish] & <b>two</b> bubbles {0}" in text_of(draw(unit, (ava,), earned))


@pytest.mark.parametrize("larger", [False, True])
@pytest.mark.parametrize("levels", [1, 4])
def test_a_long_tale_is_whole_and_only_under_its_own_spot(*, larger: bool, levels: int) -> None:
    unit, students = unit_of(levels, 6), students_of(3)
    progress = earned_by(students, unit.spots)
    for step in unit.spots[2:5]:
        progress = own_picture(progress, students[1], step.id, TALE)
    pdf = draw(unit, students, progress, larger=larger)
    assert text_of(pdf).count(f"My picture shows {TALE}") == 3
    for page in pages_of(pdf):
        assert overlapping_letters(page) == []


def test_the_childs_own_picture_is_on_its_own_chart_before_anybody_has_looked() -> None:
    unit, (ava,) = unit_of(), students_of(1)
    progress = own_picture(earned_by((ava,), unit.spots[:1]), ava, unit.spots[0].id, "")
    name = Face(CONTENT).name
    jpeg = PICTURES["badge-19"].jpeg
    assert jpeg not in draw(unit, (ava,), progress)
    assert jpeg in draw(unit, (ava,), progress, pictures={**PICTURES, name: Picture(name, jpeg)})


def test_a_page_cut_out_of_the_file_takes_no_other_childs_picture_along() -> None:
    unit, (ava, ben) = unit_of(), students_of(2)
    name, jpeg = Face(CONTENT).name, PICTURES["badge-19"].jpeg
    progress = own_picture(earned_by((ava, ben), unit.spots[:1]), ben, unit.spots[0].id, "")
    pdf = pypdfium2.PdfDocument(
        draw(unit, (ava, ben), progress, pictures={**PICTURES, name: Picture(name, jpeg)}, ink=Ink.SAVER)
    )
    cut = pypdfium2.PdfDocument.new()
    cut.import_pages(pdf, [0])
    assert len(pictures_on(cut[0])) == 2  # Ava's emblem and the badge of her step
    held = pypdfium2.PdfDocument.new()
    held.import_pages(pdf, [1])
    assert jpeg in _bytes_of(held)
    assert jpeg not in _bytes_of(cut)


def _bytes_of(pdf: pypdfium2.PdfDocument) -> bytes:
    file = io.BytesIO()
    pdf.save(file)
    return file.getvalue()


def test_the_words_say_nothing_of_how_much_is_done() -> None:
    unit, students = unit_of(), students_of(2)
    assert text_of(draw(unit, students, earned_by(students, unit.spots))) == text_of(draw(unit, students))


def test_an_excused_step_looks_like_any_open_one() -> None:
    unit, students = unit_of(), students_of(1)
    assert draw(unit, students, earned_by(students, unit.spots, Kind.EXCUSED)) == draw(unit, students)


def test_with_blank_ink_every_spot_waits_and_no_picture_is_spoken_of() -> None:
    unit, (ava,) = unit_of(), students_of(1)
    progress = own_picture(earned_by((ava,), unit.spots), ava, unit.spots[0].id, "a fish")
    pdf = draw(unit, (ava,), progress, ink=Ink.BLANK)
    assert pdf == draw(unit, (ava,), ink=Ink.BLANK)
    assert len(pictures_on(pages_of(pdf)[0])) == 1  # the emblem


def test_saving_ink_keeps_every_picture() -> None:
    unit, students = unit_of(), students_of(1)
    progress = earned_by(students, unit.spots[:7])
    coloured, saving = (pages_of(draw(unit, students, progress, ink=ink))[0] for ink in (Ink.COLOUR, Ink.SAVER))
    assert len(pictures_on(saving)) == len(pictures_on(coloured)) == 8
    assert ink_of(saving) < 0.85 * ink_of(coloured)


LONG = "I can solve addition word problems that have three whole numbers by using drawings and equations."


def test_where_a_title_had_to_be_short_the_whole_sentence_is_printed() -> None:
    steps = (
        Step("u/1", "Solve addition word problems", LONG),
        Step("u/2", "Halves", "I can make halves and fourths."),
        Step("u/3", "Read and write\u2026", "I can read and write the numbers to 120."),
    )
    unit = Unit("u", "Numbers", (Level("u/l", "One", steps),))
    text = " ".join(text_of(draw(unit, students_of(1))).split())
    assert LONG in text
    assert "I can read and write the numbers to 120." in text
    assert "Halves" in text
    assert "fourths" not in text


def test_a_whole_sentence_that_has_no_room_leaves_its_place_to_the_title() -> None:
    steps = tuple(
        Step(f"u/{at}", f"Solve number {at}\u2026", f"I can solve number {at} {'and some more ' * 18}")
        for at in range(30)
    )
    unit = Unit("u", "Numbers", (Level("u/l", "One", steps),))
    for page in pages_of(draw(unit, students_of(1))):
        assert overlapping_letters(page) == []
        assert letters_in_the_dead_border(page) == ""
    assert "Solve number 29" in text_of(draw(unit, students_of(1)))


def test_larger_type_is_larger() -> None:
    unit, students = unit_of(), students_of(1)
    usual, larger = (
        max(letter.box.height for letter in letters_on(pages_of(draw(unit, students, larger=larger))[0]))
        for larger in (False, True)
    )
    assert larger > 1.15 * usual


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("ink", Ink)
@pytest.mark.parametrize(("early", "larger"), [(False, False), (True, False), (True, True)])
def test_every_paper_ink_and_lettering_gives_a_clean_page(*, paper: Paper, ink: Ink, early: bool, larger: bool) -> None:
    unit, students = unit_of(), students_of(1)
    progress = own_picture(earned_by(students, unit.spots[:9]), students[0], unit.spots[1].id, "a fish with 20 bubbles")
    pdf = draw(unit, students, progress, paper=paper, ink=ink, early=early, larger=larger)
    (page,) = pages_of(pdf)
    text = text_of(pdf)
    assert all(step.title in text for step in unit.spots)
    assert overlapping_letters(page) == []
    assert letters_in_the_dead_border(page) == ""
    assert darkest_in_the_dead_border(page) > 250
    assert b"/PrintScaling" not in pdf
    assert b"/Lang" in pdf


@pytest.mark.parametrize("name", ["W" * 200, "", "🐟🐟", "x" * 60, "نور הלל", "<img src='x'/> %s {0}"])
def test_no_name_and_no_title_leaves_its_place(name: str) -> None:
    steps = tuple(Step(f"u/{at}", name if at % 2 else f"Step {at}", "I can") for at in range(6))
    unit = Unit("u", name, (Level("u/l", name, steps[:4], boss=steps[4]), Level("u/m", name, steps[5:])))
    (ava,) = students_of(1)
    ava = Student(ava.id, name)
    progress = own_picture(earned_by((ava,), unit.spots), ava, "u/1", name)
    for page in pages_of(draw(unit, (ava,), progress)):
        assert overlapping_letters(page) == []
        assert letters_in_the_dead_border(page) == ""


def test_a_child_whose_path_takes_several_pages_has_its_name_on_each() -> None:
    unit = unit_of(12, 6)
    ava, ben = Student("a", "Ava B."), Student("b", "Ben C.")
    pages = [page.get_textpage().get_text_bounded() for page in pages_of(draw(unit, (ava, ben)))]
    each = len(pages) // 2
    assert each > 1
    for number, text in enumerate(pages):
        assert (ava.name if number < each else ben.name) in text
        assert f"page {number % each + 1} of {each}" in text
    for step in unit.spots:
        assert sum(step.title in text for text in pages) == 2


def test_more_steps_than_a_sheet_holds_go_on_on_the_next_one() -> None:
    unit = unit_of(1, 200)
    pages = [page.get_textpage().get_text_bounded() for page in pages_of(draw(unit, students_of(1)))]
    assert len(pages) > 1
    for step in unit.spots:
        assert sum(f"{step.title}" in " ".join(text.split()) for text in pages) == 1
    assert all("Level 1" in text for text in pages)


@pytest.mark.parametrize(("levels", "steps"), [(1, 1), (1, 30), (7, 9)])
def test_units_of_any_size_stay_inside_the_margins(*, levels: int, steps: int) -> None:
    for page in pages_of(draw(unit_of(levels, steps), students_of(1), paper=Paper.LETTER)):
        assert overlapping_letters(page) == []
        assert darkest_in_the_dead_border(page) > 250


def test_pages_of_a_hundred_children_keep_what_they_share_once() -> None:
    unit, students = unit_of(), students_of(100)
    progress = earned_by(students, unit.spots)
    one, all_of_them = (len(draw(unit, students[:count], progress)) for count in (12, 100))
    assert all_of_them - one < 88 * 3_000


def test_the_same_chart_is_the_same_file() -> None:
    unit, students = unit_of(), students_of(2)
    assert draw(unit, students) == draw(unit, students)


def test_no_child_is_named_where_a_viewer_shows_the_file() -> None:
    pdf = draw(unit_of(), students_of(2))
    about = pypdfium2.PdfDocument(pdf).get_metadata_dict()
    assert about["Title"] == "My Number Explorers path"
    assert not any(student.name in words for student, words in itertools.product(students_of(2), about.values()))


def test_nothing_to_print_is_said() -> None:
    with pytest.raises(ValueError, match="nobody to print for"):
        draw(unit_of(), ())
    with pytest.raises(ValueError, match="no steps yet"):
        draw(Unit("u", "Empty", ()), students_of(1))


SAID = Said("Halves of Things", ("New: Thirds!", "You can do Thirds and Fourths.", "You helped with Fifths."))


def said_on(unit: Unit, said: Said | None, ink: Ink = Ink.COLOUR, paper: Paper = Paper.A4) -> Drawn:
    """One child's chart with what it wants and how it has grown."""
    (child,) = students_of(1)
    paths = [seen_path(unit, child, Progress(), Audience.STUDENT)]
    style = Style(Surface(paper), MADE, ink, letters_of())
    return personal_charts(unit, paths, PICTURES, style=style, said=None if said is None else {child.id: said})


@pytest.mark.parametrize("paper", [Paper.A4, Paper.LETTER, Paper.A3])
@pytest.mark.parametrize("levels", [1, 2, 4, 9])
def test_what_a_child_wants_is_written_where_it_would_write_it_and_no_place_moves(levels: int, paper: Paper) -> None:
    unit = unit_of(levels)
    before, after = (said_on(unit, said, paper=paper) for said in (None, SAID))
    assert before.fields == after.fields
    text = "".join(page.get_textpage().get_text_bounded() for page in pages_of(after.pdf))
    assert text.count(SAID.wanted) == 1
    assert SAID.wanted not in "".join(page.get_textpage().get_text_bounded() for page in pages_of(before.pdf))
    assert all(not overlapping_letters(page) for page in pages_of(after.pdf))


def test_what_has_grown_is_written_only_where_there_is_room() -> None:
    roomy, full = (text_of(said_on(unit_of(levels), SAID).pdf) for levels in (1, 4))
    for grown in SAID.grown:
        assert grown in roomy
        assert grown not in full


def test_a_blank_chart_and_one_of_a_child_that_said_nothing_are_as_ever() -> None:
    unit = unit_of(1)
    assert said_on(unit, SAID, Ink.BLANK).pdf == said_on(unit, None, Ink.BLANK).pdf
    assert said_on(unit, Said("")).pdf == said_on(unit, None).pdf


def test_a_long_wish_is_made_to_fit() -> None:
    for levels in (1, 4):
        long = said_on(unit_of(levels), SAID._replace(wanted="Wide words " * 30))
        assert all(not letters_in_the_dead_border(page) for page in pages_of(long.pdf))
        assert all(not overlapping_letters(page) for page in pages_of(long.pdf))
