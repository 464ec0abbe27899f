"""The words of headers in the languages of schools, by what they say; several words joined by an underscore are one."""

import tomllib
from enum import Enum, auto
from pathlib import Path


class Says(Enum):
    """What a word of a header says: whose column it is, which part of a name, which kind of number."""

    CHILD = auto()
    ADULT = auto()
    PARENT = auto()
    TUTOR = auto()
    """A teacher, or, in Spanish and Portuguese, a parent."""
    NAME = auto()
    """A name, whole or not."""
    WHOLE = auto()
    """All of a name, on one word or beside NAME."""
    FIRST = auto()
    LAST = auto()
    SECOND = auto()
    GIVEN = auto()
    FAMILY = auto()
    MIDDLE = auto()
    SECOND_FAMILY = auto()
    MATERNAL = auto()
    SUFFIX = auto()
    PREFERRED = auto()
    CALLED = auto()
    """How somebody is called: the name the child goes by, or another one."""
    ALIAS = auto()
    SHOWN = auto()
    """A name as a program shows it."""
    SPELLED = auto()
    """The same name once more, in other letters."""
    NUMBER = auto()
    IDENT = auto()
    """A number that says it is an id, and not whose."""
    SEAT = auto()
    ID = auto()
    OWN = auto()
    """Beside NUMBER or IDENT: the school's own."""
    OTHER_ID = auto()
    OTHER = auto()
    """Beside NUMBER or IDENT: of somebody else, a state, a program."""
    GRADE = auto()
    YEAR = auto()
    CLASS = auto()
    GROUP = auto()
    """A class, also where a teacher's word stands beside it."""
    PERHAPS_CLASS = auto()
    PERHAPS_GRADE = auto()
    """Beside CLASS: in many schools the same word says grade; "Homeroom" never does."""
    STATUS = auto()
    GONE = auto()
    """Beside STATUS: a yes means that the child is not at the school."""
    ROLE = auto()
    PERHAPS_ROLE = auto()
    PRIVATE = auto()
    UNUSED = auto()
    SCORE = auto()
    """What somebody got for work: whatever else the header says, it is about that work."""
    FILLER = auto()
    """What only joins words, or says of them that they are true."""


def words_by_what_they_say() -> dict[Says, tuple[str, ...]]:
    """Give the words of headers in all languages; several joined by an underscore are known as one."""
    table = tomllib.loads(Path(__file__).with_name("header_words.toml").read_text("utf-8"))
    return {Says[name.upper()]: tuple(words.split()) for name, words in table.items()}
