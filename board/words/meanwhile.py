"""What is said to an adult whose work in hand somebody changed meanwhile: first what is gone, then what is to be looked at."""

from collections.abc import Sequence


def step_gone(step: str) -> str:
    """Say that a step is not in the class any more.

    Args:
        step: Its title.
    """
    return f"{step} is not in the class any more: nothing can be kept of it."


def child_gone(name: str) -> str:
    """Say that a child was erased."""
    return f"{name} is not in the class any more: nothing can be kept."


def child_left(name: str) -> str:
    """Say that a child has left, of whom a verdict can still be kept."""
    return f"{name} has left the class meanwhile; what you saw can still be kept."


def got_it_meanwhile(name: str) -> str:
    """Say that a child has its sticker by now, and that nothing more is said of it here."""
    return f"{name} has got this sticker meanwhile; it stays, and nothing more is kept here."


def verdict_anew(step: str) -> str:
    """Say that a verdict was about criteria that are others now."""
    return f"{step}: what you said was about the criteria before; say got it or keep working once more."


def criteria_changed(step: str, lost: Sequence[str] = ()) -> str:
    """Say that criteria are others now.

    Args:
        step: Title of their step.
        lost: The ticked criteria that are gone.
    """
    if lost:
        gone = " · ".join(lost)
        return f"Somebody changed the criteria of {step}: look at them again. Gone with its tick: {gone}"
    return f"Somebody changed the criteria of {step}: look at them again. Ticks stay where the words stayed."


def own_criteria_changed(name: str, step: str, lost: Sequence[str] = ()) -> str:
    """Say that one child is to be seen against other criteria now, its own or those of the step again.

    Args:
        name: The child's name.
        step: Title of the step.
        lost: The ticked criteria that are gone.
    """
    if lost:
        gone = " · ".join(lost)
        return f"{name} has other criteria for {step} now: look at them again. Gone with its tick: {gone}"
    return f"{name} has other criteria for {step} now: look at them again. Ticks stay where the words stayed."
