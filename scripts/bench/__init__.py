"""The promises about speed, measured: each against a floor that was measured in the same run."""

import sys
from pathlib import Path

CHECKOUT = Path(__file__).parents[2]

sys.path.insert(0, str(CHECKOUT / "tests"))  # the terminal that tests use too
