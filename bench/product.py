"""The settings of production, with style sheets as they are: nobody asks for any."""

# ruff: noqa: F403, F405
from schuldenlab.settings.production import *

STORAGES = {
    **STORAGES,
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
