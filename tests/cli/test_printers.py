"""The printers of this computer by command."""

import json

import pytest

from cli_driver import run


def test_a_printer_is_kept_told_changed_listed_and_forgotten() -> None:
    assert "No printer is known yet" in run("printer").stdout
    kept = run("printer", "Office", "--dx", "0.5", "--dy", "1", "--scale", "1")
    assert (kept.exit_code, kept.stdout) == (0, "Office moves everything 0.5 mm right and 1 mm down.\n")
    assert run("printer", "Office").stdout == kept.stdout
    changed = run("printer", "Office", "--dy", "-2")
    assert changed.stdout == "Office moves everything 0.5 mm right and 2 mm up.\n"
    run("printer", "Annex [/] room", "--scale", "1.01")
    assert run("printer").stdout.splitlines() == [
        "Annex [/] room makes everything 1 % larger (used last).",
        "Office moves everything 0.5 mm right and 2 mm up.",
    ]
    assert json.loads(run("printer", "--json").stdout) == [
        {"name": "Annex [/] room", "dx": 0.0, "dy": 0.0, "scale": 1.01, "last": True},
        {"name": "Office", "dx": 0.5, "dy": -2.0, "scale": 1.0, "last": False},
    ]
    assert run("printer", "Office", "--forget").stdout == "Office is forgotten.\n"
    assert run("printer", "Office").exit_code == 2
    assert json.loads(run("printer", "--json").stdout)[0]["name"] == "Annex [/] room"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("Nowhere",), 'No printer is called "Nowhere" on this computer; none is known yet'),
        (("Nowhere", "--forget"), "No printer is called"),
        (("--dx", "1"), "Which printer?"),
        (("--forget",), "Which printer?"),
        (("Office", "--json"), "leave the name out"),
        (("Office", "--forget", "--dx", "1"), "leave the other options out"),
        (("Office", "--dx", "nan"), "at most 20 mm"),
        (("Office", "--dx", "21"), "at most 20 mm"),
        (("Office", "--scale", "100"), "between 0.9 and 1.1"),
        (("Office", "--dx", "much"), "not a valid float"),
        ((" ", "--dx", "1"), "Give the printer a name"),
        (("x" * 500,), "No printer is called"),
    ],
)
def test_a_wrong_call_gets_one_sentence_and_keeps_nothing(words: tuple[str, ...], said: str) -> None:
    told = run("printer", *words)
    assert told.exit_code == 2
    assert said in told.stderr
    assert len(told.stderr) < 400
    assert "\x1b" not in told.output
    assert json.loads(run("printer", "--json").stdout) == []


def test_a_name_that_would_steer_a_terminal_is_kept_without_what_steers() -> None:
    assert run("printer", "\x1b[2J", "--dx", "1").output == "[2J moves everything 1 mm right.\n"


def test_help_says_how_to_measure() -> None:
    told = run("printer", "--help").stdout
    assert 'Example: board printer "Office" --dx 0.5' in told
    assert "board print calibration" in told
    assert "fold" in told
