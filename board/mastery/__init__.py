"""The rules of mastery: pure values and functions, no clock, no files, no chance."""
