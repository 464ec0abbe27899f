"""A day at the kiosk: children come and go, nothing of them stays but what they said, and all of that is in the ledger."""

from pathlib import Path

import pytest

from board.cli.context import seat_here
from board.mastery.facts import Kind
from board.screens.kiosk.visit import Visits
from board.store.class_book import ClassBook
from board.store.documents.tables import ABOUT
from kiosk.handles import held
from kiosk.visits import Clock, Day, kiosk_with

pytestmark = pytest.mark.usefixtures("quick_hands")

_PARTS, _IN_ONE = 3, 6
"""Parts of the day, and visits in each."""


async def lived(folder: Path, seed: int) -> tuple[list[dict[str, int]], Day]:
    """Let children come and go, and give what the kiosk held after each part of the day."""
    seat, clock = seat_here(), Clock()
    book = ClassBook(folder, seat.device)
    app = kiosk_with(seat, book, clock)
    counts: list[dict[str, int]] = []
    async with app.run_test(size=(80, 24)):
        day = Day(app, book, clock, seed)
        for _ in range(_PARTS):
            many: list[dict[str, int]] = []
            for _ in range(_IN_ONE):
                await day.visit()
                many.append(held(app))
            counts.append({name: min(one[name] for one in many) for name in many[0]})  # what is just leaving counts not
    return counts, day


def grown(counts: list[dict[str, int]]) -> dict[str, list[int]]:
    """Give what is more at the end than after the first part, by more than what may just be leaving."""
    loaded = "style sheets"  # each screen's looks are read once
    return {
        name: [one[name] for one in counts]
        for name in counts[0]
        if name != loaded and counts[-1][name] > counts[0][name] + _IN_ONE
    }


@pytest.mark.parametrize("words", [True, False])
async def test_nothing_of_a_visit_stays_but_what_was_said(demo: Path, words: bool) -> None:
    settled_in(demo, words=words)
    counts, day = await lived(demo, seed=7 + words)
    assert grown(counts) == {}
    assert len(day.acknowledged) >= _PARTS
    assert day.acknowledged <= {fact.id for fact in ClassBook(demo, "looks", only_look=True).facts}
    assert set(day.kept) & ({Kind.COVERED, Kind.READY, Kind.WANTED} if words else {Kind.MAYBE_READY})


async def test_a_screen_that_is_kept_is_found(demo: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept, go_to = [], Visits._go_to

    def keeps(visits: Visits, screen: object, then: object) -> None:
        kept.append(screen)
        go_to(visits, screen, then)  # type: ignore[arg-type]

    monkeypatch.setattr(Visits, "_go_to", keeps)
    counts, _ = await lived(demo, seed=3)
    assert {"screens", "widgets", "pumps"} <= grown(counts).keys()
    assert kept


def settled_in(folder: Path, *, words: bool) -> None:
    """Settle whether children show their picture word."""
    book = ClassBook(folder, seat_here().device)
    book.edit(ABOUT, lambda now: now._replace(kiosk=now.kiosk._replace(words=words)))
    book.close()
