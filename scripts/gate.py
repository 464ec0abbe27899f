"""Put every fault of the durability gate to the store and to its controls, and print what came of it."""

import sys
from collections import Counter

import pytest

_TESTS = ("tests/store/test_faults.py", "tests/store/test_power_cut.py", "tests/store/test_two_computers.py")
_COLUMNS = ("faults", "acknowledged", "lost", "torn", "doubled")


class _Figures:
    """What the tests tell of themselves, as a table; a plugin of pytest."""

    def __init__(self) -> None:
        self.sums: dict[str, Counter[str]] = {}

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.failed:
            print(report.longreprtext)
        if report.when == "call":
            told = [(subject, Counter(tally)) for subject, tally in report.user_properties if isinstance(tally, dict)]
            for subject, tally in told:
                self.sums.setdefault(subject, Counter()).update(tally)
                print(_line(subject, tally, report.head_line or report.nodeid))

    def pytest_sessionfinish(self) -> None:
        print()
        for subject, tally in self.sums.items():
            print(_line(subject, tally, "in all"))


def _line(subject: str, tally: Counter[str], words: str) -> str:
    figures = "".join(f"{tally[column]:>13}" for column in _COLUMNS)
    return f"{subject:<9}{figures}  {words.removeprefix('test_').replace('_', ' ')}"


def main() -> int:
    """Run the gate's tests: the board must come through whole, and every control must not."""
    print(" " * 9 + "".join(f"{column:>13}" for column in _COLUMNS))
    return int(pytest.main(["-o", "addopts=--import-mode=importlib", "-p", "no:terminal", *_TESTS], [_Figures()]))


if __name__ == "__main__":
    sys.exit(main())
