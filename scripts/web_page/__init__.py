"""Makes what the browser loads and nobody writes by hand: the terminal's bundle, its letters, the icons."""
