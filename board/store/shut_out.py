"""Why a file of a class can't be read, where neither waiting nor a copy of it helps."""

from board.disk import NotPlain


def shut_out(error: OSError) -> str:
    """Say what to do about a file that is there and can't be read by this account; empty where it may only not be here yet.

    Args:
        error: What came of opening it.
    """
    if isinstance(error, NotPlain):
        return "The board follows no link and opens nothing but files; put the file itself in its place."
    if isinstance(error, PermissionError):
        return (
            "It belongs to another account of this computer, or to nobody here: ask whoever made the class to share its "
            "folder."
        )
    return ""
