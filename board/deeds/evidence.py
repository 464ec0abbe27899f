"""Photos of the children's work: kept where the family allows it, taken away for good."""

from collections.abc import Iterable, Sequence

from board.deeds.consent import refuse_new_photos
from board.deeds.history import Outcome
from board.deeds.pictures import GONE
from board.deeds.sitting import Sitting, Target
from board.errors import Refusal
from board.mastery.evidence import Shown, photos_of, pictures_kept
from board.mastery.facts import Kind
from board.mastery.people import Student
from board.mastery.showing import read_by
from board.store.draft import Draft
from board.store.erasure import pictures_wanted
from board.words.outcomes import pictures

_NO_PHOTO = "This photo is not kept any more."
_OWN = "This is the child's own picture and no photo, so it stays; h among its pictures hides it."


class Evidence:
    """Keeps photos of work before a verdict names them, and takes them away.

    Args:
        sitting: Who does it, and in which class.
    """

    def __init__(self, sitting: Sitting) -> None:
        self._sitting, self._book = sitting, sitting.book

    def ask(self, *targets: Target) -> None:
        """Ask whether photos of this may be brought, before there is one.

        Args:
            targets: Whose work, and at which steps.

        Raises:
            Refusal: A family has not allowed it, the child is gone, or it is not for who sits here.
        """
        self._ask(targets, ())
        refuse_new_photos(self._book, [student for student, _ in targets])

    def _ask(self, targets: Sequence[Target], contents: tuple[str, ...]) -> None:
        known = {id_ for one in self._book.everyone for id_ in (one.id, *one.also)}
        if not known.issuperset(student for student, _ in targets):
            raise Refusal(GONE)
        self._sitting.ask([Draft(Kind.NOTE, *target, evidence=contents) for target in targets])

    def keep(self, targets: Sequence[Target], photos: Sequence[tuple[str, bytes]]) -> tuple[str, ...]:
        """Put photos on the disk, so that a verdict may name them; `let_go` takes back those that none names.

        Args:
            targets: Whose work, and at which steps; each mark will name them, so that each child has its own.
            photos: Of each its content id and its PNG.

        Returns:
            Their content ids, each once.

        Raises:
            Refusal: They may not be kept, see `ask`.
            NotSaved: Not all of them are kept; no fact names any.
        """
        contents = self.asked(targets, photos)
        try:
            self.put(photos)
        except Refusal:
            self.let_go(contents)
            raise
        return contents

    def asked(self, targets: Sequence[Target], photos: Sequence[tuple[str, bytes]]) -> tuple[str, ...]:
        """Ask whether these photos may be kept, and give their content ids, each once; see `keep`, which does all of it.

        Raises:
            Refusal: They may not be kept.
        """
        contents = tuple(dict.fromkeys(content for content, _ in photos))
        self._ask(targets, contents)
        return contents

    def put(self, photos: Sequence[tuple[str, bytes]]) -> None:
        """Put photos on the disk that were asked about, in a thread if need be; whoever begins it lets go of them after a refusal.

        Raises:
            NotSaved: Not all of them are there.
        """
        for photo in photos:
            self._book.evidence.keep(*photo)

    def let_go(self, contents: Iterable[str]) -> None:
        """Take away photos that no fact names: the verdict they were kept for was not given.

        The file somebody put into the drop folder is theirs: it goes back there.
        """
        for content in self._unwanted(contents):
            self._book.evidence.bring_back(content)
            self._book.evidence.drop(content)

    def _unwanted(self, contents: Iterable[str]) -> list[str]:
        """Give those of some photos that no fact names; none while the class can't be read, for another computer may name them."""
        try:
            self._book.take(self._book.look())
        except Refusal:
            return []
        wanted = pictures_wanted(self._book.facts, self._book.progress.erased)
        return [content for content in contents if content not in wanted]

    def photos(self, target: Target) -> tuple[Shown, ...]:
        """Give the pictures of a spot that who sits here may see, the newest first."""
        spot = self._book.progress.spot(*target)
        return photos_of(read_by(spot, self._sitting.actor.id), self._book.progress.about.get(target[0], ()))

    def all_photos(self, student: Student) -> tuple[str, ...]:
        """Give the content ids of all photos that are kept of a child's work, in no order; its own pictures are none."""
        own = {art.content for art in self._book.progress.shelf(student.id).values()}
        ids = (student.id, *student.also)
        return tuple(
            dict.fromkeys(
                content for id_, content in pictures_kept(self._book.facts) if id_ in ids and content not in own
            )
        )

    def remove(self, student: str, *contents: str) -> Outcome:
        """Take photos of a child's work away for good: from view, and from the disk unless another child's mark names them.

        The marks stay. It is not taken back by undo: the pixels are gone.

        Args:
            student: Id of the student.
            contents: Content ids of the photos, at least one.

        Raises:
            Refusal: It is not for who sits here, or one of them is no photo of this child's work.
            NotSaved: It is as before.
        """
        child = next((one for one in self._book.everyone if student in (one.id, *one.also)), None)
        if child is None:
            raise Refusal(GONE)
        if any(art.content in contents for art in self._book.progress.shelf(child.id).values()):
            raise Refusal(_OWN)
        if not set(self.all_photos(child)).issuperset(contents):
            raise Refusal(_NO_PHOTO)
        kept = pictures_kept(self._book.facts)
        theirs = {id_: tuple(one for one in contents if (id_, one) in kept) for id_ in (*child.also, child.id)}
        drafts = [Draft(Kind.PHOTO_REMOVED, id_, evidence=named) for id_, named in theirs.items() if named]
        self._sitting.ask(drafts)
        made = self._book.record(drafts, self._sitting.actor.id)
        for content in self._unwanted(contents):
            self._book.evidence.drop(content)
        done = pictures.PhotosRemoved(self._sitting.whose_names([child.id]).who, len(contents))
        return Outcome(done, made, changed=True)
