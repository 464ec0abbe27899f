"""What people are called: a name in its parts, shortened, and known again however it is written."""
