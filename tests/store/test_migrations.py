from typing import Any

from board.store.migrations import FORMAT, in_todays_shape


def test_an_old_shape_goes_through_every_step_to_todays() -> None:
    def tables(shape: int) -> dict[str, Any]:
        return {"class": {"about": {"format": shape, "name": "Room 12"}}, "seen": {}}

    def stamp(documents: dict[str, Any]) -> dict[str, Any]:
        documents["seen"][str(documents["class"]["about"]["format"])] = {}
        return documents

    new = in_todays_shape(tables(FORMAT - 2), {FORMAT - 2: stamp, FORMAT - 1: stamp})
    assert new["class"]["about"]["format"] == FORMAT
    assert list(new["seen"]) == [str(FORMAT - 2), str(FORMAT - 1)]
