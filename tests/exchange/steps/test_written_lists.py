"""Lists as other people write them: every line is accounted for, and says what its writer meant."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from board.exchange.steps.line import Choice, Kind, Line
from board.exchange.steps.reading import read_lines
from board.exchange.steps.unit import unit_of
from board.mastery.people import clean_line
from board.mastery.revision import TITLE_CELLS, cells
from written_steps import BULLETS, CODES, HEADS, PLACES, SAYINGS, Meant, Written, written

Levels = list[tuple[str, list[Meant]]]


def levels(text: str) -> Levels:
    """What the unit made of a text holds: of each level its title, empty where it has none, and its steps."""
    unit = unit_of(read_lines(text).lines, title="Unit")
    assert unit is not None
    return [
        (
            "" if level.title.startswith("Level ") else level.title,
            [Meant(step.i_can, step.standards, step is level.boss) for step in level.spots],
        )
        for level in unit.levels
    ]


def kinds(text: str) -> list[Kind]:
    return [line.kind for line in read_lines(text).lines]


def steps(text: str) -> list[str]:
    return [step.i_can for _, level in levels(text) for step in level]


@settings(max_examples=300)
@given(written())
def test_a_list_says_what_its_writer_meant(a_list: Written) -> None:
    assert levels(a_list.text) == [(title, list(level)) for title, level in a_list.meant], a_list.text


@given(
    st.one_of(
        written().map(lambda one: one.text),
        st.text(),
        st.lists(
            st.sampled_from(
                [
                    "I can hop",
                    "",
                    " ",
                    "\t",
                    "| a | b |",
                    "a\tb",
                    "Standard\tI can\tDate",
                    "- ",
                    "(",
                    "within 20)",
                    "Geometry",
                    "* I can",
                    "#",
                    "1.OA.1",
                    "by",
                ]
            )
        ).map("\n".join),
    )
)
def test_no_line_vanishes(text: str) -> None:
    lines = read_lines(text).lines
    numbers = [number for line in lines for number in line.numbers]
    assert numbers == sorted(set(numbers))
    filled = {number for line in lines if line.text for number in line.numbers}
    assert filled == {number for number, line in enumerate(text.splitlines(), 1) if clean_line(line)}
    assert all(line.why for line in lines if line.kind is Kind.LEFT_OUT)
    assert all(line.title and line.i_can for line in lines if line.is_shown)


@pytest.mark.parametrize("bullet", sorted(BULLETS))
def test_every_bullet_is_left_out(bullet: str) -> None:
    text = "\n".join(
        f"{BULLETS[bullet](at)}I can {does} it" for at, does in enumerate(("hop", "sing", "draw", "count"))
    )
    assert steps(text) == ["I can hop it.", "I can sing it.", "I can draw it.", "I can count it."]
    assert kinds(text) == [Kind.STEP] * 4


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("place", sorted(PLACES))
def test_a_code_goes_into_the_standards_and_none_of_it_stays(place: str, code: str) -> None:
    (line,) = read_lines(PLACES[place].format(code=code, words="I can count to 20")).lines
    assert (line.i_can, line.standards) == ("I can count to 20.", (code,))
    assert line.title == "Count to 20"


@pytest.mark.parametrize(
    "line",
    [
        "I can name 3-D shapes",
        "I can count 1-120",
        "I can add (within 20)",
        "I can read U.S. maps",
        "I can tell A.M. from P.M.",
        "I can do 2.5 laps",
    ],
)
def test_what_only_looks_like_a_code_stays(line: str) -> None:
    (read,) = read_lines(line).lines
    assert (read.i_can, read.standards) == (f"{line.rstrip('.')}.", ())


@pytest.mark.parametrize("line", ["1.5 litres of water", "2.5 km", "20 things", "-5 degrees", "A+ effort"])
def test_a_number_that_is_meant_stays(line: str) -> None:
    (read,) = read_lines(line).lines
    assert read.i_can == line


@pytest.mark.parametrize("saying", sorted(SAYINGS))
def test_what_planners_say_is_said_by_the_child(saying: str) -> None:
    assert steps(SAYINGS[saying]("match", "letters to sounds").replace("matchs", "matches")) == [
        "I can match letters to sounds."
    ]


@pytest.mark.parametrize("head", sorted(HEADS))
def test_a_heading_names_the_level_below(head: str) -> None:
    text = "\n".join(
        (
            HEADS[head](0, "Halves"),
            "I can cut halves",
            "I can name halves",
            HEADS[head](1, "Thirds"),
            "I can cut thirds",
        )
    )
    assert [(title, len(level)) for title, level in levels(text)] == [("Halves", 2), ("Thirds", 1)]


@pytest.mark.parametrize(
    "outline",
    [
        "1. Halves\n  a. cut halves\n  b. name halves\n2. Thirds\n  a. cut thirds",
        "1 Halves\n1.1 cut halves\n1.2 name halves\n2 Thirds\n2.1 cut thirds".replace("1 H", "1. H").replace(
            "2 T", "2. T"
        ),
        "1.1 Halves\n1.1.1 cut halves\n1.1.2 name halves\n1.2 Thirds\n1.2.1 cut thirds",
        "I. Halves\nA. cut halves\nB. name halves\nII. Thirds\nA. cut thirds".replace("A.", "\u2022").replace(
            "B.", "\u2022"
        ),
        "A. Halves\n1. cut halves\n2. name halves\nB. Thirds\n1. cut thirds",
        "**Halves**\n- cut halves\n- name halves\n**Thirds**\n- cut thirds",
        "Halves\n    cut halves\n    name halves\nThirds\n    cut thirds",
        "\u2022 Halves\n    o  cut halves\n    o  name halves\n\u2022 Thirds\n    o  cut thirds",
    ],
)
def test_what_stands_above_other_lines_of_an_outline_is_a_heading(outline: str) -> None:
    assert [(title, [step.i_can for step in level]) for title, level in levels(outline)] == [
        ("Halves", ["I can cut halves.", "I can name halves."]),
        ("Thirds", ["I can cut thirds."]),
    ]


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("Counts to 100", "I can count to 100."),
        ("Knows letter sounds", "I can know letter sounds."),
        ("Matches colours", "I can match colours."),
        ("Reads, writes and counts numbers", "I can read, write and count numbers."),
        ("Writes her name", "I can write my name."),
        ("Times tables", "Times tables"),
        ("Halves and fourths", "Halves and fourths"),
        ("Measures of length", "Measures of length"),
        ("WALT: recognise odd numbers", "I can recognise odd numbers."),
        ("We are learning to add", "I can add."),
    ],
)
def test_the_third_person_is_made_the_first_and_a_topic_stays(line: str, sentence: str) -> None:
    (read,) = read_lines(line).lines
    assert read.i_can == sentence


@pytest.mark.parametrize(
    "behind",
    [
        " \u2610",
        " ____",
        "  \u263a \U0001f610 \u2639",
        " [ ] [ ]",
        " ..........",
        "    9/12/26",
        "\t9/12\t\u2713",
        " \u25a1 \u25a1 \u25a1",
    ],
)
def test_boxes_lines_and_dates_behind_a_step_are_left_off(behind: str) -> None:
    assert steps(f"I can add{behind}\nI can hop{behind}") == ["I can add.", "I can hop."]


def test_what_stands_below_an_i_can_is_a_step_also_where_nobody_knew_its_verb_and_a_remark_stays() -> None:
    text = "Students will:\n\u2022 zip a coat\n\u2022 Balance a beam\n\u2022 Assessment: quiz on Friday\n\u2022 Shapes around us"
    assert steps(text) == [
        "I can zip a coat.",
        "I can balance a beam.",
        "Assessment: quiz on Friday",
        "Shapes around us",
    ]


def test_codes_on_lines_of_their_own_go_with_the_steps_below() -> None:
    text = "1.OA.1.\nI can:\n- add to 20\n- zip it up\n1.OA.2\n- subtract"
    assert levels(text) == [
        (
            "",
            [
                Meant("I can add to 20.", ("1.OA.1",), boss=False),
                Meant("I can zip it up.", ("1.OA.1",), boss=False),
                Meant("I can subtract.", ("1.OA.2",), boss=False),
            ],
        )
    ]


def test_a_blank_line_below_every_line_starts_no_level_and_two_do() -> None:
    spaced = "I can hop\n\nI can sing\n\nI can draw\n\n\nI can add\n\nI can count\n"
    assert [len(level) for _, level in levels(spaced)] == [3, 2]
    assert any("one blank line starts none here; two do" in remark for remark in read_lines(spaced).remarks)
    assert [len(level) for _, level in levels("I can hop\n\nI can sing\n\nI can draw")] == [3]


def test_a_page_number_between_blank_lines_starts_no_level() -> None:
    assert [len(level) for _, level in levels("I can hop\nI can sing\n\n- 2 -\n\nI can draw\nI can add")] == [4]


FIRST_GRADE = """\
"I can" statements for First Grade Math.
Aligned with the Common Core State Standards
Operations and Algebraic Thinking
I can use addition to solve word problems using equations. (within 20)
I can use subtraction to solve word problems using equations. (within
20)
When adding more than two numbers, I can choose two numbers that I
can easily add to help find the sum.
Number and Operations in Base Ten
1.NBT.1- I can write the number for a given number of objects to 120.
I can count to 120.
Geometry
I can build and draw shapes.
"""


def test_a_list_of_a_first_grade_is_read_as_it_is_meant() -> None:
    assert [(title, [step.i_can for step in level]) for title, level in levels(FIRST_GRADE)] == [
        (
            "Operations and Algebraic Thinking",
            [
                "I can use addition to solve word problems using equations. (within 20).",
                "I can use subtraction to solve word problems using equations. (within 20).",
                "When adding more than two numbers, I can choose two numbers that I can easily add to help find the sum.",
            ],
        ),
        (
            "Number and Operations in Base Ten",
            ["I can write the number for a given number of objects to 120.", "I can count to 120."],
        ),
        ("Geometry", ["I can build and draw shapes."]),
    ]
    assert kinds(FIRST_GRADE)[:2] == [Kind.LEFT_OUT, Kind.LEFT_OUT]


TABLES = {
    "sheet": "Standard\tI can\tDate\tMet\n2.NBT.A.1\tI can count to 100\t9/12\tx\n2.NBT.A.2\tskip count by 5s\t\t\u2610\nGeometry\t\t\t\n2.G.1\tI can draw shapes\t2026-10-01\t",
    "Markdown": "| Standard | I can | Date |\n|---|:--|---|\n| 2.NBT.A.1 | I can count to 100 | 9/12 |\n| 2.NBT.A.2 | skip count by 5s | |\n| Geometry | | |\n| 2.G.1 | I can draw shapes | |",
    "columns turned": "Met?\tI can statements\tCode\n\u2714\tI can count to 100\t2.NBT.A.1\n\tskip count by 5s\t2.NBT.A.2\nGeometry\n\tI can draw shapes\t2.G.1",
    "no header": "2.NBT.A.1\tI can count to 100\t\u2610\n2.NBT.A.2\tskip count by 5s\t\u2610\nGeometry\n2.G.1\tI can draw shapes\t\u2610",
    "with the standard beside": "CC\tCommon Core Standard\tI Can Statements\n2.NBT.A.1\tUnderstand that the three digits stand for amounts\tI can count to 100\n2.NBT.A.2\tCount within 1000; skip-count by fives\tskip count by 5s\nGeometry\t\t\n2.G.1\tRecognize and draw shapes\tI can draw shapes",
}


@pytest.mark.parametrize("table", sorted(TABLES))
def test_a_table_is_read_by_its_columns(table: str) -> None:
    assert levels(TABLES[table]) == [
        (
            "",
            [
                Meant("I can count to 100.", ("2.NBT.A.1",), boss=False),
                Meant("I can skip count by 5s.", ("2.NBT.A.2",), boss=False),
            ],
        ),
        ("Geometry", [Meant("I can draw shapes.", ("2.G.1",), boss=False)]),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("* I can hop\n* I can sing\n\n* I can draw\n* I can add", [[False, False], [False, False]]),
        (
            "1. Moving\n   * I can hop\n   * I can run fast\n2. Music\n   * I can sing\n   * I can drum",
            [[False, False], [False, False]],
        ),
        ("I can hop\n* I can sing\n\nI can draw\n\u2605 I can add", [[False, True], [False, True]]),
        ("I can hop\nI can jump\nI can run\n\n* I can sing\n\nI can draw", [[False, False, False, True], [False]]),
    ],
)
def test_a_star_is_a_bullet_or_makes_a_boss(text: str, expected: list[list[bool]]) -> None:
    assert [[step.boss for step in level] for _, level in levels(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Ich kann bis 20 z\u00e4hlen\nIch kann addieren\nGeometrie\nIch kann ein Dreieck zeichnen",
        "\u6211\u4f1a\u6570\u6570\n\u6211\u4f1a\u5199\u5b57\n\u51e0\u4f55\n\u6211\u4f1a\u753b\u753b",
        "Puedo contar\nPuedo sumar\nGeometr\u00eda\nPuedo dibujar",
    ],
)
def test_lines_in_other_languages_stand_as_they_are_and_headings_are_found(text: str) -> None:
    lines = text.splitlines()
    assert [(title, [step.i_can for step in level]) for title, level in levels(text)] == [
        ("", lines[:2]),
        (lines[2], lines[3:]),
    ]


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("I can read a clock to the half hour.", "Read a clock to the half hour"),
        ("I can tell time to five minutes.", "Tell time to five minutes"),
        ("I can tell time to the nearest five minutes on a clock with hands.", "Tell time to five minutes"),
        ("I can identify two-dimensional geometric shapes in a picture", "Identify geometric shapes"),
        ("I can understand the concept of multiplication as groups", "Understand multiplication"),
        ("I can identify the main idea of a nonfiction text", "Identify the main idea"),
        ("I can add two-digit numbers, and explain my strategy", "Add two-digit numbers"),
    ],
)
def test_a_short_title_keeps_its_sense(line: str, title: str) -> None:
    (read,) = read_lines(line).lines
    assert read.title == title
    assert cells(title) <= TITLE_CELLS


def test_titles_that_would_be_the_same_tell_what_differs() -> None:
    text = "\n".join(
        f"I can use addition to solve word problems with the help of {what}."
        for what in ("equations", "objects", "drawings")
    )
    assert [line.title.split()[-1] for line in read_lines(text).lines] == ["equations", "objects", "drawings"]


def chosen(text: str, **choices: Choice) -> dict[str, Line]:
    """What lines become when something is chosen for those that hold a word."""
    keys = {line.key: choices[word] for line in read_lines(text).lines for word in choices if word in line.text}
    return {line.text: line for line in read_lines(text, keys).lines if line.text}


def test_what_is_chosen_by_hand_counts_and_stays_while_more_is_typed() -> None:
    text = "I can hop\nI can sing\nI can draw\nParts\nI can add"
    keys = {
        ("I can sing", 0): Choice(Kind.BOSS),
        ("I can draw", 0): Choice(Kind.LEFT_OUT),
        ("I can add", 0): Choice(title="Plus", badge="kite"),
    }
    for typed in (text, f"I can run\n{text}\nI can count"):
        lines = {line.text: line for line in read_lines(typed, keys, ["apple", "kite"]).lines}
        assert lines["I can sing"].kind is Kind.BOSS
        assert lines["I can draw"].kind is Kind.LEFT_OUT
        assert (lines["I can add"].title, lines["I can add"].badge) == ("Plus", "kite")
    assert chosen(text, Parts=Choice(Kind.STEP))["Parts"].kind is Kind.STEP
    assert chosen(text, sing=Choice(Kind.HEADING))["I can sing"].title == "I can sing"


def test_a_boss_chosen_by_hand_takes_the_place_of_the_one_that_was_read() -> None:
    lines = chosen("I can hop\nI can sing\nI can draw *", hop=Choice(Kind.BOSS))
    assert [line.kind for line in lines.values()] == [Kind.BOSS, Kind.STEP, Kind.STEP]


@given(
    st.one_of(written().map(lambda one: one.text), st.text(max_size=80)),
    st.lists(st.sampled_from([*Kind]), max_size=30),
)
def test_whatever_is_chosen_makes_a_whole_unit_or_none(text: str, kinds: list[Kind]) -> None:
    lines = read_lines(text).lines
    keys = {
        line.key: Choice(kind)
        for line, kind in zip(lines, kinds, strict=False)
        if (kind is Kind.BREAK) <= (not line.text)
        and not (not line.text and kind in (Kind.STEP, Kind.BOSS, Kind.HEADING))
    }
    chosen_lines = read_lines(text, keys, ["apple"]).lines
    assert [line.numbers for line in chosen_lines if line.text] == [line.numbers for line in lines if line.text]
    unit = unit_of(chosen_lines, title="Unit")
    shown = [line for line in chosen_lines if line.is_shown]
    assert (unit is None) == (not shown)
    if unit is not None:
        assert len({step.id for step in unit.spots}) == len(shown) == len(unit.spots)
        assert all(level.steps for level in unit.levels)
        assert all(step.title and step.i_can for step in unit.spots)
