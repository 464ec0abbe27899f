import pytest
from hypothesis import given
from hypothesis import strategies as st

from board.store.class_folder import folder_name


@pytest.mark.parametrize(
    ("name", "folder"),
    [
        ("Room 12", "Room 12.class"),
        ("Ms. O'Neil: 3/4", "Ms ONeil 3 4.class"),
        ("كلاس ٣-ب", "كلاس ٣-ب.class"),
        ("CON", "Class CON.class"),
        ("lpt1", "Class lpt1.class"),
        ("../..", "My class.class"),
        ("🦊", "My class.class"),
        ("", "My class.class"),
        ("a" * 100, "a" * 54 + ".class"),
        ("a" * 53 + " b", "a" * 53 + ".class"),
        ("a" * 52 + " b", "a" * 52 + " b.class"),
        ("\U0001d400" * 60, "\U0001d400" * 48 + ".class"),
        ("數" * 60, "數" * 54 + ".class"),
        (" - a -  b - ", "a - b.class"),
        ("Zoe\u0308\u2019s _1\u00b2_", "Zoës 1.class"),
        ("- -", "My class.class"),
        ("console", "console.class"),
    ],
)
def test_a_class_gets_a_folder_name_every_system_can_keep(name: str, folder: str) -> None:
    assert folder_name(name) == folder


@pytest.mark.parametrize(
    "name", ["con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in "0123456789")]
)
def test_no_folder_is_called_like_a_device_of_windows(name: str) -> None:
    assert folder_name(name) == f"Class {name}.class"
    assert folder_name(name.upper()) == f"Class {name.upper()}.class"
    assert folder_name(f"{name} 2") == f"{name} 2.class"


@given(st.text())
def test_whatever_a_class_is_called_its_folder_name_is_safe(name: str) -> None:
    made = folder_name(name)
    stem = made.removesuffix(".class")
    assert len(made) <= 60
    assert len(made.encode()) <= 200
    assert made.endswith(".class")
    assert any(char.isalnum() for char in stem)
    assert all(char.isalnum() or char in " -" or not char.isascii() for char in stem)
    assert stem == stem.strip(" -")
    assert folder_name(stem).removesuffix(".class") in (stem, f"Class {stem}"), "made of itself it stays"
