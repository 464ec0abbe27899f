from hypothesis import given
from hypothesis import strategies as st

from board.mastery.audience import Earned
from board.mastery.curriculum import Step
from board.mastery.path_map import MapSpot, Stop
from board.mastery.progress import Status
from board.widgets.path_road_plan import plan_road

ROOT = Earned(Step("r/r", "Root", "I can."), None)


@st.composite
def roads(draw: st.DrawFn) -> tuple[Stop, ...]:
    stops = []
    for at, many in enumerate(draw(st.lists(st.integers(1, 12), min_size=1, max_size=6))):
        rooted = draw(st.integers(-1, many - 1))
        spots = [
            MapSpot(
                Step(f"s/{at}-{n}", f"Step {n} of stop {at}", "I can."),
                n == many - 1,
                Status.OPEN,
                root=ROOT if n == rooted else None,
            )
            for n in range(many)
        ]
        stops.append(Stop(f"Stop {at}", tuple(spots)))
    return tuple(stops)


@given(roads(), st.integers(1, 200), st.integers(1, 60), st.data())
def test_wherever_a_child_looks_no_row_above_is_cut_and_its_own_is_there_from_its_flag_on(
    stops: tuple[Stop, ...], width: int, height: int, data: st.DataObject
) -> None:
    plan = plan_road(stops, width, height)
    top = 0
    for at in data.draw(st.lists(st.integers(0, len(plan.places) - 1), min_size=1, max_size=9)):
        top = plan.scrolled_to(at, top, height)
        wanted = plan.lines_of(at)
        assert top in [row.begin for row in plan.rows]
        assert top <= wanted.start
        assert top + height >= min(wanted.stop, wanted.start + height), "as much of it as there is room for"
