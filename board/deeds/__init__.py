"""What people do with a class: marks, pictures, drawings, the roll, a unit; one history takes all of it back."""
