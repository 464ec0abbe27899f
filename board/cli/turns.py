"""The kiosk and the board in one terminal, one after the other, until an adult ends it."""

import faulthandler
import gc
import os
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from board.cli.context import seat_here
from board.errors import Refusal
from board.seat.seat import Seat
from board.store.class_book import ClassBook
from board.words.at_kiosk import ONE_MOMENT

ENDED, TO_BOARD, TO_KIOSK, REFUSED, NO_PIN = 70, 71, 72, 73, 74
"""What a process ends with that was left on purpose; everything else is an accident."""

_CALLED = "import sys; sys.path.append(sys.argv.pop(1)); from board.cli import main; main()"
"""What Python runs, with the folder above this package as its first word: not all who run it have it installed."""

_AWAY = "The class can't be opened just now. The kiosk comes up by itself once it can."
_NO_PIN_YET = (
    "The kiosk needs a PIN, so that only adults leave it. It comes up by itself once one is set with: board pin"
)
_END_IT = "If this stays, an adult can end it from another login with: kill {process}"
_END_IT_ON_WINDOWS = "If this stays, an adult can end it by closing this window."

_KEPT_OF_TEXTUAL = "TEXTUAL_DRIVER"
_NOT_FOR_CHILDREN = ("EDITOR", "VISUAL", "PAGER", "MANPAGER", "BROWSER", "LESSOPEN", "LESSCLOSE")
_SIZE = ("COLUMNS", "LINES")
"""What they say would count before the terminal itself is asked, and a size of millions is drawn for until the end of days."""

_HOOKS = (
    "PYTHONINSPECT",
    "PYTHONBREAKPOINT",
    "PYTHONFAULTHANDLER",
    "PYTHONASYNCIODEBUG",
    "PYTHONDEVMODE",
    "PYTHONDEBUG",
    "PYTHONTRACEMALLOC",
    "PYTHONPROFILEIMPORTTIME",
    "PYTHONWARNINGS",
    "PYTHONVERBOSE",
    "PYTHONMALLOCSTATS",
    "PYTHONSTARTUP",
)


def is_left_out(name: str) -> bool:
    """Tell whether a variable of the environment has nothing to say to a kiosk.

    Args:
        name: Its name.
    """
    of_textual = name.startswith("TEXTUAL") and name != _KEPT_OF_TEXTUAL
    return of_textual or name in (*_NOT_FOR_CHILDREN, *_SIZE, *_HOOKS)


def run_kiosk(folder: Path, *, alone: bool) -> int:
    """Keep the kiosk of a class up until an adult ends it; where an adult opens the board, it comes after it again.

    Args:
        folder: The class folder.
        alone: Whether nobody is sure to stand here who may see a shell: then even a class that can't be opened is waited for.

    Returns:
        One of the numbers above, or what a shell is told of a signal; `REFUSED` and `NO_PIN` only before anything was up.
    """
    at_first = () if alone else (REFUSED, NO_PIN)
    if sys.platform == "win32":
        return _called(folder, at_first)
    from board.terminal.supervisor import Supervisor  # noqa: PLC0415 - Windows has none of what it needs

    supervisor = Supervisor(ONE_MOMENT, partial(_for_adults, _END_IT.format(process=os.getpid())))
    with supervisor.held():
        while True:
            number = supervisor.kept_up(partial(_safely, kiosk_once, folder), (ENDED, TO_BOARD), at_first)
            if number != TO_BOARD:
                return number
            at_first = ()
            number = supervisor.once(partial(_safely, board_once, folder), deaf=False)
            if number == ENDED or supervisor.is_told_to_end:
                return number


def _for_adults(ends: str, number: int) -> Sequence[str]:
    """Give what an adult is told where the kiosk does not come up: why, where that is known, and how it is ended."""
    why = {REFUSED: (_AWAY,), NO_PIN: (_NO_PIN_YET,)}
    return (*why.get(number, ()), ends)


def to_kiosk(folder: str) -> None:
    """Put the kiosk in the place of the board, whose process ends with it.

    Args:
        folder: The class folder.

    Raises:
        SystemExit: Where one program can't take the place of another.
    """
    command = _this_program("kiosk", "-c", folder)
    sys.stdout.flush()
    if sys.platform != "win32":
        os.execv(sys.executable, command)  # noqa: S606 - this program itself
    import subprocess  # noqa: PLC0415 - needed there alone

    raise SystemExit(subprocess.run(command, check=False).returncode)  # noqa: S603 - same


def _this_program(*words: str) -> list[str]:
    """Give what calls this very program; a `random.py` in the folder one happens to stand in is no part of it."""
    return [sys.executable, "-P", "-c", _CALLED, str(Path(__file__).parents[2]), *words]


def kiosk_once(folder: Path) -> int:
    """Run the kiosk in this process.

    Args:
        folder: The class folder.

    Returns:
        One of the numbers above where it was left on purpose, or can't begin.
    """
    from board.deeds.pin import Pins  # noqa: PLC0415 - the process is split off before anything is loaded

    seat = seat_here()
    try:
        book = ClassBook(folder, seat.device)
    except Refusal:
        return REFUSED
    if not Pins(book).is_set:
        return NO_PIN
    for name in filter(is_left_out, list(os.environ)):
        del os.environ[name]
    faulthandler.disable()
    if _KEPT_OF_TEXTUAL not in os.environ:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 2)  # nothing that goes wrong is told to children
    from board.class_app import Next  # noqa: PLC0415 - textual is loaded only to open the screen
    from board.kiosk_app import KioskApp  # noqa: PLC0415 - same

    app = KioskApp(seat, book)
    app.run()
    return {Next.NOTHING: ENDED, Next.BOARD: TO_BOARD, Next.KIOSK: TO_KIOSK}[app.next]


def board_once(folder: Path) -> int:
    """Run the board in this process, for an adult who came from the kiosk.

    Args:
        folder: The class folder.

    Returns:
        `ENDED` where it was closed; anything else brings the kiosk back.
    """
    from board.app import BoardApp  # noqa: PLC0415 - as above
    from board.class_app import Next  # noqa: PLC0415 - as above

    seat = seat_here()
    app = BoardApp(seat, ClassBook(folder, seat.device))
    app.MAY_STOP = False  # no shell is behind it
    app.run()
    return ENDED if not app.return_code and app.next is Next.NOTHING else TO_KIOSK


def _safely(once: Callable[[Path], int], folder: Path) -> int:
    """Run something in this process; what is known of a fault is kept, and nothing of it shown."""
    gc.disable()  # as for the board: the app turns it on once the first screen is painted
    try:
        return once(folder)
    except Refusal:
        return 1
    except Exception as fault:  # noqa: BLE001 - whatever it is, the next one begins anew
        _keep_fault(fault, seat_here())
        return 1


def _keep_fault(fault: Exception, seat: Seat) -> None:
    from board.terminal.crash import told  # noqa: PLC0415 - hardly ever needed

    told(fault, seat.faults)


def _called(folder: Path, at_first: Sequence[int]) -> int:
    """Keep the kiosk up on Windows; untried there."""
    from board.terminal.caller import called_once, called_until  # noqa: PLC0415 - needed there alone

    kiosk = _this_program("kiosk", "--turn", "kiosk", "-c", str(folder))
    board = _this_program("kiosk", "--turn", "board", "-c", str(folder))
    lasting = partial(_for_adults, _END_IT_ON_WINDOWS)
    while True:
        number = called_until(kiosk, (ENDED, TO_BOARD), ONE_MOMENT, lasting, at_first)
        if number != TO_BOARD:
            return number
        at_first = ()
        if called_once(board) == ENDED:
            return ENDED


TURNS: dict[str, Callable[[Path], int]] = {
    "kiosk": partial(_safely, kiosk_once),
    "board": partial(_safely, board_once),
}
"""What runs once in a process of its own."""
