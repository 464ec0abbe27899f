"""What a class is called, who marks in it, and whether pictures are looked at first; each taken back on wish."""

from collections.abc import Callable
from dataclasses import replace

from board.deeds.history import Outcome
from board.deeds.sitting import Sitting, usual_adult
from board.mastery.may import Actor
from board.mastery.people import Assessor
from board.store.draft import new_id
from board.store.tables import ABOUT, ASSESSORS, About, put
from board.words.outcomes import told


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

        def to(name: str, before: str) -> bool:
            return self._edited(lambda now: now._replace(name=name) if now.name == before else now)

        before = self._book.name
        return self._change(told.ClassRenamed(name), lambda: to(name, before), lambda: to(before, name))

    def look_first(self, *, wanted: bool) -> Outcome:
        """Say whether an adult looks at pictures before others see them."""

        def to(wanted: bool) -> bool:
            return self._edited(lambda now: now._replace(looks_first=wanted))

        return self._change(told.LookFirst(wanted), lambda: to(wanted), lambda: to(not wanted))

    def _edited(self, change: Callable[[About], About]) -> bool:
        """Change what is said about the class; tell whether that made a difference."""
        both: list[About] = []

        def make(now: About) -> About:
            both[:] = (now, change(now))
            return both[1]

        self._book.edit(ABOUT, make)
        return both[0] != both[1]

    def add_adult(self, name: str) -> Outcome:
        """Add an adult who marks.

        Returns:
            With the id of the new adult.
        """
        adult = Assessor(new_id(), name)

        def there() -> bool:
            self._book.edit(ASSESSORS, put(adult))
            return True

        def back() -> bool:
            if any(fact.by == adult.id for fact in self._book.facts) or adult not in self._book.assessors:
                return False
            self._book.edit(ASSESSORS, lambda now: tuple(one for one in now if one.id != adult.id))
            if self._sitting.actor.id == adult.id:
                self._sitting.actor = usual_adult(self._book)
            return True

        return replace(self._change(told.AdultAdded(name), there, back, told.Since.MARKED), about=adult.id)

    def rename_adult(self, adult: Assessor, name: str) -> Outcome:
        """Write the name of an adult anew; marks keep who made them."""

        def to(name: str, before: Assessor) -> bool:
            called = replace(before, name=name)
            if called == before or before not in self._book.assessors:
                return False
            self._book.edit(ASSESSORS, lambda now: tuple(called if one == before else one for one in now))
            return True

        return self._change(
            told.AdultRenamed(name, adult.name),
            lambda: to(name, adult),
            lambda: to(adult.name, replace(adult, name=name)),
        )

    def sit_down(self, adult: str) -> None:
        """Let another adult act from now on.

        Args:
            adult: Id of the assessor.
        """
        self._sitting.only_adults()
        self._sitting.actor = Actor.adult(adult)

    def _change(
        self,
        done: told.Deed,
        there: Callable[[], bool],
        back: Callable[[], bool],
        since: told.Since = told.Since.CLASS_CHANGED,
    ) -> Outcome:
        """Make a change; it is taken back and put back as long as nobody has changed the same since.

        Args:
            done: What is said of it.
            there: Makes it; tells whether anything is another way now.
            back: Takes it back, and tells the same.
            since: Why it may be that it can't be taken back.
        """

        def turn(make: Callable[[], bool], done: told.Told, still: told.Told) -> Outcome:
            self._sitting.only_adults()
            return Outcome(done, changed=True) if make() else Outcome(still)

        outcome = turn(there, done, told.NothingNew())
        if outcome.changed:
            self._sitting.history.did(
                lambda: turn(back, told.Undone(done), told.StillStands(done, since)),
                lambda: turn(there, told.Redone(done), told.StillStands(done, told.Since.CLASS_CHANGED, stands=False)),
            )
        return outcome
