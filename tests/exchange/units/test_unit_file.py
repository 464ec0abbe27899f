import re
import tomllib
from dataclasses import replace
from pathlib import Path

import pytest

from board.art.starter import step_badges
from board.exchange.units.toml_table import BadFile, Table
from board.exchange.units.unit_file import read_unit, unit_from
from board.mastery.curriculum import Path as LevelPath
from board.mastery.curriculum import Unit
from board.mastery.revision import updated
from board.words.units import unit_changes
from hostile import assert_clean_output

GOOD = """
id = "numbers"
title = "Numbers"
subjects = ["Mathematics"]

[[levels]]
id = "count"
title = "Count"
needed = 1
must = ["to-20"]

[[levels.steps]]
id = "to-20"
title = "To 20"
i_can = "I can count to 20."
criteria = ["says each number once"]

[[levels.steps]]
id = "to-100"
title = "To 100"
i_can = "I can count to 100."
needs = ["to-20"]
subjects = ["English"]

[levels.boss]
id = "class"
title = "Class"
i_can = "I can count the class."
"""


def unit(tmp_path: Path, text: str = GOOD, *others: Unit) -> Unit:
    file = tmp_path / "unit.toml"
    file.write_text(text, encoding="utf-8")
    return read_unit(file, others)


def test_a_unit_file_says_everything_about_a_unit(tmp_path: Path) -> None:
    numbers = unit(tmp_path)
    (level,) = numbers.levels
    assert [spot.id for spot in numbers.spots] == ["numbers/to-20", "numbers/to-100", "numbers/class"]
    assert level.needed == 1
    assert level.must == {"numbers/to-20"}
    assert level.boss is not None
    assert level.boss.title == "Class"
    assert level.steps[0].subjects == ("Mathematics",)
    assert level.steps[1].subjects == ("English",)
    assert level.steps[1].needs == ("numbers/to-20",)
    assert numbers.path is LevelPath.LEVELS


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('title = "To 20"', "", r'level 1 \("Count"\), step 1 \("to-20"\), line 12: "title" is missing'),
        ('title = "To 20"', 'titel = "To 20"', 'did you mean "title"'),
        ('title = "To 20"', "title = 20", 'must be text in quotation marks, such as title = "20"'),
        ('title = "To 20"', 'title = " "', "is empty"),
        ('id = "to-20"', 'id = "To 20!"', 'such as id = "to-20"'),
        ('id = "to-100"', 'id = "to-20"', 'two steps have the id "to-20"'),
        ("needed = 1", "needed = 3", '"needed" is 3, but the level has 2 steps'),
        ("needed = 1", 'needed = "one"', "line 9: .*whole number from 1 up"),
        ("needed = 1", 'needed = "1"', 'line 9: "needed" is a number; write it without quotation marks: needed = 1'),
        ("needed = 1", "needed = true", "line 9: .*whole number from 1 up"),
        ("needed = 1", 'i_can = "I can."', r'line 9: "i_can" .* belongs to a step: .*\[\[levels.steps\]\]'),
        ("needed = 1", "two_adults = true", 'line 9: "two_adults" .* belongs to the unit'),
        ("needed = 1", 'grow_from = "to-20"', r'line 9: "grow_from" .* belongs to a step: .*\[\[levels.steps\]\]'),
        (
            'title = "Numbers"',
            'title = "Numbers"\ntwo_adults = "yes"',
            'line 4: "two_adults" is true or false, without quot',
        ),
        ('title = "Numbers"', 'title = "Numbers"\ntwo_adults = Yes', "line 4 .*write true or false, in small letters"),
        ('title = "Numbers"', 'title = "Numbers"\ntwo_adults =', "line 4 .*write true or false, such as"),
        (
            'needs = ["to-20"]',
            'grow_from = "to-30"',
            '"To 100" grows from to-30, which does not exist; write the id of',
        ),
        ('needs = ["to-20"]', 'grow_from = "to-100"', '"To 100" grows from itself; write an earlier step'),
        ('needs = ["to-20"]', 'grows_from = "to-20"', 'did you mean "grow_from"'),
        ('needs = ["to-20"]', 'grow_from = ["to-20"]', '"grow_from" must be text in quotation marks'),
        ("needed = 1", 'path = "open"', 'line 9: "path" .* belongs to the unit'),
        ("needed = 1", 'subjects = ["Art"]', 'line 9: "subjects" .* belongs to the unit or to a step'),
        ('subjects = ["Mathematics"]', "needed = 1", 'line 4: "needed" .* belongs to the level'),
        ('subjects = ["English"]', "needed = 2", 'line 23: "needed" .* belongs to the level'),
        ('subjects = ["English"]', 'must = ["to-20"]', 'line 23: "must" .* belongs to the level'),
        ('title = "Class"', 'title = "Class"\nneeded = 1', 'line 28: "needed" .* belongs to the level'),
        ('id = "class"', 'use = "a/b"\nid = "class"', 'line 27: "id" .* take this line out'),
        ('title = "To 20"', "title = true", 'such as title = "true"'),
        ('title = "To 20"', "title = 2026-11-30", 'such as title = "2026-11-30"'),
        ('title = "To 20"', 'title = ["To", "20"]', 'such as title = "To and 20"'),
        ('id = "to-100"', 'id = "to\u2013100"', 'line 19: .*such as id = "to-100"'),
        ('must = ["to-20"]', 'must = ["to-30"]', '"must" names to-30, which is no step of this level'),
        ('must = ["to-20"]', 'must = "to-20"', "must be a list of texts"),
        ('needs = ["to-20"]', 'needs = ["to-30"]', "needs to-30, which does not exist"),
        ('needs = ["to-20"]', 'needs = ["to-100"]', "to-100 needs to-100"),
        ("[[levels]]", "[levels]", r"line 6 \(\[levels\]\): write \[\[levels\]\], with two square brackets"),
        ("[levels.boss]", "[[levels.boss]]", r"write \[levels.boss\], with one square bracket"),
        ("[levels.boss]", "[boss]", r"write \[levels.boss\]"),
        ('title = "Numbers"', "title = \u201cNumbers\u201d", "line 3 .* there are curly quotation marks"),
        ('title = "Numbers"', 'title = "Numbers', "line 3 .*the quotation mark at the end of a text is missing"),
        ('subjects = ["Mathematics"]', 'subjects = "Science"', r'such as subjects = \["Science"\]'),
        ('subjects = ["Mathematics"]', 'path = "free"', '"levels" .* or "open"'),
        ("[[levels.steps]]", "[[levels.stepps]]", r"line 12 .*: write \[\[levels.steps\]\]"),
        ('title = "Numbers"', "title = ", "line 3 .*: nothing stands behind title ="),
        (
            'title = "To 20"',
            'title = "To 20"\ncounts = "1: all"',
            r'line 15: "counts" must be .* such as counts = \["1: all"\]',
        ),
        ('title = "To 20"', 'title = "To 20"\nnotyet = ["1: all"]', 'did you mean "not_yet"'),
        (
            'title = "To 20"',
            'title = "To 20"\nnot_yet = ["2: all"]',
            'line 15: "not_yet" names criterion 2, but the step has 1;',
        ),
        (
            'title = "To 100"',
            'title = "To 100"\ncounts = ["1: all"]',
            '"counts" names criterion 1, but the step has 0;',
        ),
        ("needed = 1", 'counts = ["1: all"]', r'line 9: "counts" .* belongs to a step: .*\[\[levels.steps\]\]'),
        ('id = "class"', 'use = "a/b"\ncounts = ["x"]', 'line 27: "counts" .* take this line out|names a/b'),
        (
            'title = "To 20"',
            'title = "To 20"\ncounts = ["all" "none"]',
            "a comma is missing between two texts of the list",
        ),
        ('title = "To 20"', 'title = "To 20"\nnot yet = ["all"]', 'a key is one word, without spaces; write "not_yet"'),
        ('title = "To 20"', 'title = "To 20"\ncounts =', "write its texts in a list, such as counts = "),
    ],
)
def test_every_error_names_the_place_and_the_fix(tmp_path: Path, old: str, new: str, said: str) -> None:
    with pytest.raises(BadFile, match=said):
        unit(tmp_path, GOOD.replace(old, new, 1) if old != "[[levels.steps]]" else GOOD.replace(old, new))


def test_a_unit_file_holds_examples_for_those_who_judge(tmp_path: Path) -> None:
    examples = 'counts = ["1: all of them because none is left out", "by heart"]\nnot_yet = ["skips 13"]\n'
    step = unit(tmp_path, GOOD.replace('title = "To 20"\n', f'title = "To 20"\n{examples}')).spots[0]
    assert step.counts == ("1: all of them because none is left out", "by heart")
    assert step.not_yet == ("skips 13",)
    assert unit(tmp_path).spots[0].counts == ()


def test_other_examples_change_a_step_and_leave_its_version_and_other_criteria_do_not(tmp_path: Path) -> None:
    before = unit(tmp_path)
    more = unit(tmp_path, GOOD.replace('title = "To 20"', 'title = "To 20"\ncounts = ["1: all"]'))
    after = updated(before, more)
    assert after.spots[0].counts == ("1: all",)
    assert after.spots[0].version == before.spots[0].version
    assert unit_changes(before, after) == ("Changed: To 20",)
    other = unit(tmp_path, GOOD.replace("says each", "says or signs each"))
    assert updated(after, other).spots[0].version == before.spots[0].version + 1


def test_a_cycle_is_spelled_out(tmp_path: Path) -> None:
    with pytest.raises(BadFile, match="to-20 needs to-100 needs to-20; take one of them out"):
        unit(tmp_path, GOOD.replace('criteria = ["says each number once"]', 'needs = ["to-100"]'))


def test_steps_that_grow_from_each_other_are_spelled_out(tmp_path: Path) -> None:
    text = GOOD.replace('criteria = ["says each number once"]', 'grow_from = "class"').replace(
        'needs = ["to-20"]', 'grow_from = "to-20"'
    )
    said = "steps grow from each other: to-20 grows from class grows from to-100 grows from to-20; take"
    with pytest.raises(BadFile, match=said):
        unit(tmp_path, text + 'grow_from = "to-100"')


def test_a_step_grows_from_one_of_another_unit_and_two_adults_may_see_the_boss(tmp_path: Path) -> None:
    text = GOOD.replace('id = "numbers"', 'id = "sums"\ntwo_adults = true', 1).replace(
        'needs = ["to-20"]', 'grow_from = "numbers/to-20"'
    )
    sums = unit(tmp_path, text, unit(tmp_path))
    assert [step.grow_from for step in sums.spots] == ["", "numbers/to-20", ""]
    assert sums.two_adults


def test_whether_two_adults_see_a_boss_stays_as_the_class_has_it_unless_the_file_says_it(tmp_path: Path) -> None:
    known = replace(unit(tmp_path), two_adults=True)
    assert unit(tmp_path, GOOD, known).two_adults
    assert not unit(
        tmp_path, GOOD.replace('title = "Numbers"', 'title = "Numbers"\ntwo_adults = false', 1), known
    ).two_adults
    assert not unit(tmp_path).two_adults


def test_a_step_of_another_unit_can_be_used(tmp_path: Path) -> None:
    numbers = unit(tmp_path)
    text = 'id = "more"\ntitle = "More"\n[[levels]]\nid = "a"\ntitle = "A"\n[[levels.steps]]\nuse = "numbers/to-20"\n'
    assert unit(tmp_path, text, numbers).spots[0] == numbers.spots[0]
    with pytest.raises(BadFile, match="add that unit first"):
        unit(tmp_path, text)


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", b"\x89PNG\r\n\x1a\n\x00\xff", b"[" * 5000])
def test_a_file_that_is_no_unit_gets_one_sentence(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "unit.toml"
    file.write_bytes(content)
    with pytest.raises(BadFile):
        read_unit(file)


@pytest.mark.parametrize("hidden", [b"\0", b"\x1b", b"\xed\xa0\x80", b"\\ud800", b"\xff", b"\x7f"], ids=repr)
def test_signs_a_unit_file_cannot_hold_are_refused_with_their_line(tmp_path: Path, hidden: bytes) -> None:
    file = tmp_path / "unit.toml"
    file.write_bytes(b'id = "x"\ntitle = "a' + hidden + b'b"\n')
    with pytest.raises(BadFile, match="line 2") as refused:
        read_unit(file)
    assert_clean_output(str(refused.value))


def test_a_missing_file_gets_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(BadFile, match="no such file"):
        read_unit(tmp_path / "none.toml")


def test_the_example_of_the_documentation_is_a_unit() -> None:
    page = (Path(__file__).parents[3] / "docs" / "unit-files.md").read_text(encoding="utf-8")
    example = page.split("```toml\n", 1)[1].split("```", 1)[0]
    bridges = unit_from(Table(tomllib.loads(example), "the example"))
    assert [level.title for level in bridges.levels] == ["Strong Shapes"]
    assert {step.badge for step in bridges.spots} <= set(step_badges())
    assert len(step_badges()) > 20
    assert {badge for badge in step_badges() if not re.search(rf"[`\s]{badge}[`\s]", page)} == set()
