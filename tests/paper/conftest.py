"""The demo class, made once for all tests of printing."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from board.demo.demo_class import make_demo
from board.store.class_book import ClassBook


@pytest.fixture(scope="session")
def demo_class(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ClassBook]:
    """24 invented children, 2 units, their marks and drawings."""
    book = make_demo(tmp_path_factory.mktemp("demo") / "Demo.class", "d1", datetime(2026, 3, 3, 12, tzinfo=UTC))
    yield book
    book.close()


@pytest.fixture(scope="session")
def prints(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where pictures made ready for paper are kept between tests."""
    return tmp_path_factory.mktemp("prints")
