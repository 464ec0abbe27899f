"""How often somebody may knock: a bucket that fills again, one for each address or guest; it keeps few of them."""

from collections.abc import Callable
from typing import NamedTuple


class Rate(NamedTuple):
    """How much of something is let through.

    Attributes:
        size: How much at once.
        refill: How much more each second.
    """

    size: float
    refill: float


class Bucket(NamedTuple):
    """What is left for somebody.

    Attributes:
        level: How much there was.
        at: When, in seconds.
    """

    level: float
    at: float


def full(rate: Rate, now: float) -> Bucket:
    """Give the bucket of somebody who comes for the first time."""
    return Bucket(rate.size, now)


def filled(bucket: Bucket, rate: Rate, now: float) -> Bucket:
    """Give a bucket as it is later; a clock that goes back takes nothing away and gives nothing."""
    passed = max(0.0, now - bucket.at)
    return Bucket(min(rate.size, bucket.level + passed * rate.refill), max(now, bucket.at))


def drawn(bucket: Bucket, rate: Rate, now: float, cost: float = 1.0) -> tuple[Bucket, bool]:
    """Take something out of a bucket.

    Returns:
        The bucket afterwards, and whether there was enough; where there was not, nothing is taken.
    """
    later = filled(bucket, rate, now)
    return (Bucket(later.level - cost, later.at), True) if later.level >= cost else (later, False)


class Buckets:
    """A bucket for each of many.

    Args:
        rate: How much each may have.
        clock: Gives seconds that only grow.
        most: How many are remembered; when there are more, those that have taken least are forgotten.
    """

    def __init__(self, rate: Rate, clock: Callable[[], float], most: int = 4096) -> None:
        self._rate = rate
        self._clock = clock
        self._most = most
        self._of: dict[str, Bucket] = {}

    def __len__(self) -> int:
        return len(self._of)

    def admits(self, who: str, cost: float = 1.0) -> bool:
        """Take something out of somebody's bucket, and tell whether there was enough.

        Args:
            who: Whose bucket.
            cost: How much; 0 only asks whether nothing is owed.
        """
        now = self._clock()
        if who not in self._of and len(self._of) >= self._most:
            self._forget(now)
        self._of[who], enough = drawn(self._of.get(who) or full(self._rate, now), self._rate, now, cost)
        return enough

    def has(self, who: str, cost: float = 1.0) -> bool:
        """Tell whether there is enough in somebody's bucket, and take nothing."""
        bucket = self._of.get(who)
        return bucket is None or filled(bucket, self._rate, self._clock()).level >= cost

    def _forget(self, now: float) -> None:
        """Forget half of all: the fullest, for whom it makes the least difference."""
        emptiest = sorted(self._of, key=lambda who: filled(self._of[who], self._rate, now).level)
        self._of = {who: self._of[who] for who in emptiest[: self._most // 2]}
