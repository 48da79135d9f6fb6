"""What somebody fills in who binds an organisation, or withdraws."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from funding.models import Pledge
from programme.forms.year import long_text
from projects.forms.days import NO_DEBTORS
from schuldenlab.documents.actions import SCANS, WrongFile, check_file

from .offers import OfferFields


class FirmForm(forms.Form):
    """Somebody with a mandate says that the organisation is bound."""

    declares = forms.BooleanField(
        error_messages={"required": _("Tick this box to make the pledge firm.")}
    )

    def __init__(self, *args: Any, pledge: Pledge | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if pledge is None:  # the page that asks for the code shows no form of ours
            return
        words = {"name": pledge.organisation.name, "what": pledge.words}
        said = _("I may sign on behalf of %(name)s. It gives: %(what)s.")
        self.fields["declares"].label = said % words


class PaperForm(forms.Form):
    """The signed letter, contract or decision."""

    paper = forms.FileField(
        label=_("Scan of the signed paper"),
        widget=forms.FileInput(attrs={"accept": ",".join(SCANS)}),
        error_messages={
            "required": _("Choose the file with the signed paper."),
            "empty": _("This file is empty. Choose another one."),
        },
        help_text=_(
            "A letter, contract or decision: PDF, PNG or JPEG, at most 10 MB. Whoever may see the "
            "amount can open it."
        ),
    )

    def clean_paper(self) -> Any:
        """What the bytes say that it is, not its name."""
        paper = self.cleaned_data["paper"]
        try:
            check_file(paper.read(), allowed=SCANS)
        except WrongFile as error:
            raise forms.ValidationError(str(error)) from error
        paper.seek(0)
        return paper


class WithdrawForm(forms.Form):
    """Why it does not come."""

    reason = long_text(
        _("Why is it withdrawn?"),
        rows=3,
        help_text=NO_DEBTORS,
        error_messages={"required": _("Say in a few words why it is withdrawn.")},
    )


class CorrectForm(OfferFields):
    """What it should have said, why, and that the organisation is bound to that."""

    reason = forms.CharField(
        label=_("What was wrong?"),
        max_length=200,
        error_messages={"required": _("Say in a few words what was wrong.")},
    )
    declares = forms.BooleanField(
        error_messages={"required": _("Tick this box to make the right one firm.")}
    )

    def __init__(self, *args: Any, name: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        said = _("I may sign on behalf of %(name)s. It gives what stands here.")
        self.fields["declares"].label = said % {"name": name}


class CorrectPaperForm(OfferFields, PaperForm):
    """The same with the signed paper that says it right."""

    reason = CorrectForm.base_fields["reason"]
    field_order = (*OfferFields.base_fields, "reason", "paper")
