"""I-can cards: a card for each step, for a ring or a wall pocket."""

from printables.cards.sheets import i_can_cards

__all__ = ["i_can_cards"]
