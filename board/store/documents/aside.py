"""What was read in class.json and does not count: which record, which field, why, and how it is said."""

from collections.abc import Iterable
from typing import NamedTuple

from board.counting import counted
from board.store.documents.shapes import Why


class SetAside(NamedTuple):
    """Something in class.json that does not count as it stands; it stays in the file.

    Attributes:
        kind: What kind of record it is in: class, students, assessors, units, levels or steps.
        id: Id of the record, empty when it has none that can be used.
        called: What the record is called, empty when that can't be read.
        unit: Id of the unit a level or a step stands in.
        field: The field, empty when the record itself is meant.
        why: Why.
        whole: Whether the whole record is left out for it.
    """

    kind: str
    id: str = ""
    called: str = ""
    unit: str = ""
    field: str = ""
    why: Why = Why.RECORD
    whole: bool = False

    @property
    def is_shown(self) -> bool:
        """Whether it counts all the same, only not to the last character."""
        return self.why in _SHOWN

    @property
    def told(self) -> str:
        """What is said about it: what is wrong, and what to do."""
        wrong = _WRONG[self.why].format(place=self._place, field=self.field)
        if self.is_shown or self.why is Why.NO_ADULT:
            return wrong
        if self.whole:
            return f"{wrong} {_CLASS if self.kind == 'class' else _WHOLE}"
        return f"{wrong} {_FIELD}"

    @property
    def _place(self) -> str:
        bare, named, nameless = _PLACES[self.kind]
        form = nameless if not self.id else named if self.called else bare
        return form.format(id=self.id, called=self.called, unit=self.unit)


def told_at_opening(aside: Iterable[SetAside]) -> list[str]:
    """Say what is left out, when a class is opened: the first few, and how many more there are."""
    told = list(dict.fromkeys(one.told for one in aside if not one.is_shown))
    more = len(told) - _TOLD
    return [*told[:_TOLD], counted(_MORE_ONE, _MORE_MANY, more)] if more > 0 else told


_TOLD = 3
"""Things that are told one by one when a class is opened."""

_MORE_ONE = "1 more thing in class.json is left out; board check names it."
_MORE_MANY = "{count} more things in class.json are left out; board check names each."

_SHOWN = frozenset((Why.HIDDEN, Why.LONG))

_PLACES = {
    "class": ("About the class", 'About the class "{called}"', "About the class"),
    "students": ("Student {id}", 'Student "{called}" ({id})', "A student"),
    "assessors": ("Adult {id}", 'Adult "{called}" ({id})', "An adult"),
    "units": ("Unit {id}", 'Unit "{called}" ({id})', "A unit"),
    "levels": ("Level {id}", 'Level "{called}" ({id})', "A level of unit {unit}"),
    "steps": ("Step {id}", 'Step "{called}" ({id})', "A step of unit {unit}"),
}
"""How a record is named by its id, by its name and id, and without any."""

_WRONG = {
    Why.RECORD: "{place}: this must be a record with its fields in braces.",
    Why.MISSING: '{place}: "{field}" is missing.',
    Why.BLANK: '{place}: "{field}" holds nothing that can be seen.',
    Why.TEXT: '{place}: "{field}" must be text in quotation marks.',
    Why.YES_NO: '{place}: "{field}" must be true or false.',
    Why.NUMBER: '{place}: "{field}" must be a whole number from 1 up.',
    Why.TEXTS: '{place}: "{field}" must be a list of texts.',
    Why.LIST: '{place}: "{field}" must be a list.',
    Why.PATH: '{place}: "{field}" must be "levels" or "open".',
    Why.FREEDOM: '{place}: "{field}" must be "free", "guided" or "chosen".',
    Why.ROLE: '{place}: "{field}" must be "teacher", "aide", "specialist", "reviewer" or "student_teacher".',
    Why.ID: "{place}: its id must be short, in one line and without slashes, and begin with the unit in a step or level.",
    Why.TWICE: "{place} stands in its unit twice; the first one counts.",
    Why.OVER: '{place}: "{field}" is more than the level has steps.',
    Why.NO_STEP: '{place}: "{field}" names a step that the class does not have.',
    Why.NO_STEP_HERE: '{place}: "{field}" names what is no step of this level.',
    Why.LISTED: '{place}: "{field}" names a child that stands in the class or counts elsewhere already.',
    Why.CIRCLE: '{place}: "{field}" leads in a circle back to this step.',
    Why.NO_ADULT: 'No adult of the class can be read, so "Teacher" stands in; give the adults their names in class.json.',
    Why.HIDDEN: '{place}: "{field}" holds hidden characters; it is shown without them.',
    Why.LONG: '{place}: "{field}" is too long; only its beginning is shown.',
}

_FIELD = "Until that is put right in class.json it is left out, and nothing is lost."
_WHOLE = "Until that is put right in class.json the whole record is left out, and nothing is lost."
_CLASS = "Until that is put right in class.json the class is called as its folder is."
