"""Lists of steps as word processors, standards documents and planners write them, with what is meant beside."""

import random
import textwrap
from collections.abc import Callable, Iterator
from typing import NamedTuple

from hypothesis import strategies as st

_DOES = [
    ("count", "to 20"),
    ("count", "forwards and backwards from any number up to 120"),
    ("read and write", "the numbers to 20"),
    ("tell", "time to the half hour"),
    ("identify", "the main idea and two details of a text that was read to the class"),
    ("compare", "two numbers with the signs for more and less"),
    ("match", "letters to their sounds"),
    ("solve", "word problems with three whole numbers by using drawings, objects and equations"),
    ("draw", "a square and a triangle"),
    ("name", "the parts of a plant"),
    ("measure", "the length of an object in blocks that lie end to end without gaps"),
    ("carry", "a tune"),
    ("explain", "why a shadow moves (with a picture of the sun) in front of the class"),
    ("add and subtract", "within 20"),
    ("retell", "a familiar story with a beginning, a middle and an end"),
    ("sort", "leaves by their shape"),
]

_THIRD = {
    "read and write": "reads and writes",
    "identify": "identifies",
    "match": "matches",
    "carry": "carries",
    "add and subtract": "adds and subtracts",
}

SAYINGS: dict[str, Callable[[str, str], str]] = {
    "I can": lambda does, what: f"I can {does} {what}",
    "I CAN": lambda does, what: f"I CAN {does} {what}",
    "i can ...": lambda does, what: f"i can ... {does} {what}",
    "SWBAT": lambda does, what: f"SWBAT {does} {what}",
    "SWBAT, large": lambda does, what: f"SWBAT {does[0].upper()}{does[1:]} {what}",
    "TSW": lambda does, what: f"TSW {does} {what}",
    "students": lambda does, what: f"Students will be able to {does} {what}",
    "the student": lambda does, what: f"The student can {does} {what}",
    "she": lambda does, what: f"She can {does} {what}",
    "children": lambda does, what: f"The children are able to {does} {what}",
    "by then": lambda does, what: f"By the end of the year, pupils should be able to {does} {what}",
    "can": lambda does, what: f"Can {does} {what}",
    "the student does": lambda does, what: f"The student {_THIRD.get(does, f'{does}s')} {what}",
}
"""How a step is said so that it can be said by the child without looking at its first word."""

BULLETS: dict[str, Callable[[int], str]] = {
    "none": lambda _at: "",
    "dot": lambda _at: "\u2022 ",
    "dot, tab": lambda _at: "\u2022\t",
    "dot, nothing": lambda _at: "\u2022",
    "middle dot": lambda _at: "\u00b7       ",
    "Symbol": lambda _at: "\uf0b7\t",
    "Wingdings": lambda _at: "\uf0a7 ",
    "box": lambda _at: "\u274f ",
    "box to tick": lambda _at: "\u2610 ",
    "ticked": lambda _at: "\u2714\ufe0f ",
    "circle": lambda _at: "o   ",
    "circle, tab": lambda _at: "o\t",
    "arrow": lambda _at: "\u27a2 ",
    "section": lambda _at: "\u00a7 ",
    "dash": lambda _at: "\u2013 ",
    "hyphen": lambda _at: "- ",
    "star": lambda _at: "* ",
    "Markdown": lambda _at: "- [ ] ",
    "Markdown, done": lambda _at: "* [x] ",
    "line": lambda _at: "____ ",
    "1.": lambda at: f"{at + 1}. ",
    "1)": lambda at: f"{at + 1}) ",
    "(1)": lambda at: f"({at + 1}) ",
    "1.1": lambda at: f"1.{at + 1} ",
    "1.a": lambda at: f"1.{'abcdefghijklmnop'[at % 16]} ",
    "a.": lambda at: f"{'abcdefghijklmnop'[at % 16]}. ",
    "A)": lambda at: f"{'ABCDEFGHIJKLMNOP'[at % 16]}) ",
    "(i)": lambda at: f"({('i', 'ii', 'iii', 'iv', 'v', 'vi')[at % 6]}) ",
    "iv.": lambda at: f"{('i', 'ii', 'iii', 'iv', 'v', 'vi')[at % 6]}. ",
    "1. - [ ]": lambda at: f"{at + 1}. - [ ] ",
    "Target 1:": lambda at: f"Target {at + 1}: ",
    "emoji": lambda _at: "\U0001f449 ",
    "keycap": lambda at: f"{at % 9 + 1}\ufe0f\u20e3 ",
}

CODES = (
    "2.NBT.A.1",
    "CCSS.MATH.CONTENT.2.NBT.A.1",
    "CCSS.ELA-LITERACY.RL.1.2",
    "1.OA.1",
    "K.CC.B.4a",
    "2-PS1-1",
    "K-LS1-1",
    "111.4(b)(2)(A)",
    "\u00a7111.4(b)(2)(A)",
    "ACMNA001",
    "AC9M2N01",
    "RL.1.2",
    "RF.2.3a",
    "M 2.1",
    "MA.K.NSO.1.1",
    "NY-2.NBT.1",
    "ELAGSE1RL1",
    "MGSE1.NBT.1",
    "MNU 0-02a",
    "B1.1",
    "2.4(C)",
    "D2.Civ.1.K-2",
    "MP1",
)

PLACES: dict[str, str] = {
    "in front": "{code} {words}",
    "colon": "{code}: {words}",
    "dash": "{code} - {words}",
    "brackets in front": "({code}) {words}",
    "brackets behind": "{words} ({code})",
    "square brackets": "{words} [{code}]",
    "CCSS": "CCSS {code} {words}",
}

HEADS: dict[str, Callable[[int, str], str]] = {
    "colon": lambda _at, title: f"{title}:",
    "number sign": lambda _at, title: f"# {title}",
    "Markdown": lambda _at, title: f"## {title}",
    "bare": lambda _at, title: title,
    "Level": lambda at, title: f"Level {at + 1} - {title}",
    "LEVEL": lambda at, title: f"LEVEL {at + 1}: {title}",
}

_TITLES = [
    "Geometry",
    "Number and Operations in Base Ten",
    "Halves",
    "Measurement & Data",
    "Scientific Inquiry",
    "Reading",
]

_NOISE = [
    "Page 2 of 3",
    "\u00a9 2014 Somebody. All rights reserved.",
    "-",
    "\u2022",
    "Name: ________ Date: ______",
    "www.example.org",
]


class Meant(NamedTuple):
    """A step as its writer means it: the sentence of the child, its code or nothing, and whether it is the Boss."""

    i_can: str
    codes: tuple[str, ...]
    boss: bool


class Written(NamedTuple):
    """A list and what is meant by it: the title of each level, empty where it has none, and its steps."""

    text: str
    meant: tuple[tuple[str, tuple[Meant, ...]], ...]


@st.composite
def written(draw: st.DrawFn) -> Written:
    """A list in one hand: one bullet, one way to say a step, one place for codes, one kind of heading."""
    dice = random.Random(draw(st.integers(0, 2**32)))
    saying, bullet = (draw(st.sampled_from(sorted(one))) for one in (SAYINGS, BULLETS))
    place, head = (
        draw(st.sampled_from(["no codes", *sorted(PLACES)])),
        draw(st.sampled_from(["empty line", *sorted(HEADS)])),
    )
    bosses = draw(st.booleans()) and "*" not in BULLETS[bullet](0)
    width, gap = draw(st.sampled_from([0, 40, 50, 64])), draw(st.integers(0, 1))
    width = 0 if (saying, bullet) == ("by then", "none") else width  # where its first line ends, nothing tells a step
    lines: list[str] = []
    meant = []
    pool = dice.sample(_DOES, len(_DOES))
    for at, title in enumerate(dice.sample(_TITLES, draw(st.integers(1, 3)))):
        steps = [pool.pop() for _ in range(dice.randint(3, 5))]
        lines += ["", *([""] * gap)] if head == "empty line" and at else []
        lines += [HEADS[head](at, title)] if head != "empty line" else []
        level = []
        for number, (does, what) in enumerate(steps):
            code = dice.choice(CODES) if place != "no codes" else ""
            boss = bosses and number == len(steps) - 1
            words = SAYINGS[saying](does, what)
            words = PLACES[place].format(code=code, words=words) if code else words
            line = f"{BULLETS[bullet](number)}{words}{' *' if boss else ''}"
            lines += [*_wrapped(line, 0 if boss or code else width), *([""] * gap)]
            level.append(Meant(f"I can {does} {what}.", (code,) if code else (), boss))
        meant.append(("" if head == "empty line" else title, tuple(level)))
        lines += [dice.choice(_NOISE)] if draw(st.booleans()) and head != "empty line" else []
    return Written("\n".join(lines), tuple(meant))


def _wrapped(line: str, width: int) -> Iterator[str]:
    """Give a line as a narrow page breaks it."""
    if not width:
        yield line
        return
    yield from textwrap.wrap(line, width, subsequent_indent="   ", break_on_hyphens=False, expand_tabs=False)
