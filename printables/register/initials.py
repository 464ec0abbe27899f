"""Initials that tell the adults of a class apart."""

from collections import Counter
from collections.abc import Mapping


def initials_of(assessors: Mapping[str, str]) -> dict[str, str]:
    """Give initials for each adult: MR for Ms. Rivera; with more letters of the last word, else a number, where two were equal.

    Args:
        assessors: Names by id.
    """
    given: dict[str, str] = {}
    longest = max((len(name) for name in assessors.values()), default=0)
    for letters in range(1, longest + 1):
        tried = {id_: _initials(name, letters) for id_, name in assessors.items() if id_ not in given}
        times = Counter((*tried.values(), *given.values()))
        given |= {id_: initials for id_, initials in tried.items() if initials and times[initials] == 1}
    alike = [id_ for id_ in assessors if id_ not in given]
    taken = set(given.values())
    for id_ in alike:
        base, number = _initials(assessors[id_], 1) or "?", 1
        while f"{base}{number}" in taken:
            number += 1
        given[id_] = f"{base}{number}"
        taken.add(given[id_])
    return {id_: given[id_] for id_ in assessors}


def _initials(name: str, letters: int) -> str:
    words = ["".join(char for char in word if char.isalnum()) for word in name.split()]
    *first, last = [word for word in words if word] or [""]
    return "".join(word[0].upper() for word in first[:2]) + last[:1].upper() + last[1:letters]
