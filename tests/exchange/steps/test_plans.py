"""Lists with all that teachers' plans hold around the steps: blank lines here and there, whose plan it is, Bosses, criteria."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from board.exchange.steps.line import Kind, Line
from board.exchange.steps.reading import read_lines
from board.exchange.steps.unit import unit_of
from board.mastery.curriculum import Unit


def lines(text: str) -> list[Line]:
    return list(read_lines(text).lines)


def unit(text: str) -> Unit:
    made = unit_of(lines(text), title="Unit")
    assert made is not None
    return made


def spaced(pattern: str) -> str:
    """Give a list: a letter is a step, B a Boss, h a heading, _ a blank line."""
    said = {"_": "", "B": "I can lead thing {} *", "h": "Part {}:"}
    return "\n".join(said.get(sign, "I can do thing {}").format(at) for at, sign in enumerate(pattern))


@pytest.mark.parametrize(
    ("pattern", "sizes"),
    [
        ("a_a_aa_a_aa_a", [8]),  # room between most of them, not all
        ("a_a_a_a_aa", [6]),  # one typed under a double-spaced list
        ("a_aa", [3]),
        ("a_a", [2]),
        ("aaa_a_a", [5]),
        ("aa_a", [2, 1]),  # the last level is typed just now
        ("aa_aa_aa", [2, 2, 2]),
        ("aa_a_aa", [2, 1, 2]),
        ("a_a_a__a_a", [3, 2]),
        ("a__aa", [1, 2]),
        ("a__a_a", [1, 2]),
        ("a__a__a__aa", [5]),
        ("a_a_B_a_a_B", [3, 3]),
        ("a_a_B_aa", [3, 2]),
        ("aa_B_aa", [3, 2]),
        ("ha_a_aha_a", [3, 2]),
        ("ha_ha_ha", [1, 1, 1]),
    ],
)
def test_a_blank_line_starts_a_level_where_that_gives_levels_of_several_steps(pattern: str, sizes: list[int]) -> None:
    assert [len(level.spots) for level in unit(spaced(pattern)).levels] == sizes


@given(st.lists(st.tuples(st.integers(1, 4), st.integers(1, 3)), min_size=1, max_size=12))
def test_blank_lines_never_make_a_row_of_levels_of_one_step(parts: list[tuple[int, int]]) -> None:
    pattern = "".join("a" * steps + "_" * min(gap, 1) for steps, gap in parts)
    sizes = [len(level.spots) for level in unit(spaced(pattern)).levels]
    assert sum(sizes) == sum(steps for steps, _ in parts)
    lone = [at for at, size in enumerate(sizes) if size == 1]
    assert 3 * len(lone) <= len(sizes) or lone == [len(sizes) - 1]


@pytest.mark.parametrize("pattern", ["a_a_aa_a", "a_aa", "a_a"])
def test_where_a_blank_line_starts_no_level_it_is_said_and_what_is_said_is_true(pattern: str) -> None:
    (remark,) = read_lines(spaced(pattern)).remarks
    assert remark == "So that no level has only one step, one blank line starts none here; two do."
    assert len(unit(spaced(pattern.replace("_", "__", 1))).levels) == 2


def test_where_even_two_blank_lines_only_give_room_a_colon_is_said() -> None:
    (remark,) = read_lines(spaced("a__a__a__a")).remarks
    assert remark.endswith("blank lines start none here; a line with : at its end does.")


@pytest.mark.parametrize(
    "text",
    [
        "\u2022\tfind a half\n\u2022\tfind a third",
        "1.\tfind a half\n2.\tfind a third",
        "\u2610\tfind a half\n-\tfind a third",
        "\uf0b7\tfind a half\no\tfind a third",
        "\u2022\tfind a half\t\u2610\n\u2022\tfind a third\t9/12",
    ],
)
def test_a_bullet_with_a_tab_is_no_row_of_cells(text: str) -> None:
    assert [(line.i_can, line.why) for line in lines(text)] == [
        ("I can find a half.", ""),
        ("I can find a third.", ""),
    ]


def test_a_cell_with_words_that_was_not_taken_is_said() -> None:
    read = lines("Skill\tNotes\nI can hop\tshow it on Friday\nI can add\tx")
    assert [line.why for line in read[1:]] == ["One cell of this row was taken; the others were not.", ""]


ABOUT = [
    "Maths \u2013 Autumn term, Year 4",
    "Maths - Autumn term, Year 4 - Place value",
    "Year 4 Maths",
    "Mathematics, Grade 2, 2026/27",
    "Mrs Green\u2019s class",
    "Science Year 3 Spring 2",
    "Class 3B",
    "KS1 Computing",
    "12 September 2026",
    "Week beginning 12/9/26",
    "Mathe, 2. Klasse, 1. Halbjahr",
    "Fran\u00e7ais CE1, semaine 12",
    "Key Stage 2 objectives",
    "Term 2 2026 English Stage 1",
]


@pytest.mark.parametrize("about", ABOUT)
@pytest.mark.parametrize(
    "below", ["I can hop\nI can sing", "hopping on one leg\nsinging a song", "\nI can hop\nI can sing"]
)
def test_whose_list_it_is_becomes_no_step(about: str, below: str) -> None:
    assert [line.kind for line in lines(f"{about}\n{below}") if line.text] == [Kind.HEADING, Kind.STEP, Kind.STEP]


@pytest.mark.parametrize(
    "line",
    ["Teacher: Ms Rivera", "Class: 3B", "Due: Friday", "Date: 12 September 2026", "Subject: Maths", "Fach: Mathe"],
)
def test_who_it_belongs_to_is_left_out(line: str) -> None:
    (left, *_) = lines(f"{line}\nI can hop\nI can sing")
    assert (left.kind, left.why) == (Kind.LEFT_OUT, "This says whose list it is.")


def test_titles_above_each_other_leave_one_heading() -> None:
    read = lines("Science\n\nYear 3\n\nForces\n\nI can push\nI can pull")
    assert [line.kind for line in read] == [Kind.LEFT_OUT, Kind.LEFT_OUT, Kind.HEADING, Kind.STEP, Kind.STEP]


def test_a_topic_is_named_without_the_word() -> None:
    assert [level.title for level in unit("Topic: Forces\nI can push\nI can pull").levels] == ["Forces"]


@pytest.mark.parametrize(
    "line",
    [
        "Months and seasons",
        "Days of the week",
        "Spring and summer",
        "Reading and writing",
        "Half and quarter turns",
        "I can name the months of the year",
        "Read the date 12/9/26",
        "Class rules",
        "Write a diary for a week in Year 4",
    ],
)
def test_a_step_about_time_or_school_stays_one(line: str) -> None:
    assert [one.kind for one in lines(f"{line}\nTelling the time")] == [Kind.STEP, Kind.STEP]


@pytest.mark.parametrize(
    "line",
    [
        "Big task: build a bridge",
        "BOSS: Build a bridge",
        "Boss \u2013 build a bridge",
        "\u2022 Challenge: I can build a bridge",
        "Big Challenge: build a bridge",
        "3. Challenge 2: build a bridge",
        "Challenge question: build a bridge",
        "Final project: build a bridge",
        "Boss:\nbuild a bridge",
        "Challenge\nI can build a bridge",
    ],
)
def test_a_boss_is_known_by_its_name(line: str) -> None:
    (level,) = unit(f"I can push\nI can pull\n{line}").levels
    assert [step.title for step in level.steps] == ["Push", "Pull"]
    assert level.boss is not None
    assert (level.boss.title, level.boss.i_can) == ("Build a bridge", "I can build a bridge.")


def test_several_steps_below_challenge_are_a_level() -> None:
    made = unit("I can push\nI can pull\nChallenge:\nI can lift\nI can throw")
    assert [(level.title, len(level.steps), level.boss) for level in made.levels][1] == ("Challenge", 2, None)


@pytest.mark.parametrize(
    "line", ["I can face a challenge: hop", "Challenge a friend to a race", "Boss and worker words"]
)
def test_other_words_make_no_boss(line: str) -> None:
    assert all(one.kind is Kind.STEP for one in lines(f"I can hop\n{line}\nI can sing"))


@pytest.mark.parametrize(
    "code",
    [
        "NC Y4 F-5",
        "YR2 NAS 1",
        "Y2.GPS.1",
        "MA2-7NA",
        "MA2\u20118NA",
        "MAe-1WM",
        "MA1-RWN-01",
        "ST2-1WS-S",
        "AC9M2N01",
        "ACMNA028",
        "M2.1",
        "Ma2/2.2c",
        "3NPV-1",
        "4F\u20131",
        "NPV-2",
        "KS1 N-3",
        "X7-M1",
    ],
)
def test_codes_of_schools_elsewhere_go_into_the_standards(code: str) -> None:
    (line,) = lines(f"{code}: add fractions")
    assert (line.i_can, line.standards) == ("I can add fractions.", (code,))


def test_an_outcome_with_its_code_is_said_by_the_child() -> None:
    assert [(line.i_can, line.standards) for line in lines("MA2-7NA Uses strategies\nselects tools MA2-2WM")] == [
        ("I can use strategies.", ("MA2-7NA",)),
        ("I can select tools.", ("MA2-2WM",)),
    ]


@pytest.mark.parametrize(
    "line", ["DAY 2: hop far", "I can: hop", "NOTE: hop", "PE: hop", "3D: I can name cubes", "SET 1: hop"]
)
def test_what_stands_before_a_colon_is_no_code_without_its_form(line: str) -> None:
    assert [one.standards for one in lines(line)] == [()]


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("measure a force with a newton meter", "Measure force with newton meter"),
        ("show the parts of a number on a number line", "Show the parts of a number"),
        ("I can tell time to the nearest five minutes on a clock with hands.", "Tell time to five minutes"),
    ],
)
def test_a_thing_of_two_words_stays_whole_in_a_title_or_goes(line: str, title: str) -> None:
    (read,) = lines(line)
    assert read.title == title


@pytest.mark.parametrize(
    ("line", "thing"),
    [
        ("I can draw a labelled electrical circuit diagram with two bulbs", "circuit diagram"),
        ("I can choose the right place value column for every digit", "place value column"),
        ("measure the mass of an object with kitchen scales and a chart", "kitchen scales"),
        ("I can complete a long subtraction number sentence with hundreds", "number sentence"),
    ],
)
def test_a_title_never_ends_with_half_a_thing(line: str, thing: str) -> None:
    (read,) = lines(line)
    last = thing.rsplit(maxsplit=1)[-1]
    assert thing in read.title or last not in read.title.split()


CRITERIA = [
    "I can find a half\nSuccess criteria\n\u2610 I fold it\n\u2610 the parts are equal\nI can sing",
    "- I can find a half\n\nSuccess criteria:\n\n- I fold it\n\n- the parts are equal\n\n- I can sing",
    "\u2022 I can find a half\nLooks like:\n   o  I fold it\n   o  the parts are equal\n\u2022 I can sing",
    "I can find a half\nSteps to success\n1. I fold it\n2. the parts are equal\n\nI can sing",
    "LO: To find a half\n\nSC:\n\u2022 I fold it\n\u2022 the parts are equal\n\nLO: To sing",
    "WALT: find a half\nSuccess criteria:\nI fold it\nthe parts are equal\n\nWALT: sing",
    "I can find a half\nSuccess criteria: I fold it\nSuccess criteria: the parts are equal\nI can sing",
]


@pytest.mark.parametrize("text", CRITERIA)
def test_success_criteria_go_with_the_step_above(text: str) -> None:
    assert [(step.i_can, step.criteria) for step in unit(text).spots] == [
        ("I can find a half.", ("I fold it", "the parts are equal")),
        ("I can sing.", ()),
    ]


def test_criteria_are_no_gap_in_the_list() -> None:
    made = unit("I can hop\nI can run\n\nSuccess criteria:\n- far\n- fast\n\nI can sing\nI can hum")
    assert [[step.criteria for step in level.steps] for level in made.levels] == [[(), ("far", "fast")], [(), ()]]


def test_steps_below_success_criteria_with_no_step_above_are_steps() -> None:
    (level,) = unit("Success criteria:\nI can hop\nI can run").levels
    assert (level.title, len(level.steps)) == ("Success criteria", 2)


def test_a_heading_in_small_letters_stands_out_above_bullets_and_codes() -> None:
    made = unit(
        "Number - number and place value\nNPV-1\tcount in sixes\nNPV-2\tfind 100 more\n"
        "Fractions, with decimals and per cent\n4F-1 Add tenths"
    )
    assert [(level.title, len(level.steps)) for level in made.levels] == [
        ("Number - number and place value", 2),
        ("Fractions, with decimals and per cent", 1),
    ]


def test_the_year_in_front_is_no_bullet() -> None:
    assert [level.title for level in unit("4. Klasse Mathe\nIch kann addieren\nIch kann messen").levels] == [
        "4. Klasse Mathe"
    ]
