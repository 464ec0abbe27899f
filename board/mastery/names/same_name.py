"""Whether a name of a list is that of a child of the class, who is shown there with a first name and an initial."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from board.mastery.names.letters import folded, is_family_first, is_said_whole, letters_of
from board.mastery.names.orders import in_vietnamese_order
from board.mastery.names.parts import is_particle, joined
from board.mastery.names.person_name import PersonName, whole_name
from board.mastery.names.short_names import family_base, is_bound, short_names
from board.mastery.names.words import SONS
from board.mastery.people import NAME_LIMIT

_NO_LETTER = re.compile(r"[\W\d_]+")
_ALIKE = 3
"""Letters two given names begin with to be taken for one, and the fewest in which one slip is looked for."""


@lru_cache(maxsize=2_048)
def displays(name: PersonName) -> frozenset[str]:
    """Give every display name, folded, that may stand for a person: a child fits if its own name folded is among them.

    Args:
        name: Whom a list names.
    """
    firsts, families = tuple(_firsts(name)), tuple(_families(name))
    shown = {folded(text) for text in (whole_name(name), name.written, *short_names([name]))}
    if not families:
        return frozenset(shown | set(firsts) | {_with(first, folded(name.suffix)) for first in firsts}) - {""}
    starts = () if is_said_whole(name.first + name.family) else tuple(_starts(name.family))
    for first in firsts:
        shown.update(_with(first, last) for last in (*starts, *families))
        shown.update(_with(last, first) for last in families)
    if name.suffix:
        shown.update([_with(display, folded(name.suffix)) for display in shown])
    return frozenset(shown) - {""}


def says_whole(shown: str, name: PersonName) -> bool:
    """Tell whether what is shown of a child holds the whole family name, so that nobody of another family is shown so.

    Args:
        shown: What the child is called, folded.
        name: Whom a list names.
    """
    family = folded(name.family)
    wholes = {folded(name.written)} | {
        text for first in _firsts(name) for text in (_with(first, family), _with(family, first))
    }
    return shown in wholes or (bool(name.suffix) and shown.removesuffix(f" {folded(name.suffix)}") in wholes)


def tells_family(alias: str, name: PersonName) -> bool:
    """Tell whether an alias gives the family name away: "Brown, Ava", "ava.brown", "BrownA".

    Args:
        alias: A chosen other name, folded.
        name: The name of the child who chose it.
    """
    family = folded(name.family).replace(" ", "")
    letters = _NO_LETTER.sub("", alias)
    given = [folded(text).replace(" ", "") for text in (name.given, name.called) if text]
    parts = {start for text in given for start in (text, text[:1])}
    glued = {text for part in parts for text in (part + family, family + part)}
    return bool(family) and (family in _NO_LETTER.split(alias) or letters in glued | {family})


def _with(one: str, other: str) -> str:
    return folded(f"{one} {other}") if is_family_first(one[-1:] + other[:1]) else f"{one} {other}".strip()


def _firsts(name: PersonName) -> Iterator[str]:
    """Give all that may stand in front of the family name, folded."""
    middle = name.middle.split()
    initials = " ".join(f"{letters_of(word)[0]}" for word in middle)
    for first in filter(None, dict.fromkeys((name.given, name.called, *joined(name.given.split())[:1]))):
        yield folded(first)
        if middle:
            yield from (
                folded(f"{first} {name.middle}"),
                folded(f"{first} {initials}"),
                folded(f"{first} {initials[0]}"),
            )
    words = [*middle, *name.given.split()]
    if name.family and words and in_vietnamese_order([name.family, *words]):
        yield from (folded(" ".join(words[at:])) for at in range(len(words)))


def _families(name: PersonName) -> Iterator[str]:
    """Give all that may stand for the whole family name, folded: with and without particles and second half."""
    units = joined(name.family.split(), is_family=True)
    if not units:
        return
    yield folded(name.family)
    if folded(units[0]) in SONS:
        return
    bare = next((units[at:] for at, unit in enumerate(units) if not is_particle(unit)), units)
    yield folded(" ".join(bare))
    yield folded(bare[0])


def _starts(family: str) -> Iterator[str]:
    """Give the first letters of a family name as displays show them, folded."""
    base = family_base(family)
    most = 1 if is_bound(family) else min(len(base), NAME_LIMIT)
    return (folded("".join(base[:count])) for count in range(1, most + 1))


def agrees(display: str, name: PersonName) -> bool:
    """Tell whether a display name may be a teacher's own way of writing a name, where the id says it is this child.

    Args:
        display: What the child is called in the class: "Ava", "Ava Jane", "Ava-Jane B.".
        name: What the list says.

    Returns:
        False for another given name, another second or middle name, or another family initial.
    """
    if folded(display) in displays(name):
        return True
    words, own = folded(display).split(), _own_words(name)
    if not words or words[0] not in own:
        return False
    last = words[-1]
    ends_well = last in own or not name.family or _begins_family(last, name.family)
    return ends_well and not _has_other_names(words[1:] if last in own else words[1:-1], name)


def _has_other_names(shown: Sequence[str], name: PersonName) -> bool:
    """Tell whether other second names are shown than the list has; what only one of the two tells makes nobody another."""
    listed = [*folded(name.given).split()[1:], *folded(name.middle).split()]
    told = [word for word in shown if not any(other.startswith(word) for other in (*listed, *_own_words(name)))]
    untold = [other for other in listed if not any(other.startswith(word) for word in shown)]
    return bool(told and untold)


def _own_words(name: PersonName) -> frozenset[str]:
    """Give the words of all names but the family name, folded."""
    return frozenset(folded(f"{name.given} {name.middle} {name.called}").split()) | {
        folded(name.given),
        folded(name.called),
    } - {""}


def _begins_family(letters: str, family: str) -> bool:
    return any(word.startswith(letters) for word in (folded(family).replace(" ", ""), *_words_of(family)))


def _words_of(family: str) -> Sequence[str]:
    return [folded(word) for word in family.split() if not is_particle(word)] or folded(family).split()


def is_like(display: str, name: PersonName) -> bool:
    """Tell whether a person should be asked if a name may be this child's, where it does not fit as it stands.

    Args:
        display: What the child is called in the class.
        name: What the list says.

    Returns:
        True for the same given name with another family name, for the same family initial with a given name that begins
        alike or is one slip away, and for a name turned round; never only because two initials are the same.
    """
    return _looks_like(display, name) and folded(display) not in displays(name)


def _looks_like(display: str, name: PersonName) -> bool:
    words = folded(display).split()
    if not words:
        return False
    if is_said_whole(display):
        return len(name.given) > 1 and folded(name.given) in folded(display)
    firsts = {
        folded(name.given),
        folded(name.called),
        *folded(name.given).split()[:1],
        *folded(name.called).split()[:1],
    } - {""}
    given, last = words[0], words[-1]
    if given in firsts or " ".join(words[:-1]) in firsts:
        return True
    if len(words) == 1 or not name.family:
        return _is_near(given, firsts)
    if _begins_family(last, name.family):
        return _is_near(given, firsts | set(folded(name.middle).split()))
    return given in _words_of(name.family) and any(first.startswith(last) for first in firsts)


def _is_near(given: str, others: Iterable[str]) -> bool:
    return any(_begin_alike(given, other) or _is_one_slip(given, other) for other in others if other)


def _begin_alike(one: str, other: str) -> bool:
    return len(one) >= _ALIKE and one[:_ALIKE] == other[:_ALIKE]


def _is_one_slip(one: str, other: str) -> bool:
    """Tell whether two words are the same but for one letter more, less, wrong, or two that changed places."""
    if min(len(one), len(other)) < _ALIKE:
        return one == other
    at = next(
        (at for at, (left, right) in enumerate(zip(one, other, strict=False)) if left != right),
        min(len(one), len(other)),
    )
    one, other = one[at:], other[at:]
    is_turned = one[:2] == other[:2][::-1] and one[2:] == other[2:]
    return one[1:] == other[1:] or one[1:] == other or one == other[1:] or is_turned
