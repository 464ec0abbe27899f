"""Small units, facts and strategies that the tests of the rules share."""

from hypothesis import strategies as st

from board.mastery.curriculum import Level, Path, Step, Unit
from board.mastery.facts import Fact, Kind
from board.mastery.progress import Row, spot_of


def step(name: str, *needs: str) -> Step:
    return Step(f"u/{name}", name.capitalize(), f"I can {name}.", needs=tuple(f"u/{need}" for need in needs))


def level(
    name: str, *steps: str, boss: str | None = None, needed: int | None = None, must: tuple[str, ...] = ()
) -> Level:
    return Level(
        f"u/{name}",
        name.capitalize(),
        tuple(step(title) for title in steps),
        needed,
        frozenset(f"u/{title}" for title in must),
        step(boss) if boss else None,
    )


def unit(*levels: Level, path: Path = Path.LEVELS) -> Unit:
    return Unit("u", "Unit", levels, path=path)


def fact(
    kind: Kind, name: str, *, seq: int = 1, of: str | None = None, student: str = "ava", note: str | None = None
) -> Fact:
    return Fact(f"f{seq}", seq, "d1", "2026-01-05T09:00:00+00:00", "t", kind, student, f"u/{name}", of, note=note)


def row(**kinds: Kind) -> Row:
    """The row of one student: mastered=..., given as step name = kind."""
    return {f"u/{name}": spot_of([fact(kind, name, seq=index)]) for index, (name, kind) in enumerate(kinds.items(), 1)}


UNIT = unit(
    level("one", "halves", "thirds", "fourths", boss="pizza"),
    level("two", "add", "take", boss="shop", needed=1, must=("add",)),
    level("three", "tens", "ones"),
)
STEP_NAMES = [spot.id.removeprefix("u/") for spot in UNIT.spots]
STUDENTS = ["ava", "ben"]
ADULTS = ["t", "u"]


@st.composite
def ledgers(draw: st.DrawFn) -> list[Fact]:
    """Any ledger, hostile ones too: facts of two devices and two adults, withdrawals of anything, known or not."""
    size = draw(st.integers(0, 14))
    facts: list[Fact] = []
    for number in range(size):
        kind = draw(st.sampled_from(Kind))
        of = (
            draw(st.sampled_from([f"f{other}" for other in range(size)]))
            if kind in (Kind.WITHDRAWN, Kind.RESTORED, Kind.TOLD) or kind.startswith("picture")
            else draw(st.sampled_from([None, "f0", "f1"]))
            if kind is Kind.ONE_OF_TWO
            else None
        )
        facts.append(
            Fact(
                f"f{number}",
                draw(st.integers(0, 6)),
                draw(st.sampled_from(["d1", "d2"])),
                draw(st.sampled_from(["2026-01-05T09:00:00+00:00", "1999-01-01T00:00:00+00:00"])),
                draw(st.sampled_from(ADULTS)),
                kind,
                draw(st.sampled_from(STUDENTS)),
                draw(st.sampled_from([*(f"u/{name}" for name in STEP_NAMES), "gone/step", None])),
                of,
                evidence=(draw(st.sampled_from(["a" * 32, "b" * 32])),) if kind is Kind.PICTURE_ADDED else (),
                untold=kind is Kind.KEEP_WORKING and draw(st.booleans()),
            )
        )
    return facts


rows = st.dictionaries(
    st.sampled_from([spot.id for spot in UNIT.spots]),
    st.sampled_from([Kind.MASTERED, Kind.EXCUSED, Kind.PRACTISING]).map(lambda kind: spot_of([fact(kind, "any")])),
)
