"""Accounts: by invitation only, e-mail is the login, no passwords."""

from typing import Any

from environs import Env

_env = Env()

AUTH_USER_MODEL = "partners.Person"
AUTHENTICATION_BACKENDS = [
    "rules.permissions.ObjectPermissionBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "portal:home"
LOGOUT_REDIRECT_URL = "account_login"

ACCOUNT_ADAPTER = "partners.adapters.InvitedOnlyAdapter"
MFA_ADAPTER = "partners.adapters.FactorAdapter"
SOCIALACCOUNT_ADAPTER = "partners.adapters.KnownOnlyAdapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = 15 * 60
ACCOUNT_LOGIN_BY_CODE_MAX_ATTEMPTS = 5
ACCOUNT_LOGIN_BY_CODE_SUPPORTS_RESEND = True
# Six digits: a phone shows its number pad, and five tries are all there are.
ALLAUTH_USER_CODE_FORMAT = {"numeric": True, "dashed": False, "length": 6}
ACCOUNT_EMAIL_VERIFICATION = "optional"
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_SESSION_REMEMBER = True
# Rate limits count in the default cache, which all processes share. Every code can be guessed at
# five times, so the limits by the hour decide how long guessing takes.
ACCOUNT_RATE_LIMITS = {
    "request_login_code": "20/m/ip,120/h/ip,3/m/key,20/h/key",
    "login": "30/m/ip",
    "login_failed": "10/m/ip,5/5m/key",
}

# A passkey, or an app with codes; the codes on paper are for when these are lost.
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_WEBAUTHN_USER_VERIFICATION = "required"
MFA_ALLOW_UNVERIFIED_EMAIL = True  # an address is proven by the link or the code that got in
MFA_FORMS = {
    "activate_totp": "partners.forms.accounts.AppCodeForm",
    "authenticate": "partners.forms.accounts.StepForm",
    "reauthenticate": "partners.forms.accounts.AgainForm",
    "add_webauthn": "partners.forms.accounts.PasskeyForm",
    "authenticate_webauthn": "partners.forms.accounts.PasskeyStepForm",
    "login_webauthn": "partners.forms.accounts.PasskeyLoginForm",
    "reauthenticate_webauthn": "partners.forms.accounts.PasskeyAgainForm",
    "edit_webauthn": "partners.forms.accounts.PasskeyNameForm",
}
MFA_TOTP_TOLERANCE = 1  # a clock that is half a minute off
MFA_TOTP_ISSUER = "Schuldenlab070"
MFA_RECOVERY_CODES_SHOW_ONCE = False
# Limits by address need the visitor's own, not that of the proxy: how many proxies of ours there
# are (each adds to X-Forwarded-For), or the header in which the outermost one puts it.
ALLAUTH_TRUSTED_PROXY_COUNT = _env.int("TRUSTED_PROXY_COUNT", 0)
ALLAUTH_TRUSTED_CLIENT_IP_HEADER = _env.str("TRUSTED_CLIENT_IP_HEADER", "") or None

# An organisation's own login (OpenID Connect), when there is one. It lets in who is known, and
# never makes an account.
OIDC_SERVER_URL = _env.str("OIDC_SERVER_URL", "")
OIDC_NAME = _env.str("OIDC_NAME", "") or "OpenID Connect"
# When such a login counts as the second step as well: when the provider says so (`amr`: it names
# more ways than one), always, or never.
OIDC_SECOND_FACTOR = _env.str("OIDC_SECOND_FACTOR", "amr")
SOCIALACCOUNT_PROVIDERS: dict[str, Any] = {
    "openid_connect": {
        "OAUTH_PKCE_ENABLED": True,
        "APPS": [
            {
                "provider_id": "organisatie",
                "name": OIDC_NAME,
                "client_id": _env.str("OIDC_CLIENT_ID", ""),
                "secret": _env.str("OIDC_CLIENT_SECRET", ""),
                "settings": {"server_url": OIDC_SERVER_URL},
            },
        ]
        if OIDC_SERVER_URL
        else [],
    },
}
SOCIALACCOUNT_EMAIL_AUTHENTICATION = True
SOCIALACCOUNT_EMAIL_AUTHENTICATION_AUTO_CONNECT = False
SOCIALACCOUNT_LOGIN_ON_GET = True  # it only sends the browser on, to a house whose door asks more
SOCIALACCOUNT_STORE_TOKENS = False

# The kernteam needs a second step for every page that asks a login.
SECOND_FACTOR_FOR_KERNTEAM = True
INVITATION_DAYS = 14

# How long after logging in a person may vote, commit and offer without a new code.
VISIT_HOURS = 12
# How long after logging in a person may sign without one.
SIGNING_MINUTES = 10
SESSION_ENGINE = "partners.sessions"
SESSION_COOKIE_AGE = 14 * 24 * 60 * 60
