"""A classroom competency board: steps to mastery as a grid of stickers."""
