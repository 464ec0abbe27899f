"""The board in the browsers of a room: one process, many pages, each an app of its own."""
