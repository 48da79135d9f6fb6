"""Is everything still as it must be: ballots, signatures, texts, seals, guards, constraints, clock.

Read only, and the same for the owner of the database and for the application's role.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _

from events.models import Minutes
from events.proceedings import broken_seals
from partners.verification import verify_all as verify_signatures
from programme.freezing import verify_programmes
from programme.models import AnnualAccount
from programme.verification import verify_all
from projects.models import BusinessCase
from projects.sealing import broken_cases
from schuldenlab.audit.verification import verify_seals
from schuldenlab.portal.account.edition import broken_accounts

from .clock import ages, clock_faults
from .constraints import constraint_faults, known_constraints
from .fault import Fault
from .guards import function_faults, trigger_faults
from .migrated import expected_guards


def check_all(at: datetime, heads: Mapping[int, str] | None = None) -> dict[str, Any]:
    """What was looked at, how much of it, and what is wrong with it.

    `heads` are seals that were mailed before: their hashes by their numbers.
    """
    guards = expected_guards()
    constraints = known_constraints()
    ballots: dict[str, Any] = verify_all()
    signed = verify_signatures()
    texts = verify_programmes()
    sealed = verify_seals(at, heads)
    ticks = ages(at)
    faults = [
        *(_about_ballot(error) for error in ballots["errors"]),
        *(_about_signing(error) for error in signed["errors"]),
        *(_about_programme(error) for error in texts["errors"]),
        *(_about_minutes(each) for each in broken_seals()),
        *(_about_case(each) for each in broken_cases()),
        *(_about_account(each) for each in broken_accounts()),
        *(Fault("seal", *each) for each in sealed["errors"]),
        *trigger_faults(guards.triggers),
        *function_faults(guards.functions),
        *constraint_faults(constraints),
        *clock_faults(ticks),
    ]
    return {
        "ok": not faults,
        "ballots": ballots["ballots"],
        "votes": ballots["votes"],
        "signatures": signed["signatures"],
        "programmes": texts["programmes"],
        "seals": sealed["seals"],
        "sealed rows": sealed["rows"],
        "triggers": len(guards.triggers),
        "functions": len(guards.functions),
        "constraints": len(constraints),
        "clock": ticks[settings.CLOCK],
        "errors": [fault.as_dict() for fault in faults],
    }


def _about_ballot(error: dict[str, Any]) -> Fault:
    return Fault("ballot", f"{error['ballot']} {error['title']}", error["message"])


def _about_signing(error: dict[str, Any]) -> Fault:
    return Fault("signing", f"{error['what']} {error['id']} {error['name']}", error["message"])


def _about_programme(error: dict[str, Any]) -> Fault:
    return Fault("programme", f"{error['programme']} {error['title']}", error["message"])


def _about_minutes(minutes: Minutes) -> Fault:
    message = _("These minutes are not what was approved.")
    return Fault("minutes", str(minutes.pk), message)


def _about_case(case: BusinessCase) -> Fault:
    name = f"{case.project.code} {case.version}"
    return Fault("case", name, _("This version does not say any more what was submitted."))


def _about_account(account: AnnualAccount) -> Fault:
    name = f"{account.year} {account.edition}"
    return Fault("account", name, _("This edition is not what its hash is of."))
