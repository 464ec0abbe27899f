"""What the board says when it can't do what was asked."""


class Refusal(Exception):
    """Something that can't be done; its text is one sentence for the user: what is wrong and what to do."""
