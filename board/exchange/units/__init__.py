"""Unit files: a unit written by hand as TOML."""
