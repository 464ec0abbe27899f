"""What happened in a class: lines, the files they lie in, and what this computer remembers of its own."""
