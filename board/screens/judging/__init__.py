"""Showings: how one went, or those of a small group at a center."""
