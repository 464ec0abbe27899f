import itertools

import pytest

import paper_reading as paper
from board.mastery.curriculum import Step
from hostile import HOSTILE
from page_builders import MADE, everything_in
from printables.lettering.voices import USUAL, Letters, letters_of
from printables.page.document import Style
from printables.page.hues import Ink
from printables.page.paper import MM, Paper, Surface
from printables.stickers.hand_out import TITLE, hand_out_list
from printables.stickers.sheet import Sticker
from printables.stock import Stock, stock, stocks

BOTH = (Paper.A4, Paper.LETTER)
ROUND = stock("avery-5293")


def draw(
    stickers: list[Sticker],
    sheet: Stock = ROUND,
    *,
    start: int = 1,
    where: Paper = Paper.A4,
    ink: Ink = Ink.COLOUR,
    letters: Letters = USUAL,
) -> bytes:
    return hand_out_list(sheet, stickers, start=start, style=Style(Surface(where), MADE, ink, letters)).pdf


def of(**counts: int) -> list[Sticker]:
    """So many stickers of each child, each with a title of its own."""
    number = itertools.count(1)
    return [
        Sticker(Step(f"maths/s{at}", f"Title{at}x", ""), None, name)
        for name, count in counts.items()
        for at in itertools.islice(number, count)
    ]


def whole_class() -> list[Sticker]:
    return of(**{f"Zoe{at}": 1 + at % 4 for at in range(24)})


def test_the_list_says_by_child_what_lies_on_which_label() -> None:
    text = paper.text_of(draw(of(Ava=2, Ben=1), start=4))
    assert TITLE in text
    assert "Ava 4 Title1x 5 Title2x Ben 6 Title3x" in text


def test_the_drawing_of_the_sheet_tells_whose_label_each_is_and_which_were_used() -> None:
    text = paper.text_of(draw(of(Ava=2, Ben=1), start=4))
    drawing = text.split("The label sheet")[1].split("Ava 4 Title1x")[0]
    assert drawing.split() == ["used", "used", "used", "4", "Ava", "5", "Ava", "6", "Ben"]


def test_every_label_sheet_is_drawn_and_listed_under_its_number() -> None:
    pdf = draw(of(Ava=30, Ben=22), start=20)
    text = paper.text_of(pdf)
    for number in (1, 2, 3):
        assert text.count(f"Sheet {number} of 3") >= 2
    listed = text[text.index("Title1x") :]
    assert "24 Title5x" in text
    assert "1 Title6x" in listed
    assert "24 Title29x" in listed
    assert "23 Title52x" in listed
    for number in range(1, 53):
        assert text.count(f"Title{number}x") == 1


def test_a_page_the_list_goes_on_to_says_again_of_which_sheet_it_speaks() -> None:
    pdf = draw(of(**{f"Zoe{at}": 3 for at in range(30)}), stock("avery-6450"))
    last = "".join(letter.char for letter in paper.letters_on(paper.pages_of(pdf)[-1]))
    assert last.split("2026")[1].startswith("Sheet1of2")


@pytest.mark.parametrize("where", BOTH)
@pytest.mark.parametrize("sheet", stocks(), ids=lambda sheet: sheet.id)
def test_every_label_sheet_can_be_drawn_and_read(sheet: Stock, where: Paper) -> None:
    stickers = of(**{"Ava M.": 3, "Bartholomew-Maximilian O'Shaughnessy": 3, "Ida": 2})
    pdf = draw(stickers, sheet, where=where)
    for page in paper.pages_of(pdf):
        assert paper.overlapping_letters(page) == []
        assert paper.letters_in_the_dead_border(page) == ""
    assert all(f"Title{number}x" in paper.text_of(pdf) for number in range(1, 9))


@pytest.mark.parametrize("where", BOTH)
@pytest.mark.parametrize(
    ("ink", "letters"),
    [(Ink.COLOUR, USUAL), (Ink.SAVER, letters_of(early=True, larger=True))],
    ids=["usual", "saver-early-larger"],
)
@pytest.mark.parametrize("ident", ["avery-5293", "ol5275", "avery-5167", "avery-5164"])
def test_a_full_class_flows_over_pages_and_loses_nobody(where: Paper, ink: Ink, letters: Letters, ident: str) -> None:
    pdf = draw(whole_class(), stock(ident), start=2, where=where, ink=ink, letters=letters)
    pages = paper.pages_of(pdf)
    for page in pages:
        assert paper.overlapping_letters(page) == []
        assert paper.letters_in_the_dead_border(page) == ""
        assert paper.darkest_in_the_dead_border(page) > 250
    text = paper.text_of(pdf)
    assert all(text.count(f"Title{number}x") == 1 for number in range(1, 61))
    assert text.count("Teacher's copy") == len(pages)
    assert f"page {len(pages)} of {len(pages)}" in text
    assert TITLE in text


def test_a_child_with_very_many_stickers_is_named_again_where_the_list_goes_on() -> None:
    text = paper.text_of(draw(of(Ava=100), stock("ol5275"))).replace(" ", "")
    listed = text[text.index("Ava1Title1x") :]
    assert listed.count("Ava") > 5
    assert all(f"{number}Title{number}x" in listed for number in range(1, 101))


def test_names_without_room_on_a_small_label_are_told_by_their_initials() -> None:
    text = paper.text_of(draw(of(**{"Maximiliana Hohenstein": 1, "Bo": 1}), stock("ol5275")))
    drawing = text.split("The label sheet")[1].split("Title1x")[0]
    assert drawing.split()[:4] == ["1", "MH", "2", "Bo"]


def test_used_labels_are_told_by_a_word_and_not_by_colour_alone() -> None:
    colour, saver = (draw(of(Ava=1), start=9, ink=ink) for ink in (Ink.COLOUR, Ink.SAVER))
    assert paper.text_of(saver).count("used") == 8
    assert paper.ink_of(paper.pages_of(saver)[0]) < paper.ink_of(paper.pages_of(colour)[0])


def test_hostile_names_and_titles_stay_on_the_page_and_in_their_column() -> None:
    texts = [*HOSTILE, "", "W" * 200]
    pdf = draw([Sticker(Step(f"maths/h{at}", text, text), None, text) for at, text in enumerate(texts)])
    for page in paper.pages_of(pdf):
        assert paper.letters_in_the_dead_border(page) == ""
        middle = page.get_size()[0] / 2
        between = paper.Box(middle - 3.5 * MM, 40 * MM, middle + 3.5 * MM, 260 * MM)
        assert not paper.letters_on(page, between)


def test_larger_type_is_larger() -> None:
    def height(letters: Letters) -> float:
        page = paper.pages_of(draw(of(Q=1), letters=letters))[0]
        return max(letter.box.height for letter in paper.letters_on(page) if letter.char == "Q")

    assert height(letters_of(larger=True)) > 1.15 * height(USUAL)


def test_nothing_to_hand_out_and_a_label_that_is_not_there_are_refused() -> None:
    with pytest.raises(ValueError, match="printed already"):
        draw([])
    with pytest.raises(ValueError, match="labels 1 to 24"):
        draw(of(Ava=1), start=25)


def test_it_is_plain_paper_the_same_twice_and_the_files_own_words_name_nobody() -> None:
    pdf = draw(whole_class())
    assert pdf == draw(whole_class())
    assert b"/PrintScaling" not in pdf
    assert b"Zoe" not in pdf
    held = everything_in(pdf)
    assert b"/Title (Handing out the stickers)" in held
    assert b"/Lang (en)" in held
