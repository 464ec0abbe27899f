"""The pictures of a class folder, each proved to be what its name says."""
