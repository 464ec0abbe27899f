"""The adult PIN in words: what is wrong with one, and what is said where one is asked for."""

from board.mastery.pin import Fault

FAULTS = {
    Fault.NO_DIGITS: "A PIN has digits only: choose 4 to 8 of them.",
    Fault.LENGTH: "A PIN has 4 to 8 digits: choose that many.",
    Fault.SIMPLE: "Children try those digits first (rows, pairs, years): choose others.",
}
"""Why digits can't be the PIN."""

NOT_THE_SAME = "The two were not the same; nothing was changed."

ASKS = "A grown-up types the PIN here."
WRONG = "Not this one."
WRONG_WAITS = "Not this one. Have a little rest, then try again."
WAITS = "Have a little rest, then try again."
