"""What somebody is called: the parts of a name, in the order of its language."""

from typing import NamedTuple

from board.mastery.names.letters import (
    folded,
    is_capitals,
    is_family_first,
    is_without_spaces,
    is_words,
    usual_capitals,
)
from board.mastery.names.orders import (
    in_capitals,
    in_east_asian_order,
    in_russian_order,
    in_vietnamese_order,
    is_vietnamese,
    vietnamese_given,
)
from board.mastery.names.parts import (
    Split,
    given_and_middle,
    in_usual_order,
    is_initial,
    is_name,
    is_particle,
    is_suffix,
    joined,
    without_aside,
    without_suffix,
    without_title,
)
from board.mastery.names.words import NO_NAME, SONS
from board.mastery.people import clean_line, clean_name

_LONGEST = 200
"""Characters of a text that is looked at as a name; what is longer is none."""


_COMMAS = str.maketrans(dict.fromkeys("\uff0c\u060c\u3001", ","))


class PersonName(NamedTuple):
    """A name in its parts; empty where nothing was said.

    Attributes:
        given: What the person is called by, in a mononym the whole of it: "Ava", "Mary Ann", "Katherine".
        family: The family name with its particles and both halves: "Brown", "van der Berg", "García López".
        middle: Names between that nobody is called by.
        suffix: What stands behind: "Jr.", "III".
        called: The name used instead of the given one: a preferred name, or a nickname in brackets.
        written: The whole name as it was written, turned round where a comma stood between family and given name.
    """

    given: str
    family: str = ""
    middle: str = ""
    suffix: str = ""
    called: str = ""
    written: str = ""

    @property
    def first(self) -> str:
        """What the person goes by: the name used instead of the given one where there is one."""
        return self.called or self.given


def name_of(text: str) -> PersonName:
    """Read a whole name, as a list or a person writes it; what is not made of words of letters is one name, never cut.

    Args:
        text: "Ava Brown", "BROWN, AVA", "Smith, Katherine (Katie)", "Nguyễn Thị Minh Anh"; may hold anything.
    """
    line = clean_line(text).translate(_COMMAS)
    line = line.strip(" ,;") or line
    if len(line) > _LONGEST:
        return _one_name(line)
    rest, called = without_aside(line)
    parts = [part.strip() for part in rest.split(",")]
    suffix = ""
    if len(parts) > 1 and is_suffix(parts[-1]) and (parts[-1] != "V" or len(parts) > 2 or " " in parts[0]):  # noqa: PLR2004
        suffix = parts.pop()
    words = [word for part in parts for word in part.split()]
    if len(parts) > 2 or not words or not is_name(words[:1] + without_suffix(words[1:])[0]):  # noqa: PLR2004
        return _one_name(line)
    if len(parts) == 1:
        return _of_words(words, suffix, called, line)
    family, behind = without_suffix(parts[0].split())
    given, later = without_suffix(without_title(parts[1].split()))
    return _with_comma(given, family, suffix or behind or later, called, line)


def _one_name(line: str) -> PersonName:
    return PersonName(clean_name(line), written=line)


def _of_words(words: list[str], suffix: str, called: str, line: str) -> PersonName:
    """Read a name without a comma."""
    words, behind = without_suffix(without_title(words))
    suffix = suffix or behind
    text = " ".join(words)
    if is_family_first(text):
        split = in_east_asian_order(text)
    elif len(words) == 1 or is_initial(words[-1]):
        split = Split(text)
    else:
        split = in_capitals(words) or in_vietnamese_order(words) or in_russian_order(words) or in_usual_order(words)
    return _made(split, suffix, called, line)


def _with_comma(given: list[str], family: list[str], suffix: str, called: str, line: str) -> PersonName:
    """Read "family, given": small words at the end of the given names lead to the family name."""
    while len(given) > 1 and is_particle(given[-1]) and given[-1].islower():
        family.insert(0, given.pop())
    whole = " ".join([*given, *family])
    if len(family) == 1 and is_initial(family[0]) and not is_family_first(whole):
        return PersonName(clean_name(whole), suffix=suffix, called=called, written=whole)
    split = Split(*_parted(" ".join(given), " ".join(family), is_column=False), " ".join(family))
    in_order = _in_order(split, suffix, f"({called})" if called else "")
    left, _, right = (part.strip() for part in line.partition(","))
    is_turned = "," not in right and split.family != in_order.partition(" ")[0] and not is_family_first(whole)
    return _made(split, suffix, called, f"{right} {left}" if is_turned else in_order)


def _parted(given: str, family: str, *, is_column: bool) -> tuple[str, str]:
    """Split the names beside a family name into the given name and those behind it; a column says what it is itself."""
    vietnamese = vietnamese_given(given, family)
    if vietnamese:
        return vietnamese
    words = given.split()
    if family and folded(family.split(maxsplit=1)[0]) in SONS:
        return given, ""
    if not is_column and len(words) > 1 and in_vietnamese_order([family, *words]):
        return words[-1], " ".join(words[:-1])
    return (given, "") if is_column else given_and_middle(joined(words))


def _in_order(split: Split, suffix: str, nickname: str = "") -> str:
    """Write a name in the order of its language."""
    given, middle, family = split
    if given and family and is_family_first(given + family):
        return f"{family}{given}" if is_without_spaces(given + family) else f"{family} {given}"
    if is_vietnamese([given, family]) and in_vietnamese_order([family, given]):
        return " ".join(filter(None, (family, middle, given, nickname)))
    return " ".join(filter(None, (given, middle, nickname, family, suffix)))


def _made(split: Split, suffix: str, called: str, written: str) -> PersonName:
    """Make a name of its parts; what is all in capitals is put into usual writing."""
    called = _without_family(called, split.family)
    parts = [*split, called]
    is_loud = [is_capitals(part) for part in parts]
    letters = "".join(split)
    all_loud = is_capitals(letters) and sum(map(str.isalpha, letters)) > 2  # noqa: PLR2004 - AB may be anything
    if not all_loud and not (is_loud[2] and split.family):
        return PersonName(
            clean_name(split.given), clean_name(split.family), clean_name(split.middle), suffix, called, written
        )
    given, middle, family, nick = (
        usual_capitals(part, is_given=at != 2) if loud else part  # noqa: PLR2004
        for at, (part, loud) in enumerate(zip(parts, is_loud, strict=True))
    )
    quiet = Split(given, middle, family)
    ending = usual_capitals(suffix) if is_capitals(suffix) else suffix
    nickname = f"({nick})" if nick else ""
    return PersonName(
        clean_name(given), clean_name(family), clean_name(middle), ending, nick, _in_order(quiet, ending, nickname)
    )


def name_of_parts(
    *,
    given: str = "",
    family: str = "",
    middle: str = "",
    second_family: str = "",
    suffix: str = "",
    preferred: str = "",
    whole: str = "",
) -> PersonName:
    """Read a name from the columns of a list.

    Args:
        given: The given name, which may hold a nickname in brackets or a suffix.
        family: The family name, which may hold a suffix; alone it is the name.
        middle: Names between; particles alone belong to the family name (a Dutch list has a column for them).
        second_family: The second family name, as in Spain.
        suffix: What stands behind the name.
        preferred: The name used instead of the given one; blank, it replaces nothing.
        whole: The whole name in one column; beside given or family name it gives what these do not say.
    """
    whole = clean_line(whole)
    given, family, middle, second_family, suffix, preferred = (
        clean_name(part) for part in (given, family, middle, second_family, suffix, preferred)
    )
    family = " ".join(filter(None, (family, second_family)))
    if whole and not (given and family):
        given, family, middle = _reconciled(given, family, middle, whole)
    if not (given and family):
        alone = given or family
        name = name_of(alone) if not given or "," in alone else _made(*_column(alone, suffix), alone)
        return _preferring(name, preferred)
    split, behind, called = _column(given, suffix)
    names, late = without_suffix(family.split())
    family_name = without_aside(" ".join(names))[0]
    if is_initial(family_name):
        return _preferring(name_of(f"{given} {family_name}"), preferred)
    middle = middle if is_words(middle) and middle not in NO_NAME else ""
    if middle and all(map(is_particle, middle.split())):
        middle, family_name = "", f"{middle} {family_name}"
    first, between = _parted(split.given, family_name, is_column=True)
    parts = Split(first, " ".join(filter(None, (between, middle))), family_name)
    ending = behind or late
    return _preferring(_made(parts, ending, called, _in_order(parts, ending)), preferred)


def _column(given: str, suffix: str) -> tuple[Split, str, str]:
    """Give the given name of a column, what stands behind the name, and a nickname."""
    rest, called = without_aside(given)
    words, behind = without_suffix(rest.split())
    is_real = suffix not in NO_NAME and (is_suffix(suffix) or is_words(suffix))
    return Split(" ".join(words)), suffix if is_real else behind, called


def _reconciled(given: str, family: str, middle: str, whole: str) -> tuple[str, str, str]:
    """Give given, family and middle name where the whole name stands beside one of them or none."""
    read = name_of(whole)
    if family and "," not in whole:
        if is_family_first(whole + family) and folded(whole).startswith(folded(family)):
            return folded(whole).removeprefix(folded(family)), family, middle
        words, last = whole.split(), len(family.split())
        for names, rest in ((words[-last:], words[:-last]), (words[:last], words[last:])):
            if rest and folded(" ".join(names)) == folded(family):
                first, between = _parted(" ".join(rest), family, is_column=False)
                return first, family, middle or between
        return whole if folded(whole) != folded(family) else "", family, middle
    if given and read.family and folded(given) != folded(whole):
        return given, read.family, middle or read.middle
    if given:
        return given, "", middle
    return (read.given, read.family, middle or read.middle) if family else ("", whole, middle)


def _preferring(name: PersonName, preferred: str) -> PersonName:
    """Give a name with the one used instead of the given one, if there is one."""
    called = without_aside(preferred)[0]
    called = _without_family(called, name.family)
    called = usual_capitals(called, is_given=True) if is_capitals(called) and name.given != called else called
    if not is_words(called) or called in NO_NAME:
        return name
    return name._replace(called="" if folded(called) == folded(name.given) else clean_name(called))


def _without_family(called: str, family: str) -> str:
    has_family = family and folded(called).endswith(" " + folded(family))
    return " ".join(called.split()[: -len(family.split())]) if has_family else called


def whole_name(name: PersonName) -> str:
    """Give the whole name as it was written, clean, with the comma turned; at most `NAME_LIMIT` characters."""
    return clean_name(name.written or " ".join(filter(None, (name.given, name.middle, name.family, name.suffix))))
