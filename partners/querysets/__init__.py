"""Questions about who is who, as a chain of filters."""

from .dates import (
    CorrectableQuerySet,
    DatedQuerySet,
    NetworkQuerySet,
    end_of_day,
    ended_after,
    live_on,
    local_day,
    months_before,
    original_or,
    recorded_by,
    taken_over,
    unstruck,
    within,
)
from .frameworks import ClauseQuerySet, FrameworkQuerySet, SignatureQuerySet
from .organisations import (
    REVIEW_AFTER,
    InvolvementQuerySet,
    OrganisationQuerySet,
    PartnershipQuerySet,
    ThemeQuerySet,
)
from .people import MandateQuerySet, PersonManager, PersonQuerySet, signs
from .tokens import ApiTokenQuerySet
from .upkeep import (
    ContactNoteQuerySet,
    GoLiveQuerySet,
    ImportRunQuerySet,
    InvitationQuerySet,
    SigningRequestQuerySet,
    StaffOnlyQuerySet,
    VisitManager,
    token_digest,
)

__all__ = [
    "REVIEW_AFTER",
    "ApiTokenQuerySet",
    "ClauseQuerySet",
    "ContactNoteQuerySet",
    "CorrectableQuerySet",
    "DatedQuerySet",
    "FrameworkQuerySet",
    "GoLiveQuerySet",
    "ImportRunQuerySet",
    "InvitationQuerySet",
    "InvolvementQuerySet",
    "MandateQuerySet",
    "NetworkQuerySet",
    "OrganisationQuerySet",
    "PartnershipQuerySet",
    "PersonManager",
    "PersonQuerySet",
    "SignatureQuerySet",
    "SigningRequestQuerySet",
    "StaffOnlyQuerySet",
    "ThemeQuerySet",
    "VisitManager",
    "end_of_day",
    "ended_after",
    "live_on",
    "local_day",
    "months_before",
    "original_or",
    "recorded_by",
    "signs",
    "taken_over",
    "token_digest",
    "unstruck",
    "within",
]
