"""What is found of this app: on the pages of the site, and on the staff desk."""

from .desk import found_on_desk, meetings
from .finds import KINDS

__all__ = ["KINDS", "found_on_desk", "meetings"]
