"""Lists in many scripts, in every shape, delimiter and line end: the names are found in each."""

from itertools import product

import pytest

from board.exchange.tables.columns import columns_of
from board.exchange.tables.meanings import Meaning
from board.exchange.tables.table import table_of
from lists_written import written

PEOPLE = {
    "Latin": [("Zo\u00eb", "N\u00fa\u00f1ez"), ("Ava", "O'Brien-Lee"), ("J\u00fcrgen", "de la Cruz")],
    "Vietnamese": [("An", "Nguy\u1ec5n"), ("B\u00ecnh", "Tr\u1ea7n"), ("Chi", "L\u00ea")],
    "Turkish": [("\u0130pek", "Y\u0131ld\u0131r\u0131m"), ("Ay\u015fe", "\u00d6zt\u00fcrk"), ("Can", "\u015eahin")],
    "Cyrillic": [("\u041c\u0438\u043b\u0430", "\u041e\u0440\u043b\u043e\u0432\u0430"), ("\u041f\u0451\u0442\u0440", "\u0417\u0430\u0439\u0446\u0435\u0432")],
    "Greek": [("\u0386\u03bd\u03bd\u03b1", "\u03a0\u03b1\u03c0\u03bf\u03c5\u03c4\u03c3\u03ae"), ("\u0393\u03b9\u03ce\u03c1\u03b3\u03bf\u03c2", "\u0399\u03c9\u03ac\u03bd\u03bd\u03bf\u03c5")],
    "Arabic": [("\u0644\u064a\u0644\u0649", "\u0627\u0644\u0646\u062c\u0627\u0631"), ("\u0633\u0627\u0645\u064a", "\u062d\u062f\u0627\u062f")],
    "Hebrew": [("\u05e0\u05d5\u05e2\u05d4", "\u05db\u05d4\u05df"), ("\u05d0\u05d9\u05ea\u05df", "\u05dc\u05d5\u05d9")],
    "Chinese": [("\u5c0f\u660e", "\u738b"), ("\u7f8e\u73b2", "\u9648")],
    "Korean": [("\uc11c\uc5f0", "\uae40"), ("\ubbfc\uc900", "\uc774")],
    "Japanese": [("\u967d\u83dc", "\u4f50\u85e4"), ("\u84ee", "\u9ad9\u6a4b")],
    "Thai": [("\u0e2a\u0e21\u0e0a\u0e32\u0e22", "\u0e43\u0e08\u0e14\u0e35"), ("\u0e21\u0e30\u0e25\u0e34", "\u0e17\u0e2d\u0e07\u0e04\u0e33")],
    "Devanagari": [("\u0906\u0930\u0935", "\u0936\u0930\u094d\u092e\u093e"), ("\u092e\u0940\u0930\u093e", "\u0928\u093e\u092f\u0930")],
    "mononyms": [("Cher", ""), ("Suharto", ""), ("Ava", "Brown")],
}  # fmt: skip
HEADERS = [
    ["First Name", "Last Name"],
    ["\u0418\u043c\u044f", "\u0424\u0430\u043c\u0438\u043b\u0438\u044f"],
    ["\u0406\u043c'\u044f", "\u041f\u0440\u0456\u0437\u0432\u0438\u0449\u0435"],
    ["\u0627\u0644\u0627\u0633\u0645 \u0627\u0644\u0623\u0648\u0644", "\u0627\u0633\u0645 \u0627\u0644\u0639\u0627\u0626\u0644\u0629"],
    ["\u05e9\u05dd \u05e4\u05e8\u05d8\u05d9", "\u05e9\u05dd \u05de\u05e9\u05e4\u05d7\u05d4"],
    ["\u540d", "\u59d3"],
    ["\uc774\ub984", "\uc131"],
    ["T\u00ean", "H\u1ecd"],
    ["\u0e0a\u0e37\u0e48\u0e2d", "\u0e19\u0e32\u0e21\u0e2a\u0e01\u0e38\u0e25"],
    ["\u0928\u093e\u092e", "\u0909\u092a\u0928\u093e\u092e"],
    ["Voornaam", "Achternaam"],
    ["Imi\u0119", "Nazwisko"],
    ["F\u00f6rnamn", "Efternamn"],
    ["Fornavn", "Efternavn"],
    ["Etunimi", "Sukunimi"],
    ["Ad", "Soyad"],
    ["Nome", "Cognome"],
    ["Jm\u00e9no", "P\u0159\u00edjmen\u00ed"],
    ["Keresztn\u00e9v", "Vezet\u00e9kn\u00e9v"],
    ["Prenume", "Nume de familie"],
    ["\u038c\u03bd\u03bf\u03bc\u03b1", "\u0395\u03c0\u03ce\u03bd\u03c5\u03bc\u03bf"],
    ["Nama Depan", "Nama Belakang"],
    ["Ism", "Familiya"],
]  # fmt: skip


def names(text: str) -> list[tuple[str, str]]:
    table = table_of(text)
    at = {column.meaning: column.at for column in columns_of(table)}
    cells = [(*row.cells, "", "", "") for row in table.rows]
    return [(row[at[Meaning.GIVEN]], row[at[Meaning.FAMILY]]) for row in cells]


@pytest.mark.parametrize("script", PEOPLE)
@pytest.mark.parametrize("header", HEADERS, ids=" ".join)
def test_given_and_family_names_are_found_in_every_language(script: str, header: list[str]) -> None:
    for end, delimiter in product(("\n", "\r\n", "\r"), ",;\t|"):
        assert names(written([header, *PEOPLE[script]], delimiter, end)) == PEOPLE[script]
        turned = [header[::-1], *(person[::-1] for person in PEOPLE[script])]
        assert names(written(turned, delimiter, end)) == PEOPLE[script]


@pytest.mark.parametrize("script", PEOPLE)
def test_titles_numbers_and_spare_columns_are_no_matter(script: str) -> None:
    people = PEOPLE[script]
    trailing = [["first", "last", "", ""], *([*person, "", ""] for person in people)]
    titled = [["Room 12"], [], ["first", "last"], *people]
    numbered = [["#", "first", "last"], *([str(at), *person] for at, person in enumerate(people, 1))]
    for rows in (trailing, titled, numbered):
        assert names(written(rows)) == people


@pytest.mark.parametrize("script", [script for script in PEOPLE if script != "mononyms"])
def test_a_list_of_two_columns_without_a_header_is_first_and_last(script: str) -> None:
    for delimiter in ",;\t|":
        assert names(written(PEOPLE[script], delimiter)) == PEOPLE[script]
