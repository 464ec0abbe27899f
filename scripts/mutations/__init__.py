"""Change one thing at a time in the files of a class, and see whether the board lives, says what is wrong, and loses nothing."""
