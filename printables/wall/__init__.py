"""The wall chart: who has which sticker; a teacher's copy."""
