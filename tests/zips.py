"""Zips of a class with something else in them."""

import zipfile
from collections.abc import Callable
from pathlib import Path


def remade(zipped: Path, change: Callable[[zipfile.ZipFile], object], *, leave_out: str = "") -> Path:
    """The same zip with something else in it."""
    out = zipped.with_name("attack.zip")
    with zipfile.ZipFile(zipped) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            if entry.filename != leave_out:
                new.writestr(entry, old.read(entry))
        change(new)
    return out
