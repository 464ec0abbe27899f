"""Codes of standards in a line: what school authorities number what is to be learned with."""

import re
from typing import NamedTuple

_GRADE = r"(?:PK|TK|K|HS[A-Z]?|\d{1,2}(?:-\d{1,2})?)"

_DASH = r"[-\u2011]"
"""Also the one at which no line is broken."""

_STRONG = (
    r"(?=\S{0,80}\d)[A-Z]{2}[A-Za-z]{0,30}[.\-][A-Za-z0-9\-]{1,30}(?:\.[A-Za-z0-9\-]{1,30}){1,9}",  # CCSS.MATH.CONTENT.2.NBT.A.1
    r"(?:K|MS|HS|\d)(?:-\d{1,2})?-(?:PS|LS|ESS|ETS)\d-\d{1,2}",  # NGSS 2-PS1-1
    rf"{_GRADE}[.\-](?:[A-Z]{{2,5}}|[A-Z](?=[.\-]?[A-Z]?[.\-]?\d))[A-Z0-9]{{0,9}}(?:[.\-][A-Z0-9]{{1,9}}){{0,9}}(?:\.?[a-z](?![a-z]))?(?:\.\d{{1,2}}){{0,9}}",  # 2.NBT.A.1
    rf"[A-Z]{{1,4}}\.{_GRADE}\.\d{{1,2}}(?:\.?[a-z](?![a-z]))?",  # RL.1.2
    r"(?:SMP|MP)\.?\d",
    r"D[1-4]\.[A-Z][a-z]{2}\.\d{1,2}(?:\.[K\d-]{1,9})?",  # C3, D2.Civ.1.K-2
    r"\u00a7?\d{3}\.\d{1,2}(?:\([a-zA-Z0-9]{1,2}\)|\.[a-zA-Z0-9]{1,2}(?!\w)){1,9}",  # TEKS 111.4(b)(2)(A)
    r"AC[A-Z]{3,5}\d{2,3}|AC9[A-Z0-9]{3,9}",  # ACMNA001
    r"[A-Z]{3,8}(?:K|\d)\.?[A-Z]{1,4}\.?\d{1,2}[a-z]?",  # ELAGSE1RL1
    r"[A-Z]{3,4} [0-4]-\d{2}[a-z]?",  # Scotland, MNU 0-02a
    rf"[A-Z]{{2,5}}[\deOS]?{_DASH}(?:\d{{1,2}}[A-Z]{{1,4}}(?:{_DASH}[A-Z])?|[A-Z0-9]{{2,5}}{_DASH}\d{{2}})",  # New South Wales, MA2-7NA
    r"(?:NC )?YR?\d{1,2}[ ./\-]?[A-Z]{1,5}[ ./\-]?\d{1,2}[a-z]?",  # England's plans, NC Y4 F-5, Y2.GPS.1
)
"""Forms that are nothing but codes, wherever they stand. No part repeats without a limit, or can be cut in two ways."""

_WEAK = (
    r"[A-Z]{1,2} \d{1,2}(?:\.\d{1,2}){1,3}[a-z]?",  # M 2.1
    r"[A-Z]\d{1,2}(?:\.\d{1,2}){1,2}[a-z]?",  # Ontario, B1.1
    r"(?:K|\d{1,2})\.\d{1,2}(?:\.?[A-Z]|\([A-Za-z]\))",  # short TEKS, 2.4(C)
    r"K\.\d{1,2}[a-z]?",
    r"\d{1,2}(?:\.\d{1,2}){3}",  # Minnesota, 1.1.1.1
    r"[1-9][A-Z]\d{1,2}[a-z]?",  # England's tests, 2N1
    r"\d[A-Z]{1,4}[-\u2011\u2013]\d{1,2}|[A-Z]{2,4}[-\u2011]\d{1,2}",  # England's criteria of readiness, 3NPV-1
    r"[A-Z][A-Za-z]{1,2}\d/\d(?:\.\d{1,2}[a-z]?)?",  # England's programmes of study, Ma2/2.2c
)
"""Forms that are codes only in front of a line, in brackets, or in a column of their own."""

_LONG_CODE = 6
"""Characters of a code that is no class such as "2-AB"."""

_CALLED = r"(?:(?:CCSS|NGSS|TEKS|SOL|GSE|BEST|Standards?|Std\.?|Code|Lehrplan)\b[\s:.]*)?"
"""What codes are called before they come; it says nothing that the code does not."""

_AND = r"(?:\s*(?:[,;/&+]|and\b)\s*|\s+)"


def _codes(forms: tuple[str, ...]) -> str:
    one = rf"(?>(?:{'|'.join(forms)})(?![\w'\u2019]))"  # never gone back into: with many codes that has no end
    return rf"{_CALLED}{one}(?:{_AND}{one})*"


_ALL = (*_STRONG, *_WEAK)
_FRONT = re.compile(
    rf"^\s*(?:\(\s*{_codes(_ALL)}\s*\)|\[\s*{_codes(_ALL)}\s*\]|{_codes(_ALL)}(?=[\s:.,;|\u2010-\u2015-]|$))[\s:.,;|\u2010-\u2015-]*"
)
_BRACKETS = re.compile(rf"(?<!\s)\s*[(\[{{]\s*{_codes(_ALL)}\s*[)\]}}]")
_END = re.compile(rf"(?<![\s,;:\u2010-\u2015(\[-])[\s,;:\u2010-\u2015(\[-]+{_codes(_STRONG)}[.)\]\s]*$")
_OWN = re.compile(
    r"\s*(?P<code>(?=[^:]*[A-Z][-./]?\d)[A-Z][A-Z0-9./\-]*(?: (?=[^: ]*\d|[A-Z]{1,3} )[A-Z0-9][A-Z0-9./\-]*){0,3}?)\s?:\s+(?=\D{2})"
)
"""A code of a school's own: capitals and numbers with a colon behind, "KS1 N-3:"."""

_SURE = re.compile(rf"\s*{_CALLED}(?:{'|'.join(_STRONG)})(?![\w'\u2019])")

_ONE = re.compile(rf"(?<!\w)(?:{'|'.join(_ALL)})")


class Coded(NamedTuple):
    """A line taken apart.

    Attributes:
        codes: The codes of standards in it, as they were written, each once.
        words: The rest of the line.
    """

    codes: tuple[str, ...]
    words: str


def without_codes(line: str) -> Coded:
    """Take the codes of standards out of a line: those in front, at its end, and those in brackets.

    The forms come from the published codes of the Common Core, NGSS, Texas, Florida, Georgia, New York, Australia,
    Scotland, Ontario, England and German Länder; a bare number such as 1.1 counts as numbering and is none.

    Args:
        line: A line without its bullet.
    """
    codes: list[str] = []

    def take(found: re.Match[str]) -> str:
        codes.extend(one.strip() for one in _ONE.findall(found[0]))
        return ""

    words = _FRONT.sub(take, line, count=1)
    own = None if codes else _OWN.match(line)
    if own:
        codes.append(own["code"])
        words = line[own.end() :]
    words = _BRACKETS.sub(take, words)
    words = _END.sub(take, words)
    return Coded(tuple(dict.fromkeys(codes)), words.strip() if codes else line)


def is_codes(text: str) -> bool:
    """Tell whether a text holds codes of standards and nothing else."""
    coded = without_codes(text)
    return bool(coded.codes) and not any(map(str.isalnum, coded.words))


def sure_code(line: str) -> str:
    """Give the code in front of a line where it can be nothing else, neither a class nor the number of a child, else nothing.

    Args:
        line: A line without its bullet.
    """
    found = _SURE.match(line)
    code = found[0].strip() if found else ""
    return code if len(re.findall(r"\d+", code)) > 1 or len(code) > _LONG_CODE else ""
