"""The class register."""

from printables.register.chart import class_register

__all__ = ["class_register"]
