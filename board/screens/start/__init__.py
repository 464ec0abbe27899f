"""A class is opened or made."""
