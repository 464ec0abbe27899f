"""What is said of the earlier step another one grows from."""

from board.mastery.curriculum import Step


def root_words(root: Step) -> str:
    """Say what a step grows from."""
    return f"It grows from {root.title}."


def again_words(root: Step) -> str:
    """Say to an adult that what a step grows from is to be seen again."""
    return f"It grows from {root.title}: check again."
