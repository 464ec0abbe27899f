"""A copy of the house in which one mutant after the other stands before its tests."""

import os
import shutil
import signal
import subprocess
import sys
import time
from enum import Enum
from pathlib import Path

from scripts.mutants import quickest_first

_NOT_COPIED = (".git", ".venv", "build", "dist", "__pycache__", ".*_cache", ".hypothesis")

_TIMES_LONGER = 3
_LAST = 5
"""Lines in which pytest says which test failed."""

_AT_LEAST = 60.0
"""Seconds all tests together may take at least."""


class Verdict(Enum):
    """What the tests say to a change."""

    SURVIVED = "survived"
    KILLED = "killed"
    TOO_SLOW = "too slow"
    """The tests did not end in time, which a user would notice."""


class House:
    """A copy of the house, in a folder that is thrown away.

    Args:
        root: The house.
        place: An empty folder.
        times: The file of the seconds each test takes.
    """

    def __init__(self, root: Path, place: Path, times: Path) -> None:
        self.copy = place / "house"
        self._scratch = place / "scratch"
        self._times = times
        self._said = place / "said.txt"
        shutil.copytree(root, self.copy, ignore=shutil.ignore_patterns(*_NOT_COPIED), symlinks=True)

    def whole(self, tests: str) -> float | None:
        """Let the tests run as they are, and learn how long each takes.

        Returns:
            The seconds they took, or None when one of them failed.
        """
        began = time.monotonic()
        verdict = self._tried(tests, None)
        return time.monotonic() - began if verdict is Verdict.SURVIVED else None

    @property
    def said(self) -> str:
        """The last lines of what the tests said last: which one failed."""
        return "\n".join(self._said.read_text("utf-8", "replace").splitlines()[-_LAST:])

    def tried(self, file: str, source: bytes, tests: str, seconds: float) -> Verdict:
        """Let the tests run with another file in place of one, and put the file back.

        Args:
            file: Its path in the house.
            source: What stands in it meanwhile.
            tests: Folder of the tests.
            seconds: How long they took as they are.
        """
        path = self.copy / file
        before, written = path.read_bytes(), path.stat()
        path.write_bytes(source)
        try:
            return self._tried(tests, _AT_LEAST + _TIMES_LONGER * seconds)
        finally:
            path.write_bytes(before)
            os.utime(path, ns=(written.st_atime_ns, written.st_mtime_ns))  # what was compiled before is right again

    def _tried(self, tests: str, limit: float | None) -> Verdict:
        command = [sys.executable, "-m", "pytest", "-x", "-q", "-n", "0", "--tb", "no", "-p", "no:cacheprovider"]
        command += ["-p", quickest_first.__name__, "--basetemp", str(self._scratch), tests]
        surroundings = {
            quickest_first.TIMES: str(self._times),
            "CI": "true",  # hypothesis tries the same examples each time and keeps none
            "PYTHONPATH": os.pathsep.join((str(self.copy), str(Path(__file__).parents[2]))),
        }
        if limit is not None:
            surroundings["PYTHONDONTWRITEBYTECODE"] = "1"
        with (
            self._said.open("wb") as said,
            subprocess.Popen(
                command,
                cwd=self.copy,
                env=os.environ | surroundings,
                stdout=said,
                stderr=said,
                stdin=subprocess.DEVNULL,
                start_new_session=True,
            ) as program,
        ):
            try:
                return Verdict.SURVIVED if program.wait(limit) == 0 else Verdict.KILLED
            except subprocess.TimeoutExpired:
                return Verdict.TOO_SLOW
            finally:
                _end(program)
                shutil.rmtree(self._scratch, ignore_errors=True)


def _end(program: "subprocess.Popen[bytes]") -> None:
    """End a run of the tests with all programs it has started."""
    if hasattr(os, "killpg"):
        try:
            os.killpg(program.pid, signal.SIGKILL)
        except ProcessLookupError:
            return
    else:
        program.kill()
