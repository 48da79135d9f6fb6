"""All doors of the house."""

from allauth.account import views as account
from allauth.socialaccount.providers.openid_connect import views as openid
from django.conf import settings
from django.contrib import admin
from django.urls import include, path

from partners.views import accounts as own
from schuldenlab.web.addresses import addresses_of
from schuldenlab.web.health import health

# allauth reverses these names, so they stand in no app's name space.
security = [
    path("", own.Security.as_view(), name="mfa_index"),
    path("passkey/nieuw/", own.AddPasskey.as_view(), name="mfa_add_webauthn"),
    path("passkey/<int:pk>/weg/", own.RemovePasskey.as_view(), name="mfa_remove_webauthn"),
    path("passkey/<int:pk>/naam/", own.RenamePasskey.as_view(), name="mfa_edit_webauthn"),
    path("app/", own.AppOn.as_view(), name="mfa_activate_totp"),
    path("app/weg/", own.AppOff.as_view(), name="mfa_deactivate_totp"),
    path("herstelcodes/", own.RecoveryCodes.as_view(), name="mfa_view_recovery_codes"),
    path(
        "herstelcodes/nieuw/",
        own.RenewRecoveryCodes.as_view(),
        name="mfa_generate_recovery_codes",
    ),
    path(
        "herstelcodes/bestand/",
        own.RecoveryFile.as_view(),
        name="mfa_download_recovery_codes",
    ),
    path("bevestigen/", own.ProveByCode.as_view(), name="mfa_reauthenticate"),
    path(
        "bevestigen/passkey/",
        own.ProveByPasskey.as_view(),
        name="mfa_reauthenticate_webauthn",
    ),
]
urlpatterns = [
    addresses_of("schuldenlab.portal"),
    path("inloggen/", own.RequestCode.as_view(), name="account_login"),
    path("inloggen/opnieuw/", own.RequestCode.as_view(), name="account_request_login_code"),
    path("inloggen/code/", own.ConfirmCode.as_view(), name="account_confirm_login_code"),
    path("inloggen/passkey/", own.PasskeyLogin.as_view(), name="mfa_login_webauthn"),
    path("inloggen/tweede-stap/", own.SecondStep.as_view(), name="mfa_authenticate"),
    path("inloggen/via/<provider_id>/", own.organisation_login, name="openid_connect_login"),
    path("inloggen/via/<provider_id>/terug/", openid.callback, name="openid_connect_callback"),
    path("account/beveiliging/", include(security)),
    path("uitloggen/", own.LogOut.as_view(), name="account_logout"),
    path("inloggen/gesloten/", account.account_inactive, name="account_inactive"),
    addresses_of("partners"),
    addresses_of("events"),
    addresses_of("programme"),
    addresses_of("projects"),
    addresses_of("funding"),
    path("beheer/", admin.site.urls),
    path("gezond/", health, name="health"),
    path("gezond/klok/", health, {"with_clock": True}, name="health-clock"),
]

if "schuldenlab.demo" in settings.INSTALLED_APPS:
    urlpatterns.append(path("demo/", include("schuldenlab.demo.urls")))
