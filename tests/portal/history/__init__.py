"""A lab in which anything may happen, in any order, recorded on the day or later."""

from . import money, network, work
from .lab import MOVES, Lab, Nothing, begin, readings

__all__ = ["MOVES", "Lab", "Nothing", "begin", "money", "network", "readings", "work"]
