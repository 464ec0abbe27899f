"""The kinds of pages, one row each, by what they are for; adding a row adds a kind."""
