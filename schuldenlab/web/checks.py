"""What must not be so where others can come: asked by `manage.py check --deploy` and `migrate`."""

import os
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, register
from django.core.checks import Warning as Caution
from django.http.request import validate_host
from django.utils import timezone

SOON = timedelta(days=30)
KINDS = ("accounts", "letters", "notes", "imports", "sessions")
OWN_MACHINE = {"schuldenlab.settings.development", "schuldenlab.settings.test"}


@register(Tags.security)
def no_demo_in_production(**kwargs: Any) -> list[CheckMessage]:
    """The demo lets everybody in as anybody."""
    del kwargs
    if os.environ.get("SCHULDENLAB_DEMO") != "1" or settings.SETTINGS_MODULE in OWN_MACHINE:
        return []
    return [
        Error(
            "SCHULDENLAB_DEMO=1 is set, and these are not the settings of development.",
            hint="Take SCHULDENLAB_DEMO out of the environment.",
            id="web.E001",
        ),
    ]


@register(Tags.security, deploy=True)
def letters_lead_here(**kwargs: Any) -> list[CheckMessage]:
    """The address in letters is one that this site answers to, over https."""
    del kwargs
    site = urlsplit(settings.SITE_URL)
    if site.scheme == "https" and validate_host(site.hostname or "", settings.ALLOWED_HOSTS):
        return []
    return [
        Error(
            f"SITE_URL {settings.SITE_URL} is not https, or its host is not in ALLOWED_HOSTS.",
            hint="Letters would lead to a page that does not open.",
            id="web.E002",
        ),
    ]


@register(Tags.security, deploy=True)
def security_text_counts(**kwargs: Any) -> list[CheckMessage]:
    """Finders of weak spots trust the address in security.txt only until its last day."""
    del kwargs
    hint = "See whether the address in it is still read, and set SECURITY_TXT_EXPIRES anew."
    try:
        left = datetime.fromisoformat(settings.SECURITY_TXT_EXPIRES) - timezone.now()
    except (TypeError, ValueError):
        wrong = "SECURITY_TXT_EXPIRES is no moment such as 2027-10-31T00:00:00+00:00."
        return [Error(wrong, hint=hint, id="web.E003")]
    if left <= timedelta():
        # No error: a lab must be able to start again whatever that page says.
        return [Caution("security.txt has expired.", hint=hint, id="web.W002")]
    if left <= SOON:
        return [Caution(f"security.txt expires in {left.days} days.", hint=hint, id="web.W001")]
    return []


@register(Tags.security)
def everything_is_forgotten(**kwargs: Any) -> list[CheckMessage]:
    """Every term of keeping is a number of days, and letters do not outlive accounts."""
    del kwargs
    terms = settings.RETENTION
    wrong = [kind for kind in KINDS if not isinstance(terms.get(kind), int) or terms[kind] < 0]
    if wrong:
        names = ", ".join(wrong)
        return [Error(f"RETENTION says no number of days for: {names}.", id="web.E004")]
    if terms["letters"] > terms["accounts"]:
        text = "RETENTION keeps letters longer than accounts, and letters name people."
        return [Error(text, hint="Give letters at most the term of accounts.", id="web.E005")]
    return []
