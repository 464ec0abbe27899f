"""The print desk: a page is chosen, looked at, made; and what becomes of a sticker sheet."""
