"""The table: each line one thing measured, what it is compared with, and what was promised."""

import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from statistics import median

HEAD = ("what", "against", "p50", "p95", "base p50", "base p95", "p50 ratio", "p95 ratio", "promise", "")


class By(StrEnum):
    """Which figure of the samples is compared."""

    P50 = "p50"
    P95 = "p95"

    def of(self, samples: Sequence[float]) -> float:
        """Give this figure."""
        return median(samples) if self is By.P50 else p95(samples)


def p95(samples: Sequence[float]) -> float:
    """Give the value that 95 % of the samples do not exceed."""
    return sorted(samples)[max(0, -(-95 * len(samples) // 100) - 1)]


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table.

    Attributes:
        what: What was measured.
        against: The floor or peer it is compared with, empty when the figure itself was promised.
        unit: Unit of the samples.
        ours: Samples of the board.
        base: Samples of the floor or peer, taken in turn with ours; empty when the figure itself was promised.
        by: Which figure is compared.
        promise: The most it may be, None where nothing was promised.
    """

    what: str
    against: str
    unit: str
    ours: Sequence[float]
    base: Sequence[float] = ()
    by: By = By.P50
    promise: float | None = None

    @property
    def is_over(self) -> bool:
        """Whether a promise is broken."""
        return self.promise is not None and self._compared(self.by) > self.promise

    def cells(self) -> tuple[str, ...]:
        """Give the line's texts, one for each column of `HEAD`."""
        return (
            self.what,
            self.against,
            *(_figure(self.ours, by, self.unit) for by in By),
            *(_figure(self.base, by, self.unit) for by in By),
            *(self._ratio(by) for by in By),
            "" if self.promise is None else f"{self.by if len(self.ours) > 1 else ''} <= {self.promise:g}",
            "" if self.promise is None else "over" if self.is_over else "ok",
        )

    def _compared(self, by: By) -> float:
        """Give how many times the base it takes, or the figure itself when there is no base."""
        return by.of(self.ours) / (by.of(self.base) if self.base else 1.0)

    def _ratio(self, by: By) -> str:
        several = len(self.ours) > 1 and len(self.base) > 1
        return f"{self._compared(by):.2f}x" if self.base and (several or by is By.P50) else ""


def _figure(samples: Sequence[float], by: By, unit: str) -> str:
    if not samples or (by is By.P95 and len(samples) == 1):
        return ""
    value = by.of(samples)
    return f"{value:.{0 if value >= 100 else 1 if value >= 10 else 2}f} {unit}"


def written(rows: Iterable[Row]) -> str:
    """Give the table as text."""
    lines = [HEAD, *(row.cells() for row in rows)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(HEAD))]
    return "\n".join("  ".join(map(_aligned, line, widths, range(len(HEAD)))).rstrip() for line in lines)


def _aligned(text: str, width: int, column: int) -> str:
    return text.ljust(width) if column in (0, 1) else text.rjust(width)


def tell(words: str) -> None:
    """Say what is being measured now."""
    print(words, file=sys.stderr, flush=True)
