"""What only leads elsewhere: links and junctions, and not the placeholders of a cloud, which are files that are on their way."""

import os
import stat
from pathlib import Path

_NAMES_ANOTHER = 0x20000000
"""Bit in a Windows reparse tag that says it leads elsewhere, as links and junctions do, and placeholders of clouds don't.

https://learn.microsoft.com/windows/win32/api/winnt/nf-winnt-isreparsetagnamesurrogate
"""


def leads_away(about: os.stat_result) -> bool:
    """Tell whether what was found under a name, itself not followed, leads elsewhere: see `is_link`."""
    return stat.S_ISLNK(about.st_mode) or bool(getattr(about, "st_reparse_tag", 0) & _NAMES_ANOTHER)


def is_link(path: Path) -> bool:
    """Tell whether a name leads elsewhere: a link or a junction, also one that leads nowhere; a placeholder does not."""
    try:
        return leads_away(path.lstat())
    except (OSError, ValueError):
        return False


def real_folder(folder: Path) -> Path:
    """Give the folder itself where people name a link to it: what lies inside is never reached through a link."""
    return Path(os.path.realpath(folder)) if is_link(folder) else folder  # unlike `resolve`, it bears a link to itself


def is_plain_folder(path: Path) -> bool:
    """Tell whether there is a folder, and not only a link to one."""
    try:
        about = path.lstat()
    except (OSError, ValueError):
        return False
    return stat.S_ISDIR(about.st_mode) and not leads_away(about)


def plain_files(folder: Path) -> list[Path]:
    """Give the plain files in a folder by name: no links, pipes or folders; none where the folder itself is a link.

    Raises:
        OSError: It can't be looked into.
    """
    if not is_plain_folder(folder):
        return []
    with os.scandir(folder) as entries:
        return sorted(Path(entry.path) for entry in entries if entry.is_file(follow_symlinks=False))
