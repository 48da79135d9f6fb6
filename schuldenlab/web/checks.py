"""What must not be so where others can come: asked by `manage.py check --deploy` and `migrate`."""

import os
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, register
from django.http.request import validate_host

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
