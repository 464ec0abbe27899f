"""What lies between the board and the terminal it is shown on."""
