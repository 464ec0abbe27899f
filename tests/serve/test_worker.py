"""One process that serves: what it takes out when it begins, and lets go of when it ends."""

from pathlib import Path

from board.cli.context import seat_here
from board.seat.links import name_of_class
from board.serve.hosts import hosts
from board.serve.options import ServeOptions
from board.serve.worker import working
from board.store.class_book import ClassBook


async def test_pictures_that_a_killed_server_left_are_taken_out(book: ClassBook, folder: Path) -> None:
    book.close()
    place = seat_here().cache / "incoming" / name_of_class(book.key) / "0"
    place.mkdir(parents=True)
    (place / "half.brought").write_bytes(b"\xff\xd8")
    async with working(ServeOptions(folder, seat_here), hosts(8642), 0):
        assert list(place.iterdir()) == []
    assert not place.exists()
