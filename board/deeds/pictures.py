"""The children's pictures of an open class: brought in, looked at, put on spots, each with one undo."""

from collections.abc import Callable, Sequence
from pathlib import Path

from board import words
from board.art.cells import StickerCells
from board.art.shelf import StickerShelf, prepared_folder
from board.deeds.history import Outcome
from board.deeds.judging import got_it
from board.deeds.mending import Mended
from board.deeds.sitting import Sitting, usual_adult
from board.elsewhere import IN_THIS_THREAD, Elsewhere
from board.errors import Refusal
from board.mastery.curriculum import steps_by_id
from board.mastery.facts import How, Kind
from board.mastery.people import clean_line
from board.mastery.pictures import MOST_CHOSEN, WHOLE_DRAWING, Art, Cut, Origin
from board.mastery.progress import Spot, Status
from board.mastery.scoring import evidence_at
from board.store.book import Book
from board.store.draft import Draft, new_id
from board.words.outcomes import pictures, told, verdicts
from board.words.outcomes.to_child import WALL_IS_FULL

GONE = "This child is not in the class any more."

CAPTION_LIMIT = 200
"""Longest words about a picture, in characters."""


def stickers_of(book: Book, cache: Path, elsewhere: Elsewhere = IN_THIS_THREAD) -> StickerShelf:
    """Give the stickers of a class; where children were erased, what was prepared of their pictures is thrown away.

    Args:
        book: The class.
        cache: Folder for what can be made again.
        elsewhere: Where stickers are cut.
    """
    cells, prepared = StickerCells(cache / "cells"), prepared_folder(cache, book.key)
    shelf = StickerShelf(Mended(book.pictures), prepared, cells, elsewhere)
    if book.progress.erased:
        shelf.keep_only({art.content for one in book.everyone for art in book.progress.shelf(one.id).values()})
    return shelf


class Gallery:
    """Brings pictures in and says what becomes of them; everything it says was done is on the disk.

    Each deed raises Refusal where who sits here may not do it.

    Args:
        sitting: Who does it, and in which class.
    """

    def __init__(self, sitting: Sitting) -> None:
        self._sitting, self._book = sitting, sitting.book

    def bring(
        self,
        student: str,
        step: str | None,
        picture: tuple[str, bytes],
        *,
        origin: Origin,
        caption: str = "",
        cut: Cut = WHOLE_DRAWING,
    ) -> Outcome:
        """Keep a new picture of a student, and let it stand for a step.

        Args:
            student: Id of the student.
            step: Id of the step it stands for, None for none yet.
            picture: Its content id and its PNG.
            origin: Where it came from.
            caption: What the child says about it.
            cut: How its sticker is cut.

        Raises:
            Refusal: The student is not in the class any more, or nothing could be kept.
        """
        if all(one.id != student for one in self._book.everyone):
            raise Refusal(GONE)
        added = Draft(
            Kind.PICTURE_ADDED,
            student,
            id=new_id(),
            note=_words(caption),
            evidence=(picture[0],),
            origin=origin.value,
            cut=None if cut == WHOLE_DRAWING else str(cut),
        )
        drafts = [added]
        if step is not None:
            drafts.append(Draft(Kind.PICTURE_PLACED, student, step, of=added.id))
        if not self._book.about.looks_first:
            drafts.append(self._seen_at_once(student, added.id))
        self._sitting.ask(drafts)
        self._book.pictures.keep(*picture)
        name = self._sitting.whose_names([student]).who
        return self._sitting.keep(
            drafts, pictures.PictureBrought(name, self._title(step), waits=self._book.about.looks_first)
        )

    def ask(self, student: str) -> None:
        """Ask whether who sits here may draw for a student.

        Raises:
            Refusal: It is not for them.
        """
        self._sitting.ask([Draft(Kind.PICTURE_ADDED, student)])

    def accept(self, arts: Sequence[Art]) -> Outcome:
        """Let others see pictures; those that are seen already are left alone.

        Raises:
            NotSaved: Nothing was kept.
        """
        unseen = [art for art in arts if art.waits or art.hidden]
        return self._judge(Kind.PICTURE_ACCEPTED, unseen)

    def hide(self, arts: Sequence[Art]) -> Outcome:
        """Take pictures out of others' sight; their makers still see them, starter art stands in for everybody else.

        Raises:
            NotSaved: Nothing was kept.
        """
        return self._judge(Kind.PICTURE_HIDDEN, [art for art in arts if not art.hidden])

    def choose(self, arts: Sequence[Art]) -> Outcome:
        """Choose pictures for the proud wall, at most three of a child; those that are chosen already are left alone.

        Raises:
            Refusal: A child would have more than three there, or nothing could be kept; nothing was chosen.
        """
        fresh = [art for art in dict.fromkeys(arts) if not art.chosen]
        whose = list(dict.fromkeys(art.student for art in fresh))
        full = [one for one in whose if self.room(one) < sum(art.student == one for art in fresh)]
        if full:
            raise Refusal(f"{self._sitting.whose_names(full)}: {WALL_IS_FULL} Nothing was chosen.")
        return self._judge(Kind.PICTURE_CHOSEN, fresh)

    def room(self, student: str) -> int:
        """Give how many more pictures of a student have room on the proud wall."""
        return MOST_CHOSEN - sum(art.chosen for art in self._book.progress.shelf(student).values())

    def unchoose(self, arts: Sequence[Art]) -> Outcome:
        """Take pictures off the proud wall; those that are not chosen are left alone.

        Raises:
            NotSaved: Nothing was kept.
        """
        chosen = [art for art in dict.fromkeys(arts) if art.chosen]
        return self._judge(Kind.PICTURE_UNCHOSEN, chosen)

    def place(self, student: str, step: str, art: Art | None) -> Outcome:
        """Let one of a student's pictures stand for a step, or none: then starter art does.

        Raises:
            NotSaved: Nothing was kept.
        """
        now = self._book.progress.picture(student, step)
        if (now and now.id) == (art and art.id):
            return Outcome(told.NothingNew(f"{self._sitting.whose([(student, step)])}: this picture is there already."))
        draft = Draft(Kind.PICTURE_PLACED, student, step, of=art.id if art is not None else None)
        return self._sitting.keep(
            [draft], pictures.PicturePlaced(self._sitting.whose([(student, step)]), own=art is not None)
        )

    def say(self, art: Art, caption: str) -> Outcome:
        """Keep what a child says about a picture.

        Raises:
            NotSaved: The words are as before.
        """
        said = _words(caption)
        if (said or "") == art.caption:
            return Outcome(told.NothingNew("The words are as before."))
        draft = Draft(Kind.PICTURE_CAPTIONED, art.student, of=art.id, note=said)
        return self._sitting.keep([draft], pictures.PictureCaptioned(self._sitting.whose_names([art.student]).who))

    def cut(self, art: Art, cut: Cut) -> Outcome:
        """Cut the sticker of a picture another way; the picture itself stays as it is.

        Raises:
            NotSaved: It is cut as before.
        """
        if cut == art.cut:
            return Outcome(told.NothingNew("The picture is cut like this already."))
        drafts = [Draft(Kind.PICTURE_CUT, art.student, of=art.id, cut=str(cut))]
        if art.is_seen and not self._book.about.looks_first:
            drafts.append(self._seen_at_once(art.student, art.id))
        shape = cut.shape if cut.box == art.cut.box else None
        return self._sitting.keep(drafts, pictures.PictureCut(self._sitting.whose_names([art.student]).who, shape))

    def count(self, art: Art, step: str) -> Outcome:
        """Count a picture and its words as evidence: an open step is mastered by it, a mastered one gets it as a note.

        Raises:
            NotSaved: Nothing was kept.
        """
        target = (art.student, step)
        if self.counts(art, step):
            return Outcome(told.NothingNew(f"{self._sitting.whose([target])}: this picture counts already."))
        whose, mastered = self._sitting.whose([target]), self._book.progress.spot(*target).is_mastered
        note = f"{words.MY_PICTURE_SHOWS} {art.caption}" if art.caption else "The picture shows it"
        verdict = Draft(Kind.NOTE, *target) if mastered else got_it(self._sitting, target, How.FINISHED_ALONE)
        if verdict is None:
            return Outcome(verdicts.AnotherAdult(whose))
        first = verdict.kind is Kind.ONE_OF_TWO
        counted = told.Marked(whose, verdict.kind) if first else pictures.PictureCounts(whose, masters=not mastered)
        return self._sitting.keep([verdict._replace(note=note, evidence=(art.content,))], counted)

    def counts(self, art: Art, step: str) -> bool:
        """Tell whether a picture counts as evidence for a step."""
        return art.content in evidence_at(self._book.progress.spot(art.student, step))

    def waiting(self) -> tuple[Art, ...]:
        """Give the pictures that stand for a step and that no adult has looked at yet, the oldest first."""
        progress = self._book.progress
        arts = [
            art
            for one in self._book.students
            if progress.shelf(one.id)
            for art in progress.shelf(one.id).values()
            if art.waits and self.stands_for(art) is not None
        ]
        return tuple(sorted(arts, key=lambda art: art.added.seq))

    def stands_for(self, art: Art) -> str | None:
        """Give the id of the step a picture stands for now, the one it was put on last; None when it stands for none."""
        now = self._places(art, lambda spot: spot.picture == art.id)
        return max(now)[1] if now else None

    def made_for(self, art: Art) -> str | None:
        """Give the id of the step a picture was put on last, though another may stand there now; None for no step."""
        ever = self._places(art, lambda spot: art.id in spot.pictures)
        return max(ever)[1] if ever else None

    def _places(self, art: Art, fits: Callable[[Spot], bool]) -> list[tuple[int, str]]:
        """Give the spots a picture was put on, each with the number of the fact that says so."""
        return [
            (fact.seq, step)
            for step, spot in self._book.progress.row(art.student).items()
            if spot.pictures and fits(spot)
            for fact in spot.standing
            if fact.kind is Kind.PICTURE_PLACED and fact.of == art.id
        ]

    def _judge(self, kind: Kind, arts: Sequence[Art]) -> Outcome:
        if not arts:
            return Outcome(told.NothingNew())
        names = self._sitting.whose_names(list(dict.fromkeys(art.student for art in arts))).names
        done = pictures.PicturesJudged(kind, names, len(arts), earned=all(map(self._is_earned, arts)))
        return self._sitting.keep([Draft(kind, art.student, of=art.id) for art in arts], done)

    def _is_earned(self, art: Art) -> bool:
        step = self.stands_for(art)
        return step is not None and self._book.progress.spot(art.student, step).status is Status.MASTERED

    def _seen_at_once(self, student: str, art: str) -> Draft:
        """Let others see a picture in a class where no adult looks first: so the class's adults have settled it."""
        return Draft(Kind.PICTURE_ACCEPTED, student, of=art, by=usual_adult(self._book).id)

    def _title(self, step: str | None) -> str:
        steps = steps_by_id(self._book.units)
        return "" if step is None else steps[step].title if step in steps else step


def _words(caption: str) -> str | None:
    return clean_line(caption)[:CAPTION_LIMIT] or None
