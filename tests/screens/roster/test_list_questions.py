"""Questions about a list: answered by digits or arrows, many alike by one key, and nothing is done about open ones."""

import pytest

from board.deeds.list_in_hand import Asked
from board.exchange.lists.questions import Answers
from board.screens.roster.list_questions import QuestionsScreen
from lone_app import LoneApp
from made_lists import asked_of, renamed
from screen_driver import seen, until


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (44, 20)])
async def test_a_digit_answers_and_goes_to_the_next_open_question(size: tuple[int, int]) -> None:
    app = LoneApp(QuestionsScreen(asked_of(4), {}))
    async with app.run_test(size=size) as pilot:
        await until(pilot, lambda: "4 of 4 are open" in seen(app) and "Line 2: the id 2" in seen(app))
        await pilot.press("1")
        await until(pilot, lambda: "3 of 4 are open" in seen(app) and "Zoe 3" in seen(app))
        await pilot.press("2", "2", "1", "enter")
        await until(pilot, lambda: bool(app.left))
    assert app.left == [{"2": "same", "3": "new", "4": "new", "back-1": "back"}]


async def test_an_open_question_says_that_nothing_is_done_and_an_answer_can_be_taken_away() -> None:
    app = LoneApp(QuestionsScreen(asked_of(2), {"2": "new"}))
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "1 of 2 is open" in seen(app))
        assert "● 0  Open: nothing is done about it" in seen(app)
        await pilot.press("up", "0")
        await until(pilot, lambda: "2 of 2 are open" in seen(app))
        await pilot.press("right", "right", "left")
        await until(pilot, lambda: "● 1  Ava B. is called Zoe 2" in seen(app))
        await pilot.press("escape")
        await until(pilot, lambda: bool(app.left))
    assert app.left == [{"2": "same"}]


async def test_sixty_questions_of_one_kind_are_answered_by_two_keys_and_no_other_kind_is() -> None:
    app = LoneApp(QuestionsScreen(asked_of(61), {}))
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "61 of 61 are open" in seen(app))
        await pilot.press("a")
        await until(pilot, lambda: "Answer this one first" in seen(app))
        await pilot.press("right", "a")
        await until(pilot, lambda: "1 of 61 is open" in seen(app) and "60 questions have this answer now" in seen(app))
        await pilot.press("n")
        await until(pilot, lambda: "Noah comes back" in seen(app))
        await pilot.press("enter")
        await until(pilot, lambda: bool(app.left))
    assert app.left == [{question.key: "same" for question in renamed(61)[:-1]}]


async def test_answers_can_be_tapped() -> None:
    app = LoneApp(QuestionsScreen(asked_of(2), {}))
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "Zoe is a new child" in seen(app))
        lines = seen(app).splitlines()
        row = next(at for at, line in enumerate(lines) if "Zoe is a new child" in line)
        await pilot.click(offset=(lines[row].index("Zoe is"), row))
        await until(pilot, lambda: "1 of 2 is open" in seen(app))


async def test_a_digit_without_an_answer_does_nothing() -> None:
    app = LoneApp(QuestionsScreen(asked_of(2), {}))
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "2 of 2 are open" in seen(app))
        await pilot.press("7", "a", "enter")
        await until(pilot, lambda: bool(app.left))
    assert app.left == [{}]


async def test_a_list_that_asks_nothing_says_so() -> None:
    app = LoneApp(QuestionsScreen(lambda _: Asked((), frozenset()), {}))
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "Nothing is asked about this list." in seen(app))
        await pilot.press("1", "right", "0", "a", "n", "escape")
        await until(pilot, lambda: bool(app.left))


async def test_two_lines_that_are_said_to_be_one_child_are_open_and_say_why() -> None:
    questions = tuple(renamed(3))

    def ask(answers: Answers) -> Asked:
        alike = [one.key for one in questions if answers.get(one.key) == "same"]
        return Asked(questions, frozenset({one.key for one in questions if one.key not in answers} | set(alike[1:])))

    app = LoneApp(QuestionsScreen(ask, {}))
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "3 of 3 are open" in seen(app))
        await pilot.press("1", "1", "1")
        await until(pilot, lambda: "1 of 3 is open" in seen(app))
        assert "?  Another line is this child already." in seen(app)
        await pilot.press("n", "2")
        await until(pilot, lambda: "0 of 3 are open" in seen(app))
        assert "Another line" not in seen(app)


async def test_what_was_told_before_does_not_lie_over_the_answers() -> None:
    app = LoneApp(QuestionsScreen(asked_of(2), {}))
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        app.notify("Your class is ready.")
        await until(pilot, lambda: "Your class is ready" in seen(app))
        app.push_screen(QuestionsScreen(asked_of(3), {}))
        await until(pilot, lambda: "3 of 3 are open" in seen(app))
        assert not list(app._notifications)
