"""What board check says of marks, pictures and lists: what is not here, what is about nobody, what is left of erased children."""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

from board.counting import counted
from board.mastery.curriculum import steps_by_id
from board.mastery.facts import STEERING, Kind, has_words, unseen
from board.store import layout
from board.store.arriving import empty_ledgers, on_the_way, stands_for, twins
from board.store.class_book import ClassBook
from board.store.documents.copies import conflict_copies
from board.store.erasure import as_written, holds, named_after, pictures_wanted
from board.store.keeping.archive import Tell
from board.store.keeping.check_files import lying_in, read_or_nothing, some
from board.store.layout import ART, BACKUPS, CLASS_FILE, EVIDENCE, LEDGER, Erased, Holding
from board.store.ledger.elsewhere import with_words
from board.store.lines import Why
from board.store.pictures.picture_proof import wrong_pictures

_GAP_ONE = (
    "{count} mark is not here: a later one was made by somebody who saw it. It may still be on its way from another "
    "computer: wait until the sync program has finished, here and there. If it stays so, look in your own copies of the "
    "class for a file of the folder ledger that is not here or is longer, and copy it into ledger under a new name; every "
    "mark counts once."
)
_GAP_MANY = (
    "{count} marks are not here: later ones were made by somebody who saw them. They may still be on their way from another "
    "computer: wait until the sync program has finished, here and there. If it stays so, look in your own copies of the "
    "class for a file of the folder ledger that is not here or is longer, and copy it into ledger under a new name; every "
    "mark counts once."
)
_EMPTY_ONE = "{some} holds nothing: nobody has marked on that computer yet, or its marks are still on their way."
_EMPTY_MANY = "{some} hold nothing: nobody has marked on those computers yet, or their marks are still on their way."
_STRANGE_STUDENT_ONE = (
    "1 mark is about a student this class does not list. The list may still be on its way from another computer; the mark is "
    "kept, and counts as soon as the student is listed."
)
_STRANGE_STUDENT_MANY = (
    "{count} marks are about students this class does not list. The list may still be on its way from another computer; the "
    "marks are kept, and count as soon as the students are listed."
)
_STRANGE_STEP_ONE = (
    "1 mark is about a step this class does not have. Its unit may still be on its way from another computer; the mark is "
    "kept, and is shown as soon as the step is there."
)
_STRANGE_STEP_MANY = (
    "{count} marks are about steps this class does not have. Their units may still be on their way from another computer; the "
    "marks are kept, and are shown as soon as the steps are there."
)
_STRANGE_FACT_ONE = (
    "1 mark speaks of another mark that is not here. That one may still be on its way from another computer; the mark is "
    "kept, and counts as soon as the other one is here."
)
_STRANGE_FACT_MANY = (
    "{count} marks speak of other marks that are not here. Those may still be on their way from another computer; the marks "
    "are kept, and count as soon as the others are here."
)
_ELSEWHERE_ONE = (
    "1 mark takes back or puts back a mark of another student or of another step, so it changes nothing. It is kept; what it "
    "was meant to take back can be taken back again on the board."
)
_ELSEWHERE_MANY = (
    "{count} marks take back or put back marks of another student or of another step, so they change nothing. They are kept; "
    "what they were meant to take back can be taken back again on the board."
)
_OTHERS_ONE = (
    "Words about an erased child are still in the file of another computer; they go when the class is opened there. If that "
    'computer will never open it again, say so with: board erase --gone -c "{folder}"'
)
_OTHERS_MANY = (
    "Words about an erased child are still in the files of {count} other computers; they go when the class is opened there. "
    'If one of these will never open it again, say so with: board erase --gone -c "{folder}"'
)
_STRAY_ONE = (
    "{some} holds words about an erased child. The board never reads it: a sync program left it there, or is just bringing "
    "something. Wait until the sync program has finished; if it stays so, delete it on every computer."
)
_STRAY_MANY = (
    "{some} hold words about an erased child. The board never reads them: a sync program left them there, or is just bringing "
    "something. Wait until the sync program has finished; if they stay so, delete them on every computer."
)
_NO_PICTURE_ONE = (
    "The picture {some} is not here, though a mark refers to it; starter art stands in. It may still be on its way from "
    "another computer: wait until the sync program has finished. If it stays so, copy what is not here from the folder "
    "{places} of your own copy of the class."
)
_NO_PICTURE_MANY = (
    "The pictures {some} are not here, though marks refer to them; starter art stands in. They may still be on their way from "
    "another computer: wait until the sync program has finished. If it stays so, copy what is not here from the folder "
    "{places} of your own copy of the class."
)
_NO_PHOTO_ONE = (
    "The photo {some} is not here, though a mark names it as evidence; the mark counts all the same. It may still be on its way "
    "from another computer: wait until the sync program has finished. If it stays so, copy it from the folder {places} of your "
    "own copy of the class."
)
_NO_PHOTO_MANY = (
    "The photos {some} are not here, though marks name them as evidence; the marks count all the same. They may still be on "
    "their way from another computer: wait until the sync program has finished. If it stays so, copy what is not here from the "
    "folder {places} of your own copy of the class."
)
_CHOICE_ONE = (
    "One thing was changed differently on two computers: {some}. One version is shown everywhere, and both are kept until "
    "somebody chooses on the board, with the key V."
)
_CHOICE_MANY = (
    "{count} things were changed differently on two computers: {some}. One version of each is shown everywhere, and both are "
    "kept until somebody chooses on the board, with the key V."
)
_WRONG = (
    "Such a picture may be damaged, or not here whole yet: wait until the sync program has finished, then open the class. What "
    "can be put right from other files in the folder is put right there by itself. If it stays so, bring the picture once "
    "more, or copy its file from your own copy of the class."
)
_SPARE_ONE = "No mark here speaks of {some} yet. Its mark may still be on its way from another computer, so leave it; it does no harm."
_SPARE_MANY = (
    "No mark here speaks of {some} yet. Their marks may still be on their way from another computer, so leave them; they do "
    "no harm."
)
_SPARE_PHOTO_ONE = (
    "No mark here speaks of {some} yet. Its mark may still be on its way from another computer, or a board was stopped before "
    "it was kept: look at the photo, and delete it only if you know that no mark is to come, for it would not go with its child."
)
_SPARE_PHOTO_MANY = (
    "No mark here speaks of {some} yet. Their marks may still be on their way from another computer, or a board was stopped "
    "before they were kept: look at the photos, and delete one only if you know that no mark is to come, for it would not go "
    "with its child."
)
_SPARE_ERASED = (
    "A sync program may also have brought back a picture of a child you erased: look at it, and delete it only if you know "
    "that it is one of that child's."
)


def gaps_told(folder: Path, book: ClassBook, device: str) -> Iterator[str]:
    """Say how many marks are not here, and which files of other computers may bring them.

    Args:
        folder: The class folder.
        book: The class.
        device: This computer.
    """
    missing = unseen(book.facts)
    if missing:
        yield counted(_GAP_ONE, _GAP_MANY, missing)
    empty = [name for name in empty_ledgers(folder) if name != LEDGER.name_of(f"{device}.jsonl")]
    is_marked = any(lying_in(ART.within(folder)))  # a class that is new has none either
    if empty and (missing or (is_marked and not book.facts)):
        yield counted(_EMPTY_ONE, _EMPTY_MANY, len(empty), some=some(empty))


def strangers_told(book: ClassBook) -> Iterator[str]:
    """Say how many marks are about nobody or nothing; those of erased students and of joined doubles are at home."""
    students = {id_ for student in book.everyone for id_ in (student.id, *student.also)} | book.progress.erased
    steps = steps_by_id(book.units)
    lost_students = sum(fact.student not in students for fact in book.facts)
    lost_steps = sum(fact.step is not None and fact.step not in steps for fact in book.facts)
    if lost_students:
        yield counted(_STRANGE_STUDENT_ONE, _STRANGE_STUDENT_MANY, lost_students)
    if lost_steps:
        yield counted(_STRANGE_STEP_ONE, _STRANGE_STEP_MANY, lost_steps)
    places = {fact.id: (fact.student, fact.step) for fact in book.facts}
    speaking = [fact for fact in book.facts if fact.of]
    lost_facts = sum(fact.of not in places for fact in speaking)
    steering = [fact for fact in speaking if fact.kind in STEERING and fact.of in places]
    elsewhere = sum(places[fact.of or ""] != (fact.student, fact.step) for fact in steering)
    if lost_facts:
        yield counted(_STRANGE_FACT_ONE, _STRANGE_FACT_MANY, lost_facts)
    if elsewhere:
        yield counted(_ELSEWHERE_ONE, _ELSEWHERE_MANY, elsewhere)


def erased_told(folder: Path, book: ClassBook, device: str) -> Iterator[str]:
    """Say where words about erased children still are.

    Args:
        folder: The class folder.
        book: The class, opened to look at.
        device: This computer.
    """
    erased = book.progress.erased
    if not erased:
        return
    ids = as_written(erased)
    own = (fact for fact in book.facts if fact.device == device and fact.student in erased)
    copies = (path for path in lying_in(BACKUPS.within(folder)) if BACKUPS.fits(path.name))
    documents = (folder / CLASS_FILE, *conflict_copies(folder), *copies)
    if any(map(has_words, own)) or any(holds(read_or_nothing(path), ids) for path in documents):
        yield "Words about an erased child are still here; close every board, then open this class once, and they go."
    others = len(with_words(book.facts, erased, device))
    if others:
        yield counted(_OTHERS_ONE, _OTHERS_MANY, others, folder=folder)
    strays = [name for name, path in _strays(folder) if holds(read_or_nothing(path), ids)]
    if strays:
        yield counted(_STRAY_ONE, _STRAY_MANY, len(strays), some=some(strays))


def _strays(folder: Path) -> Iterator[tuple[str, Path]]:
    """Give the files in the places of a class folder, and in second folders of these, that no erasure reaches."""
    copies = conflict_copies(folder)
    for row in layout.LAYOUT:
        for path in lying_in(row.within(folder)):
            if not (row.fits(path.name) or path.suffix == ".lock" or path in copies):
                yield row.name_of(path.name), path
        for twin in twins(folder, row) if row is not layout.LEDGER else ():
            yield from ((f"{twin.name}/{path.name}", path) for path in lying_in(twin))


def pictures_told(folder: Path, book: ClassBook, tell: Tell) -> Iterator[str]:
    """Say which pictures are not here or not what they should be, and which ones no mark speaks of.

    Args:
        folder: The class folder.
        book: The class, opened to look at.
        tell: Hears how far it is.
    """
    wanted = pictures_wanted(book.facts, book.progress.erased)
    arriving = set(on_the_way(folder))
    lying = [
        (row.name_of(path.name), path.name.split(".")[0])
        for row in _picture_places()
        for path in lying_in(row.within(folder))
        if not path.name.startswith(".") and not stands_for(path.name, row)
    ]
    here = {content for _, content in lying}
    on_way = {name.rpartition("/")[2].split(".")[0] for name in arriving}
    drawn = {content for fact in book.facts if fact.kind is Kind.PICTURE_ADDED for content in fact.evidence}
    missing = wanted - here - on_way
    own, photos = sorted(missing & drawn), sorted(missing - drawn)
    if own:
        yield counted(_NO_PICTURE_ONE, _NO_PICTURE_MANY, len(own), some=some(own), places=ART.place)
    if photos:
        yield counted(_NO_PHOTO_ONE, _NO_PHOTO_MANY, len(photos), some=some(photos), places=EVIDENCE.place)
    yield from _wrong_told(folder, wanted & here - on_way, tell)
    yield from _spare_told(book, [name for name, content in lying if content not in wanted and name not in arriving])


def _picture_places() -> list[Holding]:
    return [row for row in layout.erased(Erased.BY_PICTURE) if row.packed]


def _wrong_told(folder: Path, wanted: Collection[str], tell: Tell) -> Iterator[str]:
    """Say which files of pictures hold something else; reading many takes seconds."""
    wrong = [found.told(name) for name, found in wrong_pictures(folder, wanted, tell)]
    yield from wrong
    if wrong:
        yield _WRONG


def _spare_told(book: ClassBook, names: Sequence[str]) -> Iterator[str]:
    """Say which pictures no mark speaks of; one of an erased child is no such, it goes when its computer opens the class."""
    known = {picture for fact in book.facts for picture in fact.evidence}
    spare = [name for name in names if known.isdisjoint(named_after(name.rpartition("/")[2]))]
    if spare and all(damage.why is not Why.NEWER for damage in book.damaged):  # a newer line may speak of it
        photos = [name for name in spare if name.startswith(f"{EVIDENCE.place}/")]
        others = [name for name in spare if name not in photos]
        if others:
            yield counted(_SPARE_ONE, _SPARE_MANY, len(others), some=some(others))
        if photos:
            yield counted(_SPARE_PHOTO_ONE, _SPARE_PHOTO_MANY, len(photos), some=some(photos))
        if book.progress.erased:
            yield _SPARE_ERASED


def lists_told(book: ClassBook, pictures: Collection[str]) -> Iterator[str]:
    """Say what is wrong in class.json: what is set aside, units, adults.

    Args:
        book: The class.
        pictures: Names of the starter pictures a step may have; empty to leave that unasked.
    """
    yield from dict.fromkeys(aside.told for aside in book.aside)
    names_told = list(dict.fromkeys(choice.about for choice in book.choices if choice.about))
    if book.choices:
        yield counted(_CHOICE_ONE, _CHOICE_MANY, len(book.choices), some=some(names_told))
    for unit in book.units if pictures else ():
        for step in unit.spots:
            if step.badge and step.badge not in pictures:
                yield (
                    f'{step.title} in {unit.title}: no starter picture is called "{step.badge}", so a plain spot stands '
                    "in; name another one in the unit."
                )
    names = Counter(assessor.name.casefold() for assessor in book.assessors)
    for assessor in book.assessors:
        if names.pop(assessor.name.casefold(), 1) > 1:
            yield f"Two adults are called {assessor.name}, so nobody sees who checked what; give one another name."
