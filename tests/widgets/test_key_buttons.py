"""Big buttons of a key bar: never too small for a finger, never over each other, and nothing is lost that stands behind More."""

from hypothesis import assume, given
from hypothesis import strategies as st

from board.widgets.command import Command
from board.widgets.key_buttons import key_buttons
from board.widgets.tiles import HIGH, NARROWEST

_WORDS = st.lists(
    st.sampled_from(["Got", "it", "Trying", "Keep", "working", "Undo", "Whole", "class", "Before", "Print", "Know"]),
    min_size=1,
)
_MENU = Command("help", "f1", "Menu", "All.", 1)


@st.composite
def _commands(draw: st.DrawFn) -> list[Command]:
    words = draw(st.lists(_WORDS.map(lambda words: " ".join(words[:3])), max_size=24))
    shown = draw(st.permutations(range(1, len(words) + 1)))
    return [Command(f"do({at})", "a", said, "Does it.", shown[at]) for at, said in enumerate(words)]


@given(commands=_commands(), has_menu=st.booleans(), room=st.integers(6, 160), rows=st.integers(1, 3))
def test_buttons_are_large_apart_and_inside_their_room(
    commands: list[Command], has_menu: bool, room: int, rows: int
) -> None:
    buttons = key_buttons(commands, _MENU if has_menu else None, room, rows)
    for at, button in enumerate(buttons):
        left, top, wide, high = button.box
        assert wide >= NARROWEST
        assert high >= HIGH
        assert left >= 0
        assert left + wide <= room
        assert " ".join(button.lines) == button.command.words
        assert all(len(line) <= wide for line in button.lines)
        for other in buttons[:at]:
            across = other.box.left + other.box.wide < left
            assert across or other.box.top + other.box.high < top, "a gap lies between any two"
    assert len({button.box.top for button in buttons}) <= rows


@given(commands=_commands(), room=st.integers(6, 160), rows=st.integers(1, 3))
def test_what_has_no_place_stands_behind_the_last_button_and_is_wanted_least(
    commands: list[Command], room: int, rows: int
) -> None:
    buttons = key_buttons(commands, _MENU, room, rows)
    assert buttons[-1].command == _MENU
    shown = [button.command for button in buttons[:-1]]
    assert shown == [command for command in commands if command in shown], "in their own order"
    left_out = [command.shown for command in commands if command not in shown]
    assert max((command.shown for command in shown), default=0) < min(left_out, default=99)


@given(commands=_commands(), room=st.integers(6, 160))
def test_they_take_no_more_rows_than_they_need(commands: list[Command], room: int) -> None:
    buttons = key_buttons(commands, _MENU, room, 3)
    rows = len({button.box.top for button in buttons})
    assume(rows > 1)
    fewer = key_buttons(commands, _MENU, room, rows - 1)
    assert len(fewer) < len(buttons)
