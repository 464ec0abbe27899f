"""What schools type above and below their lists: counts, titles, whose class it is, and places in front of the names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from board.exchange.tables.left_out import Reason
from board.exchange.tables.table import table_of
from lists_written import understood

NAMES = ["Paul Green", "Tess Brown", "Ana Lee"]
COUNTS = [
    *(
        "3 pupils",
        "28 children",
        "5 students",
        "1 child",
        "13 boys, 17 girls",
        "Girls 2 Boys 1",
        "Boys: 13 / Girls: 17",
    ),
    *(
        "3 Kinder",
        "24 Schüler",
        "12 Jungen und 11 Mädchen",
        "Gesamt 24",
        "3 élèves",
        "24 enfants",
        "12 filles et 11 garçons",
    ),
    *(
        "3 niños",
        "24 alumnos",
        "3 crianças",
        "24 alunos",
        "3名",
        "計24名",
        "男子 12 女子 11",
        "Total 3",
        "Total de alunos 24",
        "Anzahl der Kinder 24",
        "Effectif 24",
        "Boys - 13",
        "Pupils: 3",
    ),
    *("\tBoys 13\tGirls 17", "Page 1 of 1"),
]
ABOUT_THE_LIST = [
    *(
        "Class 4B",
        "Room 12 Mrs Bell",
        "Year 4",
        "Klasse 5b",
        "My class:",
        "Teacher: Mrs Bell",
        "TA: Mr Woods",
        "Absent: 0",
    ),
    *("Distribution: Head, Office", "Printed: 9/1/2026, 10:31"),
]


def names(text: str) -> list[str]:
    return [" ".join(cell.strip() for cell in row.cells if cell.strip()) for row in table_of(text).rows]


@pytest.mark.parametrize("count", COUNTS)
def test_a_count_costs_no_child_its_place(count: str) -> None:
    assert names("\n".join([*NAMES, count])) == NAMES
    assert names("\n".join([count, *NAMES])) == NAMES
    assert names(f"Green, Paul\nBrown, Tess\n{count.strip()}") == ["Green, Paul", "Brown, Tess"]


@pytest.mark.parametrize("count", COUNTS)
def test_a_count_is_no_header(count: str) -> None:
    assert table_of("\n".join([count, *NAMES])).header is None


@pytest.mark.parametrize("line", ABOUT_THE_LIST)
def test_lines_about_the_class_are_left_out_and_said(line: str) -> None:
    below, above = table_of("\n".join([*NAMES, line])), table_of("\n".join([line, *NAMES]))
    assert [(out.row, out.reason) for out in below.left_out] == [(4, Reason.FOOTER)]
    assert above.left_out[0].row == 1
    assert names("\n".join([line, *NAMES])) == names("\n".join([*NAMES, line])) == NAMES


@pytest.mark.parametrize("line", ["Late: Tess Hill", "Absent: Ava Brown", "Student: Ava Brown", "Grade Jones", "Ava 2"])
def test_a_line_that_may_name_a_child_stays(line: str) -> None:
    assert names("\n".join([*NAMES, line])) == [*NAMES, line]
    assert names("\n".join([line, *NAMES])) == [line, *NAMES]


@pytest.mark.parametrize("lines", [["Child 1", "Child 2", "Child 3"], ["Student 1", "Student 2"], ["Class 1: Ava", "Class 2: Ben", "Class 3: Mia"]])  # fmt: skip
def test_lines_that_are_all_alike_are_the_list(lines: list[str]) -> None:
    assert names("\n".join(lines)) == lines


def test_a_header_alone_in_its_line_never_stands_below_most_of_the_list() -> None:
    assert names("Paul Green\nTess Brown\nAna Lee\nName\n") == ["Paul Green", "Tess Brown", "Ana Lee", "Name"]


@pytest.mark.parametrize("title", ["Room 4, printed 9/1/2026", "Elm School, Springfield", "Klasse 5b, Stand: 1.9.2026"])
def test_a_title_with_a_comma_stands_above_a_header(title: str) -> None:
    table = table_of(f'Lakeside School\n{title}\nName,Homeroom\n"Green, Paul",Oak\n"Brown, Tess",Elm\n')
    assert (table.header and table.header.number, [out.row for out in table.left_out]) == (3, [1, 2])


@pytest.mark.parametrize(
    "footer", ["Printed: 9/1/2026, 10:31", "Distribution: Head, Office", "Teacher: Mrs Bell, Mr Woods"]
)
def test_typed_names_below_a_header_keep_it_whatever_stands_below(footer: str) -> None:
    table = table_of(f"Student Name\nBrown, Ava\nCole, Ben\nNg, Mia\n{footer}\n")
    assert table.header is not None
    assert [row.cells for row in table.rows] == [("Brown, Ava",), ("Cole, Ben",), ("Ng, Mia",)]


@pytest.mark.parametrize("above", ["", "Room 7\n", "Name\n", "No Name\n", "Nr. Name\n", "Class 4B\nName\n"])
@pytest.mark.parametrize("below", ["", "\n3 pupils"])
@pytest.mark.parametrize(
    "lines", ["1 Ava Brown\n2 Ben Cole\n3 Mia Ng", "01  Ava Brown\n02 Ben Cole\n04 Mia Ng", "1 Brown, Ava\n2 Cole, Ben\n3 Ng, Mia"]
)  # fmt: skip
def test_a_number_and_a_space_in_front_of_a_name_is_a_place_in_the_list(above: str, below: str, lines: str) -> None:
    assert understood(f"{above}{lines}{below}\n") == ["seat", "name"]
    assert len(table_of(f"{above}{lines}{below}\n").rows) == 3


@pytest.mark.parametrize(
    "text",
    [
        "5 Ava Brown\n5 Ben Cole\n6 Mia Ng\n",
        "10234 Ava Brown\n10235 Ben Cole\n",
        "7 Up\nAva\n",
        "1 Ava Brown\n1 Ben Cole\n2 Mia Ng\n2 Zoe Gray\n",
    ],
)
def test_other_numbers_in_front_of_names_are_no_places(text: str) -> None:
    assert understood(text) == ["name"]


_given = st.sampled_from(
    [
        "Ava",
        "Liam",
        "Mia",
        "Zoë",
        "Noor",
        "Kwame",
        "José",
        "Anh",
        "Søren",
        "Ines",
        "Max",
        "Mark",
        "Page",
        "Ho",
        "O'Neil",
        "Anne-Marie",
        "Łucja",
        "Yusuf",
    ]
)
_family = st.sampled_from(
    [
        "Brown",
        "Lopez",
        "Ng",
        "Núñez",
        "Diallo",
        "Kowalska",
        "Tanaka",
        "Hill",
        "Green",
        "Banda",
        "Castro",
        "Nguyen",
        "Smith-Jones",
        "Öz",
        "Ali",
    ]
)


@given(
    st.lists(st.tuples(_given, _family), min_size=3, max_size=30, unique=True), st.sampled_from(COUNTS), st.booleans()
)
def test_a_count_below_any_names_takes_nobody_and_is_no_child(
    people: list[tuple[str, str]], count: str, is_numbered: bool
) -> None:
    names = [" ".join(person) for person in people]
    lines = [f"{at} {name}" for at, name in enumerate(names, 1)] if is_numbered else names
    table = table_of("\n".join([*lines, count.strip()]))
    assert [row.cells[-1] for row in table.rows] == names
    assert [out.row for out in table.left_out] == [len(names) + 1]
