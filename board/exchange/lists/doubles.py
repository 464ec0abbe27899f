"""Whom a list holds twice: one id beside several names, or one name without ids on several lines."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from board.exchange.lists import questions
from board.exchange.lists.listed import Listed, as_one
from board.exchange.lists.matching import id_key
from board.exchange.lists.questions import ONE, Answers, Question
from board.mastery.names.letters import folded, is_words
from board.mastery.names.person_name import whole_name


def told_apart(people: Sequence[Listed], answers: Answers) -> tuple[list[Listed], list[Question], list[Listed]]:
    """Give the people of a list each once, what is to be asked, and those it is asked about.

    Args:
        people: Everyone of the list.
        answers: What was answered; whom an answer tells apart is among the first.
    """
    asked: list[Question] = []
    held: list[Listed] = []
    clear: list[Listed] = []
    for number, alike in _groups(people, _own_id):
        if number and len(alike) > 1:
            question = questions.one_id(alike[0].ids[0], alike)
            asked.append(question)
            answer = question.answer(answers)
            told = [as_one(alike)] if answer == ONE else [replace(one, ids=()) for one in alike]
            (clear if answer else held).extend(told if answer else alike)
        else:
            clear += alike
    people, clear = clear, []
    for _, alike in _groups(people, _own_name):
        if len(alike) > 1 and not all(one.ids for one in alike):
            question = questions.one_name(alike)
            asked.append(question)
            answer = question.answer(answers)
            (clear if answer else held).extend([as_one(alike)] if answer == ONE else alike)
        else:
            clear += alike
    clear.sort(key=lambda person: person.rows)
    return clear, asked, held


def _own_name(person: Listed) -> str:
    written = whole_name(person.name)
    return folded(f"{person.name.given} {person.name.family}") if is_words(written) else written


def _own_id(person: Listed) -> str:
    return id_key(person.ids[0]) if person.ids else ""


def _groups(people: Iterable[Listed], key: Callable[[Listed], str]) -> list[tuple[str, list[Listed]]]:
    groups: dict[str, list[Listed]] = {}
    for person in people:
        groups.setdefault(key(person), []).append(person)
    return list(groups.items())
