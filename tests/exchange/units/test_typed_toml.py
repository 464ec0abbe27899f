import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

import board.demo
from board.exchange.units.toml_table import BadFile
from board.exchange.units.unit_file import read_unit
from typists import KINDS, Slips

_PAGE = Path(__file__).parents[3] / "docs" / "unit-files.md"
_FILES = {
    "example": _PAGE.read_text(encoding="utf-8").split("```toml\n", 1)[1].split("```", 1)[0],
    "demo": (Path(board.demo.__file__).parent / "number-explorers.toml").read_text(encoding="utf-8"),
}
_PLACES = 400
"""Places of one kind that are tried in one file, spread over all of it."""


def said_of(tmp_path: Path, text: str) -> str:
    file = tmp_path / "unit.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(BadFile) as refused:
        read_unit(file)
    return str(refused.value)


def advice(tmp_path: Path, text: str) -> str:
    try:
        return said_of(tmp_path, text)
    except pytest.fail.Exception:
        return "it was read"


@pytest.mark.parametrize("name", _FILES)
@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_a_slip_gets_its_own_advice_wherever_it_is_made(
    tmp_path: Path, kind: Callable[[list[str]], Slips], name: str
) -> None:
    slips = list(kind(_FILES[name].split("\n")))
    slips = slips[:: 1 + len(slips) // _PLACES]
    came: Counter[str] = Counter()
    wrong = []
    for slip in slips:
        said = advice(tmp_path, slip.text)
        line = re.search(r", line (\d+)", said)
        if re.search(KINDS[kind], said) and line is not None and int(line[1]) in slip.lines:
            came["right"] += 1
        elif "can't be read" in said:
            came["without its own advice"] += 1
        else:
            came["wrong"] += 1
            wrong.append(f"{sorted(slip.lines)}: {said}")
    shown = "\n".join(wrong[:20])
    assert slips
    assert not wrong, f"{dict(came)} of {len(slips)}\n{shown}"
    assert came["right"] >= 0.95 * len(slips), f"{dict(came)} of {len(slips)}"
