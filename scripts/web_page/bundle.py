"""Bundles xterm.js: installed in a folder aside, joined by esbuild, its style sheet and licences copied with it."""

import json
import shutil
import subprocess
import tempfile
from pathlib import Path

_HERE = Path(__file__).parent
_ENTRY = "terminal_entry.js"
_BANNER = "/* xterm.js and its WebGL addon, MIT licence: see LICENSES.txt. Made by python -m scripts.web_page. */"
_PARTS = ("@xterm/xterm", "@xterm/addon-webgl")


def bundle(target: Path) -> dict[str, str]:
    """Write the bundle and its style sheet.

    Args:
        target: The folder for `xterm.js` and `xterm.css`.

    Returns:
        By name and version of each part, the text of its licence.
    """
    with tempfile.TemporaryDirectory() as folder:
        aside = Path(folder)
        for name in ("package.json", _ENTRY):
            shutil.copyfile(_HERE / name, aside / name)
        _run(["npm", "install", "--ignore-scripts", "--no-audit", "--no-fund", "--no-package-lock"], aside)
        target.mkdir(parents=True, exist_ok=True)
        _run(
            [
                "node_modules/.bin/esbuild",
                _ENTRY,
                "--bundle",
                "--minify",
                "--format=esm",
                "--target=es2020",
                "--legal-comments=none",
                f"--banner:js={_BANNER}",
                f"--outfile={target.resolve() / 'xterm.js'}",
            ],
            aside,
        )
        parts = aside / "node_modules"
        sheet = (parts / "@xterm/xterm/css/xterm.css").read_text(encoding="utf-8")
        (target / "xterm.css").write_text(_without_comments(sheet), encoding="utf-8")
        return {_named(parts / part): (parts / part / "LICENSE").read_text(encoding="utf-8") for part in _PARTS}


def _run(command: list[str], folder: Path) -> None:
    subprocess.run(command, cwd=folder, check=True)


def _named(part: Path) -> str:
    about = json.loads((part / "package.json").read_text(encoding="utf-8"))
    return f"{about['name']} {about['version']}"


def _without_comments(sheet: str) -> str:
    """Take the comments out of a style sheet, whose licence stands with the others, and say where it is."""
    kept = [piece.partition("*/")[2] if number else piece for number, piece in enumerate(sheet.split("/*"))]
    lines = [line.rstrip() for line in "".join(kept).splitlines() if line.strip()]
    return "\n".join([_BANNER, *lines, ""])
