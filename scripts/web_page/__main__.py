"""Makes what the browser loads and nobody writes by hand, and says how large the page is."""

import gzip
from collections.abc import Mapping
from pathlib import Path

from scripts.web_page.bundle import bundle
from scripts.web_page.icons import draw_icons
from scripts.web_page.letters import cut_letters, licence

STATIC = Path(__file__).parents[2] / "board" / "serve" / "static"


def main() -> None:
    """Write the bundle, the letters, the icons and their licences."""
    licences = bundle(STATIC / "vendor")
    written = [*cut_letters(STATIC / "fonts"), *draw_icons(STATIC / "icons"), STATIC / "vendor" / "xterm.js"]
    _write_licences(licences | {"DejaVu Sans Mono, cut to the signs of the board": licence()})
    for file in written:
        data = file.read_bytes()
        packed = len(gzip.compress(data, 9, mtime=0))
        print(f"{file.relative_to(STATIC)}: {len(data):,} bytes, {packed:,} packed")


def _write_licences(licences: Mapping[str, str]) -> None:
    parts = [f"{name}\n{'=' * len(name)}\n\n{text.strip()}\n" for name, text in licences.items()]
    lines = "\n\n".join(parts).splitlines()
    (STATIC / "LICENSES.txt").write_text("\n".join(line.rstrip() for line in lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
