"""Showings: who waits to be seen, how it went, and what there is to see of it."""
