"""The sheet of a small group; a teacher's copy."""

from printables.group.sheet import group_sheet

__all__ = ["group_sheet"]
