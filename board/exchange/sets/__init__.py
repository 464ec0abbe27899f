"""Sets of a school: OneRoster, Clever and School Data Sync, as a folder or a zip."""
