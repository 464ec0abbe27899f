"""From which step one may grow: never in a circle, whatever stands in a class."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from board.mastery.curriculum import Level, Step, Unit, find_cycle
from board.mastery.revision import updated, with_changed_step
from board.mastery.roots import found_root, possible_roots
from builders import UNIT

_NAMES = "abcdef"
_GROWN = st.tuples(*(st.sampled_from(["", "gone/x", *(f"u/{name}" for name in _NAMES)]) for _ in _NAMES))


def made(grown: tuple[str, ...]) -> Unit:
    steps = [Step(f"u/{name}", name, f"I can {name}.", grow_from=of) for name, of in zip(_NAMES, grown, strict=True)]
    return Unit("u", "U", (Level("u/one", "One", tuple(steps)),))


@given(_GROWN, st.sampled_from(_NAMES))
def test_what_is_offered_makes_no_circle_and_all_others_would(grown: tuple[str, ...], name: str) -> None:
    unit, id_ = made(grown), f"u/{name}"
    offered = {step.id for step in possible_roots(id_, unit, (unit,))}
    for step in unit.spots:
        links = {one.id: [step.id if one.id == id_ else one.grow_from] for one in unit.spots}
        cycle = find_cycle({id_: links[id_], **links})
        assert (id_ in cycle) is (step.id not in offered) or id_ not in cycle


def test_a_new_step_may_grow_from_any_and_what_begins_so_is_found() -> None:
    roots = possible_roots("", UNIT, (UNIT, UNIT))
    assert roots == UNIT.spots
    for letters, title in (
        ("th", "Thirds"),
        ("HALVES ", "Halves"),
        ("u/pizza", "Pizza"),
        ("t", "Thirds"),
        ("ták", "Take"),
    ):
        found = found_root(letters, roots)
        assert found is not None
        assert found.title == title
    assert found_root(" ", roots) is None
    assert found_root("xyz", roots) is None


def test_growing_from_another_step_makes_no_new_version() -> None:
    first = UNIT.spots[0]
    after = updated(UNIT, with_changed_step(UNIT, replace(first, grow_from="u/thirds")))
    assert (after.spots[0].grow_from, after.spots[0].version) == ("u/thirds", first.version)
