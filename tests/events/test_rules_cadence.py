"""Every permission about series and periods without meetings, for everybody."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
import rules

from events import actions
from tests.events.records import network
from tests.events.test_rules import EVERYBODY, INSIDERS, KERNTEAM

if TYPE_CHECKING:
    from tests.cast import Cast

TABLE: dict[str, set[str]] = {
    "events.view_blockedperiod": INSIDERS,
    "events.view_standingguest": KERNTEAM,
    "events.view_formerterms": KERNTEAM,
    "events.change_series": KERNTEAM,
    "events.add_blocked_period": KERNTEAM,
    "events.withdraw_blocked_period": KERNTEAM,
}


@pytest.mark.parametrize("permission", TABLE)
def test_who_may(cast: Cast, permission: str) -> None:
    known = {"actor": cast.manager, "at": cast.at}
    day = date(2026, 10, 17)
    period = actions.add_blocked_period(title="Vrij", first_on=day, last_on=day, **known)
    noun = period if "blocked" in permission else network(cast)
    for asked in (None, noun):
        allowed = {
            who for who in EVERYBODY if rules.has_perm(permission, getattr(cast, who), asked)
        }
        assert allowed == TABLE[permission], asked
