"""What people fill in about their account: links, codes, passkeys, visits."""

import struct
from collections.abc import Callable
from typing import Any

from allauth.account.forms import RequestLoginCodeForm
from allauth.mfa.base.forms import AuthenticateForm, ReauthenticateForm
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.webauthn.forms import (
    AddWebAuthnForm,
    AuthenticateWebAuthnForm,
    EditWebAuthnForm,
    LoginWebAuthnForm,
    ReauthenticateWebAuthnForm,
)
from django import forms
from django.utils.translation import gettext_lazy as _

CODE = {"autocomplete": "one-time-code", "inputmode": "numeric", "class": "sl-input-code"}
REQUIRED = {"required": _("Fill in the code.")}


# What comes out of reading bytes that no browser made.
UNREADABLE = (LookupError, ValueError, TypeError, AttributeError, struct.error)


def read_safely(read: Callable[[], Any]) -> Any:
    """What `read` gives; whatever else was sent is a sentence, and never an error of ours."""
    try:
        return read()
    except UNREADABLE as error:
        raise forms.ValidationError(_("This passkey did not work here. Try again.")) from error


class TokenForm(forms.Form):
    """The token of an invitation; it goes in the body, so that no log of addresses holds it."""

    token = forms.CharField(max_length=100, widget=forms.HiddenInput)


class NextForm(forms.Form):
    """Where somebody goes afterwards."""

    next = forms.CharField(required=False, max_length=2_000, widget=forms.HiddenInput)


class VisitForm(forms.Form):
    """Which visit ends; `others` means all but this one."""

    visit = forms.CharField(max_length=64, error_messages={"required": _("Choose where.")})


class EmailForm(RequestLoginCodeForm):
    """The address that a code goes to."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["email"].error_messages["required"] = _("Fill in your e-mail address.")


class AppCodeForm(ActivateTOTPForm):
    """The first code of an app proves that it is set up."""

    code = forms.CharField(
        label=_("Code from the app"),
        max_length=20,
        widget=forms.TextInput(attrs=CODE),
        error_messages=REQUIRED,
    )


class StepForm(AuthenticateForm):
    """A code from the app, or one from paper."""

    code = forms.CharField(
        label=_("Code from your app, or a recovery code"),
        max_length=20,
        widget=forms.TextInput(attrs=CODE),
        error_messages=REQUIRED,
    )


class AgainForm(ReauthenticateForm):
    """The same, before one's own security changes."""

    code = StepForm.base_fields["code"]


class PasskeyForm(AddWebAuthnForm):
    """A new passkey; it always logs in by itself, without the code by mail."""

    passwordless = None
    name = forms.CharField(
        label=_("Name of this passkey"),
        required=False,
        max_length=60,
        help_text=_("So that you know it again, for example: laptop at work."),
    )

    def clean(self) -> dict[str, Any]:
        """A finger, a face or a code of the device belongs to it."""
        self.cleaned_data["passwordless"] = True
        data: dict[str, Any] = read_safely(super().clean)
        return data


class PasskeyNameForm(EditWebAuthnForm):
    """Another name."""

    name = forms.CharField(
        label=_("Name of this passkey"),
        max_length=60,
        error_messages={"required": _("Fill in a name.")},
    )


class PasskeyStepForm(AuthenticateWebAuthnForm):
    """A passkey as the second step."""

    def clean_credential(self) -> Any:
        """Whose it is."""
        return read_safely(super().clean_credential)


class PasskeyLoginForm(LoginWebAuthnForm):
    """A passkey alone."""

    def clean_credential(self) -> Any:
        """Whose it is."""
        return read_safely(super().clean_credential)


class PasskeyAgainForm(ReauthenticateWebAuthnForm):
    """A passkey before one's own security changes."""

    def clean_credential(self) -> Any:
        """Whose it is."""
        return read_safely(super().clean_credential)
