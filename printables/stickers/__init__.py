"""Stickers to peel off or to cut out, and how they land where they should."""
