"""What an erased child takes along: words in lines and documents, pictures, charts. Pure where it can be, else by path."""

import json
import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from board.disk import DISK, Disk, NotSaved, reason
from board.disk.links import is_plain_folder
from board.mastery.evidence import pictures_kept
from board.mastery.facts import Fact, Kind, bare
from board.store import layout
from board.store.codec import Documents
from board.store.layout import Erased, Holding
from board.store.lines import BadLine, NewerLine, ended, fact_line, fact_of, is_whole

NAMELESS = ("quilt", "cards", "calibration")
"""Kinds of pages on which no child is named: their files begin so, and have nothing or a hyphen behind it."""

_CLOCKS_DIFFER = 60.0
"""Seconds by which a chart may seem younger than the erasure it came before."""


def as_written(texts: Iterable[str]) -> tuple[bytes, ...]:
    """Give texts as they may stand in a JSON file, whole or damaged, without the quotation marks around them.

    Args:
        texts: Names, notes, ids; empty ones are left out.
    """
    told = [text for text in texts if text]
    forms = {*told, *(json.dumps(text, ensure_ascii=plain)[1:-1] for text in told for plain in (False, True))}
    return tuple(form.encode("utf-8", "replace") for form in forms)


def holds(data: bytes, written: Iterable[bytes]) -> bool:
    """Tell whether bytes hold one of these texts, see `as_written`."""
    return any(text in data for text in written)


def stripped_lines(data: bytes, erased: Collection[str], words: Collection[str] = ()) -> bytes:
    """Give the lines of a ledger file without the words about erased students; all other lines stay byte for byte.

    Args:
        data: The file.
        erased: Ids of the students.
        words: Names and notes that are known to be about them: a line that holds no fact goes when it holds one, and
            the unfinished last line goes in any case.
    """
    ids, told = as_written(erased), as_written((*erased, *words))
    whole = ended(data)
    if is_whole(data[whole:]):
        data += b"\n"
        whole = len(data)
    kept, at = [], 0
    for start, end in _lines_holding(data, whole, told):
        lines = data[start:end].splitlines(keepends=True)
        kept += [data[at:start], *(_stripped(line, erased) if holds(line, told) else line for line in lines)]
        at = end
    rest = b"" if words or holds(data[whole:], ids) else data[whole:]
    return b"".join((*kept, data[at:whole], rest))


def _lines_holding(data: bytes, whole: int, told: Iterable[bytes]) -> list[tuple[int, int]]:
    """Give where the lines start and end that hold one of these texts; a big file is searched, not taken apart."""
    found = set()
    for text in told:
        at = data.find(text, 0, whole)
        while at >= 0:
            end = data.find(b"\n", at, whole) + 1 or whole
            found.add((data.rfind(b"\n", 0, at) + 1, end))
            at = data.find(text, end, whole)
    return sorted(found)


def _stripped(line: bytes, erased: Collection[str]) -> bytes:
    try:
        fact = fact_of(line)
    except NewerLine as newer:
        return line if newer.student and newer.student not in erased else b""
    except BadLine:
        return b""
    return fact_line(bare(fact)) if fact.student in erased else line


def without_students(documents: object, erased: Collection[str]) -> Documents | None:
    """Give the tables of a class file without these students; None when they are no tables."""
    if not (isinstance(documents, dict) and all(isinstance(table, dict) for table in documents.values())):
        return None
    students = {id_: doc for id_, doc in documents.get("students", {}).items() if id_ not in erased}
    return {**documents, "students": students} if "students" in documents else documents


def pictures_of(erased: Collection[str], facts: Sequence[Fact]) -> frozenset[str]:
    """Give the ids of pictures that only facts about these students refer to."""
    theirs = {picture for fact in facts if fact.student in erased for picture in fact.evidence}
    if not theirs:
        return frozenset()
    return frozenset(theirs - pictures_wanted(facts, erased))


def pictures_wanted(facts: Iterable[Fact], erased: Collection[str]) -> frozenset[str]:
    """Give the ids of the pictures a class needs: those of erased students are wanted by nobody, whoever still names them."""
    return frozenset(content for student, content in pictures_kept(facts) if student not in erased)


def remove_photos(folder: Path, facts: Sequence[Fact], disk: Disk = DISK) -> None:
    """Remove photos that were taken away and that a sync program has brought back; a failure leaves a file too many.

    Nothing goes for which only the word that it was taken away is here: other children's marks may still be on their way.

    Args:
        folder: The class folder.
        facts: Every fact of the class.
        disk: Where the system calls go.
    """
    gone = {(fact.student, content) for fact in facts if fact.kind is Kind.PHOTO_REMOVED for content in fact.evidence}
    if not gone:
        return
    named = {(fact.student, photo) for fact in facts if fact.kind is not Kind.PHOTO_REMOVED for photo in fact.evidence}
    pictures = frozenset(content for _, content in gone & named) - pictures_wanted(facts, ())
    for path in tuple(files_of(folder, Going((), pictures), (layout.EVIDENCE, layout.TAKEN_IN))):
        with suppress(OSError):
            disk.remove(path)


class Going(NamedTuple):
    """What goes with erased students.

    Attributes:
        students: Their ids.
        pictures: Ids of the pictures that are only theirs.
        until: Seconds; pages with names that were made later do not show them.
    """

    students: Collection[str]
    pictures: frozenset[str] = frozenset()
    until: float = float("inf")


def files_of(folder: Path, going: Going, rows: Iterable[Holding]) -> Iterator[Path]:
    """Give the files of a class folder that go with erased students.

    Args:
        folder: The class folder.
        going: What goes with them.
        rows: Where to look.
    """
    theirs = _named_after(going.students)
    for row in rows:
        place = row.within(folder)
        for path in sorted(place.iterdir()) if is_plain_folder(place) else ():
            if row.erased is Erased.BY_STUDENT:
                goes = theirs.fullmatch(path.name) is not None
            elif row.erased is Erased.BY_PICTURE:
                goes = not going.pictures.isdisjoint(named_after(path.name))
            else:
                goes = row.erased is Erased.BY_NAMES and _may_show(path, row, going.until)
            if goes:
                yield path


def _named_after(students: Iterable[str]) -> re.Pattern[str]:
    """Give the names of files named after students: the id alone or with the id of a step, half-written and copied ones too."""
    ids = "|".join(re.escape(student) for student in students if student) or r"(?!)"
    return re.compile(rf"\.?(?:{ids})(?:-[0-9a-f]{{12}}(?!-[0-9a-f]{{12}})(?![0-9a-f])|(?![\w-])).*", re.DOTALL)


def named_after(name: str) -> set[str]:
    """Give the content ids a picture's file may be named after; sync programs write behind them that it is a copy."""
    name = name.removeprefix(".")
    return {name[: end.start()] for end in re.finditer(r"[^0-9A-Za-z]", name)}


def _may_show(path: Path, row: Holding, until: float) -> bool:
    """Tell whether a page may show a name; half-written and copied ones too, which have more behind their name."""
    name = path.name.lstrip(".")
    is_page = re.match(rf"(?:{row.files.pattern})(?![0-9A-Za-z])", name) is not None
    return is_page and re.split(r"[-.]", name)[0] not in NAMELESS and path.lstat().st_mtime <= until + _CLOCKS_DIFFER


def _seconds(at: str) -> float:
    try:
        return datetime.fromisoformat(at).timestamp()
    except (ValueError, OverflowError, OSError):
        return 0.0


def remove_files(folder: Path, erased: Collection[str], facts: Sequence[Fact], *, now: bool, disk: Disk = DISK) -> None:
    """Take away the pictures, unfinished drawings and charts of erased students.

    Args:
        folder: The class folder.
        erased: Ids of the students.
        facts: Every fact of the class.
        now: Whether this is the erasure itself and not a later look, so that all charts go.
        disk: Where the system calls go.

    Raises:
        NotSaved: A file can't be removed.
    """
    times = (_seconds(fact.at) for fact in facts if fact.kind is Kind.ERASED)
    going = Going(erased, pictures_of(erased, facts), float("inf") if now else max(times, default=0.0))
    for path in tuple(files_of(folder, going, layout.LAYOUT)):
        try:
            disk.remove(path)
        except OSError as error:
            raise NotSaved(
                f"{path} could not be removed ({reason(error)}); close the program that shows it."
            ) from error
