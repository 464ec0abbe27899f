"""From an open class to paper: what can be printed, what is asked first, and the file."""
