"""Production: everything that differs per place comes from the environment, without defaults."""

from .base import *

SECRET_KEY = env.str("SECRET_KEY")
DEBUG = False
ALLOWED_HOSTS: list[str] = env.list("ALLOWED_HOSTS")
CSRF_TRUSTED_ORIGINS = ["https://" + host for host in ALLOWED_HOSTS]
SITE_URL = env.str("SITE_URL")
DATABASES["default"] |= env.dj_db_url("DATABASE_URL")
globals().update(
    {
        name: value
        for name, value in env.dj_email_url("EMAIL_URL").items()
        if name != "EMAIL_FILE_PATH" and value is not None
    },
)
DEFAULT_FROM_EMAIL = env.str("DEFAULT_FROM_EMAIL")
STORAGES = {
    **STORAGES,
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
# A typing error in a template is a test's business; a reader gets the page without the icon.
LOOK_STRICT = False
SECURE_SSL_REDIRECT = env.bool("SECURE_SSL_REDIRECT", True)
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_HSTS_SECONDS = 31_536_000
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
