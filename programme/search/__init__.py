"""What is found of this app: on the pages of the site, and on the staff desk."""

from .desk import decisions, found_on_desk
from .finds import KINDS

__all__ = ["KINDS", "decisions", "found_on_desk"]
