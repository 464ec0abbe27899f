"""Draws the starter art: the step badges and the emblems."""
