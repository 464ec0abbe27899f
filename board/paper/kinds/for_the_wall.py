"""What hangs on the wall, for everybody's eyes."""

from board.mastery.audience import Audience
from board.paper.kind import Choice, PageKind, Purpose, Starter, Text
from board.paper.notes import on_proud_wall as who_has_not_chosen
from board.paper.notes import small_class
from board.paper.papers import INKS, LARGEST_PX, PAPERS, POSTERS
from board.paper.shown import on_proud_wall, on_quilt

_DRAWERS = "board.paper.drawers.for_the_wall"

FOR_THE_WALL = (
    PageKind(
        name="quilt",
        title="Class quilt",
        told="Every sticker the class has earned, mixed and without names.",
        seen_by="everybody; nothing tells whose sticker is whose",
        audience=Audience.EVERYBODY,
        purpose=Purpose.WALL,
        papers=(*PAPERS, *POSTERS),
        inks=INKS,
        choices=frozenset({Choice.UNIT, Choice.LETTERS}),
        examples=("-o quilt.pdf --paper a3", "-o quilt.pdf --paper poster2x2 --sheet a4"),
        drawer=f"{_DRAWERS}:quilt",
        texts=frozenset({Text.CLASS, Text.UNIT, Text.LEVEL, Text.SIGN}),
        stickers=on_quilt,
        starters=frozenset({Starter.BADGES}),
        asks=small_class,
    ),
    PageKind(
        name="proud",
        title="Proud wall",
        told="Up to three pictures of each child, chosen by the child, with sign and alias.",
        seen_by="everybody; signs and aliases, no names, no counts",
        audience=Audience.EVERYBODY,
        purpose=Purpose.WALL,
        papers=(*PAPERS, *POSTERS),
        inks=INKS,
        choices=frozenset({Choice.LETTERS}),
        examples=("-o proud.pdf --paper a3",),
        drawer=f"{_DRAWERS}:proud",
        every_unit=True,
        texts=frozenset({Text.CLASS, Text.SIGN, Text.ALIAS}),
        stickers=on_proud_wall,
        px=LARGEST_PX,
        notes=who_has_not_chosen,
    ),
)
