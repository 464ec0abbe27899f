"""The adult PIN in words: what is wrong with one, and what is said where one is asked for."""

from board.mastery.pin import Fault

FAULTS = {
    Fault.NO_DIGITS: "A PIN has digits only: choose 4 to 8 of them.",
    Fault.LENGTH: "A PIN has 4 to 8 digits: choose that many.",
    Fault.SIMPLE: "Children try those digits first (rows, pairs, years): choose others.",
}
"""Why digits can't be the PIN."""

ASKS = "A grown-up types the PIN here."
WRONG = "Not this one."
WRONG_WAITS = "Not this one. Have a little rest, then try again."
WAITS = "Have a little rest, then try again."
TWICE = "Type the new PIN: 4 to 8 digits."
LOCK_FIRST = "To lock, the board needs a PIN of the adults first: type 4 to 8 digits."
KIOSK_FIRST = "The kiosk needs a PIN of the adults first: type 4 to 8 digits."
"""Said in place of it where a PIN is missing for what a key does."""

TYPE_ANEW = "The two were not the same: type the new PIN once more from the first."
ONCE_MORE = "Type the same PIN once more."

NEW, AGAIN = "New PIN (4 to 8 digits, not shown)", "The same once more"
NOT_TYPED = "No PIN was typed; nothing was changed."
NOBODY = "Nobody is here to type a PIN; --from-stdin takes it from what is piped in."
SET = "The PIN is set. It keeps children off the screens of adults; whoever has the class folder needs none."
TAKEN_AWAY = "The PIN is taken away: the kiosk can be left by anybody, and nothing locks."
NONE_SET = "There was no PIN, and there is none."
