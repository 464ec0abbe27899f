"""Strings that mean harm, and what every output must be free of."""

import unicodedata

HOSTILE = [
    # markup of screens
    "[/",
    "[bold]",
    "[/bold][reverse]x",
    "[@click=app.quit]x",
    "[link=file:///]x",
    "\\[b]",
    # escape sequences and control characters
    "\x1b]0;x\x07",
    "\x1b[2Jgone",
    "\x9b31mred",
    "Ava\x08\x08\x08Ben",
    "a\x00b",
    "tab\tand\x0bmore",
    "line\nfeed",
    "return\rover",
    "\u2028line\u2029paragraph\x85next",
    # writing that turns, hides or piles up
    "\u202eava",
    "\u2066\u202dx\u2069",
    "a\u200bb\u2060c\ufeffd",
    "\u200d\u200c",
    "Z" + "\u0301\u0316" * 60,
    "\u0301",
    "👩🏽\u200d🚀👨\u200d👩\u200d👧\u200d👦🏳️\u200d🌈",
    "ליאור بسام",
    "نورة\u200cها",
    "\ud800x",
    "x\udcff",
    "\U000e0041\ue000\uffff",
    # too much and too little
    "a" * 5000,
    "ab " * 1700,
    "数" * 5000,
    " ",
    "\u3000\u00a0",
    # places of files
    "../../etc/passwd",
    "..",
    "CON",
    "nul.txt",
    "a/b\\c",
    "-rf",
    "--help",
    "~",
    "$HOME;ls",
    "file:///etc/hosts",
    # other people's formats
    "<img src='x'/>",
    "<b>",
    "]]>",
    "&amp;&#0;",
    "=1+1",
    "@SUM(A1)",
    '=HYPERLINK("x")',
    "+1",
    "-1",
    '"',
    "'",
    '","',
    '{"id": null}',
    '"""\nid = "x"',
    "'''",
    "%s %n {0} {x} {",
    "null",
    "\\",
    "\\u0000\\x1b",
    "#",
    "* :",
]
"""Our own list: each has broken a program somewhere, or looks as if it could."""

_WRITTEN = "\n\u200c\u200d"
"""What output may hold of the characters nobody sees: line ends, and joiners, which names need."""


def hidden_in(text: str) -> set[str]:
    """The characters of a text that steer a terminal, or turn or hide letters."""
    return {char for char in text if unicodedata.category(char) in ("Cc", "Cf", "Cs") and char not in _WRITTEN}


def assert_clean_output(text: str) -> None:
    """Check that a text can be shown to anybody: no traceback, nothing hidden in it."""
    assert "Traceback" not in text
    hidden = hidden_in(text)
    assert not hidden, f"hidden characters in the output: {sorted(map(ascii, hidden))}"
