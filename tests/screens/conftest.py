"""Screens that look through this computer find only what a test put there."""

from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def documents(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's documents, and no other place to look in."""
    nobody = tmp_path_factory.mktemp("nobody")
    folder = nobody / "Documents"
    folder.mkdir()
    monkeypatch.setattr("platformdirs.user_documents_dir", lambda: str(folder))
    monkeypatch.setattr("platformdirs.user_desktop_dir", lambda: str(nobody / "Desktop"))
    monkeypatch.setenv("HOME", str(nobody))
    monkeypatch.setenv("USERPROFILE", str(nobody))
    monkeypatch.chdir(folder)
    return folder
