"""Pictures: finding, making ready for paper, turning into cells of the screen."""
