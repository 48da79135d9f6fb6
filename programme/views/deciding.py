"""What the kernteam does with a programme: submit, take back, put to the vote, close."""

from datetime import timedelta
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from partners.querysets import local_day
from programme import actions, forms
from programme.deadlines import closing_moment
from programme.models import Ballot, Programme
from schuldenlab.web.doors import ActionDoor

from .crumbs import programme_crumbs


class ProgrammeAction(ActionDoor):
    """An act on the programme of one year; afterwards you are on its page."""

    queryset = Programme.objects.select_related("framework", "ballot")
    lookup = {"year": "year"}

    def get_success_url(self) -> str:
        """Back to the programme."""
        return str(self.object.get_absolute_url())


class SubmitProgramme(ProgrammeAction):
    """The kernteam submits the text to the programmaraad."""

    permission = "programme.submit_programme"
    success_message = gettext_lazy("The programme is submitted. Now open the ballot.")

    def facts(self) -> dict[str, Any]:
        """What happens after it."""
        year = self.object.year
        return {
            "heading": _("Submit the programme of %(year)s") % {"year": year},
            "lead": _("From now on the text stays as it is, and all partners can read it."),
            "crumbs": programme_crumbs(self.object, year, _("Submit")),
            "submit": _("Submit to the programmaraad"),
        }

    def act(self, form: Any) -> Programme:
        """Submit it."""
        del form
        return actions.submit_programme(self.object, actor=self.person, at=self.at)


class TakeBackProgramme(ProgrammeAction):
    """The kernteam takes a submitted text back to change it."""

    permission = "programme.take_back_programme"
    success_message = gettext_lazy("You can change the text. Submit it again when it is ready.")

    def obstacle(self) -> str:
        """Only while it is submitted, and nobody votes on it."""
        if self.object.status != Programme.Status.SUBMITTED:
            return _("This text is not with the programmaraad now.")
        ballot = self.object.ballot
        is_free = ballot is None or ballot.status == Ballot.Status.CLOSED
        return "" if is_free else _("There is a ballot on this programme already.")

    def facts(self) -> dict[str, Any]:
        """What happens after it."""
        year = self.object.year
        return {
            "heading": _("Take the programme of %(year)s back to change it") % {"year": year},
            "lead": _(
                "Until you submit it again only the kernteam reads it. Comments stay. "
                "Whoever commented hears what changed."
            ),
            "crumbs": programme_crumbs(self.object, year, _("Take back")),
            "submit": _("Take it back"),
        }

    def act(self, form: Any) -> Programme:
        """Take it back."""
        del form
        return actions.take_back_programme(self.object, actor=self.person, at=self.at)


class CloseProgramme(ProgrammeAction):
    """The kernteam closes the programme of a year that is over."""

    permission = "programme.close_programme"
    success_message = gettext_lazy("The programme is closed.")

    def facts(self) -> dict[str, Any]:
        """What happens after it."""
        year = self.object.year
        return {
            "heading": _("Close the programme of %(year)s") % {"year": year},
            "lead": _("The year is over. The text and all answers stay; nobody answers any more."),
            "crumbs": programme_crumbs(self.object, year, _("Close")),
            "submit": _("Close the programme"),
        }

    def act(self, form: Any) -> Programme:
        """Close it."""
        del form
        return actions.close_programme(self.object, actor=self.person, at=self.at)


class PutToBallot(ProgrammeAction):
    """The kernteam opens the ballot that can adopt the programme."""

    permission = "programme.put_to_ballot"
    success_message = gettext_lazy("The ballot is open. The representatives get a message.")

    def obstacle(self) -> str:
        """One ballot at a time, on a submitted text."""
        if self.object.status != Programme.Status.SUBMITTED:
            return _("Submit the programme to the programmaraad first.")
        ballot = self.object.ballot
        is_free = ballot is None or ballot.status == Ballot.Status.CLOSED
        return "" if is_free else _("There is a ballot on this programme already.")

    def get_initial(self) -> dict[str, Any]:
        """Two weeks from now, and the usual rules."""
        return {"closes_on": closing_moment(local_day(self.at) + timedelta(days=14)).date()}

    form_class = forms.BallotForm

    def facts(self) -> dict[str, Any]:
        """What is fixed from now on."""
        year = self.object.year
        return {
            "heading": _("Let the programmaraad vote on the programme of %(year)s")
            % {"year": year},
            "lead": _("These rules are fixed when the ballot opens, and every voter sees them."),
            "crumbs": programme_crumbs(self.object, year, _("Ballot")),
            "submit": _("Open the ballot"),
        }

    def act(self, form: Any) -> Ballot:
        """Prepare and open it."""
        return actions.put_programme_to_ballot(
            self.object,
            closes_at=closing_moment(form.cleaned_data["closes_on"]),
            rules=form.rules(),
            actor=self.person,
            at=self.at,
        )

    def get_success_url(self) -> str:
        """The ballot."""
        return str(self.result.get_absolute_url())
