"""The promises about pages of browsers, measured beside a stock server of the same board in the same run."""

import sys
from pathlib import Path

CHECKOUT = Path(__file__).parents[2]

sys.path.insert(0, str(CHECKOUT / "tests"))  # the page without a browser that tests use too
