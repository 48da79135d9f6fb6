"""Who reads the texts about people, organisations and the framework."""

from __future__ import annotations

from .who import (
    CODE,
    KERNTEAM,
    NOBODY,
    PARTNERS,
    Fields,
    all_of,
    also,
    ours,
    own,
    partners,
    personal,
)

OURS = partners("framework__is_public", framework__status__in=["open", "in_force", "expired"])
READERS: dict[str, Fields] = {
    "partners.Organisation": {
        **all_of(partners("is_public"), "name", "website", "description"),
        "short_name": CODE,  # letters for a badge: too short for a marker
        "kvk_number": CODE,  # eight digits
    },
    "partners.Partnership": {"struck_reason": KERNTEAM},
    "partners.Person": {"password": NOBODY, **all_of(also(PARTNERS, "pk"), "email", "name")},
    "partners.Mandate": {"struck_reason": own("organisation"), "signs_for": CODE},
    "partners.KernteamMember": {"struck_reason": KERNTEAM},
    "partners.Invitation": {"token_sha256": CODE},
    "partners.Visit": all_of(CODE, "session_key", "session_data"),
    "partners.ApiToken": {
        "purpose": own("organisation"),
        **all_of(CODE, "prefix", "token_sha256"),
    },
    "partners.Review": {},
    "partners.SigningRequest": {
        **all_of(own("mandate__organisation"), "reason", "answer"),
        "signs_for": CODE,
    },
    "partners.ContactNote": all_of(KERNTEAM, "text", "reason"),
    "partners.GoLive": {},
    "partners.Framework": {
        **all_of(
            partners("is_public", status__in=["open", "in_force", "expired"]),
            *("title", "motto", "introduction", "introduction_en"),
        ),
        "sealed_sha256": CODE,
    },
    "partners.Clause": all_of(OURS, "title", "title_en", "text", "text_en"),
    "partners.ClauseMeasure": {"code": CODE},
    "partners.ImportRun": {
        **all_of(KERNTEAM, "file_name", "error"),
        **all_of(CODE, "content", "report"),  # a file, and what was wrong line by line
    },
    "partners.Involvement": {"forms": CODE, **all_of(ours("organisation"), "other", "note")},
    "partners.Signature": {
        **all_of(ours("organisation"), "signatory", "function"),
        **all_of(CODE, "text_sha256", "sha256"),
    },
    "partners.SignatureWithdrawal": {"reason": own("signature__organisation")},
    "partners.Theme": {
        "name": partners("innovations__is_public", "projects__is_public"),
        "description": PARTNERS,
    },
    "partners.Ambassadorship": {"struck_reason": own("organisation")},
    # What packages keep about a person's way in.
    "account.EmailAddress": {"email": personal("user")},
    "account.EmailConfirmation": {"key": CODE},
    "mfa.Authenticator": {"data": CODE},
    "socialaccount.SocialApp": all_of(
        CODE, "provider", "provider_id", "name", "client_id", "secret", "key", "settings"
    ),
    "socialaccount.SocialAccount": all_of(CODE, "provider", "uid", "extra_data"),
    "socialaccount.SocialToken": all_of(CODE, "token", "token_secret"),
    "sessions.Session": all_of(CODE, "session_key", "session_data"),
}
