"""What board roster is told about a list, in words: what its columns mean, and the answers to its questions."""

import difflib
from collections.abc import Mapping, Sequence

from board.counting import listed
from board.errors import Refusal
from board.exchange.lists.questions import Asks, Question
from board.exchange.lists.reading import Reading
from board.exchange.rosters import classes_of
from board.exchange.sets.school_class import SchoolClass
from board.exchange.tables.column import Chosen, Column
from board.exchange.tables.meanings import IN_WORDS, Meaning
from board.exchange.tables.words import plain
from board.mastery.people import clean_name

_ALSO = {
    "first": Meaning.GIVEN,
    "firstname": Meaning.GIVEN,
    "givenname": Meaning.GIVEN,
    "last": Meaning.FAMILY,
    "lastname": Meaning.FAMILY,
    "surname": Meaning.FAMILY,
    "nickname": Meaning.PREFERRED,
    "none": Meaning.UNUSED,
    "no": Meaning.UNUSED,
}
"""Other words for a meaning that people type."""

_MEANINGS = {
    **_ALSO,
    **{plain(words): meaning for meaning, words in IN_WORDS.items()},
    **{plain(meaning.value): meaning for meaning in Meaning},
}


_MOST_DIGITS = 9
"""Digits of the number of a column; Python reads none with more than 4,300."""

_NEAR = 3
"""Classes that are named where another was asked for."""

_NO_CLASS = {
    True: 'This list has no class "{title}"; it has {classes}, and --list shows them all.',
    False: 'This list names no classes, so there is no "{title}" to take; leave --take out.',
}
_POSSIBLE = {True: "the answers are {}.", False: 'say what the column means, with --column "HEADER=MEANING".'}


def chosen_of(said: Sequence[str], columns: Sequence[Column]) -> Chosen:
    """Give what was said about columns, each as "HEADER=MEANING" or "NUMBER=MEANING".

    Args:
        said: What was said.
        columns: The columns of the list.

    Raises:
        Refusal: There is no such column or no such meaning.
    """
    return dict(_one(words, columns) for words in said)


def _one(words: str, columns: Sequence[Column]) -> tuple[int, Meaning]:
    header, equals, meaning = words.rpartition("=")
    if not equals or not header.strip():
        raise Refusal(f'"{words}" says nothing about a column; write --column "HEADER=MEANING", such as "No.=seat".')
    if plain(meaning) not in _MEANINGS:
        raise Refusal(f'"{meaning.strip()}" is no meaning; the meanings are {listed([one.value for one in Meaning])}.')
    return _place(header.strip(), columns), _MEANINGS[plain(meaning)]


def _place(header: str, columns: Sequence[Column]) -> int:
    named = [one.at for one in columns if one.header.strip() == header] or [
        one.at for one in columns if plain(header) and plain(one.header) == plain(header)
    ]
    if len(named) == 1:
        return named[0]
    if not named and header.isdecimal() and len(header) <= _MOST_DIGITS and 0 < int(header) <= len(columns):
        return int(header) - 1
    called = listed([f'{one.at + 1} "{one.header}"' for one in columns])
    if named:
        raise Refusal(f'Several columns are called "{header}"; name one by its number: {called}.')
    raise Refusal(f'There is no column "{clean_name(header)}"; the columns are {called}.')


def answers_of(said: Sequence[str]) -> dict[str, str]:
    """Give what was answered, each as "KEY=ANSWER"; the key is a question's own, or the kind of all of them.

    Raises:
        Refusal: It is no answer.
    """
    answers: dict[str, str] = {}
    for words in said:
        key, equals, answer = words.rpartition("=")
        if not equals or not key.strip() or not answer.strip():
            raise Refusal(f'"{words}" answers nothing; write --answer "KEY=ANSWER", such as "Ava Cole=same".')
        answers[key.strip()] = answer.strip()
    return answers


def check_answers(answers: Mapping[str, str], asked: Sequence[Question]) -> None:
    """Refuse answers to questions that are not asked, and such as nobody can give.

    Raises:
        Refusal: One is.
    """
    for key, answer in answers.items():
        about = [one for one in asked if key in (one.key, one.asks.value)]
        if not about and key not in set(Asks):
            raise Refusal(
                f'Nothing is asked under "{key}"; without --answer the questions are shown, each with its answers.'
            )
        possible = dict.fromkeys(choice.answer for one in about for choice in one.choices)
        if about and answer not in possible:
            raise Refusal(
                f'"{answer}" is no answer to "{key}"; {_POSSIBLE[bool(possible)].format(listed(list(possible)))}'
            )


def class_of(title: str, reading: Reading) -> dict[str, str]:
    """Answer which class of a list is meant.

    Raises:
        Refusal: The list names no such class.
    """
    classes = [one.title for one in classes_of(reading.people)]
    if title not in classes:
        near = difflib.get_close_matches(title, classes, _NEAR) or classes[:_NEAR]
        raise Refusal(_NO_CLASS[bool(near)].format(title=title, classes=listed(near)))
    return {Asks.SCHOOL.value: f"class {title}"}


def id_of(said: str, classes: Sequence[SchoolClass]) -> str:
    """Give the id of the class that was asked for by its id, or by a title that only one has; else what was said."""
    by_title = [one.id for one in classes if one.title == said]
    known = any(one.id == said for one in classes)
    return by_title[0] if len(by_title) == 1 and not known else said
