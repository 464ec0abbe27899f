"""How a step is said: "I can ...", the words planners say instead of it, and the step in the child's own words."""

import re


def set_of(words: str) -> frozenset[str]:
    """Give words that are written one behind the other."""
    return frozenset(words.split())


_CHILD = r"(?:(?:the|all|each|every|my|our|a)\s+)?(?:students?|child(?:ren)?|learners?|pupils?|scholars?|kids?)"

_MAY = (
    r"(?:can|could|will|shall|must|should|is\s+going\s+to)\b(?:\s+be\s+able\s+to\b)?|(?:is|are|was|were)\s+able\s+to\b"
)

_BY_THEN = r"(?:(?:by|at)\s+the\s+end\s+of\s+[^,:]{1,60}[,:]\s*)?"

_I_CAN = re.compile(r"^i can\b(?!['\u2019])[\s:,.\u2026]*", re.IGNORECASE)

_PLANNED = re.compile(
    rf"^{_BY_THEN}(?:(?:t|s)?swba?t\b|swbat\b|tswbat\b|tsw\b|tlw\b|wbat\b|walt\b(?:\s+to\b)?|we(?:\s+are|['\u2019]re)\s+learning\s+(?:how\s+)?to\b|(?:{_CHILD}|s/?he|he|she|they|he/she|he\s+or\s+she|you)"
    rf"\s+(?:{_MAY})|(?:i|we)\s+will\s+be\s+able\s+to\b|i(?:\s+am|['\u2019]m)\s+able\s+to\b|(?:to\s+be|is|are|be)?\s*able\s+to\b"
    rf"|can\b(?=\s*[a-z:.\u2026]|\s*$))[\s:,.\u2026\u2013\u2014-]*",
    re.IGNORECASE,
)
"""How planners begin instead: "Students will be able to", "SWBAT", "She can", "Can"."""

_OBSERVED = re.compile(rf"^(?:{_CHILD}|she|he|they)\s+(?=[a-z]+\b)", re.IGNORECASE)
"""Who is observed: "The student counts to 20"."""

_ELSEWHERE = re.compile(
    r"^(?:ich kann|wir k\u00f6nnen|je (?:peux|sais)|(?:yo )?(?:puedo|s\u00e9)|eu (?:posso|consigo|sei)|(?:io )?(?:so|posso|riesco a)|ik kan"
    r"|jag kan|jeg kan|\u00e9g get|osaan|umiem|potrafi\u0119|um\u00edm|dok\u00e1\u017eu|tudok|pot|mog\u0119|\u044f (?:\u043c\u043e\u0433\u0443|\u0443\u043c\u0435\u044e)"
    r"|n\u00f3i|kaya ko(?:ng)?|naweza|bisa|saya (?:bisa|boleh)|\u0623\u0633\u062a\u0637\u064a\u0639|\u05d0\u05e0\u05d9 \u05d9\u05db\u05d5\u05dc(?:\u05d4)?)(?=\W|$)[\s:,.\u2026]*"
    r"|^\u6211(?:\u80fd|\u4f1a|\u6703|\u53ef\u4ee5)[\s:,.\u2026]*",
    re.IGNORECASE,
)
"""\"I can\" in other languages, whose lines stand as they are written."""

_VERBS = set_of("""
add analyse analyze answer apply ask blend build calculate call choose classify clap collect combine compare complete compose construct contrast convert
copy count create cut decide decode decompose define demonstrate describe determine develop discuss distinguish divide draw edit
estimate evaluate examine explain explore express extend find fluently follow gather generalise generalize generate give halve help hop identify
illustrate improve infer interpret investigate join jump justify kick know label lead learn listen locate make measure memorise memorize model
multiply observe organise organize participate partition perform predict present produce pronounce prove provide read
recall recite recognise recognize record rearrange refer represent respond retell revise rhyme rewrite run say segment select
share show simplify sing skip solve sort speak spell subitise subitize subtract summarise summarize swim take tell think throw tie
trace understand use utilise utilize verify visualise visualize wash weigh write
""")
"""Words that begin an English step without its "I can"; words that often begin a mere topic are not among them."""

_TOPICS = set_of(
    "act balance double group list match move name order pick place plan play point print round set state test time work zip"
)
"""Words that may begin a topic as well: they count where they are written small, or stand before a thing: "Name the shapes"."""

_MERE_TOPICS = set_of("act point print set state test time work")
"""Those whose other form is a topic, too: "Times tables", but "Matches colours" is something a child does."""

_THINGS = set_of("a all an at by each five for from in it my one ten the three to two up with")

_ARTICLES = set_of("a all an each her his my our the their")

_ENDS = (".", "!", "?", "\u2026", "\u3002", "\uff01", "\uff1f")

_OF_THE_CHILD = (
    (re.compile(r"\b(?:his or her|her or his|his/her|her/his|their own|his own|her own)\b", re.IGNORECASE), "my own"),
    (re.compile(r"\bmy own own\b"), "my own"),
    (re.compile(r"\b(?:his|her|their) (?=(?:first |last |full )?name\b)", re.IGNORECASE), "my "),
)
"""What planners say of the child's things, with what the child says."""


def is_verb(word: str) -> bool:
    """Tell whether an English word says what a child does, as at the beginning of a step: "count"."""
    return word.casefold() in _VERBS or word.casefold() in _TOPICS


def without_saying(line: str) -> str:
    """Give a line without its "I can" or what planners say instead; one in another language stays as it stands."""
    for form in (_I_CAN, _PLANNED):
        found = form.match(line)
        if found:
            return line[found.end() :]
    return line


def says_i_can(line: str) -> bool:
    """Tell whether a line says that somebody can do something, in whatever language."""
    return bool(
        any(form.match(line) for form in (_I_CAN, _PLANNED, _ELSEWHERE))
        or re.search(r",\s+i can\b(?!['\u2019])", line, re.IGNORECASE)
        or (_OBSERVED.match(line) and _observed_doing(_OBSERVED.sub("", line, count=1)))
    )


def is_lead_in(line: str) -> bool:
    """Tell whether a line is nothing but "I can" or its like, as above a list: "Students will be able to:"."""
    bare = line.strip(" \"'\u201c\u201d\u2018\u2019*_:.,\u2026\uff1a-\u2013\u2014")
    return any((found := form.match(bare)) and found.end() == len(bare) for form in (_I_CAN, _PLANNED, _ELSEWHERE))


def does_something(line: str) -> bool:
    """Tell whether a line begins with what a child does: "Count to 20", "counts to 20"."""
    return _doing(line) is not None


def i_can(line: str, *, led_in: bool = False) -> str:
    """Give a line in the child's words: with "I can" where it begins with what the child does, else as it stands.

    Topics and lines in other languages are nobody's to rewrite, so only English words of doing get an "I can".

    Args:
        line: A line without bullet and codes.
        led_in: Whether an English "I can:" or its like stands above the line.
    """
    said = _I_CAN.match(line)
    if said:
        return _ended(f"I can {line[said.end() :]}")
    planned = _PLANNED.match(line)
    if planned and planned.end() < len(line):
        return _ended(f"I can {_by_the_child(line[planned.end() :])}")
    if _ELSEWHERE.match(line):
        return line
    observed = _OBSERVED.match(line)
    doing = _observed_doing(line[observed.end() :]) if observed else _doing(line)
    if doing is None:
        return _ended(f"I can {_lower(line)}") if led_in and _is_plain(line) else line
    return _ended(f"I can {_by_the_child(doing)}")


def _is_plain(line: str) -> bool:
    """Tell whether a line below an "I can:" may begin with what a child does: "zip my coat", but not "Shapes around us"."""
    first, *rest = line.split()
    may_do = first.isascii() and first.isalpha() and not first.endswith("ing") and not re.search(r"[^s]s$", first)
    return may_do and (first.islower() or bool(rest and rest[0].casefold() in _ARTICLES))


def _ended(line: str) -> str:
    return f"{line}{'' if line.endswith(_ENDS) else '.'}"


def _by_the_child(words: str) -> str:
    said = _doing(words) or words
    for form, own in _OF_THE_CHILD:
        said = form.sub(own, said)
    return _lower(said)


def _lower(words: str) -> str:
    """Give words with a small first letter, unless the first word is I or in capitals."""
    first = words.split(maxsplit=1)[0] if words.strip() else ""
    return words if (len(first) > 1 and first.isupper()) or first == "I" else words[:1].lower() + words[1:]


def _doing(words: str) -> str | None:
    """Give words that begin with what a child does with it in its plain form, None when they begin otherwise.

    "Reads and writes numbers" gives "Read and write numbers", "To read" gives "read".
    """
    parts = re.split(r"(\W+)", words, maxsplit=6)
    following = parts[2] if len(parts) > 2 else ""  # noqa: PLR2004 - a word, what is between, the next word
    if parts[0] == "To" and is_verb(following):
        return words[len("To") :].lstrip()
    if is_verb(parts[0]):
        is_doing = parts[0].casefold() in _VERBS or _stands_before_a_thing(parts[0], following)
        return words if is_doing else None
    plain = _plain_form(parts[0])
    if plain is None or not following or following.casefold() == "of":
        return None
    if plain.casefold() in _MERE_TOPICS and not _stands_before_a_thing(parts[0], following):
        return None
    if following.casefold() in ("and", "or") and not _plain_form("".join(parts[4:5])):
        return None
    return "".join(_all_plain([plain, *parts[1:]]))


def _observed_doing(words: str) -> str | None:
    """Give what somebody is seen to do in its plain form; behind "the student" also a word nobody knew is one of doing."""
    doing = _doing(words)
    first, _, rest = words.partition(" ")
    if doing is not None or first.casefold() in ("is", "was", "has", "does") or not rest or not first.endswith("s"):
        return doing
    plain = re.sub(r"(?:(?<=sh|ch|ss)|(?<=[xzo]))es$|s$", "", f"{first[:-3]}ys" if first.endswith("ies") else first)
    return f"{plain} {rest}"


def _stands_before_a_thing(word: str, following: str) -> bool:
    return bool(following) and (word[:1].islower() or following.casefold() in _THINGS or following[:1].isdigit())


def _all_plain(parts: list[str]) -> list[str]:
    """Put the other words of doing that are joined to the first one in their plain form, too."""
    for at in range(2, len(parts) - 1, 2):
        form = _plain_form(parts[at])
        if form is not None and (parts[at - 1].strip() == "," or parts[at - 2].casefold() in ("and", "or")):
            parts[at] = form
        elif parts[at].casefold() not in ("and", "or"):
            break
    return parts


def _plain_form(word: str) -> str | None:
    """Give the plain form of what somebody does: "counts" gives "count"; None for other words, and for halves, which are things."""
    forms = (word.removesuffix("s"), word.removesuffix("es"), f"{word.removesuffix('ies')}y")
    known = (form for form in forms if form not in (word, f"{word}y") and is_verb(form))
    return None if word.casefold() == "halves" else next(known, None)
