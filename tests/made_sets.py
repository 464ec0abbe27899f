"""Sets of invented schools, of any size and each kind, with the truth beside them: who is in which class."""

import csv
import io
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

TODAY = date(2026, 11, 30)
SECRET = "x5ecret"
"""Stands in every password, birth date, mail, telephone number and whatever else is nobody's business."""

CLASS_SIZE = 24
_SUBJECTS = ("Math", "Science", "Music")
_GIVEN = ("Ava", "Ben", "Chloé", "Dmitri", "Élodie", "Fatima", "Gül", "Hana", "Íñigo", "Jo", "Kofi", "Lea", "Mary Ann")
_FAMILY = ("Brown", "Ng", "O'Brien", "García López", "van der Berg", "Smith-Jones", "Øster", "Klein", "Müller")

GONE, ENDED, LATER, PREFERRED = 5, 7, 9, 3
"""Which place in a home class belongs to a child that has left the school, or the class, or joins it later, or goes by another name."""

ONE_ROSTER_1, ONE_ROSTER_2, CLEVER, SDS_1, SDS_2 = "OneRoster 1.1", "OneRoster 1.2", "Clever", "SDS v1", "SDS v2.1"
SORTS = (ONE_ROSTER_1, ONE_ROSTER_2, CLEVER, SDS_1, SDS_2)

CALLED = {SDS_1: "School Data Sync v1", SDS_2: "School Data Sync v2.1"}
"""How the board calls a sort, where it says more than the short name here."""

Rows = Iterable[list[str]]
Files = Mapping[str, Rows]


@dataclass(frozen=True)
class Truth:
    """What is true of one class: its title, its teachers, its children by id with their whole names, and those who were in it."""

    title: str
    teachers: tuple[str, ...]
    children: Mapping[str, str]
    gone: frozenset[str]


@dataclass(frozen=True)
class School:
    """A school with its children in home classes of 24, each child in three more classes.

    Attributes:
        sort: Which kind of set it writes.
        students: How many children it has.
        statuses: Whether it writes a status for everybody, as real programs do also where nothing but a whole set is meant.
    """

    sort: str
    students: int
    statuses: bool = False

    def files(self) -> Files:
        """Give its files by name; rows are made while they are read."""
        return _FILES[self.sort](self)

    def homes(self) -> int:
        """Count the home classes."""
        return -(-self.students // CLASS_SIZE)

    def truth(self, home: int) -> Truth:
        """Tell what is true of a home class."""
        all_ = range(home * CLASS_SIZE, min(self.students, (home + 1) * CLASS_SIZE))
        gone = {child for child in all_ if self.is_out(child)}
        later = {child for child in all_ if self._has_days and child % CLASS_SIZE == LATER}
        return Truth(
            title_of(home),
            tuple(teacher_name(home, which) for which in range(2 if home % 3 == 0 else 1)),
            {self.child_id(child): child_name(child) for child in all_ if child not in gone | later},
            frozenset(self.child_id(child) for child in gone),
        )

    def everybody(self, home: int) -> set[str]:
        """Give the ids of all children who are, were or will be in a home class."""
        return {self.child_id(child) for child in range(home * CLASS_SIZE, (home + 1) * CLASS_SIZE)}

    def child_id(self, child: int) -> str:
        """Give the set's own id of a child."""
        return f"{child:06}" if self.sort in (SDS_1, CLEVER) else f"usr-{child:06}"

    def home_id(self, home: int) -> str:
        """Give the set's own id of a home class."""
        return f"cls-{home:05}"

    @property
    def _has_days(self) -> bool:
        return self.sort in (ONE_ROSTER_1, ONE_ROSTER_2)

    def is_gone(self, child: int) -> bool:
        """Tell whether a child has left the school and stands in the set all the same."""
        return child % CLASS_SIZE == GONE and self.statuses and self.sort not in (CLEVER, SDS_2)

    def is_out(self, child: int) -> bool:
        """Tell whether a child was in its home class and is no more."""
        return self.is_gone(child) or (self._has_days and child % CLASS_SIZE == ENDED)

    def status(self, *, gone: bool = False) -> str:
        """Give the status of a row."""
        if self.sort == SDS_1:
            return "Inactive" if gone else "Active"
        return ("tobedeleted" if gone else "active") if self.statuses else ""

    def days(self, child: int) -> tuple[str, str]:
        """Give the first day of a child in its home class, and the day from which it counts no more."""
        place = child % CLASS_SIZE
        begin = "2026-12-01" if place == LATER else "2026-08-20"
        return begin, TODAY.isoformat() if place == ENDED else "2027-06-18"

    def places(self) -> Iterator[tuple[str, int, bool]]:
        """Give every place of a child in a class: the class, the child, whether it is its home class."""
        for child in range(self.students):
            yield self.home_id(child // CLASS_SIZE), child, True
            for subject in _SUBJECTS:
                yield f"{subject}-{child // (2 * CLASS_SIZE):05}", child, False

    def taught(self) -> Iterator[tuple[str, int, int]]:
        """Give who teaches what: the class, and which teacher of which home."""
        for home in range(self.homes()):
            for which in range(2 if home % 3 == 0 else 1):
                yield self.home_id(home), home, which
            if home % 2 == 0:
                for subject in _SUBJECTS:
                    yield f"{subject}-{home // 2:05}", home, 0

    def class_titles(self) -> Iterator[tuple[str, str, int]]:
        """Give every class: its id, its title, its home."""
        for home in range(self.homes()):
            yield self.home_id(home), title_of(home), home
            if home % 2 == 0:
                for subject in _SUBJECTS:
                    yield f"{subject}-{home // 2:05}", f"{subject} {home // 2}", home


def title_of(home: int) -> str:
    return f"Homeroom {home}"


def parts_of_name(child: int) -> tuple[str, str, str]:
    """Given, middle and family name; whole names of a school are all different."""
    family = f"{_FAMILY[child // len(_GIVEN) % len(_FAMILY)]} {_letters(child)}"
    return _GIVEN[child % len(_GIVEN)], "Jane" if child % 4 == 0 else "", family


def child_name(child: int) -> str:
    return " ".join(filter(None, parts_of_name(child)))


def teacher_name(home: int, which: int) -> str:
    return f"{'Tess' if which == 0 else 'Edna'} Rivera {_letters(home)}"


def preferred(child: int) -> str:
    return "Kit" if child % CLASS_SIZE == PREFERRED else ""


def _letters(number: int) -> str:
    return "".join(chr(ord("A") + int(digit)) for digit in str(number))


def _table(header: str, rows: Rows) -> Rows:
    yield header.split(",")
    yield from rows


def _one_roster(school: School) -> Files:
    is_second = school.sort == ONE_ROSTER_2
    files: dict[str, Rows] = {
        "manifest.csv": _table("propertyName,value", _manifest(school)),
        "orgs.csv": _table("sourcedId,status,dateLastModified,name,type", [["org-1", "", "", "Hill School", "school"]]),
        "demographics.csv": _table("sourcedId,birthDate,sex", ([school.child_id(0), SECRET, SECRET] for _ in range(1))),
        "classes.csv": _table(
            "sourcedId,status,dateLastModified,title,grades,courseSourcedId,classCode,classType,location,schoolSourcedId,termSourcedIds",
            (
                [own, school.status(), "2026-08-01", title, "02,03", "crs-1", "", "Scheduled", "", "org-1", "trm-1"]
                for own, title, _ in school.class_titles()
            ),
        ),
        "enrollments.csv": _table(
            "sourcedId,status,dateLastModified,classSourcedId,schoolSourcedId,userSourcedId,role,primary,beginDate,endDate",
            _one_roster_places(school),
        ),
        "users.csv": _table(
            "sourcedId,status,dateLastModified,enabledUser,username,userIds,givenName,familyName,middleName,identifier,email,sms,phone,agentSourcedIds,grades,password"
            + (",preferredGivenName" if is_second else ",orgSourcedIds,role"),
            _one_roster_people(school, is_second=is_second),
        ),
    }
    if is_second:
        files["roles.csv"] = _table(
            "sourcedId,status,dateLastModified,userSourcedId,roleType,role,beginDate,endDate,orgSourcedId",
            (
                [f"rol-{number}", school.status(), "", person, "primary", role, "", "", "org-1"]
                for number, (person, role) in enumerate(_roles(school))
            ),
        )
    return files


def _manifest(school: School) -> Iterator[list[str]]:
    yield ["oneroster.version", "1.1"]  # also where it is 1.2: as in the wild
    for name in ("users", "classes", "enrollments"):
        yield [f"file.{name}", "bulk" if not school.statuses else ""]


def _roles(school: School) -> Iterator[tuple[str, str]]:
    for home in range(school.homes()):
        for which in range(2):
            yield f"tch-{home}-{which}", "teacher"
    for child in range(school.students):
        yield school.child_id(child), "student"
        yield f"par-{child}", "guardian"


def _one_roster_places(school: School) -> Iterator[list[str]]:
    for number, (in_class, home, which) in enumerate(school.taught()):
        first = "TRUE" if which == 0 else "FALSE"
        yield [f"ent-{number}", school.status(), "", in_class, "org-1", f"tch-{home}-{which}", "teacher", first, "", ""]
    for in_class, child, is_home in school.places():
        begin, end = school.days(child) if is_home else ("", "")
        own = f"enr-{in_class}-{child}"
        yield [own, school.status(), "", in_class, "org-1", school.child_id(child), "student", "", begin, end]


def _one_roster_people(school: School, *, is_second: bool) -> Iterator[list[str]]:
    for person, role in _roles(school):
        kind, number = person.split("-")[:2]
        child = int(number)
        names = list(parts_of_name(child))
        if kind == "tch":
            names = ["Tess" if person.endswith("-0") else "Edna", "", f"Rivera {_letters(child)}"]
        if kind == "par":
            names[0] = "Parent"
        gone = kind == "usr" and school.is_gone(child)
        last = [preferred(child) if kind == "usr" else ""] if is_second else ["org-1", role]
        yield [
            *(person, school.status(gone=gone), "2026-08-01", "FALSE", SECRET, "", names[0], names[2], names[1], ""),
            *(SECRET, SECRET, SECRET, "", "02" if role == "student" else "", SECRET, *last),
        ]


def _clever(school: School) -> Files:
    homes = range(school.homes())
    return {
        "schools.csv": _table("School_id,School_name", [["sch", "Hill School"]]),
        "sections.csv": _table(
            "School_id,Section_id,Teacher_id,Teacher_2_id,Name,Grade,Course_name",
            (
                ["sch", own, f"tch-{home}-0", f"tch-{home}-1" if _is_shared(own, home) else "", title, "2", "Homeroom"]
                for own, title, home in school.class_titles()
            ),
        ),
        "enrollments.csv": _table(
            "School_id,Section_id,Student_id",
            (["sch", in_class, school.child_id(child)] for in_class, child, _ in school.places()),
        ),
        "teachers.csv": _table(
            "School_id,Teacher_id,Teacher_number,Teacher_email,First_name,Last_name,Password",
            (
                [
                    "sch",
                    f"tch-{home}-{which}",
                    "",
                    SECRET,
                    "Tess" if which == 0 else "Edna",
                    f"Rivera {_letters(home)}",
                    SECRET,
                ]
                for home in homes
                for which in range(2)
            ),
        ),
        "students.csv": _table(
            "School_id,Student_id,Student_number,State_id,Last_name,Middle_name,First_name,Gender,Dob,Grade,Contact_name,Contact_phone,Student_email,Password",
            (
                [
                    *(
                        "sch",
                        school.child_id(child),
                        "" if child % 3 else f"n{child}",
                        SECRET,
                        names[2],
                        names[1],
                        names[0],
                    ),
                    *(SECRET, SECRET, "0", SECRET, SECRET, SECRET, SECRET),
                ]
                for child in range(school.students)
                for names in [parts_of_name(child)]
            ),
        ),
    }


def _is_shared(own: str, home: int) -> bool:
    return home % 3 == 0 and own.startswith("cls")


def _sds_1(school: School) -> Files:
    return {
        "School.csv": _table("SIS ID,Name", [["sch", "Hill School"]]),
        "Section.csv": _table(
            "SIS ID,School SIS ID,Section Name,Section Number",
            ([own, "sch", title, "4"] for own, title, _ in school.class_titles()),
        ),
        "StudentEnrollment.csv": _table(
            "Section SIS ID,SIS ID",
            ([in_class, school.child_id(child)] for in_class, child, _ in school.places()),
        ),
        "TeacherRoster.csv": _table(
            "Section SIS ID,SIS ID", ([in_class, f"tch-{home}-{which}"] for in_class, home, which in school.taught())
        ),
        "Teacher.csv": _table(
            "SIS ID,School SIS ID,First Name,Last Name,Username,Password",
            (
                [
                    f"tch-{home}-{which}",
                    "sch",
                    "Tess" if which == 0 else "Edna",
                    f"Rivera {_letters(home)}",
                    SECRET,
                    SECRET,
                ]
                for home in range(school.homes())
                for which in range(2)
            ),
        ),
        "Student.csv": _table(
            "SIS ID,School SIS ID,First Name,Last Name,Username,Password,State ID,Secondary Email,Student Number,Middle Name,Grade,Status,Birthdate",
            (
                [
                    *(
                        school.child_id(child),
                        "sch",
                        names[0],
                        names[2],
                        SECRET,
                        SECRET,
                        "WA",
                        SECRET,
                        "",
                        names[1],
                        "2",
                    ),
                    *(school.status(gone=school.is_gone(child)), SECRET),
                ]
                for child in range(school.students)
                for names in [parts_of_name(child)]
            ),
        ),
    }


def _sds_2(school: School) -> Files:
    return {
        "orgs.csv": _table("sourcedId,name,type", [["org-1", "Hill School", "school"]]),
        "classes.csv": _table(
            "sourcedId,orgSourcedId,title", ([own, "org-1", title] for own, title, _ in school.class_titles())
        ),
        "enrollments.csv": _table(
            "classSourcedId,userSourcedId,role",
            (
                row
                for rows in (
                    ([in_class, school.child_id(child), "student"] for in_class, child, _ in school.places()),
                    ([in_class, f"tch-{home}-{which}", "teacher"] for in_class, home, which in school.taught()),
                )
                for row in rows
            ),
        ),
        "roles.csv": _table(
            "userSourcedId,orgSourcedId,role,grade,isPrimary",
            ([person, "org-1", role, "2" if role == "student" else "", "TRUE"] for person, role in _roles(school)),
        ),
        "users.csv": _table(
            "sourcedId,username,givenName,familyName,middleName,password,email,phone",
            (
                [row[0], SECRET, row[6], row[7], row[8], SECRET, SECRET, SECRET]
                for row in _one_roster_people(school, is_second=True)
            ),
        ),
    }


_FILES: Mapping[str, Callable[[School], Files]] = {
    ONE_ROSTER_1: _one_roster,
    ONE_ROSTER_2: _one_roster,
    CLEVER: _clever,
    SDS_1: _sds_1,
    SDS_2: _sds_2,
}


def as_csv(rows: Rows, *, delimiter: str = ",", line_end: str = "\r\n") -> str:
    """Write a table as text."""
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter, lineterminator=line_end).writerows(rows)
    return text.getvalue()


def put_folder(files: Files, folder: Path) -> Path:
    """Write a set into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, rows in files.items():
        (folder / name).write_text(as_csv(rows), "utf-8", newline="")
    return folder


def put_zip(files: Files, out: Path) -> Path:
    """Write a set into a zip, a row at a time: a school of 50,000 does not stand in memory."""
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as packed:
        for name, rows in files.items():
            with packed.open(name, "w") as file, io.TextIOWrapper(file, "utf-8", newline="") as text:
                csv.writer(text).writerows(rows)
    return out


def put_bytes(files: Mapping[str, bytes], out: Path) -> Path:
    """Write a zip of files as they are."""
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in files.items():
            packed.writestr(name, data)
    return out
