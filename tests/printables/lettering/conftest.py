import pytest

from printables.lettering.system_fonts import VARIABLE


@pytest.fixture(autouse=True)
def no_font_of_this_computer(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every computer has other fonts; tests that want some bring them."""
    monkeypatch.setenv(VARIABLE, "")
