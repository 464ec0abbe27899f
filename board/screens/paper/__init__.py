"""Pages are chosen, looked at and printed."""
