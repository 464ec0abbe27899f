"""What is said to an adult who practises judging, and of the examples of a step."""

from board.counting import counted
from board.mastery.scoring import Answer, Practised

GUIDE = {True: "Counts", False: "Not yet"}
"""What stands above examples."""

WHOLE = "The step as a whole"
"""Stands where an example is about no criterion alone."""

PRIVATE = "Only you see this. Nothing of it is kept."

_SAID = {
    (True, True, True): "You and the guide say got it, because {why}",
    (True, True, False): "You and the guide say got it.",
    (False, False, True): "You and the guide say keep working, because {why}",
    (False, False, False): "You and the guide say keep working.",
    (True, False, True): "You said got it; the guide says keep working, because {why}",
    (True, False, False): "You said got it; the guide says keep working.",
    (False, True, True): "You said keep working; the guide says got it, because {why}",
    (False, True, False): "You said keep working; the guide says got it.",
}
"""By what the adult says, what the guide says, and whether it gives a reason."""


def guide_says(answer: Answer) -> str:
    """Say what the guide says of an example that was judged, and why."""
    example = answer.example
    return _SAID[answer.got_it, example.counts, bool(example.why)].format(why=example.why)


def agreed(practised: Practised) -> str:
    """Say whether an adult and the guide agree on a criterion."""
    if not practised.differing:
        return counted("You and the guide agree.", "You and the guide agree on all {count}.", practised.judged)
    differing = len(practised.differing)
    return counted(
        "You and the guide differ on 1 of {judged}.",
        "You and the guide differ on {count} of {judged}.",
        differing,
        judged=practised.judged,
    )
