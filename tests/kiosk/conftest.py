"""Whole days and both sides of a kiosk: looks are parsed once, and no hand is as quick as these."""

from collections.abc import Iterator

import pytest

from board.widgets import aim, glance
from parsed_once import parsed_once


@pytest.fixture(scope="session", autouse=True)
def looks_parsed_once() -> Iterator[None]:
    with parsed_once():
        yield


@pytest.fixture
def quick_hands(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is taken for a tremble."""
    monkeypatch.setattr(glance, "SEEN_AFTER", 0.0)
    monkeypatch.setattr(aim, "CHATTER", 0.0)
