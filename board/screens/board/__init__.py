"""The board, and what opens from it alone."""
