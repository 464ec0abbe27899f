"""The looks of the board: light, dark and high contrast, each with the hues of the levels."""

from dataclasses import replace

from textual.theme import Theme

LEVEL_HUES = 4
"""Hues before they repeat; levels are numbered too, since a hue alone says nothing."""


def _variables(
    hues: tuple[str, ...],
    panels: tuple[str, ...],
    bosses: tuple[str, ...],
    *,
    spot: str,
    gold: str,
    on_hue: str,
    thinned: str = "1",
) -> dict[str, str]:
    variables = {"spot": spot, "gold": gold, "on-level": on_hue, "thinned": thinned}
    for number, (hue, panel, boss) in enumerate(zip(hues, panels, bosses, strict=True), 1):
        variables |= {f"level-{number}": hue, f"level-{number}-panel": panel, f"level-{number}-boss": boss}
    return variables


LIGHT = Theme(
    name="board-light",
    primary="#1F6FB2",
    secondary="#0B7A5E",
    accent="#B35A00",
    warning="#9A6A00",
    error="#8A3F7C",
    success="#0B7A5E",
    foreground="#20303F",
    background="#FFFFFF",
    surface="#F4F7FA",
    panel="#E7EDF3",
    dark=False,
    variables=_variables(
        ("#1F6FB2", "#0B7A5E", "#B35A00", "#8A3F7C"),
        ("#E6F1FA", "#E2F4EE", "#FCEFDC", "#F8E8F5"),
        ("#CFE3F4", "#C8E9DE", "#F8DFBC", "#EFD3EA"),
        spot="#FFFFFF",
        gold="#B07A00",
        on_hue="#FFFFFF",
    ),
)
DARK = Theme(
    name="board-dark",
    primary="#6FB7F2",
    secondary="#5CCBA5",
    accent="#F5C542",
    warning="#F5C542",
    error="#E79AD7",
    success="#5CCBA5",
    foreground="#E6EDF3",
    background="#12181F",
    surface="#18212A",
    panel="#202C38",
    dark=True,
    variables=_variables(
        ("#6FB7F2", "#5CCBA5", "#F0A95B", "#E79AD7"),
        ("#16293B", "#14302B", "#33261A", "#2F2033"),
        ("#1E3A55", "#1B463D", "#4B3520", "#452D4B"),
        spot="#0E141A",
        gold="#F5C542",
        on_hue="#0E141A",
    ),
)
HIGH_CONTRAST = Theme(
    name="board-contrast",
    primary="#FFFFFF",
    secondary="#FFFFFF",
    accent="#FFE500",
    warning="#FFE500",
    error="#FFB3F2",
    success="#7CFFCB",
    foreground="#FFFFFF",
    background="#000000",
    surface="#000000",
    panel="#1A1A1A",
    dark=True,
    variables=_variables(
        ("#8CCBFF", "#7CFFCB", "#FFC477", "#FFB3F2"),
        ("#0A0A0A", "#0A0A0A", "#0A0A0A", "#0A0A0A"),
        ("#2B2B2B", "#2B2B2B", "#2B2B2B", "#2B2B2B"),
        spot="#000000",
        gold="#FFE500",
        on_hue="#000000",
    ),
)
_FEW = {
    True: ("#55FFFF", "#55FF55", "#DD8800", "#FF55FF"),
    False: ("#0000AA", "#00AA00", "#AA5500", "#AA00AA"),
}
"""Hues of the levels among sixteen colours, on dark grounds and on light ones."""


def in_few_colours(theme: Theme) -> Theme:
    """Give a theme for terminals with sixteen colours: one ground for everything, levels told by number and hue.

    Args:
        theme: The theme as it is in true colours.
    """
    ground, hues = theme.background or "#000000", _FEW[theme.dark]
    grounds = (ground,) * LEVEL_HUES
    gold = theme.variables["gold"]
    few = _variables(hues, grounds, grounds, spot=ground, gold=gold, on_hue=ground, thinned="0.4")
    return replace(
        theme,
        primary=hues[0],
        secondary=hues[1],
        success=hues[1],
        error=hues[3],
        surface=ground,
        panel=ground,
        variables=few,
    )


THEMES = (DARK, LIGHT, HIGH_CONTRAST)
"""In the order the theme key goes through them."""
