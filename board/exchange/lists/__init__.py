"""Lists of people: what a file, a paste or a set of a school says, understood before anything changes."""
