"""Paper: charts made from domain values and pictures handed in as arguments."""
