"""Files in and out: unit files, rosters, reports."""
