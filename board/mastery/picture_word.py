"""A child's picture word: three pictures in a row that open its own page on the class's screen."""

import hashlib

PICTURES = (
    "apple",
    "castle",
    "cupcake",
    "fish",
    "kite",
    "ladder",
    "lantern",
    "open-book",
    "pizza",
    "rocket",
    "shield",
    "train",
)
"""The starter pictures words are made of, told apart by outline and depth even where small and grey.

Their number and order are fixed: a change gives every child another word than the one on its card.
"""

_LENGTH = 3


def in_a_word(picture: str) -> str:
    """Give what a picture of a picture word is called on paper: it may be drawn in another style than a sign of the same name."""
    return f"word-{picture}"


def picture_word(student_id: str, card: int = 0) -> tuple[str, str, str]:
    """Give the three different pictures of a child, from left to right.

    The word keeps friends from opening each other's page; it is no secret against adults, since whoever has the class
    folder can work it out.

    Args:
        student_id: Id of the child; the same id and card always have the same word.
        card: How many cards were made anew for the child, see `people.Student.card`: none has the word of the one before.
    """
    word = _word(student_id)
    for made in range(1, card + 1):
        before, word = word, _word(f"{student_id}#{made}")
        if word == before:
            word = (word[1], word[2], word[0])
    return word


def _word(said: str) -> tuple[str, str, str]:
    number = int.from_bytes(hashlib.sha256(said.encode(errors="surrogatepass")).digest())
    waiting, word = list(PICTURES), []
    for _ in range(_LENGTH):
        number, at = divmod(number, len(waiting))
        word.append(waiting.pop(at))
    first, second, third = word
    return first, second, third
