"""Pieces of screens: each shows one kind of data, and knows no store and no screen."""
