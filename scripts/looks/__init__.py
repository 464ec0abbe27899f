"""Makes the pictures of the README from the real screens and charts."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2] / "tests"))  # the terminal that tests use too
