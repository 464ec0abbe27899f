"""board print stickers and glue: what is new, on which labels, and what becomes of it once it printed well or not."""

from pathlib import Path

import pypdfium2
import pytest
from click.testing import Result

from cli_driver import run
from hostile import HOSTILE, assert_clean_output
from paper_reading import pages_of, pictures_on, text_of
from printables.stock import stocks
from seats import memory


@pytest.fixture
def earned(room: Path) -> Path:
    """A class in which two children have three stickers."""
    for step, names in (("count-to-20", ("Child3", "Child7")), ("take-away", ("Child7",))):
        assert run("mark", step, "mastered", *names, "-c", room).exit_code == 0
    return room


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "labels.pdf"


def stickers(folder: Path, out: Path, *words: str | Path) -> Result:
    return run("print", "stickers", "-c", folder, "-o", out, "--date", "2026-11-25", *words)


def answer(folder: Path, *words: str) -> Result:
    return run("print", "stickers", "-c", folder, *words)


def assert_refused(told: Result, said: str, *not_there: Path) -> None:
    assert (told.exit_code, told.stdout) == (2, "")
    assert said in told.stderr
    assert told.stderr.count("\n") == 1
    assert len(told.stderr) < 300
    assert_clean_output(told.stderr)
    assert not [path for path in not_there if path.exists()]


def test_a_sheet_says_what_it_holds_and_how_to_tell_that_it_printed_well(earned: Path, out: Path) -> None:
    told = stickers(earned, out)
    assert (told.exit_code, told.stderr) == (0, "")
    say = f'board print stickers -c "{earned}"'
    assert told.stdout.splitlines() == [
        f"Wrote {out}. Print it at 100 %.",
        "3 stickers on 1 sheet of Online Labels OL5275, from label 1.",
        f"Has it printed well? Then say so: {say} --printed",
        f"If not: {say} --jammed",
    ]
    assert len(pictures_on(pages_of(out.read_bytes())[0])) == 3


def test_what_printed_well_is_done_and_the_next_sheet_goes_on_where_it_ended(earned: Path, out: Path) -> None:
    stickers(earned, out, "--start", "5")
    well = answer(earned, "--printed")
    assert (well.exit_code, well.stdout) == (0, "3 stickers printed; from now on only --again prints them.\n")
    done = stickers(earned, out)
    assert_refused(done, "Every earned sticker was printed already; --again prints them once more.")
    run("mark", "take-away", "mastered", "Child3", "-c", earned)
    assert "1 sticker on 1 sheet of Online Labels OL5275, from label 8." in stickers(earned, out).stdout
    assert "4 stickers on" in stickers(earned, out, "--again").stdout


def test_a_sheet_that_jammed_leaves_its_stickers_new_and_its_labels_free(earned: Path, out: Path) -> None:
    stickers(earned, out, "--start", "5")
    jammed = answer(earned, "--jammed")
    assert (jammed.exit_code, jammed.stdout) == (0, "3 stickers of 25 Nov stay new, for the next sheet.\n")
    assert answer(earned, "--jammed").exit_code == 1
    assert "3 stickers on 1 sheet of Online Labels OL5275, from label 1." in stickers(earned, out).stdout


@pytest.mark.parametrize("word", ["--printed", "--jammed"])
def test_an_answer_to_no_question_is_told_so(room: Path, word: str) -> None:
    told = answer(room, word)
    assert (told.exit_code, told.stdout) == (1, "")
    assert told.stderr == "No label sheet of this class waits for an answer.\n"


def test_an_answer_is_about_the_sheet_made_last_and_makes_none(earned: Path, out: Path) -> None:
    stickers(earned, out)
    other = out.with_name("other.pdf")
    assert_refused(answer(earned, "--printed", "-o", str(other)), "is about the sheet made last; leave -o out", other)
    assert_refused(answer(earned, "--printed", "--jammed"), "don't go together")
    assert memory().waiting_sheets(str(earned.resolve()))


def test_printing_again_what_was_printed_changes_nothing_when_it_printed_well(earned: Path, out: Path) -> None:
    stickers(earned, out)
    answer(earned, "--printed")
    stickers(earned, out, "--again")
    assert answer(earned, "--printed").stdout == "Nothing new was printed.\n"


def test_a_sheet_nobody_answered_for_waits_on_and_the_next_begins_behind_it(earned: Path, out: Path) -> None:
    asked = "Nobody said yet; the answer counts for it too."
    assert asked not in stickers(earned, out, "--student", "Child3").stdout
    assert asked not in stickers(earned, out).stdout
    later = stickers(earned, out, "--student", "Child7").stdout
    assert "from label 4." in later
    assert asked in later
    assert answer(earned, "--printed").stdout.startswith("3 stickers printed")
    assert_refused(stickers(earned, out), "Every earned sticker was printed already")


def test_glue_sheets_are_counted_like_labels(earned: Path, out: Path) -> None:
    glue = run("print", "glue", "-c", earned, "-o", out)
    assert "It holds 3 stickers." in glue.stdout.splitlines()
    assert f'If not: board print glue -c "{earned}" --jammed' in glue.stdout
    assert run("print", "glue", "-c", earned, "--printed").stdout.startswith("3 stickers printed")
    assert_refused(stickers(earned, out.with_name("l.pdf")), "Every earned sticker was printed already")
    assert_refused(run("print", "glue", "-c", earned, "-o", out.with_name("g.pdf")), "--again prints them once more")


def test_blank_labels_need_no_sticker_and_wait_for_no_answer(room: Path, out: Path) -> None:
    blank = stickers(room, out, "--ink", "blank")
    assert blank.stdout.splitlines() == [
        f"Wrote {out}. Print it at 100 %.",
        "Print it on plain paper and hold it against a sheet of Online Labels OL5275.",
    ]
    assert answer(room, "--printed").exit_code == 1
    listed = out.with_name("list.pdf")
    assert_refused(stickers(room, out, "--ink", "blank", "--list", listed), "leave --list out", listed)


def test_nothing_earned_is_no_sheet_whatever_is_asked_for(room: Path, out: Path) -> None:
    for words in ((), ("--again",), ("--student", "Child3")):
        assert_refused(stickers(room, out, *words), "Nobody has earned a sticker here yet", out)


def test_the_list_says_whose_sticker_is_where(earned: Path, out: Path, tmp_path: Path) -> None:
    listed = tmp_path / "hand out" / "list.pdf"
    told = stickers(earned, out, "--list", listed)
    assert f"Made the folder {listed.parent}." in told.stdout.splitlines()
    assert f"Wrote {listed}: whose sticker is where." in told.stdout.splitlines()
    assert "Child3" in text_of(listed.read_bytes())


@pytest.mark.parametrize("name", ["list.txt", "notes.pdf", "labels.pdf", "notes.pdf/list.pdf"])
def test_a_list_that_can_not_be_written_costs_no_sheet(earned: Path, out: Path, name: str) -> None:
    out.with_name("notes.pdf").write_text("not a PDF")
    told = stickers(earned, out, "--list", out.parent / name)
    assert (told.exit_code, told.stdout) == (2, "")
    assert not out.exists()
    assert not memory().waiting_sheets(str(earned.resolve()))


def test_a_sheet_that_can_not_be_written_costs_no_list(earned: Path, out: Path) -> None:
    notes, listed = out.with_name("notes.pdf"), out.with_name("list.pdf")
    notes.write_text("not a PDF")
    assert_refused(stickers(earned, notes, "--list", listed), "is something else than a PDF and is kept", listed)
    assert notes.read_text() == "not a PDF"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--start", "0"), "There is no label 0 on a sheet of Online Labels OL5275; its labels are 1 to 108."),
        (("--start", "999"), "There is no label 999"),
        (("--start", "-1"), "There is no label -1"),
        (
            ("--label", "nonsense"),
            'No label sheet is called "nonsense"; `board print stickers --list-labels` lists all.',
        ),
        (("--label", "avery"), 'No label sheet is called "avery"'),
        (("--label", "avery-5161"), "did you mean avery-516"),
        (("--label", ""), 'No label sheet is called ""'),
        (("--label", "ol5275", "--paper", "a4"), "is a sheet of letter paper; leave --paper a4 out"),
        (("--label", "ol5275", "--own-sheet", "10 10 25 25 28 28"), "--label and --own-sheet don't go together"),
        (("--own-sheet", "1 2 3 4 5"), "is six numbers in mm, left, top, width, height, across, down, and here are 5"),
        (("--own-sheet", ""), "and here are 0"),
        (("--own-sheet", "a b c d e f"), '"a" is not a number'),
        (("--own-sheet", "10 10 nan 25 28 28"), '"nan" is not a number'),
        (("--own-sheet", "10 10 1 1 1 1"), "is too small for a sticker"),
        (("--own-sheet", "10 10 25 25 20 20"), "Labels can't overlap"),
        (("--own-sheet", "200 10 25 25 28 28"), "The first label ends outside the page"),
        (("--own-sheet", "10 10 25 25 28 28", "--start", "70"), "its labels are 1 to 63"),
    ],
)
def test_labels_that_are_not_there_are_refused(earned: Path, out: Path, words: tuple[str, ...], said: str) -> None:
    assert_refused(stickers(earned, out, *words), said, out)
    assert not memory().waiting_sheets(str(earned.resolve()))


def test_nothing_that_is_typed_about_labels_reaches_the_terminal_unclean(room: Path, out: Path) -> None:
    for text in HOSTILE:
        for option in ("--label", "--own-sheet", "--printer"):
            told = stickers(room, out, f"{option}={text}")
            assert told.exit_code == 2
            assert_clean_output(told.output)
            assert len(told.output) < 300


def test_a_number_that_is_none_is_a_bad_call(earned: Path, out: Path) -> None:
    told = stickers(earned, out, "--start", "abc")
    assert (told.exit_code, out.exists()) == (2, False)
    assert "'abc' is not a valid integer" in told.stderr


@pytest.mark.parametrize(
    ("words", "said", "size"),
    [
        ((), "Online Labels OL5275", (612, 792)),
        (("--paper", "a4"), "Avery L6112 (like Avery L3415)", (595, 842)),
        (("--label", "l7160"), "Avery L7160", (595, 842)),
        (("--label", "avery 5293", "--paper", "letter"), "Avery 5293 / 5193", (612, 792)),
        (("--own-sheet", "10 10 25 25 28 28", "--paper", "a4"), "my own sheet", (595, 842)),
    ],
)
def test_the_paper_is_that_of_the_labels(
    earned: Path, out: Path, words: tuple[str, ...], said: str, size: tuple[int, int]
) -> None:
    told = stickers(earned, out, *words)
    assert f"1 sheet of {said}, from label 1." in told.stdout
    width, height = pypdfium2.PdfDocument(out)[0].get_size()
    assert (round(width), round(height)) == size


def test_another_paper_is_for_this_sheet_and_not_for_the_next(earned: Path, out: Path) -> None:
    assert "Avery L6112" in stickers(earned, out, "--paper", "a4").stdout
    assert "Online Labels OL5275" in stickers(earned, out).stdout
    stickers(earned, out, "--own-sheet", "10 10 25 25 28 28", "--paper", "a4")
    assert "Online Labels OL5275" in stickers(earned, out).stdout


def test_a_pack_that_was_named_is_the_one_in_the_cupboard(earned: Path, out: Path) -> None:
    stickers(earned, out, "--label", "l7160")
    assert "Avery L7160" in stickers(earned, out).stdout
    assert "Online Labels OL5275" in stickers(earned, out, "--paper", "letter").stdout
    assert "Avery L7160" in stickers(earned, out).stdout


def test_the_usual_paper_chooses_the_usual_labels(earned: Path, out: Path) -> None:
    told = run("print", "--usual-paper", "a4")
    assert (told.exit_code, told.stderr) == (0, "")
    assert "on a4 from now on" in told.stdout
    assert "Avery L6112" in stickers(earned, out).stdout
    assert "my own sheet" in stickers(earned, out, "--own-sheet", "10 10 25 25 28 28").stdout
    assert pypdfium2.PdfDocument(out)[0].get_size()[1] == pytest.approx(842, abs=1)


def test_labels_whose_place_is_not_sure_are_tried_on_plain_paper_first(earned: Path, out: Path) -> None:
    assert "try it on plain paper" in stickers(earned, out, "--label", "22805").stdout
    assert "LibreOffice gives other figures" in stickers(earned, out, "--label", "5293").stdout
    assert "plain paper" not in stickers(earned, out, "--label", "5163").stdout


def test_a_kept_label_the_sheet_no_longer_has_stops_nobody(earned: Path, out: Path) -> None:
    memory().keep_next_label("ol5275", 500)
    assert "2 sheets of Online Labels OL5275, from label 108." in stickers(earned, out).stdout
    assert memory().next_label("ol5275") == 500


def test_label_sheets_are_listed_before_there_is_any_class(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    told = run("print", "stickers", "--list-labels")
    assert (told.exit_code, told.stderr) == (0, "")
    for one in stocks():
        (line,) = (line for line in told.stdout.splitlines() if line.split()[:1] == [one.id])
        assert one.size_words in line
        assert one.name in line
        assert line.endswith("*") is (one.confidence in ("disputed", "likeness"))
    assert "--own-sheet with six numbers" in told.stdout
