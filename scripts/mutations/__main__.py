"""Change one thing at a time in the files of a class, and tell what the board did about it.

    .venv/bin/python -m scripts.mutations --mutations 5000
    .venv/bin/python -m scripts.mutations --only 'class.json:0:students/ava/name=null'

The same seed draws the same changes.
"""

import argparse
import random
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from scripts.mutations.lots import drawn, in_parts
from scripts.mutations.trials import Bench, Fault


def main() -> int:
    """Try what the command line asks for, print what was found, and give 1 where anything was."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, default=random.randrange(10**6), help="where chance begins")
    parser.add_argument("--mutations", type=int, default=5000, help="how many changes")
    parser.add_argument("--sample", type=int, default=25, help="of so many one is printed and put on a screen")
    parser.add_argument("--only", action="append", help="only the change of this id; may be given again")
    parser.add_argument("--at-once", type=int, default=2, help="how many are tried side by side")
    asked = parser.parse_args()
    print(f"seed {asked.seed}")
    with tempfile.TemporaryDirectory(prefix="mutations ") as place:
        bench = Bench(Path(place))
        every = drawn(bench, asked.seed, sys.maxsize)
    changes = [change for change in every if change.id in asked.only] if asked.only else every[: asked.mutations]
    begun, faults, files = time.monotonic(), Counter[Fault](), Counter[str]()
    sample = 1 if asked.only else asked.sample
    for change, found in in_parts(changes, sample, asked.at_once):
        files[change.file] += 1
        faults.update({each.fault for each in found})
        for each in found:
            print(each.fault.value, change.id, ascii(each.what), sep=" | ", flush=True)
        if not files.total() % 500:
            print(f"{files.total()} changes", flush=True)
    print(f"{len(changes)} of {len(every)} changes, {time.monotonic() - begun:.0f} s, seed {asked.seed}")
    print(*(f"  {count:6} in {file}" for file, count in files.items()), sep="\n")
    print(*(f"  {faults[fault]:6} {fault.value}" for fault in Fault), sep="\n")
    return int(bool(faults))


if __name__ == "__main__":
    sys.exit(main())
