"""Who may do what in the year. Every predicate also answers without an object ("anywhere?")."""

import rules

from partners.rules import is_kernteam

from . import accounts, ballots, course, decisions, meetings, preparing, programmes, raad, themes

__all__ = [
    "accounts",
    "ballots",
    "course",
    "decisions",
    "meetings",
    "preparing",
    "programmes",
    "raad",
    "themes",
]

rules.add_perm("programme", is_kernteam)
rules.add_perm("programme.show_in_public", is_kernteam)
