"""Small programs that the board is measured against, each started on a terminal of its own."""
