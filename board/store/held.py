"""What each ledger file holds now: how far it was read, the facts in it, and its lines that are told of."""

from board.store.damage import Damage
from board.store.ledger_files import Reading, Seen
from board.store.lines import Odd


class Held:
    """The ledger files as they were read last.

    Attributes:
        seen: How far each file was read, by its name; one that is not here is read from its start.
    """

    def __init__(self) -> None:
        self.seen: dict[str, Seen] = {}
        self._ids: dict[str, set[str]] = {}
        self._odd: dict[str, list[Odd]] = {}
        self._binding: set[str] = set()

    @property
    def ids(self) -> set[str]:
        """The ids of the facts that any file holds, those of newer versions too."""
        return set().union(*self._ids.values())

    @property
    def damaged(self) -> list[Damage]:
        """The lines that are told of; they are left as they are."""
        return [Damage(name, odd.line, odd.why) for name, odds in sorted(self._odd.items()) for odd in odds]

    @property
    def forbids(self) -> bool:
        """Whether a newer version wrote something that must be understood by whoever writes."""
        return bool(self._binding)

    def take(self, reading: Reading) -> bool:
        """Let what was read of a file stand for it, and tell whether anything that it held may be gone."""
        name, now = reading.name, reading.now
        may_lack = reading.anew and name in self._ids
        if reading.anew:
            self.forget(name)
        if now is not None:
            self.seen[name] = now
            self._odd.setdefault(name, []).extend(reading.odd)
            if any(odd.must for odd in reading.odd):
                self._binding.add(name)
            self.add(name, [fact.id for fact in reading.facts])
            self.add(name, [odd.id for odd in reading.odd if odd.id])
        return may_lack

    def add(self, name: str, ids: list[str]) -> None:
        """Know that a file holds facts."""
        self._ids.setdefault(name, set()).update(ids)

    def wrote(self, name: str, ids: list[str], now: Seen | None) -> None:
        """Know what was written into a file; where nobody knows how far it is read now, it is read from its start."""
        self.add(name, ids)
        if now is None:
            self.seen.pop(name, None)
        else:
            self.seen[name] = now

    def forget(self, name: str) -> None:
        """Read a file from its start when it is read next."""
        self.seen.pop(name, None)
        self._odd.pop(name, None)
        self._ids.pop(name, None)
        self._binding.discard(name)
