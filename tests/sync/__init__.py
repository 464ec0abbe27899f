"""Two or three computers with a copy of one class each, people at them, and a sync program between them, by the dice."""
