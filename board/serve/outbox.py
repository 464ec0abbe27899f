"""What waits to be sent to one browser: in order, as fast as it takes it, and never more than it can catch up with."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from typing import Any, Protocol

from board.serve.messages import GONE, frame

_MOST_UNSENT = 1 << 19
"""Letters that wait to be sent; a browser that is further behind gets the whole screen anew once it takes more."""


class Socket(Protocol):
    """The connection to a browser."""

    async def send_bytes(self, data: bytes) -> None:
        """Send to the terminal of the page; waits while the browser takes no more."""
        ...

    async def send_str(self, data: str) -> None:
        """Send a message to the page."""
        ...

    async def close(self) -> Any:
        """End it."""
        ...


class Outbox:
    """Sends to one browser, until it is closed.

    Args:
        socket: The connection.
        caught_up: Called where something was left out since the browser took no more, and takes more now.

    Attributes:
        socket: The connection.
        length: Letters for the terminal that wait.
    """

    def __init__(self, socket: Socket, caught_up: Callable[[], object]) -> None:
        self.socket, self._caught_up = socket, caught_up
        self.length = 0
        self._unsent: list[str] = []
        self._messages: list[str] = []
        self._is_behind = False
        self._wake = asyncio.Event()
        self._sender = asyncio.get_running_loop().create_task(self._send(), name="page sender")

    def write(self, text: str) -> None:
        """Send to the terminal of the page.

        Args:
            text: Text and sequences.
        """
        if self._is_behind:
            return
        if self._unsent and self.length + len(text) > _MOST_UNSENT:
            self._unsent.clear()
            self.length, self._is_behind = 0, True
        else:
            self._unsent.append(text)
            self.length += len(text)
        self._wake.set()

    def tell(self, message: str) -> None:
        """Send a message to the page, before what waits for its terminal.

        Args:
            message: A text frame.
        """
        self._messages.append(message)
        self._wake.set()

    def close(self) -> None:
        """Send nothing more."""
        self._sender.cancel()

    async def farewell(self, why: str) -> None:
        """Say why nothing more comes, and end the connection.

        Args:
            why: What the page is told.
        """
        self.close()
        with suppress(ConnectionError, asyncio.TimeoutError, RuntimeError):
            await asyncio.wait_for(self.socket.send_str(frame(GONE, why=why)), 1)
            await asyncio.wait_for(self.socket.close(), 2)

    async def _send(self) -> None:
        with suppress(ConnectionError):
            while True:
                await self._wake.wait()
                self._wake.clear()
                text, self.length = "".join(self._unsent), 0
                messages, self._messages = self._messages, []
                self._unsent.clear()
                for message in messages:
                    await self.socket.send_str(message)
                if text:
                    await self.socket.send_bytes(text.encode(errors="replace"))
                if self._is_behind:
                    self._is_behind = False
                    self._caught_up()
