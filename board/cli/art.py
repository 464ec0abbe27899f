"""The command about the children's own pictures: board art."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from board.cli.context import PlaceType, class_option, opened
from board.cli.marks import found_here, found_step
from board.deeds.pictures import CAPTION_LIMIT, Gallery
from board.deeds.sitting import Sitting, usual_adult
from board.errors import Refusal
from board.mastery.audience import state_of
from board.mastery.curriculum import steps_by_id
from board.mastery.harmless import harmless_json
from board.mastery.people import clean_line
from board.mastery.pictures import Art, Cut, Origin, Shape, State
from board.store.class_book import ClassBook
from board.words import MY_PICTURE_SHOWS

_STATES = {
    State.DRAFT: "waits for you",
    State.ACCEPTED: "accepted, no sticker yet",
    State.PLACED: "on its sticker",
    State.HIDDEN: "hidden",
}
_HOW_TO = 'board art "Ava B." count-to-20 fish.jpg brings a picture in; board art --list tells those there are'
_IMAGE = PlaceType(path_type=Path)


@click.command()
@click.argument("words", nargs=-1, metavar="[STUDENT STEP IMAGE | ID...]")
@class_option
@click.option("--caption", default="", help='What the child says: "My picture shows ...".')
@click.option(
    "--cut",
    "shape",
    type=click.Choice([shape.value for shape in Shape]),
    help="drawing: along its outline (the usual way); round, square: paper and all.",
)
@click.option("--list", "listed", is_flag=True, help="Tell every picture of the class.")
@click.option("--json", "as_json", is_flag=True, help="With --list: for scripts.")
@click.option("--accept", is_flag=True, help="Let others see the pictures with these ids.")
@click.option("--hide", is_flag=True, help="Take the pictures with these ids out of others' sight.")
@click.option(
    "--choose", is_flag=True, help="Choose the pictures with these ids for the proud wall, three for each child."
)
@click.option("--unchoose", is_flag=True, help="Take the pictures with these ids off the proud wall.")
def art(
    words: Sequence[str],
    *,
    folder: Path | None,
    caption: str,
    shape: str | None,
    listed: bool,
    as_json: bool,
    **deeds: bool,
) -> None:
    """Bring a child's own picture in, tell the pictures there are, or let others see them.

    IMAGE is a photo, scan or drawing (JPEG, PNG, HEIC, WebP, GIF, TIFF, BMP); it stays where it is. It is turned upright, paper
    and background are taken off, and what the camera wrote into it is left out. The picture becomes the child's sticker
    for STEP once the step is mastered and you have accepted it. STUDENT and STEP are written as for board mark.

    \b
    Example: board art "Ava B." count-to-20 fish.jpg --caption "my fish counts bubbles"
    Example: board art --list
    Example: board art --accept 3fa91c2b7d10
    Example: board art --choose 3fa91c2b7d10
    """
    wanted = [deed for deed, is_wanted in deeds.items() if is_wanted]
    if len(wanted) + listed > 1:
        raise Refusal("--list, --accept, --hide, --choose and --unchoose don't go together; use one of them.")
    if (wanted or listed) and (caption or shape):
        raise Refusal("--caption and --cut are for a picture that is brought in; leave them out here.")
    with opened(folder) as book:
        gallery = Gallery(Sitting(book, usual_adult(book)))
        if wanted:
            click.echo(_done(wanted[0], gallery, [_found(book, word) for word in words]))
        elif listed:
            _tell(book, gallery, words, as_json=as_json)
        elif len(words) == 3:  # noqa: PLR2004 - student, step, image
            _bring(book, words, caption, Cut(Shape(shape or Shape.DRAWING)))
        else:
            raise Refusal(f"Write a student, a step and an image: {_HOW_TO}.")


def _done(deed: str, gallery: Gallery, arts: Sequence[Art]) -> str:
    if not arts:
        raise Refusal("Which pictures? Write their ids; board art --list tells them.")
    deeds = {"accept": gallery.accept, "hide": gallery.hide, "choose": gallery.choose, "unchoose": gallery.unchoose}
    return deeds[deed](arts).said


def _bring(book: ClassBook, words: Sequence[str], caption: str, cut: Cut) -> None:
    from board.art.intake import take_in  # noqa: PLC0415 - Pillow is loaded only to take a picture in

    child, step = found_here(book.everyone, words[0]), found_step(book.units, words[1])
    image = _IMAGE.convert(words[2], None, None)
    try:
        taken = take_in(image)
    except Refusal as refusal:
        raise Refusal(f"{image}: {refusal}") from refusal
    picture = (taken.content, taken.png)
    outcome = Gallery(Sitting(book, usual_adult(book))).bring(
        child.id, step.id, picture, origin=Origin.FILE, caption=caption, cut=cut
    )
    click.echo(f"{outcome.said} ({outcome.facts[0].id}).")
    if len(clean_line(caption)) > CAPTION_LIMIT:
        click.echo(f"The words were too long; the first {CAPTION_LIMIT} letters were kept.", err=True)


def _tell(book: ClassBook, gallery: Gallery, words: Sequence[str], *, as_json: bool) -> None:
    told = [found_here(book.everyone, word) for word in words] or book.students
    arts = [art for student in told for art in book.progress.shelf(student.id).values()]
    if as_json:
        click.echo(harmless_json([_art_json(book, gallery, art) for art in arts]))
        return
    names = {student.id: student.name for student in book.students}
    steps = steps_by_id(book.units)
    for art in arts:
        step = steps.get(gallery.made_for(art) or "")
        parts = [names[art.student], "" if step is None else step.title, _STATES[state_of(art, book.progress)]]
        parts += ["for the proud wall"] if art.chosen else []
        line = f"{art.id}  {' · '.join(filter(None, parts))}"
        click.echo(f'{line}: "{MY_PICTURE_SHOWS} {art.caption}"' if art.caption else line)
    if not arts:
        click.echo(f"No child has an own picture yet; {_HOW_TO}.")


def _art_json(book: ClassBook, gallery: Gallery, art: Art) -> dict[str, Any]:
    width, height = book.pictures.size(art.content)
    return {
        "id": art.id,
        "student": art.student,
        "step": gallery.made_for(art),
        "state": state_of(art, book.progress).value,
        "caption": art.caption,
        "origin": art.origin.value,
        "chosen": art.chosen,
        "width": width,
        "height": height,
        "path": str(book.pictures.path(art.content).resolve()),
    }


def _found(book: ClassBook, id_: str) -> Art:
    for student in book.students:
        art = book.progress.shelf(student.id).get(id_)
        if art is not None:
            return art
    raise Refusal(f'No picture has the id "{id_}"; board art --list tells them.')
