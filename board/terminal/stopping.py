"""Stopping a program on a terminal until it is told to go on."""

import os
import signal


def stop(terminal: int) -> None:
    """Stop until the process is told to go on, together with what has started it: a shell waits for all of them.

    Args:
        terminal: The number of the open terminal.
    """
    try:
        has_it = os.tcgetpgrp(terminal) == os.getpgrp()
    except OSError:  # no shell gives this terminal to one program and another
        has_it = False
    if has_it:
        os.killpg(os.getpgrp(), signal.SIGSTOP)
    else:
        os.kill(os.getpid(), signal.SIGSTOP)
