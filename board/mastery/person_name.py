"""What somebody is called: the parts of a name, in the order of its language."""

from typing import NamedTuple


class PersonName(NamedTuple):
    """A name in its parts; empty where nothing was said.

    Attributes:
        given: What the person is called by, in a mononym the whole of it: "Ava", "Mary Ann", "Katherine".
        family: The family name with its particles and both halves: "Brown", "van der Berg", "García López".
        middle: Names between that nobody is called by.
        suffix: What stands behind: "Jr.", "III".
        called: The name used instead of the given one: a preferred name, or a nickname in brackets.
        written: The whole name as it was written, turned round where a comma stood between family and given name.
    """

    given: str
    family: str = ""
    middle: str = ""
    suffix: str = ""
    called: str = ""
    written: str = ""

    @property
    def first(self) -> str:
        """What the person goes by: the name used instead of the given one where there is one."""
        return self.called or self.given
