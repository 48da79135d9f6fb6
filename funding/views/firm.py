"""The doors of what binds: making firm, with a code or with a paper, and withdrawing."""

from functools import partial
from typing import Any

from django import forms as plain
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from funding import actions, forms
from funding.models import Pledge
from schuldenlab.web.confirm import Freshness
from schuldenlab.web.written import quoting

from .acts import OnPledge


class SignPledge(OnPledge):
    """Somebody with a mandate to sign binds the organisation; a code by mail is part of the act."""

    permission = "funding.sign_pledge"
    form_class: Any = forms.FirmForm
    is_binding = True
    freshness = Freshness.SIGNING
    heading = gettext_lazy("Make the pledge firm")
    lead = gettext_lazy("From then on your organisation is bound to it.")
    submit = gettext_lazy("Make the pledge firm")
    success_message = gettext_lazy("The pledge is firm. You get a mail as a receipt.")

    def get_form_class(self) -> Any:
        """With the words of this pledge."""
        return partial(forms.FirmForm, pledge=self.pledge)

    def act(self, form: Any) -> Pledge:
        """Sign."""
        del form
        return actions.make_pledge_firm(self.pledge, **self.acting)


class FirmByPaper(OnPledge):
    """The kernteam attaches the signed paper."""

    permission = "funding.attach_paper"
    form_class: Any = forms.PaperForm
    heading = gettext_lazy("Make the pledge firm with a signed paper")
    lead = gettext_lazy("The organisation gets a mail and can say that it is not right.")
    submit = gettext_lazy("Make the pledge firm")
    success_message = gettext_lazy("The pledge is firm.")

    def act(self, form: Any) -> Pledge:
        """Keep the paper."""
        paper = form.cleaned_data["paper"]
        return actions.make_pledge_firm(self.pledge, paper=paper, **self.acting)


class MeetCondition(OnPledge):
    """What the pledge asked has happened."""

    permission = "funding.meet_condition"
    form_class: Any = plain.Form
    states = frozenset({Pledge.Status.OFFERED, Pledge.Status.FIRM})
    heading = gettext_lazy("Is the condition met?")
    submit = gettext_lazy("The condition is met")
    success_message = gettext_lazy("The condition is met. The pledge counts once it is firm.")

    def obstacle(self) -> str:
        """Only where there is one."""
        if not self.pledge.waits_for_condition:
            return _("This pledge waits for nothing.")
        return super().obstacle()

    def facts(self) -> dict[str, Any]:
        """Which condition."""
        lead = quoting(_("The condition: %(condition)s"), condition=self.pledge.condition)
        return {**super().facts(), "lead": lead}

    def act(self, form: Any) -> Pledge:
        """Write it down."""
        del form
        return actions.meet_condition(self.pledge, **self.acting)


class WithdrawPledge(OnPledge):
    """It does not come."""

    permission = "funding.withdraw_pledge"
    form_class: Any = forms.WithdrawForm
    states = frozenset({Pledge.Status.OFFERED, Pledge.Status.FIRM})
    is_for_good = True
    heading = gettext_lazy("Withdraw the pledge?")
    lead = gettext_lazy("What arrived of it stays. Has the phase started? Then its course changes.")
    submit = gettext_lazy("Withdraw the pledge")
    success_message = gettext_lazy("The pledge is withdrawn.")

    def act(self, form: Any) -> Pledge:
        """Withdraw it."""
        reason = form.cleaned_data["reason"]
        return actions.withdraw_pledge(self.pledge, reason=reason, **self.acting)
