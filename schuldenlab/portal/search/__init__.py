"""The search of the site: one question to all apps, and the answer in words with marks."""

from .looking import MOST, ON_A_PAGE, Answer, look
from .public import public_finds

__all__ = ["MOST", "ON_A_PAGE", "Answer", "look", "public_finds"]
