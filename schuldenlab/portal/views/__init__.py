"""The doors of the portal."""

from .home import Home
from .kompas import KompasNow, KompasYear
from .pages import Page

__all__ = ["Home", "KompasNow", "KompasYear", "Page"]
