"""The proud wall: one piece of each child, chosen by the child."""

from printables.proud.wall import proud_wall

__all__ = ["proud_wall"]
