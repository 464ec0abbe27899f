"""Certificates of finished levels, for the child's own eyes."""

from printables.certificate.pages import certificates

__all__ = ["certificates"]
