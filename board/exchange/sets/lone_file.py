"""A single file of a set of a school: what it holds, and which others it needs before a class can be chosen."""

from collections.abc import Sequence
from typing import NamedTuple

from board.exchange.sets.kinds import needed_beside
from board.exchange.sets.set_sheet import folded
from board.mastery.people import clean_name


class LoneFile(NamedTuple):
    """What is known of a lone file of a set.

    Attributes:
        said: What it is and what to give instead, one sentence.
        has_children: Whether it names children all the same, those of the whole school.
    """

    said: str
    has_children: bool


class _Sort(NamedTuple):
    """A sort of file: its kind of set, its name there, the columns it has, those of which it has one, and those it never has."""

    kind: str
    called: str
    has: frozenset[str]
    has_one: frozenset[str] = frozenset()
    has_no: frozenset[str] = frozenset()


_NAMES = frozenset({"name", "firstname", "lastname", "givenname", "familyname", "fullname", "studentname", "student"})
_ONE_ROSTER, _CLEVER, _SDS = "OneRoster", "Clever", "School Data Sync"
_OF_CLASSES = frozenset(
    {
        *("coursesourcedid", "termsourcedids", "termsourcedid", "sessionsourcedids", "classtype", "classcode"),
        *("schoolsourcedid", "orgsourcedid"),
    }
)

_SORTS = (
    _Sort(_ONE_ROSTER, "enrollments.csv", frozenset({"classsourcedid", "usersourcedid"}), has_no=_NAMES),
    _Sort(_ONE_ROSTER, "roles.csv", frozenset({"usersourcedid", "role"}), has_no=_NAMES),
    _Sort(_ONE_ROSTER, "courses.csv", frozenset({"sourcedid", "title", "coursecode"}), has_no=_NAMES),
    _Sort(_ONE_ROSTER, "academicSessions.csv", frozenset({"sourcedid", "title", "type", "startdate"}), has_no=_NAMES),
    _Sort(_ONE_ROSTER, "classes.csv", frozenset({"sourcedid", "title"}), _OF_CLASSES, _NAMES),
    _Sort(_ONE_ROSTER, "orgs.csv", frozenset({"sourcedid", "name", "type"}), has_no=_NAMES - {"name"}),
    _Sort(_ONE_ROSTER, "demographics.csv", frozenset({"sourcedid", "birthdate"}), has_no=_NAMES),
    _Sort(_ONE_ROSTER, "manifest.csv", frozenset({"propertyname", "value"}), has_no=_NAMES),
    _Sort(
        _CLEVER,
        "sections.csv",
        frozenset({"schoolid", "sectionid", "teacherid"}),
        frozenset({"coursename", "sectionnumber", "subject", "period", "termname"}),
        _NAMES - {"name"} | {"studentid"},
    ),
    _Sort(_CLEVER, "enrollments.csv", frozenset({"sectionid", "studentid"}), has_no=_NAMES),
    _Sort(_CLEVER, "teachers.csv", frozenset({"teacherid", "schoolid", "firstname"}), has_no=frozenset({"studentid"})),
    _Sort(_CLEVER, "schools.csv", frozenset({"schoolid", "schoolname"}), has_no=_NAMES | {"studentid"}),
    _Sort(_SDS, "Section.csv", frozenset({"sectionname"}), frozenset({"sisid", "id"}), _NAMES),
    _Sort(_SDS, "StudentEnrollment.csv", frozenset({"sectionid", "id"}), has_no=_NAMES),
    _Sort(_SDS, "TeacherRoster.csv", frozenset({"sectionsisid", "teachersisid"}), has_no=_NAMES),
    _Sort(
        _SDS, "StudentEnrollment.csv", frozenset({"sectionsisid"}), frozenset({"sisid", "studentsisid"}), has_no=_NAMES
    ),
)
_WITH_CHILDREN = (
    _Sort(_ONE_ROSTER, "users.csv", frozenset({"sourcedid", "givenname", "familyname"})),
    _Sort(_CLEVER, "students.csv", frozenset({"studentid", "schoolid", "firstname", "lastname"})),
    _Sort(_SDS, "Student.csv", frozenset({"sisid", "schoolsisid", "firstname", "lastname"})),
)
_BY_NAME = (
    _Sort(_SDS, "Teacher.csv", frozenset({"sisid", "schoolsisid", "firstname"})),
    _Sort(_SDS, "School.csv", frozenset({"sisid", "name"}), has_no=_NAMES - {"name"}),
)
"""Their columns may be those of children; only the name of the file tells."""


def lone_file(name: str, header: Sequence[str]) -> LoneFile | None:
    """Tell whether a list is a single file of a set of a school.

    Args:
        name: Name of the file, empty for what was pasted.
        header: The cells of its first row.

    Returns:
        What it is, or None for any other list.
    """
    cells = frozenset(map(folded, header))
    by_name = (one for one in _BY_NAME if folded(one.called) == folded(name))
    sort = next((one for one in (*by_name, *_SORTS) if _is(one, cells)), None)
    if sort is not None:
        needed = needed_beside(sort.kind, sort.called)
        return LoneFile(
            f"{_called(name)} is one file of a {sort.kind} set and holds no students; "
            f"give the folder or the zip it came in, with {needed}.",
            has_children=False,
        )
    sort = next((one for one in _WITH_CHILDREN if _is(one, cells)), None)
    if sort is None:
        return None
    needed = needed_beside(sort.kind, sort.called)
    return LoneFile(
        f"{_called(name)} is one file of a {sort.kind} set and names everybody of the school; "
        f"to choose a class, give the folder or the zip it came in, with {needed}.",
        has_children=True,
    )


def _is(sort: _Sort, cells: frozenset[str]) -> bool:
    return sort.has <= cells and (not sort.has_one or bool(sort.has_one & cells)) and not sort.has_no & cells


def _called(name: str) -> str:
    return clean_name(name) or "This list"
