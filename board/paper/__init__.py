"""From an open class to paper: what can be printed, the desk it is chosen at, and the file."""
