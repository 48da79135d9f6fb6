"""What people fill in about the documents and links of a dossier."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from schuldenlab.documents.actions import SCANS, WrongFile, check_file


class DocumentForm(forms.Form):
    """A file, what it is called, and who may read it."""

    title = forms.CharField(
        label=_("What is it called?"),
        max_length=120,
        error_messages={"required": _("Say what the document is called.")},
    )
    file = forms.FileField(
        label=_("Document"),
        widget=forms.FileInput(attrs={"accept": ",".join(SCANS)}),
        error_messages={
            "required": _("Choose the document."),
            "empty": _("This file is empty. Choose another one."),
        },
        help_text=_("PDF, PNG or JPEG, at most 10 MB. No data about people with debts."),
    )
    readers = forms.ChoiceField(
        label=_("Who may read it?"),
        choices=[
            ("all", _("Everybody who sees this dossier: all partners, and its stuurgroep")),
            ("closed", _("Only the kernteam, who leads the project and its stuurgroep")),
        ],
        widget=forms.RadioSelect,
        initial="all",
        help_text=_("Does it say what one partner gives? Then keep it for the stuurgroep."),
    )

    def clean_file(self) -> Any:
        """What the bytes say that it is, not its name."""
        upload = self.cleaned_data["file"]
        try:
            check_file(upload.read(), allowed=SCANS)
        except WrongFile as wrong:
            raise forms.ValidationError(str(wrong)) from wrong
        upload.seek(0)
        return upload


class LinkForm(forms.Form):
    """A page elsewhere."""

    title = forms.CharField(
        label=_("What is it called?"),
        max_length=120,
        error_messages={"required": _("Say what the page is called.")},
    )
    url = forms.URLField(
        label=_("Address of the page"),
        max_length=400,
        assume_scheme="https",
        error_messages={
            "required": _("Fill in the address of the page."),
            "invalid": _("This is no address of a page. It begins with https://."),
        },
        help_text=_("It begins with https://. Everybody who sees this dossier reads the link."),
    )

    def clean_url(self) -> str:
        """Only pages that come over a closed line."""
        url: str = self.cleaned_data["url"]
        if not url.lower().startswith("https://"):
            raise forms.ValidationError(_("This is no address of a page. It begins with https://."))
        return f"https://{url[8:]}"
