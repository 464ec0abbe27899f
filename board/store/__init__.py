"""The class folder on disk: documents that are edited, a ledger that only grows, and one door to both."""
