"""The board of a class, whatever is behind standard output: what the stock server begins for each page."""

import sys
from pathlib import Path

from board.app import BoardApp
from board.cli.context import seat_here
from board.store.class_book import ClassBook

if __name__ == "__main__":
    seat = seat_here()
    BoardApp(seat, ClassBook(Path(sys.argv[1]), seat.device)).run()
