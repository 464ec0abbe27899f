"""People of many countries, and the ways in which lists and teachers write the name of one and the same child."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from hypothesis import strategies as st

from board.mastery.names.person_name import PersonName, name_of, name_of_parts


class Person(NamedTuple):
    """A child as its family would write it.

    Attributes:
        kind: How names are put together where the family comes from.
        given: What the child is called by.
        middle: Further names.
        family: The family name.
    """

    kind: str
    given: str
    middle: str
    family: str


class Naming(NamedTuple):
    """What people of one place are called.

    Attributes:
        given: Given names.
        family: Family names.
        middle: Names between.
        order: How the whole name is written there.
    """

    given: Sequence[str]
    family: Sequence[str]
    middle: Sequence[str] = ("",)
    order: str = "{given} {middle} {family}"


NAMINGS = {
    "english": Naming(
        ("Ava", "Ben", "Mia", "Li-Ann", "D'Andre", "Mary Ann", "Mary-Kate", "Zoë", "TJ", "Al", "Van"),
        ("Brown", "Black", "O'Brien", "O’Neill", "McDonald", "Smith-Jones", "St. John", "Ng", "Ma", "Du", "Mc Kay"),
        ("", "Jane", "Lee", "W."),
    ),
    "irish": Naming(("Seán", "Aoife", "Caoimhe"), ("Ó Briain", "Ní Bhriain", "Mac Cárthaigh", "Kelly")),
    "dutch": Naming(
        ("Peter", "Sanne", "Femke"),
        ("van der Berg", "de Vries", "Bakker", "van 't Hof", "'t Hart", "ten Have"),
        ("", "Maria"),
    ),
    "german": Naming(("Jörg", "Änne", "Karl-Heinz"), ("Groß", "von Weizsäcker", "Müller", "zu Guttenberg", "Weiß")),
    "spanish": Naming(
        ("Ana", "María José", "José Luis", "Sofía"),
        ("García López", "Pérez Gómez", "de la Cruz", "Ortega y Gasset", "Muñoz", "Martín de la Torre"),
    ),
    "portuguese": Naming(
        ("João", "Inês", "Beatriz"), ("da Silva Santos", "Ferreira", "Sousa e Silva", "dos Santos Pereira")
    ),
    "french": Naming(
        ("Chloé", "Jean-Luc", "Jean Paul"), ("Dupont", "de La Fontaine", "d'Arc", "Lefèvre"), ("", "Émile")
    ),
    "polish": Naming(("Łukasz", "Zofia"), ("Wałęsa", "Żółć", "Kowalska-Nowak"), ("", "Jan")),
    "nordic": Naming(("Bjørn", "Åse", "Þóra"), ("Sørensen", "Ångström", "Jónsdóttir", "af Geijerstam")),
    "turkish": Naming(("İpek", "Işık", "Ahmet"), ("Yıldız", "Şahin", "Özgür")),
    "vietnamese": Naming(
        ("Anh", "Khai", "Hùng"), ("Nguyễn", "Trần", "Phạm"), ("Thị Minh", "Văn", "Thị"), "{family} {middle} {given}"
    ),
    "korean": Naming(("민준", "서연", "민수"), ("김", "이", "남궁"), order="{family}{given}"),
    "chinese": Naming(("小明", "丽华", "伟"), ("王", "李", "欧阳"), order="{family}{given}"),
    "japanese": Naming(("太郎", "花子", "さくら"), ("山田", "佐藤"), order="{family} {given}"),
    "kana": Naming(("たろう", "さくら"), ("やまだ", "さとう"), order="{family} {given}"),
    "arabic": Naming(
        ("Omar", "Abd al-Rahman", "Abdul Rahman", "Abu Bakr", "Nur al-Din"),
        ("al-Rashid", "Hassan", "Abd al-Aziz", "El Sayed"),
        ("", "Ali"),
    ),
    "arabic script": Naming(("محمد", "عبد الرحمن", "نور الدين", "أحمد"), ("الرشيد", "حسن", "عبد العزيز", "بن سلمان")),
    "malay": Naming(("Ahmad", "Siti Aisyah"), ("bin Abdullah", "binti Rahman", "bin Omar")),
    "indian": Naming(("राहुल", "क्षमा"), ("शर्मा", "क्षत्रिय", "वर्मा")),
    "tamil": Naming(("கமலா", "ரவி"), ("கிருஷ்ணன்", "சுந்தரம்")),
    "thai": Naming(("สมชาย", "มาลี"), ("ใจดี", "ศรีสุข")),
    "russian": Naming(
        ("Иван", "Алёна"), ("Петров", "Соловьёва"), ("Иванович", "Сергеевна"), "{family} {given} {middle}"
    ),
    "greek": Naming(("Γιώργος", "Ελένη"), ("Παπαδόπουλος", "Νικολάου")),
    "hebrew": Naming(("דוד", "נועה"), ("כהן", "בן דוד", "לוי")),
    "mononym": Naming(("Suharto", "Cher", "Bayu"), ("",)),
}
"""By a word for the place; family names hold what is misread most."""


def people(kind: str) -> st.SearchStrategy[Person]:
    """Give a strategy for people of one place."""
    naming = NAMINGS[kind]
    parts = (st.sampled_from(names) for names in (naming.given, naming.middle, naming.family))
    return st.tuples(*parts).map(lambda drawn: Person(kind, *drawn))


ANYBODY = st.sampled_from(sorted(NAMINGS)).flatmap(people)
"""A strategy for people of anywhere."""


def everybody() -> Iterator[Person]:
    """Give everyone the tables know."""
    for kind, naming in NAMINGS.items():
        yield from (
            Person(kind, given, middle, family)
            for given in naming.given
            for middle in naming.middle
            for family in naming.family
        )


def in_order(person: Person) -> str:
    """Write a whole name as it is written where the family comes from."""
    return " ".join(NAMINGS[person.kind].order.format(**person._asdict()).split())


def with_comma(person: Person) -> str:
    """Write a whole name as lists in order of the alphabet do."""
    return f"{person.family}, {' '.join(f'{person.given} {person.middle}'.split())}" if person.family else person.given


def with_middle_first(person: Person) -> str:
    """Write a Vietnamese name as lists in order of the alphabet do."""
    return f"{person.family}, {person.middle} {person.given}"


def _parts(person: Person) -> PersonName:
    return name_of_parts(given=person.given, middle=person.middle, family=person.family)


def _without_middle(person: Person) -> PersonName:
    return name_of_parts(given=person.given, family=person.family)


def _loud_parts(person: Person) -> PersonName:
    return name_of_parts(given=person.given.upper(), middle=person.middle.upper(), family=person.family.upper())


def _spaced(person: Person) -> PersonName:
    return name_of(f" {in_order(person)}\u00a0\t".replace(" ", " \u00a0"))


def _sorted(person: Person) -> str:
    return with_middle_first(person) if person.kind == "vietnamese" else with_comma(person)


WAYS: dict[str, Callable[[Person], PersonName]] = {
    "in columns": _parts,
    "without middle names": _without_middle,
    "whole": lambda person: name_of(in_order(person)),
    "with a comma": lambda person: name_of(_sorted(person)),
    "with a comma and no space": lambda person: name_of(_sorted(person).replace(", ", ",")),
    "with odd spaces": _spaced,
    "whole beside the family name": lambda person: name_of_parts(whole=in_order(person), family=person.family),
    "in capitals": lambda person: name_of(in_order(person).upper()),
    "in capitals with a comma": lambda person: name_of(_sorted(person).upper()),
    "columns in capitals": _loud_parts,
}
"""The ways in which lists write one name."""

QUIET = [way for way in WAYS if "capitals" not in way]
"""Those that keep capitals as the family writes them."""
