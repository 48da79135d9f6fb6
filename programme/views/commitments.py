"""The door of the commitment: a partner answers to the adopted programme."""

from typing import Any

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from events.models import Meeting
from partners.models import Organisation
from partners.querysets import local_day
from programme import actions, forms
from programme.models import Commitment, Programme
from schuldenlab.web.doors import ActionDoor

from .answers import prepared_for, prepared_initial
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

    def get_initial(self) -> dict[str, Any]:
        """What a contact prepared, until somebody answers."""
        return prepared_initial(self.object, self.organisation)

    def facts(self) -> dict[str, Any]:
        """The programme, the earlier answer of this partner, and what was prepared for it."""
        organisation = self.organisation
        earlier = Commitment.objects.filter(programme=self.object, organisation=organisation)
        return {
            "programme": self.object,
            "organisation": organisation,
            "is_late": self.object.commit_by is not None and self.object.commit_by < self.at,
            "earlier": earlier.order_by("-ordinal").first(),
            "prepared": prepared_for(self.object, organisation),
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


class CommitmentOnBehalf(ActionDoor):
    """The kernteam heard the answer of a partner, which is asked to check it. Never a vote."""

    queryset = Programme.objects.select_related("framework")
    lookup = {"year": "year"}
    permission = "programme.give_commitment_on_behalf"
    success_message = gettext_lazy("Recorded. The partner gets a mail to check it.")

    @property
    def organisation(self) -> Organisation:
        """A partner of today; any other does not exist here."""
        partners = Organisation.objects.partners(local_day(self.at))
        found: Organisation = get_object_or_404(partners, pk=self.kwargs["organisation"])
        return found

    def obstacle(self) -> str:
        """Partners answer to what was adopted."""
        if self.object.status == Programme.Status.ADOPTED:
            return ""
        return _("This programme is not adopted.")

    def get_form(self, form_class: Any = None) -> forms.CommitmentHeardForm:
        """The answer, how it came in, and at which meeting of this year."""
        del form_class
        held = Meeting.objects.filter(status=Meeting.Status.HELD, year=self.object.year)
        return forms.CommitmentHeardForm(
            **self.get_form_kwargs(),
            day=local_day(self.at),
            meetings=held.select_related("series").order_by("held_on"),
        )

    def facts(self) -> dict[str, Any]:
        """Which partner, and the way back."""
        name = self.organisation.name
        return {
            "heading": _("What did %(name)s answer to the programme?") % {"name": name},
            "lead": _("You record what %(name)s said. Its people get a mail to check it.")
            % {"name": name},
            "crumbs": programme_crumbs(self.object, self.object.year, _("On behalf")),
            "submit": _("Record the answer"),
        }

    def act(self, form: Any) -> Commitment:
        """Record it."""
        data = form.cleaned_data
        return actions.give_commitment(
            self.object,
            organisation=self.organisation,
            answer=data["answer"],
            reason=data["reason"],
            way=data["way"],
            given_on=data["heard_on"],
            meeting=data["meeting"],
            actor=self.person,
            at=self.at,
        )

    def get_success_url(self) -> str:
        """All acts on behalf of this partner."""
        return reverse("portal:on-behalf", args=[self.kwargs["organisation"]])
