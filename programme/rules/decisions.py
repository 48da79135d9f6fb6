"""Who may read and keep the register of decisions."""

import rules

from programme.models import Decision

from .seeing import member_of

rules.add_perm("programme.view_decision", member_of(Decision))
