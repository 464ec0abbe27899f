"""What a class is called, who marks in it, and whether pictures are looked at first; each taken back on wish."""

from collections.abc import Callable
from dataclasses import replace

from board.deeds.history import Outcome
from board.deeds.sitting import Sitting, usual_adult
from board.mastery.may import Actor
from board.mastery.people import Assessor
from board.store.class_book import new_id
from board.words.outcomes.lists import AdultAdded, AdultRenamed, ClassRenamed, LookFirst
from board.words.outcomes.told import NothingNew, Redone, Told, Undone


class AboutClass:
    """Changes what a class says of itself.

    Each method raises Refusal where no adult sits here, and NotSaved where the change can't be kept; then all is as it was.

    Args:
        sitting: Who changes it, and of which class.
    """

    def __init__(self, sitting: Sitting) -> None:
        self._sitting, self._book = sitting, sitting.book

    def rename(self, name: str) -> Outcome:
        """Give the class another name."""
        before = self._book.name
        if name == before:
            return Outcome(NothingNew())
        return self._change(ClassRenamed(name), lambda: self._book.rename(name), lambda: self._book.rename(before))

    def look_first(self, *, wanted: bool) -> Outcome:
        """Say whether an adult looks at pictures before others see them."""
        if wanted is self._book.looks_first:
            return Outcome(NothingNew())
        return self._change(
            LookFirst(wanted), lambda: self._book.look_first(wanted), lambda: self._book.look_first(not wanted)
        )

    def add_adult(self, name: str) -> Outcome:
        """Add an adult who marks.

        Returns:
            With the id of the new adult.
        """
        adult = Assessor(new_id(), name)

        def back() -> None:
            self._book.edit_assessors(lambda now: tuple(one for one in now if one.id != adult.id))
            if self._sitting.actor.id == adult.id:
                self._sitting.actor = usual_adult(self._book)

        def there() -> None:
            self._book.edit_assessors(lambda now: (*now, adult))

        return replace(self._change(AdultAdded(name), there, back), about=adult.id)

    def rename_adult(self, adult: Assessor, name: str) -> Outcome:
        """Write the name of an adult anew; marks keep who made them."""

        def called(name: str) -> Callable[[], None]:
            return lambda: self._book.edit_assessors(
                lambda now: tuple(replace(one, name=name) if one.id == adult.id else one for one in now)
            )

        if name == adult.name:
            return Outcome(NothingNew())
        return self._change(AdultRenamed(name, adult.name), called(name), called(adult.name))

    def sit_down(self, adult: str) -> None:
        """Let another adult act from now on.

        Args:
            adult: Id of the assessor.
        """
        self._sitting.only_adults()
        self._sitting.actor = Actor.adult(adult)

    def _change(self, told: Told, there: Callable[[], None], back: Callable[[], None]) -> Outcome:
        def turn(told: Told, change: Callable[[], None]) -> Outcome:
            self._sitting.only_adults()
            change()
            return Outcome(told, changed=True)

        outcome = turn(told, there)
        self._sitting.history.did(lambda: turn(Undone(told), back), lambda: turn(Redone(told), there))
        return outcome
