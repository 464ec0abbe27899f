"""What can be printed: each kind with what it is for, who will see it, and what may be chosen."""

from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from board.mastery.audience import Audience


class PageKind(StrEnum):
    """A kind of page, as the command line calls it."""

    QUILT = "quilt"
    PROUD = "proud"
    PERSONAL = "personal"
    CERTIFICATE = "certificate"
    STICKERS = "stickers"
    GLUE = "glue"
    CARDS = "cards"
    LOGIN = "login"
    TAKEHOME = "takehome"
    WALL = "wall"
    REGISTER = "register"
    GROUP = "group"
    NEXT_TEACHER = "next-teacher"
    CALIBRATION = "calibration"


class Purpose(StrEnum):
    """What paper is for, in the words of a teacher."""

    WALL = "For the wall"
    CHILD = "For a child"
    HOME = "For home"
    ME = "For me"


class Choice(StrEnum):
    """Something that may be chosen for some kinds and makes no sense for others."""

    UNIT = "unit"
    STUDENTS = "students"
    STEP = "step"
    LEVEL = "level"
    ALIAS = "alias"
    SPOT = "spot"
    LABEL = "label"
    AGAIN = "again"
    LANGUAGE = "language"
    PRINTER = "printer"
    LETTERS = "letters"


PAPERS = ("letter", "a4", "tabloid", "a3")
"""Sheets that can be printed on, the usual one first; named here too, so that asking for one loads no reportlab."""

POSTERS = MappingProxyType({"poster2x2": 2, "poster3x3": 3})
"""Posters and how many sheets they have each way."""

INKS = ("colour", "saver", "blank")
LANGUAGES = MappingProxyType({"en": "English", "es": "español"})

USUAL_PAPERS = PAPERS[:2]
"""Sheets a teacher may have in the printer every day, one of which is this computer's usual paper."""

USUAL_LABEL = MappingProxyType({"letter": "ol5275", "a4": "avery-l6112"})
"""The label sheet that is printed on when none is named, by the paper: 3/4 inch, the size of a sticker chart, or 40 mm."""

_SMALL = USUAL_PAPERS
_ANY = (*PAPERS, *POSTERS)
_FILLED = INKS[:2]


@dataclass(frozen=True, slots=True)
class Page:
    """One kind of page in the catalogue.

    Attributes:
        kind: What the command line calls it.
        title: What it is called.
        told: What it is, in one sentence.
        seen_by: Who will see it, in words that follow "Who will see it:".
        audience: For whose eyes what it shows of children is chosen; on a teacher's copy that hangs for a moment where a
            class passes by, everybody's.
        purpose: What it is for.
        papers: Papers it makes sense on, the usual one first.
        inks: Inks it makes sense in.
        choices: What else may be chosen.
        one_sided: Whether its back must stay empty: it is hung, cut or stuck, or each child's page goes its own way.
    """

    kind: PageKind
    title: str
    told: str
    seen_by: str
    audience: Audience
    purpose: Purpose
    papers: tuple[str, ...]
    inks: tuple[str, ...]
    choices: frozenset[Choice]
    one_sided: bool = True

    def paper_usually(self, usual: str) -> str:
        """Give the paper it is printed on unless another is chosen.

        Args:
            usual: The teacher's usual paper.
        """
        return usual if usual in self.papers else self.papers[0]


_ONE_SIDE = (Choice.UNIT, Choice.LETTERS)
_CHILDREN = (*_ONE_SIDE, Choice.STUDENTS)

PAGES = (
    Page(
        PageKind.QUILT,
        "Class quilt",
        "Every sticker the class has earned, mixed and without names.",
        "everybody; nothing tells whose sticker is whose",
        Audience.EVERYBODY,
        Purpose.WALL,
        _ANY,
        INKS,
        frozenset({*_ONE_SIDE}),
    ),
    Page(
        PageKind.PROUD,
        "Proud wall",
        "Up to three pictures of each child, chosen by the child, with sign and alias.",
        "everybody; signs and aliases, no names, no counts",
        Audience.EVERYBODY,
        Purpose.WALL,
        _ANY,
        INKS,
        frozenset({Choice.LETTERS}),
    ),
    Page(
        PageKind.PERSONAL,
        "Personal chart",
        "A child's own path with its pictures and words; its spots can be as big as your stickers.",
        "the child, and whoever the child shows it to",
        Audience.STUDENT,
        Purpose.CHILD,
        PAPERS,
        INKS,
        frozenset({*_CHILDREN, Choice.SPOT, Choice.PRINTER}),
    ),
    Page(
        PageKind.CERTIFICATE,
        "Certificate",
        "For each level a child has finished: its pictures, what it showed, and who checked it.",
        "the child and the family",
        Audience.STUDENT,
        Purpose.CHILD,
        PAPERS,
        INKS,
        frozenset({*_CHILDREN, Choice.LEVEL}),
    ),
    Page(
        PageKind.STICKERS,
        "Stickers",
        "The stickers earned since the last sheet, on label sheets from the shop.",
        "the child; sorted so that you can hand them out",
        Audience.STUDENT,
        Purpose.CHILD,
        _SMALL,
        ("colour", "blank"),
        frozenset({Choice.UNIT, Choice.STUDENTS, Choice.LABEL, Choice.AGAIN, Choice.PRINTER, Choice.LETTERS}),
    ),
    Page(
        PageKind.GLUE,
        "Glue sheet",
        "The same stickers on plain paper, to cut out and glue.",
        "the child; sorted so that you can hand them out",
        Audience.STUDENT,
        Purpose.CHILD,
        _SMALL,
        _FILLED,
        frozenset({Choice.UNIT, Choice.STUDENTS, Choice.SPOT, Choice.AGAIN, Choice.PRINTER, Choice.LETTERS}),
    ),
    Page(
        PageKind.CARDS,
        "I-can cards",
        "A card for each step: picture, what it looks like, ways to show it; four to a sheet, two in larger type.",
        "everybody; nothing about any child",
        Audience.EVERYBODY,
        Purpose.CHILD,
        _SMALL,
        INKS,
        frozenset({*_ONE_SIDE, Choice.LEVEL, Choice.STEP}),
    ),
    Page(
        PageKind.LOGIN,
        "Login cards",
        "A card for each child: its sign, and three pictures of its own to sign in with one day; nothing asks for them yet.",
        "each child only its own; keep the rest",
        Audience.STUDENT,
        Purpose.CHILD,
        _SMALL,
        _FILLED,
        frozenset({Choice.STUDENTS, Choice.LETTERS}),
    ),
    Page(
        PageKind.TAKEHOME,
        "Take-home page",
        "What I can do, what I am growing, and what we can try at home; in English or Spanish.",
        "the family of this child; no comparison",
        Audience.STUDENT,
        Purpose.HOME,
        _SMALL,
        INKS,
        frozenset({*_CHILDREN, Choice.LANGUAGE}),
    ),
    Page(
        PageKind.WALL,
        "Wall chart",
        "The whole grid, students down and steps across, by name or by alias.",
        "you: a teacher's copy, not for display",
        Audience.EVERYBODY,
        Purpose.ME,
        _ANY,
        INKS,
        frozenset({*_ONE_SIDE, Choice.ALIAS, Choice.SPOT, Choice.PRINTER}),
    ),
    Page(
        PageKind.REGISTER,
        "Class register",
        "Every mark with its date and who checked it, plain: your backup on paper.",
        "you: a teacher's copy",
        Audience.TEACHER,
        Purpose.ME,
        PAPERS,
        _FILLED,
        frozenset({Choice.UNIT, Choice.LETTERS}),
        one_sided=False,
    ),
    Page(
        PageKind.GROUP,
        "Small-group sheet",
        "One step and one small group: what to look for, last tips, boxes to tick at the table.",
        "you: a teacher's copy",
        Audience.TEACHER,
        Purpose.ME,
        _SMALL,
        _FILLED,
        frozenset({*_CHILDREN, Choice.STEP}),
        one_sided=False,
    ),
    Page(
        PageKind.NEXT_TEACHER,
        "Next-teacher page",
        "For each child: standard, step, when and how it was shown, with which support and evidence.",
        "the next teacher and the family",
        Audience.TEACHER,
        Purpose.ME,
        _SMALL,
        _FILLED,
        frozenset({*_CHILDREN}),
    ),
    Page(
        PageKind.CALIBRATION,
        "Printer check",
        "Tells how far your printer is off, so that stickers land on their labels.",
        "you",
        Audience.TEACHER,
        Purpose.ME,
        PAPERS,
        _FILLED[:1],
        frozenset({Choice.PRINTER}),
    ),
)
"""Every kind that can be printed, by purpose."""

ABOUT_EVERY_UNIT = (
    PageKind.REGISTER,
    PageKind.NEXT_TEACHER,
    PageKind.PROUD,
    PageKind.STICKERS,
    PageKind.GLUE,
)
"""Kinds that are about every unit unless one is named."""

COUNTED = (PageKind.STICKERS, PageKind.GLUE)
"""Kinds whose stickers are not printed again once they printed well."""

ONE_CHILD = (PageKind.PERSONAL, PageKind.CERTIFICATE, PageKind.TAKEHOME, PageKind.NEXT_TEACHER)
"""Kinds with pages of their own for each child."""

CATALOGUE = MappingProxyType({page.kind: page for page in PAGES})
