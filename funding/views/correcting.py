"""The doors of a firm pledge that was written down wrong: with a code, or with the signed paper."""

from functools import partial
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from funding import actions, forms
from funding.actions.schedules import parts_of
from funding.forms.offers import initial_of
from funding.forms.parts import lines_of
from funding.models import Pledge
from schuldenlab.web.confirm import Freshness

from .acts import OnPledge
from .scheduling import Spread


class Correct(Spread, OnPledge):
    """The pledge as it should have been written down takes the place of this one."""

    states = frozenset({Pledge.Status.FIRM})
    heading = gettext_lazy("Correct a mistake in this pledge")
    submit = gettext_lazy("Record it as it should be")
    success_message = gettext_lazy("The pledge is corrected. The wrong one stays on record.")

    def get_initial(self) -> dict[str, Any]:
        """As it was written down."""
        return initial_of(self.pledge)

    def lines(self) -> list[dict[str, Any]]:
        """For which years it was."""
        return lines_of(parts_of(self.pledge))

    def obstacle(self) -> str:
        """What arrived belongs to the wrong one, so that comes first."""
        if self.pledge.deliveries.holding().exists():
            return _("Something arrived of this pledge. First strike what was recorded of it.")
        return super().obstacle()

    def get_success_url(self) -> str:
        """To the right one."""
        return str(self.result.get_absolute_url())


class CorrectPledge(Correct):
    """Somebody with a mandate to sign says what it is; a code by mail is part of the act."""

    permission = "funding.correct_pledge"
    form_class: Any = forms.CorrectForm
    is_binding = True
    freshness = Freshness.SIGNING
    lead = gettext_lazy("From then on your organisation is bound to what stands here.")

    def get_form_class(self) -> Any:
        """With the name of the organisation."""
        return partial(forms.CorrectForm, name=self.pledge.organisation.name)

    def act(self, form: Any) -> Pledge:
        """Sign the right one."""
        facts = {**form.cleaned_data}
        facts.pop("declares")
        return actions.correct_pledge(self.pledge, **facts, **self.acting)


class CorrectByPaper(Correct):
    """The kernteam attaches the signed paper that says it right."""

    permission = "funding.correct_by_paper"
    form_class: Any = forms.CorrectPaperForm
    lead = gettext_lazy("The organisation gets a mail and can say that it is not right.")

    def act(self, form: Any) -> Pledge:
        """Keep the paper."""
        return actions.correct_pledge(self.pledge, **form.cleaned_data, **self.acting)
