"""What a class says of itself: its name, who marks, how pictures and requests are taken, its kiosk; each taken back on wish."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from board.deeds.history import Outcome
from board.deeds.sitting import Sitting
from board.errors import Refusal
from board.mastery.kiosk import KioskField, settled
from board.mastery.may import Actor
from board.mastery.people import AdultRole, Assessor
from board.store.documents.choices import Choice
from board.store.documents.tables import ABOUT, ASSESSORS, STUDENTS, UNITS, About, T, Table, changed, put
from board.store.draft import new_id
from board.words.adults import LAST_TEACHER
from board.words.outcomes import lists, told


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
            def called(now: About) -> About:
                return now._replace(name=name) if now.name == before else now

            return self._edited(ABOUT, called)

        before = self._book.name
        return self._change(lists.ClassRenamed(name), lambda: to(name, before), lambda: to(before, name))

    def look_first(self, *, wanted: bool) -> Outcome:
        """Say whether an adult looks at pictures before others see them."""

        def to(wanted: bool) -> bool:
            return self._edited(ABOUT, lambda now: now._replace(looks_first=wanted))

        return self._change(lists.LookFirst(wanted), lambda: to(wanted), lambda: to(not wanted))

    def ask_or_rest(self, *, asking: bool) -> Outcome:
        """Say whether children may ask to show something, or ask later; what they asked for before still waits."""

        def to(asking: bool) -> bool:
            return self._edited(ABOUT, lambda now: now._replace(asking=asking))

        return self._change(lists.AskingRests(not asking), lambda: to(asking), lambda: to(not asking))

    def let_ask(self, most: int) -> Outcome:
        """Say how many requests of one child may wait at a time.

        Args:
            most: From 1 to `MOST_EVER_ASKED`.
        """

        def to(most: int, before: int) -> bool:
            def so_many(now: About) -> About:
                return now._replace(most_asked=most) if now.most_asked == before else now

            return self._edited(ABOUT, so_many)

        before = self._book.about.most_asked
        return self._change(lists.MayAsk(most), lambda: to(most, before), lambda: to(before, most))

    def settle_kiosk(self, field: KioskField, value: int) -> Outcome:
        """Settle how the kiosk is, or when screens lock.

        Args:
            field: What of it.
            value: How it is from now on: whether, or how long.
        """

        def to(value: int, before: int) -> bool:
            def otherwise(now: About) -> About:
                there = getattr(now.kiosk, field)
                return now._replace(kiosk=settled(now.kiosk, field, value)) if there == before else now

            return self._edited(ABOUT, otherwise)

        before = getattr(self._book.about.kiosk, field)
        done = lists.KioskSettled(field, value)
        return self._change(done, lambda: to(value, before), lambda: to(before, value))

    def add_adult(self, name: str, role: AdultRole = AdultRole.TEACHER) -> Outcome:
        """Add an adult who marks; whoever sat here sits here again when that is taken back.

        Args:
            name: Name of the adult.
            role: What the adult is to the class.

        Returns:
            With the id of the new adult.
        """
        adult, before, sat = Assessor(new_id(), name, role), self._sitting.actor, False

        def there() -> bool:
            made = self._edited(ASSESSORS, put(adult))
            if sat:
                self._sitting.actor = Actor.adult(adult.id)
            return made

        def back() -> bool:
            nonlocal sat
            sat = self._sitting.actor.id == adult.id
            marked = any(fact.by == adult.id for fact in self._book.facts)
            if marked or not self._edited(ASSESSORS, lambda now: _led(tuple(one for one in now if one != adult), now)):
                return False
            if sat:
                self._sitting.actor = before
            return True

        return self._change(lists.AdultAdded(name), there, back, told.Since.MARKED)._replace(about=adult.id)

    def rename_adult(self, adult: Assessor, name: str) -> Outcome:
        """Write the name of an adult anew; marks keep who made them."""

        def to(name: str, before: str) -> bool:
            return self._edited(
                ASSESSORS, changed(adult.id, lambda one: replace(one, name=name) if one.name == before else one)
            )

        done = lists.AdultRenamed(name, adult.name)
        return self._change(done, lambda: to(name, adult.name), lambda: to(adult.name, name))

    def set_role(self, adult: Assessor, role: AdultRole) -> Outcome:
        """Say what an adult is to the class; what was marked before stays as it was kept.

        Raises:
            Refusal: The class would have no teacher any more.
        """

        def to(role: AdultRole, before: AdultRole) -> bool:
            def given(now: tuple[Assessor, ...]) -> tuple[Assessor, ...]:
                meant = (adult.id, before)
                return _led(tuple(replace(one, role=role) if (one.id, one.role) == meant else one for one in now), now)

            return self._edited(ASSESSORS, given)

        self._sitting.only_teachers()
        teachers = [one.id for one in self._book.assessors if one.role is AdultRole.TEACHER]
        if teachers == [adult.id] and role is not AdultRole.TEACHER:
            raise Refusal(LAST_TEACHER.format(name=adult.name))
        done = lists.RoleChanged(adult.name, role)
        return self._change(done, lambda: to(role, adult.role), lambda: to(adult.role, role))

    def sit_down(self, adult: str) -> None:
        """Let another adult act from now on.

        Args:
            adult: Id of the assessor.

        Raises:
            Refusal: Somebody took this adult out of the class meanwhile, or no adult sits here.
        """
        self._sitting.only_adults()
        if all(one.id != adult for one in self._book.assessors):
            raise Refusal("This adult is not in the class any more; choose another.")
        self._sitting.actor = Actor.adult(adult)

    def choose(self, choice: Choice, which: int) -> Outcome:
        """Let one of two versions stand that two computers wrote at the same time.

        Taken back, the version that was shown before stands again; it is no question any more.

        Args:
            choice: One of the book's choices.
            which: The place of the version among its sayings.

        Raises:
            Refusal: Somebody decided meanwhile, or no adult sits here.
        """
        match choice.table:
            case STUDENTS.name:
                return self._chosen(STUDENTS, choice, which)
            case ASSESSORS.name:
                return self._chosen(ASSESSORS, choice, which)
            case UNITS.name:
                return self._chosen(UNITS, choice, which)
        return self._chosen(ABOUT, choice, which)

    def _chosen(self, table: Table[T], choice: Choice, which: int) -> Outcome:
        before, _ = self._sitting.edit(table, lambda now: now)
        self._book.choose(choice, which)
        after, _ = self._sitting.edit(table, lambda now: now)

        def to_before(now: T) -> T:
            return before if now == after else now

        def to_after(now: T) -> T:
            return after if now == before else now

        done = lists.VersionChosen(choice.about)
        if before != after:
            self._remember(
                done,
                partial(self._edited, table, to_after),
                partial(self._edited, table, to_before),
                told.Since.CHANGED,
            )
        return Outcome(done, changed=True)

    def _edited(self, table: Table[T], change: Callable[[T], T]) -> bool:
        """Change what stands in a table; tell whether that made a difference."""
        before, after = self._sitting.edit(table, change)
        return before != after

    def _change(
        self,
        done: told.Deed,
        there: Callable[[], bool],
        back: Callable[[], bool],
        since: told.Since = told.Since.CHANGED,
    ) -> Outcome:
        """Make a change; it is taken back and put back as long as nobody has changed the same since.

        Args:
            done: What is said of it.
            there: Makes it; tells whether anything is another way now.
            back: Takes it back, and tells the same.
            since: Why it may be that it can't be taken back.
        """
        outcome = _turned(there, done, told.NothingNew())
        if outcome.changed:
            self._remember(done, there, back, since)
        return outcome

    def _remember(
        self, done: told.Deed, there: Callable[[], bool], back: Callable[[], bool], since: told.Since
    ) -> None:
        self._sitting.history.did(
            lambda: _turned(back, told.Undone(done), told.LeftAsItIs(done, since)),
            lambda: _turned(there, told.Redone(done), told.LeftAsItIs(done, told.Since.CHANGED)),
        )


def _led(wished: tuple[Assessor, ...], now: tuple[Assessor, ...]) -> tuple[Assessor, ...]:
    """Give the adults as they are wished, unless the class would lose its last teacher."""
    had, has = (any(one.role is AdultRole.TEACHER for one in adults) for adults in (now, wished))
    return wished if has or not had else now


def _turned(make: Callable[[], bool], said: told.Told, still: told.Told) -> Outcome:
    return Outcome(said, changed=True) if make() else Outcome(still)
