"""The writes that decide who belongs and who may speak for whom."""

from .ambassadors import add_theme, become_ambassador, end_ambassadorship
from .clauses import load_clauses
from .frameworks import (
    adopt_framework,
    bring_into_force,
    expire_framework,
    open_for_signature,
)
from .imports import import_partners
from .organisations import add_organisation, end_partnership, start_partnership
from .people import (
    appoint_to_kernteam,
    choose_language,
    end_kernteam_term,
    end_mandate,
    give_mandate,
    invite_for_organisation,
    invite_person,
    invite_to_kernteam,
    register_people,
)
from .signatures import register_signature

__all__ = [
    "add_organisation",
    "add_theme",
    "adopt_framework",
    "appoint_to_kernteam",
    "become_ambassador",
    "bring_into_force",
    "choose_language",
    "end_ambassadorship",
    "end_kernteam_term",
    "end_mandate",
    "end_partnership",
    "expire_framework",
    "give_mandate",
    "import_partners",
    "invite_for_organisation",
    "invite_person",
    "invite_to_kernteam",
    "load_clauses",
    "open_for_signature",
    "register_people",
    "register_signature",
    "start_partnership",
]
