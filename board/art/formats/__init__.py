"""Picture files, one module for each kind: how large they say they are, and their pixels a few rows at a time."""
