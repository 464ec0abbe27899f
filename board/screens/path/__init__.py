"""A child's own map: its road, what it chooses, and what it can do."""
