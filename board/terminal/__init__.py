"""What lies between the board and its terminal: what it sends is read, what it can show is known, it is left as it was."""
