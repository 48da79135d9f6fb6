"""Help inside: a page per role, the glossary, and how things are counted."""

from .counting import Counted, counted
from .glossary import Term, glossary
from .roles import ROLES, RolePage, own_roles, role_pages

__all__ = [
    "ROLES",
    "Counted",
    "RolePage",
    "Term",
    "counted",
    "glossary",
    "own_roles",
    "role_pages",
]
