"""Starter pictures for steps: one that fits the words, else one that nobody has yet."""

import re
from collections import Counter
from collections.abc import Sequence

_MEANT = {
    "abacus": "count number ten hundred place value",
    "apple": "healthy food eat fruit",
    "bar-chart": "graph chart data table tally",
    "basket": "sort group set collect classify",
    "blocks": "build shape cube solid",
    "bridge": "between connect join",
    "castle": "history story tale",
    "city": "community town neighborhood neighbourhood",
    "clean-hand": "wash clean hygiene",
    "compass": "direction north find",
    "fish": "swim sea animal",
    "flask": "experiment test mix science",
    "germ": "microbe virus bacteria ill",
    "globe": "world country earth geography",
    "half-cookie": "half halves fraction",
    "hourglass": "time clock minute hour",
    "lantern": "light dark",
    "letter": "letter write spell alphabet sentence",
    "magnifier": "look detail clue evidence",
    "mask": "play act role character",
    "megaphone": "speak say tell talk present",
    "microscope": "observe cell investigate",
    "newspaper": "news report article",
    "open-book": "read book text author",
    "pie": "third fourth quarter",
    "pizza": "share equal part",
    "plus-minus": "add subtract plus minus equation sum difference addition subtraction",
    "ruler": "measure length long short centimetre centimeter inch",
    "scales": "weigh weight compare heavy balance",
    "shield": "safe protect rule",
    "trail-map": "map path plan",
    "train": "order sequence pattern",
}
"""What else each picture may stand for."""


def pictures(lines: Sequence[str], badges: Sequence[str]) -> list[str]:
    """Give each line a picture: one it speaks of, else the next nobody has; used ones again only when all are used.

    Args:
        lines: What the children can do.
        badges: Names of the starter pictures, in the order they are handed out.

    Returns:
        A name for each line, empty where there are no pictures.
    """
    chosen = [""] * len(lines)
    free = dict.fromkeys(badges)
    spoken = [_words(line) for line in lines]
    for fits in (_names, _means):
        for at, words in enumerate(spoken):
            if not chosen[at]:
                chosen[at] = next((badge for badge in free if fits(badge, words)), "")
                free.pop(chosen[at], None)
    worn = Counter(chosen)
    for at, badge in enumerate(chosen):
        if not badge and badges:
            chosen[at] = min(badges, key=lambda one: worn[one])
            worn[chosen[at]] += 1
    return chosen


def _words(line: str) -> set[str]:
    words = set(re.findall(r"[a-z]+", line.casefold()))
    return words | {word.removesuffix("s") for word in words}


def _names(badge: str, words: set[str]) -> bool:
    return set(badge.split("-")) <= words


def _means(badge: str, words: set[str]) -> bool:
    return not words.isdisjoint(_MEANT.get(badge, "").split())
