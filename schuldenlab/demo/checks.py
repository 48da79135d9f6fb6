"""The demo lets everybody in as anybody, so it may only exist on somebody's own machine."""

import os
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, register

ALLOWED = {"schuldenlab.settings.development", "schuldenlab.settings.test"}


@register(Tags.security)
def demo_stays_at_home(**kwargs: Any) -> list[CheckMessage]:
    """An error unless SCHULDENLAB_DEMO=1 and the settings are those of development."""
    del kwargs
    if os.environ.get("SCHULDENLAB_DEMO") == "1" and settings.SETTINGS_MODULE in ALLOWED:
        return []
    return [
        Error(
            "The app schuldenlab.demo is installed outside the demo.",
            hint="Take it out of INSTALLED_APPS; it exists only with SCHULDENLAB_DEMO=1 and the "
            "development settings.",
            id="demo.E001",
        ),
    ]
