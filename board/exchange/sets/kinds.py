"""Which files make a set, and what their columns are called: OneRoster, Clever and School Data Sync.

Sources: 1EdTech OneRoster 1.1 and 1.2 CSV tables; Clever's "Manual SFTP" templates; Microsoft's School Data Sync V1 and V2.1
CSV formats; spellings beside them from public issues about real exports.
"""

import re
from collections.abc import Mapping, Sequence
from enum import StrEnum
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from board.counting import listed
from board.exchange.sets.said_by_schools import Role
from board.exchange.sets.set_files import NoSet, SetFile, SetFiles
from board.exchange.sets.set_sheet import Meter, Words, folded, opened
from board.mastery.people import clean_name


class Part(StrEnum):
    """What a file of a set is about."""

    CLASSES = "classes"
    MEMBERS = "members"
    """Who is in which class."""
    ROLES = "roles"
    PEOPLE = "people"


CLASS_WORDS: Words = {
    "id": ("sourcedid", "sisid", "sectionid", "sectionsisid", "classid", "id"),
    "title": ("title", "sectionname", "name", "classname", "coursename"),
    "code": ("classcode", "code", "sectionnumber", "period", "periods"),
    "grades": ("grades", "grade"),
    "status": ("status",),
    "teacher": ("teacherid",),
    **{f"teacher {number}": (f"teacher{number}id",) for number in range(2, 11)},
}
MEMBER_WORDS: Words = {
    "class": ("classsourcedid", "sectionsisid", "sectionid", "classid"),
    "person": ("usersourcedid", "studentsisid", "teachersisid", "sisid", "studentid", "teacherid", "id"),
    "role": ("role",),
    "status": ("status",),
    "primary": ("primary", "isprimary"),
    "begin": ("begindate", "startdate"),
    "end": ("enddate",),
}
ROLE_WORDS: Words = {
    "person": ("usersourcedid",),
    "role": ("role",),
    "status": ("status",),
    "primary": ("roletype", "isprimary"),
    "begin": ("begindate", "rolestartdate"),
    "end": ("enddate", "roleenddate"),
    "grade": ("grade", "grades"),
}
PEOPLE_WORDS: Words = {
    "id": ("sourcedid", "sisid", "studentid", "teacherid", "id"),
    "given": ("givenname", "firstname", "legalfirstname"),
    "family": ("familyname", "lastname", "surname", "legallastname"),
    "middle": ("middlename",),
    "preferred": ("preferredgivenname", "preferredfirstname", "preferredname"),
    "grade": ("grades", "grade", "gradelevel"),
    "role": ("role",),
    "status": ("status",),
    "number": ("studentnumber", "identifier"),
}
"""Nothing else is asked for: passwords, birth dates, mails and telephones are in no field, and `enabledUser` says only whether
somebody may sign in (OneRoster 1.1, 4.13.18), which young children often may not."""

_NEEDED = {
    Part.CLASSES: (CLASS_WORDS, {"id": "the id of a class"}),
    Part.MEMBERS: (MEMBER_WORDS, {"class": "the id of a class", "person": "the id of a person"}),
    Part.ROLES: (ROLE_WORDS, {"person": "the id of a person", "role": "the role"}),
    Part.PEOPLE: (PEOPLE_WORDS, {"id": "the id of a person", "given": "given names"}),
}
"""For each part, the fields without which it can't be read, in words."""


class _Stem(NamedTuple):
    """A file of a kind of set: what it is about, and what everybody in it is where no column says so."""

    part: Part
    role: Role = Role.UNSAID


class _Kind(NamedTuple):
    called: str
    stems: Mapping[str, _Stem]
    needed: tuple[str, ...]
    """The files without which there is no class to choose, as they are called."""


_KINDS = (
    _Kind(
        "OneRoster",
        {
            "classes": _Stem(Part.CLASSES),
            "enrollments": _Stem(Part.MEMBERS),
            "roles": _Stem(Part.ROLES),
            "users": _Stem(Part.PEOPLE),
        },
        ("users.csv", "classes.csv", "enrollments.csv"),
    ),
    _Kind(
        "Clever",
        {
            "sections": _Stem(Part.CLASSES),
            "enrollments": _Stem(Part.MEMBERS, Role.STUDENT),
            "students": _Stem(Part.PEOPLE, Role.STUDENT),
            "teachers": _Stem(Part.PEOPLE, Role.TEACHER),
        },
        ("students.csv", "sections.csv", "enrollments.csv"),
    ),
    _Kind(
        "School Data Sync",
        {
            "section": _Stem(Part.CLASSES),
            "studentenrollment": _Stem(Part.MEMBERS, Role.STUDENT),
            "teacherroster": _Stem(Part.MEMBERS, Role.TEACHER),
            "student": _Stem(Part.PEOPLE, Role.STUDENT),
            "teacher": _Stem(Part.PEOPLE, Role.TEACHER),
        },
        ("Student.csv", "Section.csv", "StudentEnrollment.csv"),
    ),
)

_MOST_PIECES = 200
"""Files a set is read from."""

_MOST_BYTES = 2 << 30
_TOO_DENSE = 100
"""Times the files of a set may be bigger than packed; those of 50,000 children stay below 30."""

_SMALL = 1 << 20
"""Bytes up to which nobody asks how dense files are."""

_PICTURES = (".jpg", ".jpeg", ".png", ".gif", ".heic", ".webp", ".tif", ".tiff", ".bmp", ".svg")
_NAMED = 3
"""Files that are named in a sentence."""

_MANIFEST: Words = {"property": ("propertyname",), "value": ("value",)}
_NUMBERED = re.compile(r"[-_ ]?\d+$")
"""What stands behind the name of a file that comes in pieces."""


class PartFile(NamedTuple):
    """A file of a set, and what everybody in it is where no column says so."""

    file: SetFile
    role: Role


class SetParts(NamedTuple):
    """The files of one set.

    Attributes:
        called: The kind of set, such as "OneRoster 1.2".
        files: Its files by what they are about, in the order they are read.
        is_delta: Whether the manifest says that only changes are in it; None where it says nothing.
    """

    called: str
    files: Mapping[Part, Sequence[PartFile]]
    is_delta: bool | None

    @property
    def size(self) -> int:
        """Bytes of all its files."""
        return sum(one.file.size for part in self.files.values() for one in part)


def parts_of(path: Path, files: SetFiles) -> SetParts:
    """Find the set among files.

    Args:
        path: The folder or zip, to be named.
        files: What lies in it.

    Raises:
        NoSet: It holds no whole set, or several, or more than any school has.
    """
    by_folder = sorted(files.lists, key=lambda file: file.folder)
    rooms = [list(room) for _, room in groupby(by_folder, key=lambda file: file.folder)]
    sets = [(kind, room) for room in rooms for kind in _KINDS if not _missing(kind, room)]
    if not sets:
        raise NoSet(_what_is_missing(path, rooms, files))
    kind, room = sets[0]
    if len({room[0].folder for _, room in sets}) > 1:
        raise NoSet(f"{path} holds several sets of a school; unpack it, and give the folder of one.")
    if len(sets) > 1:
        kinds = listed([one.called for one, _ in sets])
        raise NoSet(f"{path} holds the files of several sets of a school, {kinds}; give a folder with those of one.")
    found = {part: tuple(_of_part(kind, part, room)) for part in Part}
    _refuse_too_much(path, [one.file for some in found.values() for one in some])
    for part, some in found.items():
        for one in some:
            _refuse_odd_columns(part, one.file)
    manifest = next((file for file in room if _stem(file.name) == "manifest"), None)
    return SetParts(_called(kind, found), found, None if manifest is None else _says_delta(manifest))


def needed_beside(kind: str, name: str) -> str:
    """Name the files that a lone file of a set needs beside it.

    Args:
        kind: The kind of set, without its version.
        name: What the file that is there is called.
    """
    needed = next(one.needed for one in _KINDS if one.called == kind)
    return listed([one for one in needed if one != name])


def _unheard() -> Meter:
    """Give a meter for what is read of a file before it is read."""
    return Meter(0, lambda _: None)


def _stem(name: str) -> str:
    return folded(_NUMBERED.sub("", Path(name).stem))


def _missing(kind: _Kind, room: Sequence[SetFile]) -> list[str]:
    there = {_stem(file.name) for file in room}
    return [name for name in kind.needed if _stem(name) not in there]


def _of_part(kind: _Kind, part: Part, room: Sequence[SetFile]) -> list[PartFile]:
    """Give the files of a part; "users.csv" and a copy of it with a number are not both read."""
    found = []
    for stem, about in kind.stems.items():
        if about.part is part:
            whole = [file for file in room if folded(Path(file.name).stem) == stem]
            pieces = whole[:1] or [file for file in room if _stem(file.name) == stem]
            found += [PartFile(file, about.role) for file in pieces]
    return found


def _what_is_missing(path: Path, rooms: Sequence[Sequence[SetFile]], files: SetFiles) -> str:
    """Say which files are not there, by the kind of which most are; where none is, what is there instead."""
    nearest = min(((len(gone := _missing(kind, room)), gone, kind) for room in rooms for kind in _KINDS), default=None)
    if nearest is not None and nearest[0] < len(nearest[2].needed):
        return f"{path} is a {nearest[2].called} set without {listed(nearest[1])}; ask for the whole set."
    if len(files.lists) == 1:
        return f"{path} holds one list, {files.lists[0].said}, and no set of a school; give the list itself."
    if files.lists:
        named = listed([file.said for file in files.lists[:_NAMED]])
        return f"{path} holds {len(files.lists):,} lists, such as {named}, and no set of a school; give one of them itself."
    if not files.others:
        return f"{path} holds no files; give the list itself, or the folder or zip a school's set came in."
    if all(Path(name).suffix.casefold() in _PICTURES for name in files.others):
        return (
            f"{path} holds pictures and no set of a school; give the list itself, or the folder or zip a set came in."
        )
    name = clean_name(files.others[0])
    return f"{path} holds {name} and no lists; save the list as CSV, or give the folder or zip a school's set came in."


def _refuse_too_much(path: Path, files: Sequence[SetFile]) -> None:
    """Refuse what would be read for hours: more than any school has, or far more than lies there packed."""
    size, packed = sum(file.size for file in files), sum(file.packed for file in files)
    if len(files) > _MOST_PIECES or size > min(_MOST_BYTES, max(_SMALL, _TOO_DENSE * packed)):
        largest = max(files, key=lambda file: file.size).said
        raise NoSet(f"{path} would grow out of all bounds while it is read, {largest} most of all; nothing was read.")


def _refuse_odd_columns(part: Part, file: SetFile) -> None:
    words, needed = _NEEDED[part]
    with opened(file, words, _unheard()) as sheet:
        missing = [said for field, said in needed.items() if sheet.places[field] < 0]
    if missing:
        raise NoSet(f"{file.said} has no column for {listed(missing)}; export the set once more, with all its columns.")


def _called(kind: _Kind, found: Mapping[Part, Sequence[PartFile]]) -> str:
    """Name the kind with its version: what the manifest says about it is often wrong, what is there is not."""
    if kind.called == "School Data Sync":
        return "School Data Sync v1"
    if kind.called != "OneRoster":
        return kind.called
    with opened(found[Part.CLASSES][0].file, CLASS_WORDS, _unheard()) as sheet:
        header = list(map(folded, sheet.header))
    if "orgsourcedid" in header and "schoolsourcedid" not in header:
        return "School Data Sync v2.1"
    return "OneRoster 1.2" if found[Part.ROLES] else "OneRoster 1.1"


def _says_delta(manifest: SetFile) -> bool | None:
    with opened(manifest, _MANIFEST, _unheard()) as sheet:
        said = {name.casefold(): value.casefold() for name, value in sheet.cells()}
    ways = [said.get("file.users"), said.get("file.enrollments")]
    if "delta" in ways:
        return True
    return False if "bulk" in ways else None
