"""Photos of a child's work: taken in as evidence of a showing, and looked at."""
