"""The days of facts as they are written on paper."""

import datetime as dt

from printables.page.document import written_date


def day_of(at: str) -> dt.date | None:
    """Give the day of a fact's time, None when it is no time.

    Args:
        at: An ISO time; only its first ten characters are read.
    """
    try:
        return dt.date.fromisoformat(at[:10])
    except ValueError:
        return None


def short_day(at: str, *, digits: int = 0) -> str:
    """Write the day of a fact's time as 5 Jun, 5 Jun 26 or 5 Jun 2026; a text that is no time as it stands.

    Args:
        at: The fact's time.
        digits: How many digits of the year are added.
    """
    day = day_of(at)
    if day is None:
        return at
    number, month, year = written_date(day).split()
    return f"{number} {month[:3]} {year[-digits:]}" if digits else f"{number} {month[:3]}"
