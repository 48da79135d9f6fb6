"""The writes that decide who belongs and who may speak for whom."""

from .frameworks import adopt_framework, bring_into_force, expire_framework
from .imports import import_partners
from .organisations import add_organisation, end_partnership, start_partnership
from .people import (
    appoint_to_kernteam,
    end_kernteam_term,
    end_mandate,
    give_mandate,
    invite_for_organisation,
    invite_person,
    register_people,
)

__all__ = [
    "add_organisation",
    "adopt_framework",
    "appoint_to_kernteam",
    "bring_into_force",
    "end_kernteam_term",
    "end_mandate",
    "end_partnership",
    "expire_framework",
    "give_mandate",
    "import_partners",
    "invite_for_organisation",
    "invite_person",
    "register_people",
    "start_partnership",
]
