"""Who is told what about people, organisations and the framework."""

from .on_behalf import (
    involvement_recorded,
    mandate_ended,
    mandate_recorded,
    organisation_kept,
    record_disputed,
    recorded_by_others,
    recorded_in_name,
)
from .own_data import (
    account_closed,
    account_reopened,
    address_changed,
    address_code,
    address_codes_since,
    address_corrected,
    colleague_left,
    partner_left_without,
)
from .people import kernteam, people_invited, people_of, security_changed
from .seals import seal_told
from .signatures import (
    framework_forwarded,
    framework_opened,
    signature_received,
    signature_registered,
    signature_reminder,
    signature_withdrawn,
    was_forwarded,
)
from .tokens import token_made, token_revoked
from .upkeep import (
    colleague_invited,
    reviews_requested,
    signing_asked,
    signing_confirmed,
    signing_declined,
)
from .worklist import WorkFact, last_days, worklist_changed

__all__ = [
    "WorkFact",
    "account_closed",
    "account_reopened",
    "address_changed",
    "address_code",
    "address_codes_since",
    "address_corrected",
    "colleague_invited",
    "colleague_left",
    "framework_forwarded",
    "framework_opened",
    "involvement_recorded",
    "kernteam",
    "last_days",
    "mandate_ended",
    "mandate_recorded",
    "organisation_kept",
    "partner_left_without",
    "people_invited",
    "people_of",
    "record_disputed",
    "recorded_by_others",
    "recorded_in_name",
    "reviews_requested",
    "seal_told",
    "security_changed",
    "signature_received",
    "signature_registered",
    "signature_reminder",
    "signature_withdrawn",
    "signing_asked",
    "signing_confirmed",
    "signing_declined",
    "token_made",
    "token_revoked",
    "was_forwarded",
    "worklist_changed",
]
