"""A figure beside its limit, and the table of all of them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

HEAD = ("what", "board serve", "textual-serve", "limit", "")


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the table.

    Attributes:
        what: What was measured.
        unit: Unit of both.
        ours: The board's own server.
        stock: The stock server in the same run, None where it was not asked.
        most: The most it may be, None for no such limit.
        least: The least it may be.
        share: The most it may be of the stock server's, None for no such limit; with `at_least`, the least.
        at_least: Whether more is better.
    """

    what: str
    unit: str
    ours: float
    stock: float | None = None
    most: float | None = None
    least: float | None = None
    share: float | None = None
    at_least: bool = False

    @property
    def is_missed(self) -> bool:
        """Whether it is not what was promised."""
        limit = None if self.share is None or self.stock is None else self.share * self.stock
        if limit is not None and (self.ours < limit if self.at_least else self.ours > limit):
            return True
        return (self.most is not None and self.ours > self.most) or (self.least is not None and self.ours < self.least)

    def cells(self) -> tuple[str, ...]:
        """Give the texts of the line."""
        limits = [f"<= {self.most:g} {self.unit}"] if self.most is not None else []
        limits += [f">= {self.least:g} {self.unit}"] if self.least is not None else []
        limits += [f"{'>=' if self.at_least else '<='} {self.share:g}x"] if self.share is not None else []
        ratio = f" ({self.ours / self.stock:.2f}x)" if self.stock else ""
        return (
            self.what,
            f"{_rounded(self.ours)} {self.unit}{ratio}",
            "" if self.stock is None else f"{_rounded(self.stock)} {self.unit}",
            ", ".join(limits),
            ("missed" if self.is_missed else "ok") if limits else "",
        )


def written(figures: Iterable[Figure]) -> str:
    """Give the table as text."""
    lines = [HEAD, *(figure.cells() for figure in figures)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(HEAD))]
    return "\n".join(
        "  ".join(text.ljust(width) for text, width in zip(line, widths, strict=True)).rstrip() for line in lines
    )


def at(share: float, samples: Sequence[float]) -> float:
    """Give the value that a share of the samples does not exceed."""
    return sorted(samples)[max(0, min(len(samples) - 1, -(-int(share * 1000) * len(samples) // 1000) - 1))]


def _rounded(value: float) -> str:
    return f"{value:.{0 if value >= 100 else 1 if value >= 10 else 2}f}"
