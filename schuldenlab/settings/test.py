"""Tests: real PostgreSQL, plain static files, letters in memory unless a test asks for SMTP."""

import os
from tempfile import TemporaryDirectory

os.environ["SCHULDENLAB_DEMO"] = "1"
_MEDIA = TemporaryDirectory(prefix="schuldenlab-media-")  # gone with the process
os.environ["MEDIA_ROOT"] = _MEDIA.name
from .development import *  # noqa: E402 - the folder has to be known first

SECRET_KEY = "tests-only"
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = {
    **STORAGES,
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
ALLOWED_HOSTS = ["testserver", "localhost"]
# A scheduler never runs in the suite by itself: tests call the tasks.
CELERY_TASK_ALWAYS_EAGER = False
CELERY_BROKER_URL = "memory://"
CELERY_BROKER_TRANSPORT_OPTIONS = {}
