"""Put harmful text into every text of a class folder and into every name of a file there, and look what the commands say.

    .venv/bin/python -m scripts.text_fuzz --rounds 500
    .venv/bin/python -m scripts.text_fuzz --seed 7 --rounds 20

In each round every place holds another text, and from round to round the texts move on, so that each has been everywhere. The
texts go into the files past the board, as another program or another person would put them there.
"""

import argparse
import json
import os
import random
import shutil
import sys
import tempfile
import time
import unicodedata
from collections.abc import Iterator
from contextlib import chdir
from itertools import count
from pathlib import Path
from typing import Any, NamedTuple

CHECKOUT = Path(__file__).parents[1]
sys.path.insert(0, str(CHECKOUT / "tests"))  # the list of harmful texts that tests use too

from click.testing import CliRunner  # noqa: E402 - the path comes first

from board.cli import cli  # noqa: E402
from hostile import HOSTILE  # noqa: E402
from scripts.mutations.small_class import make  # noqa: E402

TEXTS = 500
"""How many texts there are."""

COMMANDS: tuple[tuple[str, ...], ...] = (
    ("show",),
    ("show", "--json"),
    ("show", "--status", "mastered"),
    ("show", "--student", "ava"),
    ("check", "."),
    ("undo", "--list"),
    ("undo", "--list", "--json"),
    ("art", "--list"),
    ("art", "--list", "--json"),
    ("print", "--list"),
    ("print", "register", "-o", "../register.pdf"),
    ("printer",),
    ("printer", "--json"),
    ("restore", "."),
    ("backup", "-o", "../class.zip"),
    ("record", "ava", "-o", "../record.zip"),
    ("erase", "ava"),
    ("mark", "count", "mastered", "ava"),
    ("note", "ava", "count", "seen"),
    ("away", "ben"),
    ("student", "rename", "ben", "Ben D."),
    ("student", "add", "Zoe"),
)
"""Everything that says something about a class, called in its folder."""

_FIXED = (
    "id",
    "format",
    "kind",
    "how",
    "path",
    "seen",
    "by",
    "set",
    "use",
    "device",
    "at",
    "of",
    "student",
    "step",
    "also",
)
"""What others refer to, or what is one of a few words; it is replaced in some rounds only, or nothing would be left to say."""

_SIGNS = "\x00\x07\x08\x0b\x1b\x7f\x85\x9b\x9d\u061c\u200b\u200f\u202e\u2028\u2066\u2069\ufeff\U000e0041\ud800\udfff[]mJ;\nA é"
_MAY_STAY = "\n\t\u200c\u200d\u200e\u200f"


class Found(NamedTuple):
    """What must not be: a character that steers a terminal, or a crash."""

    seed: str
    command: str
    what: str


def texts(chance: random.Random) -> list[str]:
    """Give harmful texts: our list, and such made of the signs in it by lot."""
    made = ("".join(chance.choices(_SIGNS, k=chance.randint(1, 12))) for _ in count())
    return [*HOSTILE, *(next(made) for _ in range(TEXTS - len(HOSTILE)))]


def steering(text: str) -> set[str]:
    """Give the characters of a text that steer a terminal or turn a sentence round."""
    return {
        char
        for char in text
        if char not in _MAY_STAY
        and (unicodedata.category(char) in ("Cc", "Cs") or "\u202a" <= char <= "\u202e" or "\u2066" <= char <= "\u2069")
    }


def fuzz(seed: int, rounds: int) -> Iterator[Found | int]:
    """Call every command in each round, and give what was found, and after each round how many calls there were."""
    chance = random.Random(seed)
    harmful = texts(chance)
    before = os.environ.get("BOARD_HOME")
    with tempfile.TemporaryDirectory(prefix="text fuzz ") as place:
        home, fresh = Path(place) / "home", Path(place) / "fresh.class"
        os.environ["BOARD_HOME"] = str(home)
        try:
            make(fresh)
            for number in range(rounds):
                at = number % len(harmful)
                yield from _round(fresh, home, harmful[at:] + harmful[:at], f"{seed}/{number}", number)
        finally:
            os.environ.pop("BOARD_HOME")
            if before is not None:
                os.environ["BOARD_HOME"] = before


def _round(fresh: Path, home: Path, harmful: list[str], seed: str, number: int) -> Iterator[Found | int]:
    place = fresh.with_name("round")
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir()
    folder = place / _file_name(harmful[0], "Room ", ".class")
    shutil.copytree(fresh, folder)
    poison(folder, harmful, with_ids=number % 3 == 2)
    _poison_settings(home, harmful[0], folder)
    with chdir(folder):
        for words in COMMANDS:
            done = CliRunner().invoke(cli, words, color=True)
            if done.exception is not None and not isinstance(done.exception, SystemExit):
                yield Found(seed, " ".join(words), f"{type(done.exception).__name__}: {done.exception}"[:200])
            elif hidden := steering(done.output):
                yield Found(seed, " ".join(words), f"said {sorted(map(ascii, hidden))}")
    yield len(COMMANDS)


def poison(folder: Path, harmful: list[str], *, with_ids: bool) -> None:
    """Put harmful texts into a class folder.

    Args:
        folder: The folder.
        harmful: The texts; they are taken in turn.
        with_ids: Whether ids and words with a meaning are replaced, too.
    """
    left = iter([*harmful, *harmful])
    path = folder / "class.json"
    _put(path, _replaced(json.loads(path.read_bytes()), left, with_ids=with_ids))
    for ledger in sorted((folder / "ledger").iterdir()):
        facts = [_replaced(json.loads(line), left, with_ids=with_ids) for line in ledger.read_bytes().splitlines()]
        ledger.write_bytes(b"".join(json.dumps(fact).encode() + b"\n" for fact in facts))
    _add_files(folder, left)


def _replaced(value: Any, left: Iterator[str], *, with_ids: bool, name: str = "") -> Any:
    if isinstance(value, dict):
        return {key: _replaced(each, left, with_ids=with_ids, name=key) for key, each in value.items()}
    if isinstance(value, list):
        return [_replaced(each, left, with_ids=with_ids, name=name) for each in value]
    return next(left) if isinstance(value, str) and (with_ids or name not in _FIXED) else value


def _put(path: Path, value: Any) -> None:
    path.write_bytes(json.dumps(value).encode())  # surrogates are written as escapes, so every text can be


def _add_files(folder: Path, left: Iterator[str]) -> None:
    """Put files with harmful names wherever somebody may have put some."""
    line = next((folder / "ledger").glob("other.jsonl")).read_bytes()
    inside = {
        "ledger": (".jsonl", line + b"no fact\n"),
        "art": (".png", b"no picture"),
        "backups": (".json", b"no class"),
        "drafts": (".json", b'{"step": "numbers/add", "caption": "x\\u001b[2J"}'),
        "prints": (".pdf", b"no page"),
        "drop pictures here": (".png", b"no picture"),
        ".": (".json", b"{}"),
    }
    for room, (ending, data) in inside.items():
        (folder / room).mkdir(exist_ok=True)
        for start in ("", "class-000001", "class (1) "):
            (folder / room / _file_name(next(left), start, ending)).write_bytes(data)


def _file_name(text: str, start: str, ending: str) -> str:
    """Give a name a disk takes: any bytes but two, and not too many."""
    name = text.replace("/", "").replace("\0", "").encode("utf-8", "surrogatepass")[:150]
    return start + (name.decode("utf-8", "surrogateescape").strip(".") or "x") + ending


def _poison_settings(home: Path, text: str, folder: Path) -> None:
    path = home / "settings.json"
    kept = json.loads(path.read_bytes())
    kept |= {"theme": text, "signs": text, "last_class": os.fspath(folder)}
    kept["paper"] = {"printers": {text: {"dx": 1.0, "dy": 1.0, "scale": 1.0}}, "usual": {"paper": text, text: text}}
    kept["places"] = {text: {"unit": text, "student": text, "step": text, "zoom": 1, "group": [text], "marking": text}}
    _put(path, kept)


def main() -> int:
    """Try what the command line asks for, and print what was found."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, default=random.randrange(10**6), help="where chance begins")
    parser.add_argument("--rounds", type=int, default=TEXTS, help="how often the texts move on")
    asked = parser.parse_args()
    print(f"seed {asked.seed}")
    begun, calls, found = time.monotonic(), 0, 0
    for told in fuzz(asked.seed, asked.rounds):
        if isinstance(told, Found):
            found += 1
            print(*told, sep=" | ", flush=True)
        else:
            calls += told
    print(f"{asked.rounds} rounds, {calls} calls, {found} found, {time.monotonic() - begun:.0f} s, seed {asked.seed}")
    return bool(found)


if __name__ == "__main__":
    sys.exit(main())
