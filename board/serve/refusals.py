"""What is said to a browser that is not let through: one plain sentence for each reason, and no more than that."""

from enum import Enum

from board.errors import Refusal


class No(Enum):
    """Why something is not let through: the number of HTTP, and the sentence for whoever stands in front of it."""

    ODD = (400, "The board did not understand this request; open the board's link again.")
    NO_LINK = (403, "This browser has not been let in, or not any more; open the board's link again.")
    DEAD_LINK = (
        403,
        "This link lets nobody in any more: it was used, revoked, or is too old; ask your teacher for a new one.",
    )
    OTHER_SITE = (403, "This came from another site; open the board's own link in this browser.")
    DEAD_TICKET = (403, "This way was used already, or some minutes have gone by; start again on the board.")
    NOT_HERE = (404, "There is nothing at this address; open the board's link again.")
    NOT_SO = (405, "The board can't be asked like this; open the board's link again.")
    SLOW = (408, "This took too long to arrive; move closer to the Wi-Fi and try again.")
    TOO_LARGE = (413, "This picture is too big for the board; make it smaller, or take a photo of it.")
    NO_PICTURE = (
        415,
        "The board can't see a picture in this file; save your picture as JPEG or PNG, or take a photo of it.",
    )
    PACKED = (415, "The board takes pictures only as they are, not packed.")
    ELSEWHERE = (421, "The board is not served under this name; open the board's own link.")
    FLOOD = (429, "The board is asked too often from here; wait a minute, then try again.")
    LONG_HEAD = (431, "This request was too long; open the board's link again.")
    FAULT = (500, "Something went wrong on the board's computer; what is marked is kept. Open the board's link again.")
    BUSY = (503, "The board has its hands full; wait a moment, then try again.")
    NO_SPACE = (507, "There is no room left on the board's computer; tell your teacher.")

    @property
    def status(self) -> int:
        """The number of HTTP."""
        return self.value[0]

    @property
    def sentence(self) -> str:
        """What is said."""
        return self.value[1]


class TurnedAway(Refusal):
    """A request that is not let through.

    Args:
        why: The reason.
        wait: Seconds after which to ask again, None where that makes no difference.
        words: The sentence, where there is a better one than that of the reason.
    """

    def __init__(self, why: No, *, wait: int | None = None, words: str = "") -> None:
        super().__init__(words or why.sentence)
        self.why = why
        self.wait = wait
