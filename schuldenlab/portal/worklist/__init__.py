"""The worklist of the kernteam: everything that is due, derived from the facts."""

from datetime import datetime

from .account import account_dues
from .archive import archive_dues
from .ballots import ballot_dues
from .cases import case_dues
from .course import course_dues
from .decisions import decision_dues
from .due import Due, in_order
from .framework import framework_dues
from .invitations import invitation_dues
from .kernteam import kernteam_dues
from .meetings import meeting_dues
from .money import money_dues
from .partners import partner_dues
from .phases import phases_of
from .programme import programme_dues
from .projects import project_dues
from .raad import raad_dues
from .stepin import stepin_dues
from .themes import theme_dues
from .today import today_at

__all__ = ["Due", "in_order", "worklist_of"]


def worklist_of(moment: datetime) -> list[Due]:
    """All that is due at that moment, the nearest last day first; in as many queries at any size.

    `moment` is now: what is due on a past day is not worked out again.
    """
    today = today_at(moment)
    phases = phases_of(today)
    return in_order(
        [
            *framework_dues(today),
            *partner_dues(today),
            *kernteam_dues(today),
            *raad_dues(today),
            *programme_dues(today),
            *ballot_dues(today),
            *course_dues(today),
            *decision_dues(today),
            *meeting_dues(today),
            *invitation_dues(today),
            *theme_dues(today),
            *project_dues(phases, today),
            *case_dues(),
            *money_dues(phases, today),
            *stepin_dues(phases, today),
            *account_dues(today),
            *archive_dues(today),
        ]
    )
