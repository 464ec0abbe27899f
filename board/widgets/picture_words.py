"""What is said about a child's picture while the child looks along: no dates, no counts, nobody else."""

from collections.abc import Mapping, Sequence

from textual.content import Content
from textual.widgets import Static

from board.mastery.pictures import Art
from board.mastery.seen import Sight
from board.widgets.grid_plan import wrapped
from board.words import MY_PICTURE_SHOWS

_MOST_CAPTION = 4
"""Lines the child's words may take."""

_MANY = 99
"""More lines than any sentence takes."""


def caption_words(art: Art | None) -> str:
    """Give the child's words about a picture; where there are none, say how to give some."""
    if art is None:
        return "This is the starter picture."
    return f"{MY_PICTURE_SHOWS} {art.caption}" if art.caption else f"{MY_PICTURE_SHOWS} ..."


SEEN_WORDS: Mapping[Sight, str] = {
    Sight.STARTER: "",
    Sight.OWN_INSTEAD: "Your own picture is on this spot.",
    Sight.HIDDEN: "Only you and your teacher see it.",
    Sight.COULD_STAND: "Use it, and it is the sticker of this step.",
    Sight.COULD_WAIT: "You can use it for this step.",
    Sight.UNSEEN: "Only you and your teacher see it until your teacher has looked.",
    Sight.SEEN_BEFORE: "Others see it as it was cut before, until your teacher has looked.",
    Sight.SEEN: "Everybody sees it on the board.",
    Sight.WAITS: "It waits until you have shown this step.",
    Sight.WAITS_FOR_BOTH: "It waits until you have shown this step and your teacher has looked.",
}
"""Who sees a picture, and what it waits for."""


def wall_words(art: Art | None) -> str:
    """Say that a picture was chosen for the proud wall, empty when it was not."""
    return "You chose it for our wall." if art is not None and art.chosen else ""


class PictureWords(Static):
    """The child's words, and sentences about the picture, as many as there is room for.

    At least one line is the child's, ended by an ellipsis where there is more to it.
    """

    def __init__(self) -> None:
        super().__init__(markup=False)
        self._caption = ""
        self._sentences: Sequence[str] = ()

    def tell(self, caption: str, *sentences: str) -> None:
        """Say something else.

        Args:
            caption: The child's words.
            sentences: What else there is to say, the most important first; empty ones are passed over.
        """
        self._caption, self._sentences = caption, [sentence for sentence in sentences if sentence]
        self._write()

    def on_resize(self) -> None:
        """Use the room there is."""
        self._write()

    def _write(self) -> None:
        width, height = self.content_size
        if not (width and height):
            return
        told: list[str] = []
        for sentence in self._sentences:
            lines = wrapped(sentence, width, _MANY)
            if len(told) + len(lines) < height:
                told += lines
        caption = wrapped(self._caption, width, min(_MOST_CAPTION, height - len(told)))
        air = ("",) if told and len(caption) + len(told) < height else ()
        rest = "\n".join(("", *air, *told)) if told else ""
        self.update(Content.assemble(("\n".join(caption), "bold"), (rest, "$foreground 80%")), layout=False)
