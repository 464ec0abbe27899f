import pytest

from board.exchange.tables.columns import columns_of
from board.exchange.tables.meanings import Meaning
from board.exchange.tables.table import table_of
from lists_written import understood


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("First Name,Last Name\nAva,Brown\nLiam,Lopez\n", "given family"),
        ("Name;Vorname\nBrown;Ava\nLopez;Liam\n", "family given"),
        ("SURNAME,NAME\nSmith,John\nJames,Bob\n", "family given"),
        ("Nome,Sobrenome\nAva,Brown\nLiam,Lopez\n", "given family"),
        ("Name;Last name\nAva Brown;Brown\nLiam Lopez;Lopez\n", "name family"),
        ("Name;Vorname\nAva Brown;Ava\nLiam Lopez;Liam\n", "name given"),
        ("Preferred Name,Last Name\nAva,Brown\nLiam,Lopez\n", "given family"),
        ("First,Last,Preferred\nBenjamin,Cole,Ben\nAva,Brown,\n", "given family preferred"),
        ("Display Name,Email\nAva Brown,a@x.org\nBen Cole,b@x.org\n", "name private"),
        ("First,Last,Display Name\nAva,Brown,Ava Brown\nBen,Cole,Ben Cole\n", "given family unused"),
        ("Name,Nickname\nAva Brown,Ava Brown\nBen Cole,Ben Cole\n", "name unused"),
        ("Name,Nickname\nAva Brown,Ava\nBen Cole,Cole Ben\n", "name alias"),
        ("Name,Code name\nAva Brown,Comet\nBen Cole,Owl\n", "name alias"),
        ("Nome,Apelido\nAva,Brown\nLiam,Lopez\n", "given? family?"),
        ("Parent First Name,Student First Name,Student Last Name\nPaul,Ava,Brown\n", "private given family"),
        ("Student,Teacher\nAva Brown,Rivera\nBen Cole,Rivera\n", "name teacher"),
        ("Foo_Bar,Zzz_Zzz\nAva Brown,x7\nBen Cole,y9\n", "name? unused?"),
        ("Foo;Bar;Baz\n1771;Ava;Brown\n1772;Liam;Lopez\n", "unused? given? family?"),
        ("Last Name,Moniker\nBrown,Ava\nLopez,Liam\n", "family given?"),
        (",,Student,,Parent\nID,First,Last,Name,Grade\n71x,Ava,Brown,Paul,2\n", "id given family unused? grade"),
        ("First Name,First Name\nAva,Lia\nBen,Mia\n", "given? unused?"),
    ],
)
def test_names_are_found_under_any_header(text: str, expected: str) -> None:
    assert understood(text) == expected.split()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ava Brown\nLiam Lopez\n", "name"),
        ("Brown, Ava\tK\tF\nLopez, Liam\tK\tM\n", "name grade private"),
        ("Ava,Brown\nLiam,Lopez\n", "given family"),
        ("Ava, Brown, 2\nLiam, Lopez, 2\n", "family given grade"),
        ("Ava\tBrown\t2\t2B\nLiam\tLopez\t2\t2B\nMia\tNg\t2\t2B\n", "given family grade class"),
        ("Ava\tBrown\tK\tRivera\nLiam\tLopez\tK\tRivera\n", "given family grade teacher"),
        ("ABBOTT\tCharlotte\nCOLE\tBen\n", "family given"),
        ("Charlotte\tABBOTT\nBen\tCOLE\n", "given family"),
        ("CHARLOTTE\tABBOTT\nBEN\tCOLE\n", "given family"),
        ("van der Berg\tPeter\nCole\tBen\n", "family? given?"),
        ("McRae\tMia\nCole\tBen\n", "family? given?"),
        ("Peter\tvan der Berg\nBen\tCole\n", "given family"),
        ("1\tBrown, Ava\n2\tCole, Ben\n3\tNg, Mia\n", "seat name"),
        ("1.\tAva Brown\n2.\tBen Cole\n", "seat name"),
        ("\u2022\tAva Brown\n\u2022\tBen Cole\n", "seat name"),
        ("100234\tAva Brown\n100235\tBen Cole\n", "id? name"),
        ("17\tAva Brown\n23\tBen Cole\n", "seat? name"),
        ("Ava,Brown,Student\nTess,Lee,Teacher\n", "given family role"),
        ("Ava Brown,ava@x.org,2011-04-02\nBen Cole,,2011-05-03\n", "name private private"),
        ("1.23457E+11\tAva Brown\n1.23457E+11\tBen Cole\n", "unused name"),
        ("10a; kathrin; fray; 1.1.2001\n10a; bo; dee; 1.1.2001\n", "class given family private"),
        ("=1+1\n+x\n-x\n@x", "name"),
        ("\u738b\u5c0f\u660e\n\u9648\u7f8e\u73b2\n", "name"),
        ("\u0645\u062d\u0645\u062f \u0639\u0628\u062f \u0627\u0644\u0631\u062d\u0645\u0646\n", "name"),
    ],
)
def test_a_list_without_a_header_speaks_for_itself(text: str, expected: str) -> None:
    assert understood(text) == expected.split()


def rows(header: str, cells: list[str]) -> str:
    names = ["Ava Brown", "Ben Cole", "Mia Ng", "Liam Lopez", "Zoe Gray", "Hal Dorne"]
    return f"{header};Name\n" + "".join(f"{cell};{name}\n" for cell, name in zip(cells, names, strict=False))


@pytest.mark.parametrize(
    ("header", "cells", "expected"),
    [
        ("Number", ["1", "2", "3", "4"], "seat"),
        ("Nr.", ["4", "2", "1", "3"], "seat"),
        ("ID", ["1", "2", "3", "5"], "seat"),
        ("Student ID", ["1", "2", "3"], "seat?"),
        ("Student ID", ["01", "02", "03"], "seat?"),
        ("No.", ["17", "23", "29"], "seat?"),
        ("ID", ["17", "23", "29"], "id?"),
        ("ID", ["100", "101", "102"], "id"),
        ("Student ID", ["101", "102", "103"], "id"),
        ("Number", ["13001", "13002", "13007"], "id"),
        ("Student ID", ["S4123", "S9754", "S2874"], "id"),
        ("sourcedId", ["6f1c-aa", "6f1c-ab", "6f1c-ac"], "id"),
        ("Student ID", ["1.23457E+11", "1.23457E+11"], "unused"),
        ("Student ID", ["123", "1,23457E+11", "77"], "unused"),
        ("Student ID", ["X7", "X7", "X7"], "other_id?"),
        ("Student ID", ["ava@x.org", "ben@x.org"], "private"),
        ("ID", ["ava.brown", "ben.cole"], "unused"),
        ("Sch. No", ["4711", "4712"], "id?"),
        ("UPN", ["A1234567", "A1234568"], "id"),
        ("State ID", ["A1234567", ""], "other_id"),
        ("Roll No", ["4711", "4712"], "seat"),
        ("Grade", ["2", "2"], "grade"),
        ("Grade", ["K", "PK"], "grade"),
        ("Grade", ["85", "92.5"], "unused?"),
        ("Year", ["2025", "2025"], "unused"),
        ("Year", ["5", "6"], "grade"),
        ("Class", ["2B", "2B"], "class"),
        ("Klasse", ["2", "2", "2"], "class?"),
        ("Department", ["Grade 2", "Grade 2"], "class"),
        ("Department", ["Science", "Science"], "unused"),
        ("Job Title", ["Student", "Teacher"], "role"),
        ("Job Title", ["Clerk", "Nurse"], "unused"),
        ("First Name", ["85", "92"], "unused?"),
    ],
)
def test_a_header_is_believed_only_where_its_cells_agree(header: str, cells: list[str], expected: str) -> None:
    assert understood(rows(header, cells))[0] == expected


def test_the_id_is_the_one_that_every_child_has() -> None:
    text = "SIS ID,Student Number,Name\n13001,4401,Ava Brown\n13002,,Ben Cole\n13007,4407,Mia Ng\n"
    assert understood(text) == ["id", "other_id", "name"]
    assert understood(text.replace("SIS ID", "ID")) == ["other_id", "id", "name"]


def test_a_child_on_several_rows_shares_its_id_with_nobody() -> None:
    text = "Student ID,Name,Class\n7701,Ava Brown,Math\n7701,Ava Brown,Art\n7702,Ben Cole,Math\n"
    assert understood(text) == ["id", "name", "class"]


def test_what_the_teacher_says_is_obeyed_and_the_rest_follows() -> None:
    table = table_of("Sch. No,Label,Spot\n1,Ava,Brown\n2,Ben,Cole\n")
    columns = columns_of(table, {0: Meaning.ID, 1: Meaning.FAMILY, 2: Meaning.GIVEN})
    assert [column.meaning for column in columns] == ["id", "family", "given"]
    assert {column.why for column in columns} == {"You said so."}
    assert all(column.is_sure for column in columns)


def test_only_one_column_is_the_id_also_where_the_teacher_chose_another() -> None:
    table = table_of("Student ID,Locker,Name\n4701,991,Ava\n4702,992,Ben\n")
    assert [column.meaning for column in columns_of(table, {1: Meaning.ID})] == ["other_id", "id", "name"]


def test_every_column_has_its_reason_in_a_sentence() -> None:
    columns = columns_of(table_of("a,Name,,Grade,Foo\n1,Ava,,2,x\n2,Ben,,2,y\n"))
    assert len(columns) == 5
    assert all((column.why.endswith(".") and column.why[0].isupper()) or column.why[0] == "1" for column in columns)
