"""What an app paints for: the terminal somebody sits at, and not the one its process happens to have."""

from collections.abc import Mapping

from rich.console import Console
from textual import constants


def console_of(console: Console, variables: Mapping[str, str]) -> Console:
    """Give a console like the one an app has made for itself, for the terminal these variables tell of.

    Args:
        console: The one it has made.
        variables: What the terminal says about itself, as the seat has it.
    """
    return Console(
        color_system=constants.COLOR_SYSTEM,  # type: ignore[arg-type] # as Textual hands it in
        file=console.file,
        markup=True,
        highlight=False,
        emoji=False,
        legacy_windows=False,
        _environ=variables,
        force_terminal=True,
        safe_box=False,
        soft_wrap=False,
    )
