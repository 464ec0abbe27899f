"""The child's own page."""
