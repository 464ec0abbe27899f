"""A long day at the kiosk: thousands of visits, a teacher on another computer meanwhile, and what the kiosk holds after them."""

import argparse
import asyncio
import os
import random
import sys
import tempfile
import time
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from PIL import Image

from board.cli.context import seat_here
from board.demo.demo_class import make_demo
from board.mastery.facts import Kind
from board.store.class_book import ClassBook
from board.widgets import aim, glance
from elsewhere import Elsewhere
from kiosk.handles import held, memory
from kiosk.visits import Clock, Day, kiosk_with

_EARLY, _EVERY = 100, 100
_SAID = (Kind.READY, Kind.COVERED, Kind.HELP_WANTED, Kind.PICTURE_ADDED, Kind.WANTED)
_MOST = 1.2
"""How many times the memory after the first visits a kiosk may hold at the end."""


async def _day(folder: Path, visits: int, seed: int, teacher: Elsewhere | None) -> list[str]:
    """Let children come and go; give what is wrong at the end."""
    seat, clock = seat_here(), Clock()
    book = ClassBook(folder, seat.device)
    app = kiosk_with(seat, book, clock)
    day, chance = Day(app, book, clock, seed), random.Random(seed)
    early: tuple[dict[str, int], float] = ({}, 0.0)
    begun = time.monotonic()
    async with app.run_test(size=(80, 24)):
        for number in range(1, visits + 1):
            await day.visit()
            if teacher is not None and number % 2 == 0:
                _teach(book, teacher, chance)
            if number % 20 == 0:
                _photo_waits(book, number)
            if number % _EVERY == 0 or number == visits:
                now = held(app), memory()
                early = early if number > _EARLY else now
                _tell(number, time.monotonic() - begun, clock.ahead, now, len(book.facts))
        told = [f"{dict(day.seen)}", f"{dict(day.kept)}"]
    print(*told, sep="\n")
    with_all = {fact.id for fact in ClassBook(folder, "looks", only_look=True).facts}
    wrong = [f"{len(day.acknowledged - with_all)} facts are lost"] if day.acknowledged - with_all else []
    wrong += [f"no {kind} in all these visits" for kind in _SAID if not day.kept[kind]]
    wrong += [f"{name}: {early[0][name]} -> {many}" for name, many in now[0].items() if many > early[0][name] + 8]
    if early[1] and now[1] > _MOST * early[1]:
        wrong.append(f"memory: {early[1]:.0f} -> {now[1]:.0f} MiB")
    return wrong


def _teach(book: ClassBook, teacher: Elsewhere, chance: random.Random) -> None:
    """Answer a request; where none waits, take a sticker back, so that there is always something to learn."""
    rows = book.progress.rows
    asked = [(child, step) for child, row in rows.items() for step, spot in row.items() if spot.asked is not None]
    if asked:
        kind = chance.choice((Kind.MASTERED, Kind.MASTERED, Kind.MASTERED, Kind.KEEP_WORKING))
        teacher.mark(kind, *chance.choice(asked))
    else:
        child = chance.choice(book.students).id
        got = [spot.mark for spot in book.progress.row(child).values() if spot.is_mastered and spot.mark is not None]
        if got:
            mark = chance.choice(got)
            assert mark.step is not None
            teacher.mark(Kind.WITHDRAWN, child, mark.step, mark.id)


def _photo_waits(book: ClassBook, number: int) -> None:
    """Let an adult put a photo into the folder of the class."""
    book.outputs.drop.mkdir(exist_ok=True)
    ink = (number % 200, 40, 90)
    picture = Image.new("RGB", (640, 480), "white")
    picture.paste(ink, (200, 150, 440, 330))
    picture.save(book.outputs.drop / f"photo {number}.png")


def _tell(number: int, seconds: float, ahead: float, now: tuple[dict[str, int], float], facts: int) -> None:
    hours = (seconds + ahead) / 3600
    print(
        f"{number} visits in {seconds:.0f} s, {hours:.1f} h of the kiosk's time: {now[1]:.1f} MiB, {facts} facts, {now[0]}"
    )
    sys.stdout.flush()


def main() -> int:
    """Have the day in a throw-away folder; exit 1 where something has grown or is lost."""
    parser = argparse.ArgumentParser(prog="python -m scripts.long_day", description=__doc__)
    parser.add_argument("--visits", type=int, default=3_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--alone", action="store_true", help="No teacher marks meanwhile.")
    wanted = parser.parse_args()
    aim.CHATTER, glance.SEEN_AFTER = 0.0, 0.0  # no hand is as quick as these
    with tempfile.TemporaryDirectory(prefix="day-") as place, ExitStack() as stack:
        os.environ["BOARD_HOME"] = f"{place}/home"
        folder = Path(place, "Demo.class")
        make_demo(folder, seat_here().settings.load().device, datetime(2026, 11, 20, 12, tzinfo=UTC)).close()
        teacher = None if wanted.alone else stack.enter_context(Elsewhere(folder))
        wrong = asyncio.run(_day(folder, wanted.visits, wanted.seed, teacher))
    print(*(wrong or ["nothing has grown, and nothing is lost"]), sep="\n")
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(main())
