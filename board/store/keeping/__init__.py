"""Keeping a class safe: backup and restore, check, the new school year."""
