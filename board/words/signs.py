"""The signs of spots and names: one cell wide in every terminal."""

from board.mastery.progress import Status

GLYPHS = {
    Status.OPEN: "·",
    Status.PRACTISING: "◔",
    Status.READY: "▲",
    Status.KEEP_WORKING: "↻",
    Status.MASTERED: "●",
    Status.EXCUSED: "\N{EN DASH}",
    Status.LOCKED: "╌",
}
"""One cell wide in every terminal."""

AWAY = "⌂"
"""Stands behind the name of a student who is away today: at home."""

CHOSEN = "✓"
"""Stands behind the name of a student the next mark is for, and in the corner of their sticker."""

BOSS_GLYPHS = {**GLYPHS, Status.OPEN: "☆", Status.LOCKED: "☆", Status.MASTERED: "★"}


def glyph(status: Status, *, boss: bool) -> str:
    """Give the sign of a spot in text and in the overview: a Boss is a star."""
    return (BOSS_GLYPHS if boss else GLYPHS)[status]
