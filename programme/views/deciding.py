"""What the kernteam does with a programme: submit, take back, put to the vote, close."""

from datetime import datetime, timedelta
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from partners.querysets import local_day
from programme import actions, forms
from programme.deadlines import closing_moment, meeting_deadlines
from programme.models import Ballot, Programmaraad, Programme
from schuldenlab.lifecycle import Refused
from schuldenlab.web.doors import ActionDoor

from .crumbs import programme_crumbs
from .meetings import coming_meetings, without_meeting


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
    success_message = gettext_lazy("The programme is submitted. Now prepare the ballot.")

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


class PrepareProgrammeBallot(ProgrammeAction):
    """The kernteam prepares the ballot that can adopt the programme; its page does the rest."""

    permission = "programme.put_to_ballot"
    form_class: Any = forms.PrepareBallotForm
    success_message = gettext_lazy(
        "The ballot is prepared. Look at it, disclose interests, and show it to the programmaraad."
    )
    here = gettext_lazy("Ballot")

    def obstacle(self) -> str:
        """One ballot at a time, on a submitted text."""
        if self.object.status != Programme.Status.SUBMITTED:
            return _("Submit the programme to the programmaraad first.")
        ballot = self.object.ballot
        if ballot is not None and ballot.status != Ballot.Status.CLOSED:
            return _("There is a ballot on this programme already.")
        has_raad = Programmaraad.objects.filter(year=self.object.year).exists()
        return "" if has_raad else _("There is no programmaraad of this year yet.")

    def get_initial(self) -> dict[str, Any]:
        """Two weeks from now, and the usual rules."""
        return {"closes_on": closing_moment(local_day(self.at) + timedelta(days=14)).date()}

    def facts(self) -> dict[str, Any]:
        """What comes after it."""
        year = self.object.year
        return {
            "heading": _("Let the programmaraad vote on the programme of %(year)s")
            % {"year": year},
            "lead": _(
                "You prepare the ballot here. Then you see what can happen under these rules, "
                "disclose interests, show it to the programmaraad, and open it."
            ),
            "crumbs": programme_crumbs(self.object, year, str(self.here)),
            "submit": _("Prepare the ballot"),
            "note": _("Nobody but the kernteam sees it yet."),
        }

    def closes_at(self, form: Any) -> datetime:
        """The deadline that is thought of now."""
        return closing_moment(form.cleaned_data["closes_on"])

    def act(self, form: Any) -> Ballot:
        """Prepare it."""
        return actions.prepare_programme_ballot(
            self.object,
            closes_at=self.closes_at(form),
            rules=form.rules(),
            actor=self.person,
            at=self.at,
        )

    def get_success_url(self) -> str:
        """The ballot."""
        return str(self.result.get_absolute_url())


class ProgrammeInMeeting(PrepareProgrammeBallot):
    """The same for a vote in a meeting: its deadline follows from the meeting."""

    template_name = "programme/ballot_opening.html"
    form_class = forms.PrepareMeetingBallotForm
    here = gettext_lazy("In a meeting")

    def get_initial(self) -> dict[str, Any]:
        """The usual rules."""
        return {}

    def facts(self) -> dict[str, Any]:
        """What comes after it, or that a meeting must be planned first."""
        return {
            **super().facts(),
            "lead": _(
                "You prepare the ballot here, with the rules of the vote. Then you disclose "
                "interests, show it to the programmaraad, and choose the meeting in which it votes."
            ),
            **without_meeting(self.object.year, self.at),
        }

    def closes_at(self, form: Any) -> datetime:
        """As if it were voted on in the first meeting that comes."""
        del form
        first = coming_meetings(self.object.year, self.at).first()
        if first is None or first.starts_at is None:
            raise Refused(_("No meeting of this programmaraad is planned. Plan one first."))
        return meeting_deadlines(first.starts_at)[1]
