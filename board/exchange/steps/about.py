"""Lines that say what a list is about: its subject, term, year, class, teacher and day."""

import re

from board.exchange.steps.sayings import set_of

_SUBJECTS = set_of("""
math maths mathematics mathe mathematik math\u00e9matiques matem\u00e1ticas matem\u00e1tica matematica wiskunde rekenen english ela
literacy numeracy reading writing phonics spelling grammar handwriting science sciences history geography art music pe
sport computing ict technology design dt religion re pshe health german french spanish latin humanities deutsch
sachunterricht kunst musik fran\u00e7ais lecture \u00e9criture lengua ciencias portugu\u00eas italiano nederlands taal
""")
_WHEN = set_of("""
autumn spring summer winter fall half herbst fr\u00fchling sommer beginning ending january february march april may june july
august september october november december jan feb mar apr jun jul aug sep sept oct nov dec monday tuesday wednesday
thursday friday januar februar m\u00e4rz mai juni juli oktober dezember
""")
_PARTS_OF_SCHOOL = set_of("""
year years yr grade class term terms semester trimester quarter week key stage ks ks1 ks2 school kindergarten reception
klasse klassenstufe schuljahr halbjahr woche schule classe trimestre semestre ann\u00e9e semaine cp ce1 ce2 cm1 cm2 grado curso
semana groep klas periode
""")
_AROUND = set_of("""
a and of the for in to set group room plan planning overview curriculum objectives objective targets target goals goal outcomes
skills checklist list statements assessment learning first second third fourth fifth sixth und der die das von et de la du des
y para en
""")
_TEACHER = re.compile(r"\b(?:mr|mrs|ms|miss|mx|dr|frau|herr|mme|sra|sr)\b\.?\s+[^\W\d_][\w.'\u2019-]*", re.IGNORECASE)
_DAY = re.compile(r"\b\d{1,4}[./-]\d{1,2}(?:[./-]\d{1,4})?\b")
_WORD = re.compile(r"[^\W_]+")
_NUMBERED = re.compile(r"\d{1,4}(?:st|nd|rd|th)?|\d{1,2}[a-z]{1,2}|[a-h]|s|i{1,3}|r")
"""A number, or what stands behind one: \"3B\", \"2nd\", the s of \"Green's\"."""

_SURE = re.compile(
    r"\b(?:year|yr|grade|class|term|week|semester|quarter|stage|klasse|trimestre?|groep)\s+\d{1,2}[a-z]?\b"
    r"|\b\d{1,2}(?:st|nd|rd|th|\.)?\s+(?:grade|klasse|halbjahr|year|term)\b"
    r"|\b(?:autumn|spring|summer|fall|winter)\s+(?:\d\s+)?(?:term|semester|half)\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\d{1,2}\.\s*(?:klasse|halbjahr|schuljahr|jahrgang|lernjahr)", re.IGNORECASE)

_LABELLED = re.compile(
    r"(?:teacher|class|subject|date|school|due|due date|year|year group|grade|room|name|lehrer(?:in)?|lehrkraft|klasse|fach|datum|schule"
    r"|enseignante?|classe|mati\u00e8re|maestr[oa]|asignatura|fecha|grado)\s*[:\uff1a]\s*(?:\S+\s*){1,6}",
    re.IGNORECASE,
)
"""\"Teacher: Ms Rivera\"."""


def is_labelled(words: str) -> bool:
    """Tell whether a line says whose list it is, as "Teacher: Ms Rivera" does.

    Args:
        words: The line without bullet and codes.
    """
    return bool(_LABELLED.fullmatch(words))


def begins_with_year(text: str) -> bool:
    """Tell whether the number in front of a line counts school years, as in "4. Klasse", and is no bullet.

    Args:
        text: The line as it stands.
    """
    return bool(_YEAR.match(text))


def is_about_the_list(words: str) -> bool:
    """Tell whether a line says for which class and time a list is, as "Maths - Autumn term, Year 4" does.

    Args:
        words: The line without bullet and codes.
    """
    has_teacher, has_day = bool(_TEACHER.search(words)), bool(_DAY.search(words))
    rest = [word.casefold() for word in _WORD.findall(_DAY.sub(" ", _TEACHER.sub(" ", words)))]
    named = [word for word in rest if word not in _AROUND and not _NUMBERED.fullmatch(word)]
    known = [word for word in named if word in _SUBJECTS | _WHEN | _PARTS_OF_SCHOOL]
    numbered = any(word[:1].isdigit() for word in rest)
    says_when = not _PARTS_OF_SCHOOL.isdisjoint(known) or has_day or (numbered and not _WHEN.isdisjoint(known))
    if len(known) == len(named):
        return has_teacher or says_when
    return bool(_SURE.search(words)) and 2 * len(known) >= len(named) and not words.endswith((".", "!", "?"))
