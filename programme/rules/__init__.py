"""Who may do what in the year. Every predicate also answers without an object ("anywhere?")."""

import rules

from partners.rules import is_kernteam

from . import ballots, decisions, programmes, raad

__all__ = ["ballots", "decisions", "programmes", "raad"]

rules.add_perm("programme", is_kernteam)
