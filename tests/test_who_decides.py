"""What which audience sees is decided in `mastery/audience.py` and `mastery/seen.py`; whoever draws takes it from there."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import board
import printables

ROOMS = [
    *(Path(board.__file__).with_name(room) for room in ("widgets", "screens", "paper")),
    Path(printables.__file__).parent,
]

_A_PLAN = "the plan of a child, which adults settle and nobody else is shown"
_FOR_THE_TEACHER = "for the teacher alone"
_SAYS_FOR_WHOM = "says for whom each kind of page is made"
_BY_ITSELF = {
    "board.widgets.path_words": "reasons with counts, which only a teacher's path holds",
    "board.widgets.seen_rows": "asks which rows are the very same as before, and reads nothing in them",
    "board.widgets.spot_line": _FOR_THE_TEACHER,
    "board.widgets.spot_painter": "a sign for each status, of looks it is handed",
    "board.widgets.teacher_words": _FOR_THE_TEACHER,
    "board.screens.judging.center": "marking at the table",
    "board.screens.board.marking": "marking: earlier tips and notes, once an adult asks for them",
    "board.screens.pictures.pictures": "a child's own pictures, and whether their spot is earned",
    "board.screens.board.student": "the row goes to the teacher's part of the page alone, and who looks is chosen here",
    "board.screens.plan.know": _A_PLAN,
    "board.screens.plan.plan": _A_PLAN,
    "board.screens.plan.plan_rows": _A_PLAN,
    "board.screens.plan.writing": _A_PLAN,
    "board.screens.evidence.shown": "judging: what the pictures of a spot are evidence of, for adults",
    "board.screens.waiting.waiting": "judging: what waits for the teacher",
    "board.screens.waiting.keys": "judging: whether a picture's step is got already",
    "board.screens.waiting.things": "judging: what waits for the teacher, without earlier tries",
    "board.screens.judging.about_spot": "judging: what an adult reads before the verdict, of a spot it is handed",
    "board.screens.judging.how_did_it_go": "judging: whether somebody has marked it meanwhile, and the sticker that waits",
    "board.screens.judging.reading": "judging: what Judging lets this adult read, the way a child asked for, and earlier tips",
    "board.screens.judging.telling": "judging: the way a child asked for, and which other steps it has not got",
    "board.paper.drawers.for_the_teacher": "whom a teacher may call to the table; names of others taken out of the next "
    "teacher's page",
    "board.paper.kind": "a row says for whom its kind of page is made",
    "board.paper.kinds.for_children": _SAYS_FOR_WHOM,
    "board.paper.kinds.for_the_teacher": _SAYS_FOR_WHOM,
    "board.paper.kinds.for_the_wall": _SAYS_FOR_WHOM,
    "board.paper.notes": "what a teacher should know before printing",
    "board.paper.shown": "asks for what the audience of a kind of page may see",
    "board.paper.texts": "which texts no font can print, for the teacher",
    "printables.group.sheet": "a teacher's copy",
    "printables.next_teacher": "from one teacher to the next",
    "printables.register.cells": "a teacher's copy",
    "printables.register.chart": "a teacher's copy",
    "printables.register.words": "a teacher's copy",
    "printables.takehome.content": "sorts the spots of the path it is handed into what a child can do and is at",
}
"""The modules that read how a child stands by themselves, or name an audience, and why they may."""

_PARTS_OF_SPOTS = ("Spot", "Row", "OPEN_SPOT", "spot_of", "standing_facts")
_RULES = ("board.mastery.readiness", "board.mastery.small_group", "board.mastery.others")
_MODULES = (*_RULES, "board.mastery.progress", "board.mastery.standing", "board.mastery.audience", "board.mastery.seen")
_DECIDING = ("Audience", "seen_status", "seen_statuses", "seen_art", "seen_face", "seen_stickers", "seen_path")
_INTO_PROGRESS = ("spot", "row", "rows", "about", "shelf", "shelves", "picture", "after")
_OF_A_SPOT = ("own_version", "check_again", "standing", "level_of_support", "tries")


def modules() -> Iterator[tuple[str, str]]:
    """Every module of the rooms that draw, with its text."""
    for room in ROOMS:
        top = room.parent.parent if room.parent.name == "board" else room.parent
        for file in sorted(room.rglob("*.py")):
            yield ".".join(file.relative_to(top).with_suffix("").parts).removesuffix(".__init__"), file.read_text()


def decides(text: str) -> set[str]:
    """Give by what a module could decide for itself what somebody sees."""
    tree, found = ast.parse(text), set[str]()
    stands_for = dict(other_names(tree))
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom):
            found |= imported(node)
        elif isinstance(node, ast.Import):
            found |= {name.name for name in node.names} & set(_MODULES)
        elif isinstance(node, ast.Attribute):
            whose = last_name(node.value)
            meant = stands_for.get(whose, whose)
            if node.attr in _OF_A_SPOT or (node.attr in _INTO_PROGRESS and "progress" in meant):
                found.add(f"{whose}.{node.attr}")
            elif (node.attr, meant.lstrip("_")) == ("facts", "book"):
                found.add(f"{whose}.facts")
        elif isinstance(node, ast.Compare | ast.MatchValue):
            told = {stands_for.get(ast.unparse(one), ast.unparse(one)) for one in ast.walk(node)}
            found |= {name for name in told if name.startswith("Status.")}
    return found


def imported(node: ast.ImportFrom) -> set[str]:
    """Give what of an import could decide."""
    names = {name.name for name in node.names}
    if any(name.name == "Status" and name.asname for name in node.names):
        return {"Status by another name"}
    if node.module == "board.mastery":
        return names & {module.rpartition(".")[2] for module in _MODULES}
    if node.module in _RULES:
        return names
    of_spots = node.module in ("board.mastery.progress", "board.mastery.standing")
    return names & set(_PARTS_OF_SPOTS if of_spots else _DECIDING)


def other_names(tree: ast.Module) -> Iterator[tuple[str, str]]:
    """Give the names under which a module has a book or its progress, each with what it stands for."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign | ast.AnnAssign | ast.NamedExpr):
            for target in node.targets if isinstance(node, ast.Assign) else [node.target]:
                pairs = (
                    zip(target.elts, node.value.elts, strict=False)
                    if isinstance(target, ast.Tuple) and isinstance(node.value, ast.Tuple)
                    else [(target, node.value)]
                )
                yield from ((last_name(one), meaning(value)) for one, value in pairs if value is not None)
        elif isinstance(node, ast.arg) and isinstance(node.annotation, ast.Name):
            yield node.arg, {"Progress": "progress", "Book": "book"}.get(node.annotation.id, node.arg)


def meaning(value: ast.expr) -> str:
    """Give what a name stands for that is given this value: some statuses by the first of them."""
    statuses = [ast.unparse(one) for one in ast.walk(value) if ast.unparse(one).startswith("Status.")]
    return (
        statuses[0]
        if statuses and isinstance(value, ast.Tuple | ast.List | ast.Set | ast.Attribute | ast.Call)
        else last_name(value)
    )


def last_name(node: ast.expr) -> str:
    return node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""


def test_whoever_draws_decides_nothing_but_where_it_is_said_why() -> None:
    found = {name: decides(text) for name, text in modules()}
    deciding = {name for name, by in found.items() if by}
    assert deciding - set(_BY_ITSELF) == set(), {name: found[name] for name in deciding - set(_BY_ITSELF)}
    assert set(_BY_ITSELF) - deciding == set(), "these no longer do"


@pytest.mark.parametrize(
    "planted",
    [
        "from board.mastery.progress import OPEN_SPOT, Progress",
        "from board.mastery.standing import standing_facts",
        "from board.mastery.readiness import statuses",
        "from board.mastery.audience import Audience, Earned",
        "def tip(progress, one): return progress.spot(one, 'u/a').mark.note",
        "def tips(self): return self._book.progress.row('ava')",
        "def notes(book): return [fact.note for fact in book.facts]",
        "def doubt(spot): return spot.check_again",
        "from board.mastery import readiness",
        "from board.mastery import progress as rules",
        "import board.mastery.progress as p",
        "import board.mastery.readiness",
        "def tip(book):\n    p = book.progress\n    return p.row('ava')",
        "def tip(self):\n    unit, p = self.unit, self._book.progress\n    return p.spot('ava', unit.id)",
        "def tip(self):\n    if p := self.book.progress:\n        return p.shelf('ava')",
        "def tip(p: Progress): return p.rows",
        "def tip(class_: Book): return class_.facts",
        "def notes(self):\n    class_ = self._book\n    return class_.facts",
        "def shown(spot): return spot.status is Status.MASTERED",
        "def shown(spot): return spot.status in (Status.MASTERED, Status.READY)",
        "_AT_IT = (Status.READY, Status.PRACTISING)\ndef shown(spot): return spot.status in _AT_IT",
        "def shown(spot):\n    match spot.status:\n        case Status.READY:\n            return True",
        "from board.mastery.progress import Status as S",
    ],
)
def test_a_page_that_decides_by_itself_is_found(planted: str) -> None:
    assert decides(planted)


def test_a_page_that_draws_what_it_is_given_is_not() -> None:
    assert not decides("from board.mastery.seen import SeenPath\ndef draw(path: SeenPath): return path.spots[0].status")
    assert not decides("SIGNS = {Status.READY: '▲'}\ndef draw(path): return SIGNS[path.spots[0].status]")
    assert not decides("def draw(self, units): return self._book.units, units.rows")
