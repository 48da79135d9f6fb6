"""Bringing a programme to the vote, from its draft to an open ballot."""

from datetime import datetime
from typing import Any

from partners.models import Person
from programme import actions
from programme.models import Ballot, Programme


def put_programme_to_ballot(
    programme: Programme,
    *,
    closes_at: datetime,
    rules: dict[str, Any],
    actor: Person | None,
    at: datetime,
) -> Ballot:
    """Prepared and opened at one moment, where no interest has to be seen first."""
    ballot = actions.prepare_programme_ballot(
        programme, closes_at=closes_at, rules=rules, actor=actor, at=at
    )
    return actions.open_ballot(ballot, closes_at=closes_at, actor=actor, at=at)
