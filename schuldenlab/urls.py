"""All doors of the house."""

from allauth.account import views as account
from django.conf import settings
from django.contrib import admin
from django.urls import include, path

from schuldenlab.web.health import health

urlpatterns = [
    path("", include("schuldenlab.portal.urls")),
    path("inloggen/", account.RequestLoginCodeView.as_view(), name="account_login"),
    path(
        "inloggen/opnieuw/",
        account.RequestLoginCodeView.as_view(),
        name="account_request_login_code",
    ),
    path("inloggen/code/", account.confirm_login_code, name="account_confirm_login_code"),
    path("uitloggen/", account.logout, name="account_logout"),
    path("inloggen/gesloten/", account.account_inactive, name="account_inactive"),
    path("", include("partners.urls")),
    path("", include("events.urls")),
    path("", include("programme.urls")),
    path("beheer/", admin.site.urls),
    path("gezond/", health, name="health"),
    path("gezond/klok/", health, {"with_clock": True}, name="health-clock"),
]

if "schuldenlab.demo" in settings.INSTALLED_APPS:
    urlpatterns.append(path("demo/", include("schuldenlab.demo.urls")))
