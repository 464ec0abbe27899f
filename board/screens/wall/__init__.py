"""What a projector shows to everybody."""
