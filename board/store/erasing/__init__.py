"""Taking an erased child out of all that is kept and remembered."""
