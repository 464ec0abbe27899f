"""Judging: a showing is looked at, with what is kept of it."""
