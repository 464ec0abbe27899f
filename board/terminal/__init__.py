"""The terminal: what it sends is read here, and it is left as it was found."""
