"""The steps of a unit."""
