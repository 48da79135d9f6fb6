"""The door of the commitment: a partner answers to the adopted programme."""

from typing import Any

from django.http import Http404
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from partners.models import Organisation
from programme import actions, forms
from programme.models import Commitment, Programme
from schuldenlab.web.doors import ActionDoor

from .crumbs import programme_crumbs


class GiveCommitment(ActionDoor):
    """A director, or somebody with a signing mandate, answers for the organisation."""

    queryset = Programme.objects.select_related("framework")
    lookup = {"year": "year"}
    permission = "programme.give_commitment"
    form_class = forms.CommitmentForm
    template_name = "programme/commitment_give.html"
    is_binding = True
    success_message = gettext_lazy("Thank you. Your answer is recorded, and you get it by mail.")

    @property
    def organisation(self) -> Organisation:
        """Only an organisation that this person may commit; any other does not exist here."""
        if self.kwargs["organisation"] not in self.person.standing.commits_ids:
            raise Http404
        found: Organisation = Organisation.objects.get(pk=self.kwargs["organisation"])
        return found

    def facts(self) -> dict[str, Any]:
        """The programme, and the earlier answer of this partner."""
        organisation = self.organisation
        earlier = Commitment.objects.filter(programme=self.object, organisation=organisation)
        return {
            "programme": self.object,
            "organisation": organisation,
            "is_late": self.object.commit_by is not None and self.object.commit_by < self.at,
            "earlier": earlier.order_by("-ordinal").first(),
            "heading": _("Does %(name)s commit to the programme?") % {"name": organisation.name},
            "lead": _("You answer on behalf of %(name)s. You can change your answer later.")
            % {"name": organisation.name},
            "crumbs": programme_crumbs(self.object, self.object.year, _("Commitment")),
            "act": _("After this your answer is recorded for %(name)s.")
            % {"name": organisation.name},
        }

    def act(self, form: Any) -> Commitment:
        """Record the answer."""
        return actions.give_commitment(
            self.object,
            organisation=self.organisation,
            answer=form.cleaned_data["answer"],
            reason=form.cleaned_data["reason"],
            actor=self.person,
            at=self.at,
        )

    def get_success_url(self) -> str:
        """The programme, with the list of answers."""
        return str(self.object.get_absolute_url())
