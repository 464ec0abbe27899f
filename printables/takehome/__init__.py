"""The take-home page: what a child can do and what it is at, for its family."""

from printables.takehome.pages import takehome_pages

__all__ = ["takehome_pages"]
