import csv
from collections.abc import Sequence
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from board.errors import Refusal
from board.exchange.tables.left_out import Reason
from board.exchange.tables.table import Table, table_of
from lists_written import written


def cells(text: str) -> list[tuple[str, ...]]:
    return [tuple(cell.strip() for cell in row.cells) for row in table_of(text).rows]


def left_out(text: str) -> list[tuple[int, Reason]]:
    return [(out.row, out.reason) for out in table_of(text).left_out]


def numbers(table: Table) -> list[int]:
    return [row.number for row in table.rows]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ava,Brown\nLiam,Lopez\n", [("Ava", "Brown"), ("Liam", "Lopez")]),
        ("Ava;Brown\r\nLiam;Lopez", [("Ava", "Brown"), ("Liam", "Lopez")]),
        ("Ava|Brown\rLiam|Lopez", [("Ava", "Brown"), ("Liam", "Lopez")]),
        ("sep=;\nAva;Brown\nLiam;Lopez\n", [("Ava", "Brown"), ("Liam", "Lopez")]),
        ('"sep=,"\r\nname,grade\r\nAva Brown,2', [("Ava Brown", "2")]),
        ("Brown, Ava\t7\nLopez, Liam\t8\n", [("Brown, Ava", "7"), ("Lopez, Liam", "8")]),
        ("Brown, Ava\t7\nLopez, Liam\n", [("Brown, Ava", "7"), ("Lopez, Liam",)]),
        ("Name;Score\nBrown, Ava;7,5\nLopez, Liam;8,25\n", [("Brown, Ava", "7,5"), ("Lopez, Liam", "8,25")]),
        ("Room 7\nName,Note\nAva,\nBen,a;b\nCy,c;d\n", [("Ava", ""), ("Ben", "a;b"), ("Cy", "c;d")]),
        ("Brown, Ava\nLopez, Liam\n", [("Brown, Ava",), ("Lopez, Liam",)]),
        ("name\nBrown, Ava\nLopez, Liam\n", [("Brown, Ava",), ("Lopez, Liam",)]),
        ('name\n"Brown, Ava\nLopez, Liam\n', [("Brown, Ava",), ("Lopez, Liam",)]),
        ("1. Brown, Ava\n2. Lopez, Liam\n", [("Brown, Ava",), ("Lopez, Liam",)]),
        ("McRae, John W., Jr.\nHal Dorne III\n", [("McRae, John W., Jr.",), ("Hal Dorne III",)]),
        ("id,name\n7,Brown, Ava\n8,Lopez, Liam\n", [("7", "Brown, Ava"), ("8", "Lopez, Liam")]),
        ("Name,Grade\nBrown, Ava,2\nCher,2\n", [("Brown, Ava", "2"), ("Cher", "2")]),
        ("Nickname\tFirst\tLast\n\tAva\tBrown\nBenny\tBen\tCole\n", [("", "Ava", "Brown"), ("Benny", "Ben", "Cole")]),
        ("| Name | Grade |\n|:---|---:|\n| Ava Brown | 2 |\n", [("Ava Brown", "2")]),
        ("Name  \tGrade\n=====\t====\nAva Brown\t2\n", [("Ava Brown", "2")]),
        ('"Ava Brown\nLiam Lopez\n', [("Ava Brown",), ("Liam Lopez",)]),
        ('"Ava\n"Ben\nCy"', [("Ava",), ("Ben",), ("Cy",)]),
        ("- Ava Brown\n- Liam Lopez\n", [("Ava Brown",), ("Liam Lopez",)]),
        ("\n\n \t\nAva\n\u200b\n", [("Ava",), ("\u200b",)]),
        ("Name\nGrade\nAva Brown\n2\nLiam Lopez\n3\n", [("Ava Brown", "2"), ("Liam Lopez", "3")]),
        ("Name\nAva Brown\nGrade Jones\n", [("Ava Brown",), ("Grade Jones",)]),
        ('\ufeff"Name, first","Grade"\nAva,2\n', [("Ava", "2")]),
        (",,Student,,Parent\nID,First,Last,Name,Grade\n71,Ava,Brown,Paul,2\n", [("71", "Ava", "Brown", "Paul", "2")]),
        ("Name    Grade\nAva Brown    2\n Bo Lee   3\n", [("Ava Brown", "2"), ("Bo Lee", "3")]),
        ("List\n\n  Nr.  Name\n  1.  Brown, Ava\n  2.  Cole, Ben\n", [("1.", "Brown, Ava"), ("2.", "Cole, Ben")]),
        ("Ava Brown\n  Liam   Lopez  \nMia Ng\n", [("Ava Brown",), ("Liam   Lopez",), ("Mia Ng",)]),
        ("=1+1\n+x\n-x\n@x", [("=1+1",), ("+x",), ("-x",), ("@x",)]),
    ],
)
def test_a_list_is_cut_into_the_cells_its_writer_saw(text: str, expected: list[tuple[str, ...]]) -> None:
    assert cells(text) == expected


def test_a_quotation_mark_that_is_never_closed_is_said() -> None:
    assert len(table_of('name,grade\n"Ava,2\nBen,2\n').remarks) == 1
    assert table_of('name,grade\n"Brown, Ava",2\n').remarks == ()


def test_rows_know_their_lines_when_a_cell_holds_two() -> None:
    table = table_of('Room 7\n\nname,grade\n"Ava\nBrown",2\n\nBen Cole,2\n')
    assert (table.header and table.header.number, numbers(table)) == (3, [4, 7])
    assert numbers(table_of("sep=;\nname;grade\nAva;2\n")) == [3]


@pytest.mark.parametrize(
    "text",
    [
        "\ufeffname,grade\nAva,2\n",
        "\u200bname\u00a0,grade\nAva,2\n",
        "FIRST,LAST\nAva,Brown\n",
        "Foo;Bar;Baz\n1771;Ava;Brown\n1772;Liam;Lopez",
        "kid_code,kid_called,kid_spot\nA,Ava,x\nB,Ben,y\n",
        "\u59d3\u540d\nAva Brown\nLiam Lopez\n",
        "first,last,,\nAva,Brown,,\n",
        "#,Name\n1,Ava\n2,Ben\n",
        "grade,room\n2,12\n",
    ],
)
def test_the_first_row_that_says_what_stands_below_is_the_header(text: str) -> None:
    header = table_of(text).header
    assert header is not None
    assert header.number == 1


@pytest.mark.parametrize(
    "text",
    [
        "Ava,Brown\nLiam,Lopez\n",
        "Ava,Brown,Student\nLiam,Lopez,Student\nMia,Ng,Student\n",
        "Ava,Brown,Grade 3\nLiam,Lopez,Grade 3\n",
        "Ava\tBrown\tK\nLiam\tLopez\t1\nMia\tNg\t2\n",
        "ava@example.org\nben@example.org\n",
        "Mark,Brown\nLiam,Lopez\n",
        "Ho,Minh\nLee,Ana\n",
        "Ava\nMark\nBen\n",
        "Ava\tBrown\nMark\tKind\nBen\tCole\n",
        "Ava, Brown, 2\nMark, Kind, 2\nBen, Cole, 2\n",
    ],
)
def test_a_child_is_never_taken_for_a_header(text: str) -> None:
    table = table_of(text)
    assert (table.header, len(table.rows)) == (None, len(text.splitlines()))


TITLES = [
    "Class list Room 7",
    "Teacher: Dana",
    "Roosevelt Elementary",
    "Homeroom: Rivera 12",
    "Klasse 5b",
    "Name of school: Elm Grove",
    "2025/26",
]


@pytest.mark.parametrize("title", TITLES)
def test_titles_above_the_header_are_left_out_and_said(title: str) -> None:
    text = f"{title}\nLast,First\nBrown,Ava\nLopez,Liam\n"
    assert left_out(text) == [(1, Reason.TITLE)]
    assert left_out(f"{title},\nLast,First\nBrown,Ava\nLopez,Liam\n") == [(1, Reason.TITLE)]


def test_a_title_above_a_list_without_a_header_is_left_out() -> None:
    assert left_out("Room 7\nAva\tBrown\nLiam\tLopez\n") == [(1, Reason.TITLE)]


def test_the_header_again_in_the_middle_is_left_out() -> None:
    text = "Name,Grade\nAva,2\nName,Grade,\nname , GRADE\nBen,2\n"
    assert left_out(text) == [(3, Reason.HEADER_AGAIN), (4, Reason.HEADER_AGAIN)]


FOOTERS = [
    "Total Students: 2",
    "Total: 2",
    "Totals",
    "Class average",
    "Printed 9/1/2025 Page 1 of 2",
    "Page 3 of 4",
    "Seite 2",
    "page 1/3",
    "Gesamt: 24",
    "Anzahl Sch\u00fcler: 24",
    "Effectif total : 24",
    "Moyenne de la classe",
    "Promedio",
    "Total de alunos: 24",
    "\u5408\u8a08",
    "\u5408\u8a08: 30",
    "\u0418\u0442\u043e\u0433\u043e: 24",
    "24 students",
    "Generated on 2025-09-01 10:31",
    "\u00a9 2025 Example School Systems",
    "Confidential",
    "n = 24",
]


@pytest.mark.parametrize("footer", FOOTERS)
@pytest.mark.parametrize("beside", ["", ",,7.5"])
def test_totals_and_page_numbers_are_no_children(footer: str, beside: str) -> None:
    text = f"Name,Status,Score\nAva Brown,done,8\nLiam Lopez,done,7\n{footer}{beside}\n"
    assert left_out(text) == [(4, Reason.FOOTER)]


@pytest.mark.parametrize("name", ["Page", "Max", "Min", "Media", "Total", "Summa", "Date", "Mark", "Boys"])
def test_a_child_called_like_a_total_is_a_child(name: str) -> None:
    assert left_out(f"First,Last,Grade\nAva,Brown,2\n{name},Lopez,2\n") == []
    assert left_out(f"Last,First,Grade\nBrown,Ava,2\n{name},Liam,2\n") == []


@pytest.mark.parametrize("name", ["Max", "Min", "Page", "Suma", "Mark"])
def test_a_child_with_one_name_called_like_a_total_is_a_child(name: str) -> None:
    assert left_out(f"Name,Grade\nAva,2\n{name},2\n") == []
    assert left_out(f"Ava\n{name}\nBen\n") == []


@pytest.mark.parametrize(
    "row",
    [
        "    Points Possible,,,10,(read only)",
        "Mögliche Punkte,,,15,(schreibgeschützt)",
        "Points,,,10,",
        "Date,,,2024-09-12,12 sept. 2024",
        "\u914d\u70b9,,,20,",
    ],
)
def test_what_a_gradebook_says_of_its_tasks_is_no_child(row: str) -> None:
    assert left_out(f"Student,ID,Section,Quiz (101),Score\n{row}\nAva Brown,11,A,8,80\n") == [(2, Reason.POINTS)]


@pytest.mark.parametrize("page", ["<!DOCTYPE html><table><tr><td>Ava", "<table><tr>", "{\\rtf1 Ava}", "%PDF-1.7", "\n<?xml version='1.0'?>"])  # fmt: skip
def test_a_formatted_page_is_refused_in_one_sentence(page: str) -> None:
    with pytest.raises(Refusal, match="save it as CSV"):
        table_of(page)


def test_a_cell_that_never_ends_is_read_without_its_quotation_marks() -> None:
    table = table_of('name,grade\n"Ava Brown,2\n' + "Ben Cole,2\n" * 20_000)
    assert (len(table.rows), len(table.remarks)) == (20_001, 1)


@given(st.text())
def test_any_text_is_a_table_or_refused(text: str) -> None:
    try:
        table = table_of(text)
    except Refusal:
        return
    assert all(any(map(str.strip, row.cells)) for row in table.rows)


_words = st.text(st.characters(categories=["Lu", "Ll"]), min_size=3, max_size=8)


@given(st.lists(st.tuples(_words, _words, st.integers(1000, 9999).map(str)), min_size=1, max_size=8))
def test_every_row_is_read_or_left_out_whatever_the_delimiter(people: Sequence[tuple[str, str, str]]) -> None:
    rows = [("Room 7",), ("First Name", "Last Name", "Student ID"), *people, ("Total: 7",)]
    for delimiter, end in product(",;\t|", ("\n", "\r\n", "\r")):
        table = table_of(written(rows, delimiter, end))
        assert [row.cells for row in table.rows] == people, (delimiter, end)
        assert [out.row for out in table.left_out] == [1, len(rows)]


def test_a_pile_of_accents_is_read_at_once() -> None:
    (row,) = table_of("a" + "\u0316\u0301" * 50_000).rows
    assert len(row.cells[0]) <= 1000


def test_a_cell_longer_than_csv_reads_is_refused_in_one_sentence() -> None:
    with pytest.raises(Refusal, match="a cell never ends"):
        table_of("name,note\nAva," + "x" * (csv.field_size_limit() + 1) + "\n")
