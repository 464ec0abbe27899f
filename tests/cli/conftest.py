"""A class made as the README says."""

import json
import shutil
from pathlib import Path

import pytest

from cli_driver import UNIT, run


def thirty_names() -> str:
    return "first,last,id\n" + "".join(
        f"Child{number},Family{number % 7},{4700 + 3 * number}\n" for number in range(30)
    )


@pytest.fixture(scope="session")
def made_room(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a class that was made as the README says, once to be copied, and the settings of who made it."""
    place = tmp_path_factory.mktemp("room")
    folder, names = place / "Room 12.class", place / "names.csv"
    names.write_text(thirty_names())
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("BOARD_HOME", str(place))
        for words in (
            ("new", folder, "--name", "Room 12", "--teacher", "Ms. Rivera"),
            ("roster", names, "-c", folder, "--yes"),
            ("unit", UNIT, "-c", folder, "--yes"),
        ):
            assert run(*words).exit_code == 0
    return place


@pytest.fixture
def room(made_room: Path, tmp_path: Path, home: Path) -> Path:
    """A class made at this seat as the README says: new, roster, unit."""
    folder = Path(shutil.copytree(made_room / "Room 12.class", tmp_path / "Room 12.class"))
    shutil.copy(made_room / "names.csv", tmp_path)
    settings = json.loads((made_room / "settings.json").read_text())
    (home / "settings.json").write_text(json.dumps(settings | {"last_class": str(folder.resolve())}))
    return folder
