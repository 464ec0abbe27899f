"""A showing: who asks for one, what was seen, and what an adult says of it."""
