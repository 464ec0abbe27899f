import io
import json
import re
from pathlib import Path

import pytest
from PIL import Image

from scripts.web_page.__main__ import STATIC
from scripts.web_page.icons import draw_icons

HERE = Path(__file__).parents[2] / "scripts" / "web_page"
SIZES = {"icon-180.png": 180, "icon-192.png": 192, "icon-512.png": 512, "icon-512-maskable.png": 512}
SAFE = 0.4
"""How far from the middle a masked icon may show something, in parts of its width: the rest may be cut off."""


def test_the_icons_are_those_the_script_draws(tmp_path: Path) -> None:
    drawn = list(draw_icons(tmp_path))
    assert {file.name for file in drawn} == set(SIZES)
    for file in drawn:
        image = Image.open(file)
        assert image.size == (SIZES[file.name],) * 2
        assert image.convert("RGBA").tobytes() == Image.open(STATIC / "icons" / file.name).convert("RGBA").tobytes()


def test_a_masked_icon_loses_nothing() -> None:
    image = Image.open(io.BytesIO((STATIC / "icons" / "icon-512-maskable.png").read_bytes())).convert("RGBA")
    ground = image.getpixel((0, 0))
    far = [
        (x, y)
        for x in range(0, 512, 4)
        for y in range(0, 512, 4)
        if ((x - 256) ** 2 + (y - 256) ** 2) ** 0.5 > SAFE * 512 and image.getpixel((x, y)) != ground
    ]
    assert far == []


@pytest.mark.parametrize("name", ["@xterm/xterm", "@xterm/addon-webgl"])
def test_what_is_bundled_is_said_to_the_last_figure(name: str) -> None:
    wanted = json.loads((HERE / "package.json").read_text())
    assert all(
        re.fullmatch(r"\d+\.\d+\.\d+", one) for one in (wanted["dependencies"] | wanted["devDependencies"]).values()
    )
    assert f"{name} {wanted['dependencies'][name]}\n" in (STATIC / "LICENSES.txt").read_text()


def test_no_lock_file_names_where_things_come_from() -> None:
    assert {file.name for file in HERE.iterdir() if file.is_file()} == {
        "__init__.py",
        "__main__.py",
        "bundle.py",
        "icons.py",
        "letters.py",
        "package.json",
        "terminal_entry.js",
    }
