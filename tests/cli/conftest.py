"""A class made as the README says."""

from pathlib import Path

import pytest

from cli_driver import UNIT, run


def thirty_names() -> str:
    return "first,last,id\n" + "".join(f"Child{number},Family{number % 7},{number}\n" for number in range(30))


@pytest.fixture
def room(tmp_path: Path) -> Path:
    """A class made as the README says: new, roster, unit."""
    folder, names = tmp_path / "Room 12.class", tmp_path / "names.csv"
    names.write_text(thirty_names())
    for words in (
        ("new", folder, "--name", "Room 12", "--teacher", "Ms. Rivera"),
        ("roster", names, "-c", folder, "--yes"),
        ("unit", UNIT, "-c", folder, "--yes"),
    ):
        assert run(*words).exit_code == 0
    return folder
