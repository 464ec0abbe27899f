"""What a text holds: its rows and columns, and what they mean."""
