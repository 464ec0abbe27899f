"""Lettering: fonts, scripts, lines and blocks of text."""
