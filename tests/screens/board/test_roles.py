"""Whoever marks and is no teacher presses every key of the board: only what their role allows is kept, and all refusals are told."""

import pytest

from board.mastery.may import Actor, Role, may
from board.mastery.people import AdultRole, Assessor
from board.screens.board.board import BoardScreen
from board.store.class_book import ClassBook
from board.store.documents.tables import ASSESSORS, put
from class_state import state
from screen_driver import board_on, seen, until

LEE = Assessor("lee", "Mr. Lee")
KEYS = sorted({
    key for group in BoardScreen.KEYS for command in group.commands for key in command.keys.split(",")
} - {"i", "q", "ctrl+q", "escape"})  # fmt: skip


@pytest.mark.parametrize("role", [AdultRole.AIDE, AdultRole.REVIEWER])
async def test_every_key_of_the_board_keeps_only_what_the_role_allows(book: ClassBook, role: AdultRole) -> None:
    book.edit(ASSESSORS, put(Assessor(LEE.id, LEE.name, role)))
    assert len(KEYS) > 20
    lee = Actor(Role.ADULT, LEE.id, role)
    app = board_on(book)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("i")
        await until(pilot, lambda: "Who is marking?" in seen(app))
        await pilot.press("down", "enter")
        await until(pilot, lambda: "Mr. Lee (" in seen(app))
        listed = state(book)[4:]  # type: ignore[index]
        for key in KEYS:
            await pilot.press(key)
            await pilot.pause()
            await pilot.press("enter")
            for _ in range(6):
                if isinstance(app.screen, BoardScreen):
                    break
                await pilot.press("escape")
                await pilot.pause()
            await until(pilot, lambda: isinstance(app.screen, BoardScreen))
            await pilot.press("escape")
            assert state(book)[4:] == listed, key  # type: ignore[index]
            assert all(fact.by == LEE.id and may(lee, fact.kind, fact.student) for fact in book.facts), key
