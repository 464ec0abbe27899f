import re

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from board.terminal.sign_widths import COLUMNS, is_wide, question
from board.terminal.signs import DOUBTFUL


def answers(asked: str, wide: set[str]) -> list[tuple[int, int]]:
    """What a terminal answers that draws some signs two cells wide: where its cursor stood, from 0."""
    column = line = 0
    given_back = []
    for codes, kind, sign in re.findall(r"\x1b\[([0-9;]*)([A-Za-z])|([^\x1b])", asked):
        if kind == "H":
            line, column = (int(part) - 1 for part in codes.split(";"))
        elif (codes, kind) == ("6", "n"):
            given_back.append((column, line))
        elif sign:
            column += 2 if sign in wide else 1
    return given_back


@given(st.sets(st.sampled_from(DOUBTFUL)))
def test_just_the_signs_that_are_drawn_wide_are_found(wide: set[str]) -> None:
    assert {is_wide(x, y) for x, y in answers(question(), wide)} - {""} == wide


@given(st.integers(0, 1_000), st.integers(0, 1_000))
def test_a_foreign_answer_says_nothing(x: int, y: int) -> None:
    if (x, y) not in answers(question(), set(DOUBTFUL)):
        assert is_wide(x, y) == ""


def test_the_question_fits_one_line_and_wipes_itself_off() -> None:
    assert max(x for x, _ in answers(question(), set(DOUBTFUL))) < COLUMNS <= 60
    assert question().endswith("\x1b[2K")
    assert len(question().encode()) < 400
    assert all(cell_len(sign) == 1 for sign in DOUBTFUL)
