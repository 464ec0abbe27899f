"""The scoring guide of an open class: children's work as examples, and the written ones."""

from typing import NamedTuple

from board.deeds.all_pictures import AllPictures
from board.deeds.history import Outcome
from board.deeds.sitting import Sitting, Target
from board.deeds.unit import UnitEdits
from board.errors import Refusal
from board.mastery.curriculum import Step, Unit, steps_by_id
from board.mastery.facts import Fact, Kind
from board.mastery.people import clean_line
from board.mastery.revision import with_changed_step
from board.mastery.scoring import KINDS, Example, evidence_at, examples_of, given_at, lends, with_written
from board.store.draft import Draft
from board.words.outcomes import told, verdicts

WHY_LIMIT = 200
"""Longest reason, in characters."""

_GONE = "This step is not in the class any more."
_NO_EVIDENCE = "This picture is no evidence at this step, so it can't be an example."
_NO_CONSENT = (
    "The family has not said yes to photos, so this can't be an example; the student's entry has the question."
)
_OTHER_CRITERION = "The step has no such criterion any more; choose it again."


class Work(NamedTuple):
    """A picture of a child's work at a step, to be made an example.

    Attributes:
        target: Whose it is, and at which step; shown nowhere beside the picture.
        picture: Its content id.
        given: What it is an example of already, by criterion, see `mastery.scoring.given_at`.
    """

    target: Target
    picture: str
    given: dict[str, Fact]


class Scoring:
    """Reads and changes the scoring guide; everything it says was done is on the disk.

    Args:
        sitting: Who judges, and in which class.
    """

    def __init__(self, sitting: Sitting) -> None:
        self._sitting, self._book = sitting, sitting.book
        self._pictures = AllPictures(sitting.book)

    def ask(self) -> None:
        """Ask whether who sits here may give examples.

        Raises:
            Refusal: It is not for them.
        """
        self._sitting.ask([Draft(kind, "") for kind in KINDS.values()])

    def step(self, step_id: str) -> Step | None:
        """Give a step as it is now, None where somebody took it out of the class."""
        return steps_by_id(self._book.units).get(step_id)

    def examples(self, step_id: str) -> tuple[Example, ...]:
        """Give the examples of a step that can be seen on this computer; none for a step that is gone.

        Raises:
            Refusal: Who sits here is no adult.
        """
        self._sitting.only_adults()
        step = self.step(step_id)
        if step is None:
            return ()
        every = examples_of(step, self._book.progress, self._book.everyone)
        return tuple(one for one in every if not one.picture or self._pictures.has(one.picture))

    def work(self, step_id: str) -> tuple[Work, ...]:
        """Give the pictures of children's work at a step that may be examples, in an order that tells nothing of a child.

        Raises:
            Refusal: Who sits here is no adult.
        """
        self._sitting.only_adults()
        found = [
            Work(
                (child.id, step_id),
                picture,
                {line: fact for (of, line), fact in given_at(spot).items() if of == picture},
            )
            for child in self._book.everyone
            if lends(child)
            for spot in (self._book.progress.spot(child.id, step_id),)
            for picture in evidence_at(spot)
            if self._pictures.has(picture)
        ]
        return tuple(sorted(found, key=lambda one: (one.picture, one.target)))

    def give(self, target: Target, picture: str, criterion: str, *, counts: bool, why: str = "") -> Outcome:
        """Make a picture that is evidence of a child at a step an example there; said anew, the last word counts.

        Args:
            target: Whose work it is, and at which step.
            picture: Its content id.
            criterion: The criterion it is about, empty for the step as a whole.
            counts: Whether it shows what counts, or what does not yet.
            why: The reason, for those who practise.

        Raises:
            Refusal: Who sits here may not, the family has not consented, or the picture is no evidence there.
            NotSaved: Nothing was kept.
        """
        step, spot = self.step(target[1]), self._book.progress.spot(*target)
        draft = Draft(
            KINDS[counts],
            *target,
            evidence=(picture,),
            seen=(criterion,) if criterion else (),
            note=clean_line(why)[:WHY_LIMIT] or None,
        )
        if step is None:
            raise Refusal(_GONE)
        if criterion not in ("", *step.criteria):
            raise Refusal(_OTHER_CRITERION)
        if not any(lends(child) for child in self._book.everyone if child.id == target[0]):
            raise Refusal(_NO_CONSENT)
        if picture not in evidence_at(spot):
            raise Refusal(_NO_EVIDENCE)
        before = given_at(spot).get((picture, criterion))
        if before is not None and (before.kind, before.note) == (draft.kind, draft.note):
            return Outcome(told.NothingNew("This picture is such an example already."))
        return self._sitting.keep([draft], verdicts.ExampleGiven(step.title, counts))

    def take_away(self, target: Target, picture: str) -> Outcome:
        """Make a picture no example any more, whoever gave it; the facts stay in the history, taken back.

        Raises:
            Refusal: Who sits here may not take it back.
            NotSaved: It is one as before.
        """
        spot = self._book.progress.spot(*target)
        facts = [fact for fact in spot.standing if fact.kind in KINDS.values() and picture in fact.evidence]
        if not facts:
            return Outcome(told.NothingNew("This picture is no example."))
        step = self.step(target[1])
        done = verdicts.ExampleTaken(step.title if step is not None else target[1])
        return self._sitting.steer(facts, Kind.WITHDRAWN, done)

    def write(self, read: Step, counts: tuple[str, ...], not_yet: tuple[str, ...]) -> Outcome:
        """Write the examples of a step anew; its criteria, and so its version, stay.

        Args:
            read: The step as it was read; what others wrote since then is kept beside what is written now.
            counts: What counts.
            not_yet: What does not count yet.

        Raises:
            Refusal: Who sits here is no teacher, or the step is gone.
            NotSaved: The examples are as before.
        """
        home = next((unit for unit in self._book.units if read.id.startswith(f"{unit.id}/")), None)
        step = self.step(read.id)
        if home is None or step is None:
            raise Refusal(_GONE)

        def edit(now: Unit) -> Unit:
            there = next((spot for spot in now.spots if spot.id == read.id), None)
            return now if there is None else with_changed_step(now, with_written(read, there, counts, not_yet))

        return UnitEdits(self._sitting).make(home.id, edit, f"Scoring guide of {step.title}")
