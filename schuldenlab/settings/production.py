"""Production: everything that differs per place comes from the environment, without defaults."""

from email.utils import parseaddr

from django.core.exceptions import ImproperlyConfigured

from .base import *

_REQUIRED = {
    "SECRET_KEY": "a long random text that only this installation has",
    "DATABASE_URL": "postgres://role:password@host/database, of the application's role",
    "ALLOWED_HOSTS": "the names under which the site is visited, with commas between them",
    "SITE_URL": "the address that goes into letters, https://...",
    "EMAIL_URL": "the mail server, smtp://user:password@host:587/?tls=true",
    "DEFAULT_FROM_EMAIL": "the sender of all letters",
}
if env.str("DOCUMENTS_BUCKET", "").strip():
    _REQUIRED |= {
        "S3_ACCESS_KEY_ID": "who may read and write the bucket with documents",
        "S3_SECRET_ACCESS_KEY": "the secret that goes with it",
    }
for _name, _meaning in _REQUIRED.items():
    if not env.str(_name, "").strip():
        raise ImproperlyConfigured(f"Set {_name} in the environment: {_meaning}.")

SECRET_KEY = env.str("SECRET_KEY")
DEBUG = False
ALLOWED_HOSTS: list[str] = env.str("ALLOWED_HOSTS").replace(" ", "").split(",")
SITE_URL = env.str("SITE_URL").rstrip("/")
CSRF_TRUSTED_ORIGINS = [SITE_URL]
DATABASES["default"] |= {"CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True}
DATABASES["default"]["OPTIONS"]["connect_timeout"] = 5  # seconds
globals().update(
    {
        name: value
        for name, value in env.dj_email_url("EMAIL_URL").items()
        if name != "EMAIL_FILE_PATH" and value is not None
    },
)
DEFAULT_FROM_EMAIL = env.str("DEFAULT_FROM_EMAIL")
CONTACT_EMAIL = env.str("CONTACT_EMAIL", "") or parseaddr(DEFAULT_FROM_EMAIL)[1]
STORAGES = {
    **STORAGES,
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
# A typing error in a template is a test's business; a reader gets the page without the icon.
LOOK_STRICT = False
CLOCK_LATE_AFTER = env.int("CLOCK_LATE_AFTER", 90)
SECURE_SSL_REDIRECT = env.bool("SECURE_SSL_REDIRECT", True)
# A probe inside the network speaks plain http; the API refuses it, so that no program goes on
# sending its token that way without anybody noticing.
SECURE_REDIRECT_EXEMPT = [r"^gezond/", r"^api/"]
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_HSTS_SECONDS = 31_536_000
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
# A browser takes a cookie of this name from this very host over https only, never from a neighbour.
SESSION_COOKIE_NAME = "__Host-sessionid"
CSRF_COOKIE_NAME = "__Host-csrftoken"
