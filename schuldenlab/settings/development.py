"""Development and the demo: own machine only, mails stay in the demo's mailbox, DEBUG off."""

import os

from .base import *

SECRET_KEY = "development-only-and-never-in-production"
DEBUG = env.bool("DEBUG", False)
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "[::1]"]
EMAIL_BACKEND = env.str("EMAIL_BACKEND", "django.core.mail.backends.console.EmailBackend")
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = True  # http on this machine
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = True
QUIET_HOURS = None  # whoever tries something in the evening wants to see the mail of it

if os.environ.get("SCHULDENLAB_DEMO") == "1":
    INSTALLED_APPS = ["schuldenlab.demo", *INSTALLED_APPS]
    EMAIL_BACKEND = "schuldenlab.demo.mailbox.MailboxBackend"
    SITE_BANNER = "schuldenlab.demo.story.BANNER"
    # After style sheets and headers, before all that asks who somebody is.
    _front = MIDDLEWARE.index("schuldenlab.portal.api.door.ApiDoor")
    MIDDLEWARE.insert(_front, "schuldenlab.demo.middleware.FirstPage")
