"""The door of the board's address: how many may stand in it, how long they may take to say something, and what is logged."""

import asyncio
import logging
import socket
import ssl
from pathlib import Path

from aiohttp import web
from aiohttp.http_exceptions import HttpProcessingError

from board.serve.buckets import drawn, full
from board.serve.hosts import network_of
from board.serve.limits import Limits
from board.serve.policy import headers_for
from board.serve.refusals import No
from board.terminal.crash import told

_LOGGERS = ("aiohttp", "asyncio")
_LONGEST_LINE = 4096
_MOST_HEADERS = 64
SHAKING_HANDS = 10.0
"""Seconds for what HTTPS says first."""

_FAREWELL = 3.0
"""Seconds for what HTTPS says last."""


class Faults(logging.Handler):
    """Keeps what a library logs of faults in a folder of this computer, and shows nothing of it.

    Args:
        folder: The folder.
    """

    def __init__(self, folder: Path) -> None:
        super().__init__(logging.ERROR)
        self._folder = folder

    def emit(self, record: logging.LogRecord) -> None:
        """Keep a fault; what somebody sends in order to be misunderstood is none."""
        error = record.exc_info[1] if record.exc_info else None
        if isinstance(error, Exception) and not isinstance(error, HttpProcessingError | ConnectionError):
            told(error, self._folder)


def keep_logs_quiet(faults: Path) -> None:
    """Let nothing be logged in this process of what is asked for, by whom, and of whom.

    Args:
        faults: Folder for what is known of faults.
    """
    for name in _LOGGERS:
        logger = logging.getLogger(name)
        logger.handlers = [Faults(faults)]
        logger.propagate = False


class _Connection(web.RequestHandler):
    """One connection; who sends what is no HTTP hears a sentence, and nothing of what they sent.

    Args:
        server: Knows all connections.
        limits: How much may come.
    """

    __slots__ = ("_bucket", "_rate", "_steady")

    def __init__(self, server: web.Server, limits: Limits) -> None:
        loop = asyncio.get_running_loop()
        super().__init__(
            server,
            loop=loop,
            keepalive_timeout=limits.idle_connection,
            access_log=None,  # type: ignore[arg-type] # it is optional, whatever its type says
            max_line_size=_LONGEST_LINE,
            max_field_size=_LONGEST_LINE,
            max_headers=_MOST_HEADERS,
            lingering_time=limits.linger,
            auto_decompress=False,
        )
        self._steady, self._rate = loop.time, limits.socket_bytes
        self._bucket = full(self._rate, loop.time())

    def data_received(self, data: bytes) -> None:
        """Take what comes; of a socket not more than a page says, since what is no message is counted nowhere else."""
        if self._upgraded:
            self._bucket, enough = drawn(self._bucket, self._rate, self._steady(), len(data))
            if not enough:
                self.force_close()
                return
        super().data_received(data)

    def handle_error(
        self,
        request: web.BaseRequest,
        status: int = 500,
        exc: BaseException | None = None,
        message: str | None = None,  # noqa: ARG002 - it repeats what was sent
    ) -> web.StreamResponse:
        why = No.FAULT if status >= No.FAULT.status else No.ODD
        if why is No.FAULT:
            self.log_exception("A fault of the board.", exc_info=exc)
        if request.writer.output_size > 0:
            raise ConnectionResetError
        answer = web.Response(status=why.status, text=why.sentence, headers=headers_for("", ""))
        answer.force_close()
        return answer


class _Knock(asyncio.Protocol):
    """A connection that has just been made, until it is let in.

    Args:
        server: Knows all connections that were let in.
        limits: How many that may be.
    """

    def __init__(self, server: web.Server, limits: Limits) -> None:
        self._server, self._limits = server, limits

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        who = _network(transport.get_extra_info("peername"))
        there = self._server.connections
        of_them = sum(_network(one.peername) == who for one in there)
        if len(there) >= self._limits.all_connections or of_them >= self._limits.connections:
            transport.abort()
            return
        connection = _Connection(self._server, self._limits)
        transport.set_protocol(connection)
        connection.connection_made(transport)


class Door(web.BaseSite):
    """Lets connections in at a socket.

    Args:
        runner: Runs what is served; it was set up.
        place: Where to listen; bound already.
        limits: How many may come.
        ssl_context: For HTTPS.
    """

    __slots__ = ("_limits", "_place")

    def __init__(
        self, runner: web.BaseRunner, place: socket.socket, limits: Limits, ssl_context: ssl.SSLContext | None = None
    ) -> None:
        super().__init__(runner, ssl_context=ssl_context)
        self._place, self._limits = place, limits

    @property
    def name(self) -> str:
        """Where it listens."""
        return str(self._place.getsockname())

    async def start(self) -> None:
        """Open it."""
        await super().start()
        server = self._runner.server
        assert server is not None
        self._server = await asyncio.get_running_loop().create_server(
            lambda: _Knock(server, self._limits),
            sock=self._place,
            ssl=self._ssl_context,
            backlog=self._backlog,
            ssl_handshake_timeout=None if self._ssl_context is None else SHAKING_HANDS,
            ssl_shutdown_timeout=None if self._ssl_context is None else _FAREWELL,
        )


async def opened(
    app: web.Application, place: socket.socket, limits: Limits, ssl_context: ssl.SSLContext | None = None
) -> web.AppRunner:
    """Serve an application, and give what closes it: `await runner.cleanup()`.

    Args:
        app: Behind its guard.
        place: Where to listen; bound already.
        limits: How many may come.
        ssl_context: For HTTPS.
    """
    runner = web.AppRunner(app, shutdown_timeout=3.0)
    await runner.setup()
    await Door(runner, place, limits, ssl_context).start()
    return runner


def _network(peer: object) -> str:
    return network_of(str(peer[0])) if isinstance(peer, tuple) and peer else ""
