"""What a column means does not hang on where it stands, on what stands beside it, or on how the list was written down."""

from collections.abc import Sequence
from random import Random
from typing import NamedTuple

from hypothesis import given
from hypothesis import strategies as st

from board.exchange.tables.columns import columns_of
from board.exchange.tables.table import Table, table_of
from lists_written import written

GIVEN = [
    "Ava",
    "Liam",
    "Mia",
    "Zo\u00eb",
    "Mary Ann",
    "J\u00fcrgen",
    "Noor",
    "\u0141ucja",
    "Ben",
    "Cher",
    "Hana",
    "Owen",
]
FAMILY = [
    "Brown",
    "Lopez",
    "Ng",
    "van der Berg",
    "O'Brien-Lee",
    "N\u00fa\u00f1ez",
    "Gray",
    "Cole",
    "Dorne",
    "Ito",
    "Klein",
]
LANGUAGES = (
    ("First Name", "Last Name", "Student ID", "Grade", "Class", "Email", "Preferred Name", "Nickname", "Status", "No."),
    ("Vorname", "Nachname", "Sch\u00fcler-ID", "Jahrgang", "Klasse", "E-Mail", "Rufname", "Spitzname", "Status", "Nr."),
    ("Nombre", "Apellidos", "N\u00ba matr\u00edcula", "Curso", "Grupo", "Correo", "Nombre preferido", "Apodo", "Estado", "N\u00ba"),
    ("Pr\u00e9nom", "Nom", "Matricule", "Niveau", "Classe", "Courriel", "Pr\u00e9nom usuel", "Surnom", "Statut", "N\u00b0"),
    ("Nome", "Sobrenome", "Matr\u00edcula", "S\u00e9rie", "Turma", "E-mail", "Nome social", "Alcunha", "Situa\u00e7\u00e3o", "N\u00ba"),
    ("\u540d", "\u59d3", "\u5b66\u7c4d\u756a\u53f7", "\u5b66\u5e74", "\u7d44", "\u30e1\u30fc\u30eb", "\u901a\u79f0", "\u3042\u3060\u540d", "\u72b6\u614b", "\u756a\u53f7"),
)  # fmt: skip
MEANT = ("given", "family", "id", "grade", "class", "private", "preferred", "alias", "status", "seat")
TITLES = ("Room 7", "Class list 2025/26", "Teacher: Dana", "Elm Grove School")
FOOTERS = ("Total: 24", "Printed 9/1/2025", "Page 1 of 2", "24 students")
UNUSED = (("Locker", "L"), ("Quiz 1 (/20)", ""), ("Notes", "x"), ("Bus", "B"), ("Zzyx", "q7"))


class Written(NamedTuple):
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@st.composite
def lists(draw: st.DrawFn) -> Written:
    header = draw(st.sampled_from(LANGUAGES))
    count = draw(st.integers(4, 8))
    given_names = draw(st.permutations(GIVEN))[:count]
    families = draw(st.permutations(FAMILY))[:count]
    first_id = draw(st.integers(10_000, 90_000))
    rows = tuple(
        (
            *(one, other, str(first_id + 37 * at), draw(st.sampled_from(["2", "02", "K", "3"]))),
            *(draw(st.sampled_from(["2B", "Owls"])), f"c{at}@x.org", draw(st.sampled_from(["", "Bo", "Kit"]))),
            *(draw(st.sampled_from(["", "Comet", "Owl"])), "active", str(at + 1)),
        )
        for at, (one, other) in enumerate(zip(given_names, families, strict=True))
    )
    return Written(header, rows)


def meant(table: Table) -> dict[str, str]:
    return {column.header: column.meaning for column in columns_of(table)}


def right(header: Sequence[str], columns: dict[str, str]) -> bool:
    """Tell whether all columns mean what they should; a column in which nothing stands may mean anything."""
    return all(columns[name] == meaning for name, meaning in zip(header, MEANT, strict=True))


def shuffled(rows: Sequence[Sequence[str]], order: Sequence[int]) -> list[list[str]]:
    return [[row[at] for at in order] for row in rows]


@given(lists(), st.permutations(range(10)))
def test_shuffled_columns_mean_the_same(one: Written, order: list[int]) -> None:
    assert right(one.header, meant(table_of(written(shuffled([one.header, *one.rows], order)))))


@given(lists(), st.randoms(use_true_random=False))
def test_shuffled_rows_mean_the_same(one: Written, dice: Random) -> None:
    rows = dice.sample(one.rows, len(one.rows))
    assert right(one.header, meant(table_of(written([one.header, *rows]))))


@given(lists(), st.sampled_from(",;\t|"), st.sampled_from(["\n", "\r\n", "\r"]))
def test_another_delimiter_or_line_end_means_the_same(one: Written, delimiter: str, end: str) -> None:
    assert right(one.header, meant(table_of(written([one.header, *one.rows], delimiter, end))))


@given(lists(), st.lists(st.sampled_from(TITLES), unique=True), st.lists(st.sampled_from(FOOTERS), unique=True), st.booleans())  # fmt: skip
def test_titles_footers_and_the_header_again_change_nothing(
    one: Written, titles: list[str], footers: list[str], again: bool
) -> None:
    middle = [one.header] if again else []
    rows = [*([title] for title in titles), one.header, *one.rows[:2], *middle, *one.rows[2:], *([f] for f in footers)]
    table = table_of(written(rows))
    assert [row.cells for row in table.rows] == list(one.rows)
    assert len(table.left_out) == len(titles) + len(footers) + again
    assert right(one.header, meant(table))


@given(lists(), st.lists(st.tuples(st.sampled_from(UNUSED), st.integers(0, 10)), max_size=4, unique_by=lambda one: one[0]))  # fmt: skip
def test_columns_the_board_does_not_need_change_nothing(
    one: Written, unused: list[tuple[tuple[str, str], int]]
) -> None:
    header, rows = list(one.header), [list(row) for row in one.rows]
    for (name, cell), at in unused:
        header.insert(at, name)
        for row in rows:
            row.insert(at, cell)
    columns = meant(table_of(written([header, *rows])))
    assert right(one.header, columns)
    assert {columns[name] for (name, _), _ in unused} <= {"unused"}


@given(lists(), st.data())
def test_a_parents_name_in_the_row_is_never_the_childs(one: Written, data: st.DataObject) -> None:
    whose = data.draw(st.sampled_from(["Parent", "Guardian 1", "Mother", "Teacher", "Emergency Contact"]))
    at = data.draw(st.integers(0, 10))
    rows = [[*row[:at], cell, *row[at:]] for row, cell in zip(one.rows, GIVEN, strict=False)]
    for part in ("First Name", "Last Name", "Name"):
        header = [*one.header[:at], f"{whose} {part}", *one.header[at:]]
        columns = meant(table_of(written([header, *rows])))
        assert right(one.header, columns)
        assert columns[f"{whose} {part}"] in {"private", "teacher"}
