"""Nothing but a session: no account, no translations, no security headers."""

from environs import Env

env = Env()
SECRET_KEY = "only for measuring"
DEBUG = False
ALLOWED_HOSTS = ["lab.example"]
ROOT_URLCONF = "bench.limit.urls"
INSTALLED_APPS = ["django.contrib.sessions", "bench.limit"]
MIDDLEWARE = ["django.contrib.sessions.middleware.SessionMiddleware"]
TEMPLATES = [{"BACKEND": "django.template.backends.django.DjangoTemplates", "APP_DIRS": True}]
DATABASES = {"default": {**env.dj_db_url("DATABASE_URL"), "CONN_MAX_AGE": 60}}
USE_TZ = True
USE_I18N = False
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
