"""Settings shared by every environment; nothing here is secret and nothing has a secret default."""

import os
from pathlib import Path

from environs import Env

from .parts.accounts import *
from .parts.api import *
from .parts.documents import *
from .parts.headers import *
from .parts.letters import *
from .parts.logs import *
from .parts.privacy import *
from .parts.queue import *

env = Env()
BASE_DIR = Path(__file__).resolve().parents[2]
NODE_MODULES = BASE_DIR / "node_modules"

ROOT_URLCONF = "schuldenlab.urls"
WSGI_APPLICATION = "schuldenlab.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
SITE_URL = env.str("SITE_URL", "http://localhost:" + env.str("PORT", "8000"))
SITE_NAME = "Schuldenlab070"
CITY = "Den Haag"

INSTALLED_APPS = [
    "schuldenlab.portal",
    "funding",
    "projects",
    "programme",
    "events",
    "partners",
    "schuldenlab.web",
    "schuldenlab.outbox",
    "schuldenlab.audit",
    "schuldenlab.documents",
    "schuldenlab.apps.DeskConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "django.forms",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "rules.apps.AutodiscoverRulesConfig",
    "crispy_forms",
    "csp",
]

MIDDLEWARE = [
    # Whatever answers below these three, static files and the way to https included, gets headers.
    "csp.middleware.CSPMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "schuldenlab.portal.api.door.ApiDoor",
    "schuldenlab.web.middleware.TextOnly",
    "schuldenlab.web.middleware.KnownMethods",
    "schuldenlab.web.middleware.RequestFacts",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "schuldenlab.web.middleware.PersonMoment",
    "schuldenlab.web.middleware.LanguagePath",
    "schuldenlab.web.middleware.PersonLanguage",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "partners.middleware.SecondFactor",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "schuldenlab.web.context_processors.frame",
            ],
            "builtins": [
                "django.templatetags.i18n",
                "schuldenlab.web.templatetags.look",
                "schuldenlab.web.templatetags.written",
            ],
        },
    },
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"
CRISPY_ALLOWED_TEMPLATE_PACKS = ("nlds",)
CRISPY_TEMPLATE_PACK = "nlds"
CRISPY_FAIL_SILENTLY = False

DATABASES = {
    "default": {
        **env.dj_db_url("DATABASE_URL", "postgres:///schuldenlab"),
        "ATOMIC_REQUESTS": False,
        "CONN_HEALTH_CHECKS": True,
    },
}
DATABASES["default"].setdefault("OPTIONS", {})
# Nobody waits for ever: a stuck lock gives the loser a friendly page.
DATABASES["default"]["OPTIONS"]["options"] = "-c lock_timeout=8s -c statement_timeout=30s"
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "web_cache",
        # It holds the counters of the rate limits. When it is full a third is thrown away, so a
        # small one (300 is the default) would be emptied by asking for codes under many names.
        "OPTIONS": {"MAX_ENTRIES": 50_000},
    },
}

LANGUAGE_CODE = "nl"
LANGUAGES = [("nl", "Nederlands"), ("en", "English")]
CONTENT_LANGUAGE = "nl"  # in which the people of the lab write, whatever language they read
LOCALE_PATHS = [BASE_DIR / "locale"]
TIME_ZONE = "Europe/Amsterdam"
USE_I18N = True
USE_TZ = True
FORMAT_MODULE_PATH = ["schuldenlab.formats"]

STATIC_URL = "/static/"
STATIC_ROOT = Path(os.environ.get("STATIC_ROOT", BASE_DIR / "staticfiles"))
STATICFILES_DIRS = [BASE_DIR / "static"]
STATICFILES_FINDERS = [
    "django.contrib.staticfiles.finders.FileSystemFinder",
    "django.contrib.staticfiles.finders.AppDirectoriesFinder",
    "schuldenlab.web.finders.PackageFinder",
]
STATICFILES_PACKAGES = {
    "vendor/tokens/theme.css": NODE_MODULES
    / "@nl-design-system-unstable/voorbeeld-design-tokens/dist/theme.css",
    "vendor/utrecht/index.css": NODE_MODULES / "@utrecht/component-library-css/dist/index.css",
    **{
        f"vendor/hanken/{name}": NODE_MODULES / "@fontsource-variable/hanken-grotesk/files" / name
        for name in (
            "hanken-grotesk-latin-wght-normal.woff2",
            "hanken-grotesk-latin-ext-wght-normal.woff2",
        )
    },
}
MEDIA_ROOT = Path(os.environ.get("MEDIA_ROOT", BASE_DIR / "var" / "media"))
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "documents": documents_storage(MEDIA_ROOT / "documents"),
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
DATA_UPLOAD_MAX_MEMORY_SIZE = 2_500_000
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2_000
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"

EMAIL_TIMEOUT = 30  # seconds; a mail server that says nothing does not hold up the rest
CONTACT_EMAIL = env.str("CONTACT_EMAIL", "kernteam@schuldenlab.example")
DEFAULT_FROM_EMAIL = env.str("DEFAULT_FROM_EMAIL", "Schuldenlab070 <kernteam@schuldenlab.example>")
# auth.W004: the address is unique whatever its case, by a constraint that the check cannot see.
SILENCED_SYSTEM_CHECKS = ["auth.W004"]
