"""What the ledger says when it puts something right or may not write."""

from board.counting import counted

MUST = (
    "A newer version of the board has written something into this class that this one does not understand and must not "
    "pass over; update the board to mark or change anything in it."
)
_BACK_ONE = "A file of this class had gone back to an older state; 1 mark of this computer was written again."
_BACK_MANY = "A file of this class had gone back to an older state; {count} marks of this computer were written again."
PARTED = (
    "Another computer writes into this class under the same number as this one, as a copied computer does; from now on "
    "this one has a number of its own, and nothing is lost."
)


def back_again(count: int) -> str:
    """Say that lines of this computer were written again."""
    return counted(_BACK_ONE, _BACK_MANY, count)
