"""A class on a server, as a program of its own that tells a standing link for every role; ends when told to."""

import argparse
import asyncio
import signal
from pathlib import Path

from board.cli.context import seat_here
from board.seat.links import LinkRole, Links
from board.serve.options import ServeOptions
from board.serve.server import serving
from board.store.class_book import ClassBook


async def _serve(options: ServeOptions) -> None:
    seat = seat_here()
    book = ClassBook(options.folder, seat.device)
    helper, key = book.assessors[0].id, book.key
    book.close()
    ended = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, ended.set)
    async with serving(options) as served:
        links = Links(seat.home, key)
        for role in LinkRole:
            by = helper if role is LinkRole.HELPER else ""
            link = links.make(role, standing=True, by=by, here=role is LinkRole.TEACHER)
            print(f"{role} {served.hosts.address('127.0.0.1')}{link.path}", flush=True)  # noqa: T201 - to who began it
        await ended.wait()


def _main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--most-pages", type=int, default=60)
    wanted = parser.parse_args()
    options = ServeOptions(wanted.folder, seat_here, workers=wanted.workers, most_pages=wanted.most_pages)
    asyncio.run(_serve(options))


if __name__ == "__main__":
    _main()
