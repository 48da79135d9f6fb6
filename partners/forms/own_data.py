"""What people fill in about themselves, and what is shown to everybody."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from partners.models import Person
from schuldenlab.outbox.models import AT_ONCE, DAILY, WEEKLY


class OwnDataForm(forms.Form):
    """Name, language, and how often news comes by mail."""

    name = forms.CharField(
        label=_("Your name"),
        max_length=120,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
        error_messages={"required": _("Fill in your name.")},
        help_text=_("As it stands under votes and signatures from now on."),
    )
    language = forms.ChoiceField(
        label=_("Language of pages and mails"),
        choices=Person._meta.get_field("language").choices or [],  # noqa: SLF001
        widget=forms.RadioSelect,
    )
    pace = forms.ChoiceField(
        label=_("How do you want to get news?"),
        choices=[
            (AT_ONCE, _("At once, a mail for each message")),
            (DAILY, _("Once a day, all news in one mail")),
            (WEEKLY, _("Once a week, all news in one mail on Monday morning")),
        ],
        widget=forms.RadioSelect,
        help_text=_(
            "What asks something of you always comes at once: questions, invitations, ballots, "
            "codes and receipts."
        ),
    )

    def clean_name(self) -> str:
        """A name of blanks only is none."""
        name = " ".join(self.cleaned_data["name"].split())
        if not name:
            raise forms.ValidationError(_("Fill in your name."))
        return name


class AddressForm(forms.Form):
    """Another address to log in with."""

    address = forms.EmailField(
        label=_("Your new e-mail address"),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        error_messages={"required": _("Fill in your new address.")},
        help_text=_("Your work address. We send a code to it."),
    )


class PublicForm(forms.Form):
    """Whether everybody sees it."""

    shown = forms.ChoiceField(
        label=_("Is it on the public pages?"),
        choices=[("yes", _("Yes, everybody may see it")), ("no", _("No, only who takes part"))],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose yes or no.")},
    )

    @property
    def is_shown(self) -> bool:
        """The answer as a value."""
        answer: Any = self.cleaned_data["shown"]
        return bool(answer == "yes")


class RightAddressForm(forms.Form):
    """The address of somebody else, whom no mail reaches."""

    address = forms.EmailField(
        label=_("The right e-mail address"),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
        error_messages={"required": _("Fill in the right address.")},
    )


class AgainForm(forms.Form):
    """One more time, of a letter that may have arrived already."""

    may_double = forms.BooleanField(
        label=_("Send it all the same. It may arrive twice."),
        error_messages={"required": _("Tick this to send it all the same.")},
    )
