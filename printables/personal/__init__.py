"""A child's own chart."""
