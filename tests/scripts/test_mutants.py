"""The mutants themselves: in a room whose tests leave known holes, exactly these are found."""

from pathlib import Path

import pytest

from scripts.mutants.__main__ import Mutant, main, mutants_of, tried
from scripts.mutants.changes import changed, changes_of, is_other_program
from scripts.mutants.trials import Verdict

ROOM = '''
"""A room."""

LIMIT: int = 3
UNSEEN = "nobody looks"


def few(marks: list[int], extra: int = 0) -> bool:
    """Tell whether there are few."""
    return len(marks) + extra < LIMIT
'''

CLASS = '''
@dataclass(slots=True)
class A(B):
    """Words."""

    a: int | None = 1
    """More words."""

    @cached(2)
    def b(self, c: "C" = 3) -> "D":
        return
'''

TESTS = """
from toy.room import few

def test_few() -> None:
    assert few([1]) is True
    assert few([1, 1, 1]) is False
    assert few([1, 1], 1) is False
"""


@pytest.fixture
def toy(tmp_path: Path) -> Path:
    house = tmp_path / "house"
    for folder, name, text in (("toy", "room.py", ROOM), ("tests/toy", "test_room.py", TESTS)):
        (house / folder).mkdir(parents=True)
        (house / folder / name).write_text(text)
    return house


def told(source: str) -> set[str]:
    """Every change of a line, as the line it makes."""
    return {changed(source.encode(), change).decode() for change in changes_of(source.encode())}


def test_known_holes_are_found_and_nothing_else(toy: Path) -> None:
    mutants, none = mutants_of(toy, "toy", "seed", 1000)
    assert none == 0
    verdicts = dict(tried(toy, "toy", mutants, 2))
    assert set(verdicts.values()) == {Verdict.KILLED, Verdict.SURVIVED}
    survived = sorted(str(mutant) for mutant, verdict in verdicts.items() if verdict is Verdict.SURVIVED)
    assert survived == [
        'toy/room.py:5  UNSEEN = ["nobody looks" -> ""]',
        "toy/room.py:8  def few(marks: list[int], extra: int = [0 -> 1]) -> bool:",
    ]
    assert (toy / "toy" / "room.py").read_text() == ROOM


def test_the_same_seed_draws_the_same_mutants_and_another_one_others(toy: Path) -> None:
    every = [mutants_of(toy, "toy", seed, 6) for seed in ("a", "a", "b")]
    assert every[0] == every[1] != every[2]
    assert [len(mutants) for mutants, _ in every] == [6, 6, 6]


def test_tests_that_fail_as_they_are_judge_no_mutant(toy: Path) -> None:
    (toy / "tests" / "toy" / "test_more.py").write_text("def test_more() -> None:\n    assert False\n")
    with pytest.raises(SystemExit, match="tests/toy fail without any change"):
        list(tried(toy, "toy", [], 1))


def test_a_table_is_told_and_too_many_holes_are_a_failure(
    toy: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (toy / "tests" / "toy" / "test_room.py").write_text("def test_nothing() -> None:\n    pass\n")
    monkeypatch.chdir(toy)
    monkeypatch.setattr("sys.argv", ["mutants", "--seed", "a", "--count", "2", "toy"])
    assert main() == 1
    *survived, table = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in survived] == ["survived"] * 2
    assert table.startswith("toy, seed a: 0 of 2 mutants killed, 0 of them too slow; 0 drawn were none;")


@pytest.mark.parametrize(
    ("source", "others"),
    [
        ("a == b", ["a != b"]),
        ("a is not b", ["a is b"]),
        ("a not in (b)", ["a in (b)"]),
        ("a < b <= c", ["a <= b <= c", "a < b < c"]),
        ("(a and b) or (c)", ["(a or b) or (c)", "(a and b) and (c)"]),
        ("not (a)", [" (a)"]),
        ("-a + 1.5", ["a + 1.5", "-a - 1.5", "-a + 2.5"]),
        ("a = b if c else d", ["a = b if not c else d"]),
        ("[a for a in b if c]", ["[a for a in b if not c]"]),
        ("[a for a in b if not c]", ["[a for a in b if  c]"]),
        ("a[b:c]", ["a[:c]", "a[b:]"]),
        ("a[b]", []),
        ("max(a, all(b))", ["min(a, all(b))", "max(a, any(b))"]),
        ("a.max(b, key=True)", ["a.max(b, key=False)"]),
        ("a |= 2", ["a &= 2", "a |= 3"]),
        ('a = ("é", f"{b} + 1")', ['a = ("", f"{b} + 1")', 'a = ("é", "")']),
        ('é = "", b"x"', ['é = "x", b"x"', 'é = "", b""']),
        ("a = None  # 1 + 1", []),
        ("for a in b:\n    break", ["for a in b:\n    continue"]),
        (CLASS, [CLASS.replace("= 1", "= 2"), CLASS.replace("= 3", "= 4")]),
    ],
)
def test_one_token_changes_at_a_time(source: str, others: list[str]) -> None:
    assert told(source) == set(others)


def test_what_does_the_same_or_can_not_be_run_is_no_mutant() -> None:
    assert not is_other_program(b"a = 1 + 1\n", b"a = 3 - 1\n")
    assert not is_other_program(b"a = 1\n", b"a = \n")
    assert not is_other_program(b"def a():\n    return\n", b"def a():\n\n    return None\n")
    assert is_other_program(b"def a():\n    return 1\n", b"def a():\n    return 2\n")


def test_a_mutant_is_told_by_its_place_and_its_line() -> None:
    source = b"a = 1\nb = (\n  'x',\n)"
    (_, change) = changes_of(source)
    assert str(Mutant("board/a.py", source, change)) == "board/a.py:3  ['x' -> \"\"],"
