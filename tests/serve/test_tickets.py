"""Tickets: good for one thing, one guest, some minutes, some uses."""

from hypothesis import given
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, consumes, rule

from board.serve.tickets import ANYBODY, Tickets
from guarded import Clock

KINDS = st.sampled_from(("upload", "file", "bring"))
GUESTS = st.sampled_from(("ava", "ben", ANYBODY))


class TicketsOut(RuleBasedStateMachine):
    """What the tickets do beside a table that does it the plain way."""

    tokens = Bundle("tokens")

    def __init__(self) -> None:
        super().__init__()
        self.clock = Clock()
        self.tickets = Tickets(self.clock)
        self.left: dict[str, int] = {}
        self.known: dict[str, tuple[str, str, str, float]] = {}

    @rule(
        target=tokens,
        kind=KINDS,
        guest=GUESTS,
        page=st.sampled_from("pq"),
        seconds=st.integers(1, 300),
        uses=st.integers(1, 3),
    )
    def give(self, kind: str, guest: str, page: str, seconds: int, uses: int) -> str:
        token = self.tickets.give(kind, f"value {len(self.known)}", guest, page, seconds=seconds, uses=uses)
        self.left[token] = uses
        self.known[token] = (f"value {len(self.known)}", kind, guest, self.clock.at + seconds)
        self.pages = {**getattr(self, "pages", {}), token: page}
        return token

    @rule(token=tokens, kind=KINDS, guest=GUESTS)
    def take(self, token: str, kind: str, guest: str) -> None:
        value, for_, whose, until = self.known[token]
        counts = (kind, guest) == (for_, whose) and self.clock.at < until and self.left[token] > 0
        assert self.tickets.look(token, kind, guest) == (value if counts else None)
        assert self.tickets.take(token, kind, guest) == (value if counts else None)
        self.left[token] -= counts

    @rule(token=tokens)
    def its_use_fails(self, token: str) -> None:
        _, kind, guest, _ = self.known[token]
        if self.tickets.take(token, kind, guest) is not None:
            self.tickets.give_back(token)

    @rule(token=consumes(tokens))
    def withdraw(self, token: str) -> None:
        self.tickets.withdraw(token)
        self.left[token] = 0
        _, kind, guest, _ = self.known[token]
        assert self.tickets.take(token, kind, guest) is None
        self.tickets.give_back(token)
        assert self.tickets.take(token, kind, guest) is None

    @rule(page=st.sampled_from("pq"))
    def close_page(self, page: str) -> None:
        self.tickets.withdraw_page(page)
        self.left |= {token: 0 for token, its in getattr(self, "pages", {}).items() if its == page}

    @rule(seconds=st.integers(1, 200))
    def wait(self, seconds: int) -> None:
        self.clock.at += seconds


TestTicketsOut = TicketsOut.TestCase


@given(st.text())
def test_what_nobody_was_given_is_no_ticket(token: str) -> None:
    tickets = Tickets(Clock())
    tickets.give("upload", 1, "ava", "p")
    assert tickets.take(token, "upload", "ava") is None


def test_they_can_not_be_guessed_and_fit_into_an_address() -> None:
    tickets = Tickets(Clock(), mark="w2")
    given_out = {tickets.give("file", 1, "ava", "p") for _ in range(100)}
    assert len(given_out) == 100
    assert all(
        len(token) >= 32 and token.startswith("w2") and token.replace("-", "").replace("_", "").isalnum()
        for token in given_out
    )


def test_what_is_over_is_not_kept() -> None:
    tickets = Tickets(clock := Clock())
    for _ in range(5000):
        tickets.give("file", 1, "ava", "p")
    assert len(tickets) <= 2000
    clock.at += 300
    tickets.give("file", 1, "ava", "p")
    assert len(tickets) == 1
