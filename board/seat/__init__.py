"""Where one sits, and what is remembered there."""
