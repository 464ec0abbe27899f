"""The class quilt: what the class can do together, with nobody to be told from it."""
