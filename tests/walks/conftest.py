"""Three hundred boards are opened to be held against those that were walked on; their looks are the same."""

from collections.abc import Iterator

import pytest

from parsed_once import parsed_once


@pytest.fixture(scope="session", autouse=True)
def looks_parsed_once() -> Iterator[None]:
    with parsed_once():
        yield
