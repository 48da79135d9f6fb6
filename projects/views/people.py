"""The doors of who leads, takes part and steers."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from projects import actions, forms
from projects.models import Leadership, Participation, Project, Stake, StuurgroepMember

from .acts import OfProject, OnProject, Today


class NameLeader(Today, OnProject):
    """Who leads it, or stands in."""

    permission = "projects.name_leader"
    form_class: Any = forms.LeaderForm
    heading = gettext_lazy("Who leads this project?")
    lead = gettext_lazy("Who did so until then stops. A new person gets a mail to log in.")
    submit = gettext_lazy("Record this person")

    def act(self, form: Any) -> Leadership:
        """Name this person."""
        return actions.invite_leader(self.object, **form.cleaned_data, **self.acting)


class EndLeadership(Today, OfProject):
    """The last day of a leader."""

    queryset = Leadership.objects.select_related("project", "person")
    permission = "projects.end_leadership"
    form_class: Any = forms.OnDayForm
    heading = gettext_lazy("When does this person stop?")
    lead = gettext_lazy("Somebody else can take over.")
    submit = gettext_lazy("Record the last day")

    def act(self, form: Any) -> Leadership:
        """End it."""
        on = form.cleaned_data["on"]
        return actions.end_leadership(self.object, until_on=on, **self.acting)


class AddParticipation(Today, OnProject):
    """An organisation is interested, or takes part."""

    permission = "projects.add_participation"
    form_class: Any = forms.ParticipationForm
    heading = gettext_lazy("Which organisation takes part?")
    lead = gettext_lazy("Interest is enough to start a business case.")
    submit = gettext_lazy("Record this organisation")

    def act(self, form: Any) -> Participation:
        """Add it."""
        return actions.add_participation(self.object, **form.cleaned_data, **self.acting)


class EndParticipation(Today, OfProject):
    """An organisation leaves."""

    queryset = Participation.objects.select_related("project", "organisation")
    permission = "projects.end_participation"
    form_class: Any = forms.OnDayForm
    heading = gettext_lazy("When does this organisation stop?")
    lead = gettext_lazy("What it did stays on record.")
    submit = gettext_lazy("Record the last day")

    def act(self, form: Any) -> Participation:
        """End it."""
        on = form.cleaned_data["on"]
        return actions.end_participation(self.object, until_on=on, **self.acting)


class AddStake(Today, OnProject):
    """An organisation joins the stuurgroep; the first one sets it up."""

    permission = "projects.add_stake"
    form_class: Any = forms.StakeForm
    heading = gettext_lazy("Which organisation steers?")
    lead = gettext_lazy("At least two organisations, partners or not, each with a stake.")
    submit = gettext_lazy("Record the stake")

    def act(self, form: Any) -> Stake:
        """Add it."""
        return actions.steer_with(self.object, **form.cleaned_data, **self.acting)


class OfStuurgroep(Today, OfProject):
    """An act on a part of the stuurgroep."""

    @property
    def project(self) -> Project:
        """The project that it steers."""
        found: Project = self.object.stuurgroep.project
        return found


class EndStake(OfStuurgroep):
    """An organisation leaves the stuurgroep."""

    queryset = Stake.objects.select_related("stuurgroep__project", "organisation")
    permission = "projects.end_stake"
    form_class: Any = forms.EndStakeForm
    heading = gettext_lazy("When does this organisation leave the stuurgroep?")
    lead = gettext_lazy("Its members leave with it. A phase that runs goes on.")
    submit = gettext_lazy("Record the last day")

    def act(self, form: Any) -> Stake:
        """End it."""
        data = form.cleaned_data
        facts = {"until_on": data["on"], "reason": data["reason"]}
        return actions.end_stake(self.object, **facts, **self.acting)


class AddMember(OfStuurgroep):
    """Who speaks for a stake."""

    queryset = Stake.objects.select_related("stuurgroep__project", "organisation")
    permission = "projects.add_member"
    form_class: Any = forms.MemberForm
    lead = gettext_lazy("Whoever works for no partner sees this project, and nothing else.")
    submit = gettext_lazy("Record this person")

    @property
    def heading(self) -> str:
        """For which organisation."""
        return _("Who speaks for %(name)s?") % {"name": self.object.organisation.name}

    def act(self, form: Any) -> StuurgroepMember:
        """Add this person."""
        return actions.invite_member(self.object, **form.cleaned_data, **self.acting)


class EndMember(OfStuurgroep):
    """A member stops."""

    queryset = StuurgroepMember.objects.select_related("stuurgroep__project", "person")
    permission = "projects.end_member"
    form_class: Any = forms.OnDayForm
    heading = gettext_lazy("When does this person stop?")
    lead = gettext_lazy("Somebody else can take over.")
    submit = gettext_lazy("Record the last day")

    def act(self, form: Any) -> StuurgroepMember:
        """End it."""
        on = form.cleaned_data["on"]
        return actions.end_member(self.object, until_on=on, **self.acting)


class NameChair(OfStuurgroep):
    """A member takes the chair."""

    queryset = StuurgroepMember.objects.select_related("stuurgroep__project", "person")
    permission = "projects.name_chair"
    form_class: Any = forms.OnDayForm
    heading = gettext_lazy("From when does this person take the chair?")
    lead = gettext_lazy("Who has the chair now stays a member.")
    submit = gettext_lazy("Record the chair")

    def act(self, form: Any) -> StuurgroepMember:
        """Give it."""
        on = form.cleaned_data["on"]
        return actions.name_chair(self.object, from_on=on, **self.acting)
