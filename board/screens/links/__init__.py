"""Links for tablets and phones: making them, showing them, taking them back, and what one sees who has none."""
