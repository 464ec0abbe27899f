"""Makes the pictures of the README from the real screens and charts."""
