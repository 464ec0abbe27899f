"""Photos that were kept for a showing and that no verdict names are gone, however its screen was left."""

import sys
from collections.abc import Sequence
from types import ModuleType

import pytest

from board.deeds.evidence import Evidence
from board.deeds.sitting import Sitting
from board.screens.judging.how_did_it_go import HowDidItGo
from board.screens.parts.calm import Calm
from board.store.class_book import ClassBook
from lone_app import LoneApp
from screen_driver import seen, until
from showings import AVA_HALVES, change_child, judging, sitting_of
from work_photos import photo

ONE = photo(1)


class Photo(Calm[tuple[str, ...] | None]):
    """Stands in for the screen that takes photos: one is kept at once."""

    def __init__(self, _seat: object, sitting: Sitting, target: tuple[str, str]) -> None:
        super().__init__()
        self.sitting, self.target = sitting, target

    def on_mount(self) -> None:
        self.dismiss(Evidence(self.sitting).keep([self.target], [(ONE.content, ONE.png)]))


@pytest.fixture
def photos(monkeypatch: pytest.MonkeyPatch, book: ClassBook) -> ClassBook:
    """The small class; Ava's family allows photos, and `p` keeps one at once."""
    module = ModuleType("board.screens.evidence.photo")
    module.EvidencePhoto = Photo  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, module.__name__, module)
    change_child(book, "ava", photos=True)
    return book


def lying(book: ClassBook) -> list[str]:
    folder = book.folder / "evidence"
    return [path.stem for path in folder.iterdir()] if folder.exists() else []


@pytest.mark.parametrize(
    ("keys", "kept"),
    [
        (("escape", "escape"), 0),
        (("u", "escape"), 0),
        (("u", "space"), 0),
        (("u", "k", "enter"), 0),
        ((), 0),
        (("space",), 1),
        (("k", "enter"), 1),
    ],
    ids=["left", "undone and left", "undone and got it", "undone and keep working", "closed", "got it", "keep working"],
)
async def test_a_photo_stays_only_where_a_verdict_names_it(photos: ClassBook, keys: Sequence[str], kept: int) -> None:
    app = LoneApp(judging(sitting_of(photos)))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("p")
        await until(pilot, lambda: isinstance(app.screen, HowDidItGo) and "1 photo" in seen(app))
        assert lying(photos) == [ONE.content]
        for key in keys:
            await pilot.press(key)
            await pilot.pause()
        await until(pilot, lambda: bool(app.left) == bool(keys))
    assert len(lying(photos)) == kept
    assert [fact.evidence for fact in photos.facts if fact.evidence] == [(ONE.content,)] * kept


async def test_a_photo_goes_when_the_family_takes_its_yes_back_meanwhile(photos: ClassBook) -> None:
    app = LoneApp(judging(sitting_of(photos)))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("p")
        await until(pilot, lambda: isinstance(app.screen, HowDidItGo) and "1 photo" in seen(app))
        change_child(photos, "ava", photos=False)
        await until(pilot, lambda: not isinstance(app.screen, HowDidItGo))
        await pilot.press("enter", "space")
        await until(pilot, lambda: bool(app.left))
    assert photos.progress.spot(*AVA_HALVES).is_mastered
    assert lying(photos) == []
