"""`python -m board` is the command `board`."""

from board.cli import main

main()
