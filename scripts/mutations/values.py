"""What may stand in a file in the place of a value: every type JSON has, too much, too little, and what means harm."""

VALUES = {
    "null": "null",
    "true": "true",
    "zero": "0",
    "minus-one": "-1",
    "fraction": "1.5",
    "10**18": str(10**18),
    "4300-digits": "1" + "0" * 4299,
    "5000-digits": "1" + "0" * 4999,
    "1e999": "1e999",
    "nan": "NaN",
    "empty": '""',
    "nul": r'"\u0000"',
    "100-kB": f'"{"a" * 100_000}"',
    "escape": r'"\u001b[2Jgone\u001b]0;x\u0007"',
    "c1": r'"\u009b2Jgone"',
    "bidi": r'"\u202eava\u2066"',
    "surrogate": r'"\ud800x"',
    "no-utf-8": '"\udcff"',
    "markup": '"[@click=app.quit]x[/"',
    "path": '"../../etc/passwd"',
    "list": "[]",
    "list-of-list": "[[]]",
    "list-of-null": "[null]",
    "list-of-text": '["x"]',
    "object": "{}",
    "object-of-null": '{"id":null}',
    "deep": "[" * 10_000 + "]" * 10_000,
}
"""As they are written in the file, by name; a lone surrogate stands for the byte it escapes."""

WORDS = ("markup", "path", "escape", "c1", "bidi", "surrogate")
"""Those that are a text like any other once they are clean."""

NOTHING = ("empty", "nul")
"""Those that are as good as nothing."""
