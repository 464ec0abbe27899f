"""The demo class, made once for all tests of printing."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from board.art.shelf import StickerShelf
from board.demo.demo_class import make_demo
from board.paper.pictures import Own
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


@pytest.fixture(scope="session")
def own(demo_class: ClassBook, prints: Path) -> Own:
    """The children's own stickers; small ones, which are as good for where they lie."""
    shelf = StickerShelf(demo_class.pictures, prints, lambda _path, _size: ())  # type: ignore[arg-type]
    return lambda face, _px: shelf.paper(face, 64)
