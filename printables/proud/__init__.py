"""The proud wall: one piece of each child, chosen by the child."""

from printables.proud.wall import Proud, proud_wall

__all__ = ["Proud", "proud_wall"]
