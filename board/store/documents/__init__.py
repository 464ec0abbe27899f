"""The documents of a class: read, checked, edited, joined with what other computers wrote."""
