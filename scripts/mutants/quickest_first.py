"""A plugin of pytest: the quickest tests come first, and one that takes far longer than before has failed."""

import faulthandler
import json
import os
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest

TIMES = "MUTANTS_TIMES"
"""Variable that names the file of the seconds each test takes; the first run makes it, the others go by it."""

_AT_LEAST = 20.0
"""Seconds a test may take at least."""

_TIMES_LONGER = 10


class _Watch:
    """Takes the times of the tests, or goes by them.

    Args:
        path: The file of the times.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._known: dict[str, float] = json.loads(path.read_text()) if path.exists() else {}
        self._taken: defaultdict[str, float] = defaultdict(float)

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        items.sort(key=lambda item: self._known.get(item.nodeid, 0.0))

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        if self._known:
            limit = _AT_LEAST + _TIMES_LONGER * self._known.get(item.nodeid, 0.0)
            faulthandler.dump_traceback_later(limit, exit=True, file=2)  # pytest holds sys.stderr
        return (yield)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        self._taken[report.nodeid] += report.duration

    def pytest_sessionfinish(self) -> None:
        faulthandler.cancel_dump_traceback_later()
        if not self._known:
            self._path.write_text(json.dumps(self._taken))


def pytest_configure(config: pytest.Config) -> None:
    """Take part in a run of the tests."""
    config.pluginmanager.register(_Watch(Path(os.environ[TIMES])))
