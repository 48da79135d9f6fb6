"""The settings of production, with style sheets as they are: nobody asks for any.

Sessions are made by the settings of the tests, so cookies have the names that they have there.
"""

# ruff: noqa: F403, F405
from schuldenlab.settings.production import *

SESSION_COOKIE_NAME = "sessionid"
CSRF_COOKIE_NAME = "csrftoken"
STORAGES = {
    **STORAGES,
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
