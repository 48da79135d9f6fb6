"""The doors of the year's programme."""

from datetime import date, timedelta
from typing import Any

from django.db.models import Exists, OuterRef
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from partners.models import Framework, Organisation
from partners.querysets import local_day
from programme import actions, forms
from programme.deadlines import closing_moment
from programme.models import Ballot, Commitment, Programme
from schuldenlab.web.doors import ActionDoor, DetailDoor

from .crumbs import home_crumb, programme_crumbs

STATUS_BADGE = {"preparing": "open", "submitted": "track", "adopted": "met", "closed": "open"}


def commitments_of(programme: Programme, day: date) -> list[Commitment]:
    """The answers that hold, each with whether its organisation still is a partner."""
    partners = Organisation.objects.partners(day).filter(pk=OuterRef("organisation_id"))
    answers = Commitment.objects.filter(programme=programme).holding()
    return list(answers.annotate(is_partner=Exists(partners)).select_related("organisation"))


def _count(answers: list[Commitment], answer: str) -> int:
    """Partners of today that gave this answer."""
    return sum(each.answer == answer and each.is_partner for each in answers)  # type: ignore[attr-defined]


class ProgrammeDetail(DetailDoor):
    """The programme of a year: its text, how it was decided, and who commits to it."""

    queryset = Programme.objects.select_related("framework", "ballot__raad", "decision")
    lookup = {"year": "year"}
    permission = "programme.view_programme"
    template_name = "programme/programme_detail.html"

    def facts(self) -> dict[str, Any]:
        """The text, the answers of the partners, and what can be done now."""
        programme = self.object
        answers = commitments_of(programme, local_day(self.at))
        return {
            "programme": programme,
            "heading": programme.title,
            "lead": programme.ambition,
            "crumbs": programme_crumbs(programme, programme.year),
            "other_years": Programme.objects.visible_to(self.person).exclude(pk=programme.pk),
            "status_badge": STATUS_BADGE[programme.status],
            "answers": sorted(answers, key=lambda answer: answer.organisation.name),
            "yes_count": _count(answers, Commitment.Answer.YES),
            "not_now_count": _count(answers, Commitment.Answer.NOT_NOW),
            "is_late": programme.commit_by is not None and programme.commit_by < self.at,
            "asked": self._asked(programme, {answer.organisation_id for answer in answers}),
            "may_write": self.person.standing.is_kernteam,
            "sees_ballot": programme.ballot is not None
            and Ballot.objects.visible_to(self.person).filter(pk=programme.ballot_id).exists(),
        }

    def _asked(self, programme: Programme, answered: set[int]) -> list[Any]:
        """Organisations for which this person can answer, with whether they did."""
        if programme.status != Programme.Status.ADOPTED:
            return []
        standing = self.person.standing
        return [
            {
                "pk": fact.organisation_id,
                "name": fact.organisation_name,
                "has_answered": fact.organisation_id in answered,
            }
            for fact in standing.mandates
            if fact.organisation_id in standing.commits_ids
        ]


class ProgrammeNow(DetailDoor):
    """The programme of this year, or the newest that there is."""

    template_name = "programme/programme_none.html"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Go to the programme of this year."""
        del args, kwargs
        programmes = Programme.objects.visible_to(self.person)
        this_year = local_day(self.at).year
        programme = programmes.filter(year__lte=this_year).order_by("-year").first()
        programme = programme or programmes.first()
        if programme is not None:
            return HttpResponseRedirect(programme.get_absolute_url())
        return self.render_to_response(
            {
                "heading": _("Programme"),
                "crumbs": [home_crumb(), {"label": _("Programme"), "url": ""}],
                "this_year": this_year,
                "may_write": request.user.has_perm("programme.write_programme"),
            }
        )


class WriteProgramme(ActionDoor):
    """The kernteam writes the programme of a year, as long as it is being prepared."""

    permission = "programme.write_programme"
    success_message = gettext_lazy("The text is saved. Nobody outside the kernteam sees it yet.")

    def get_object(self) -> Programme | None:
        """The programme of this year or the next, when there is one already."""
        this_year = local_day(self.at).year
        if self.kwargs["year"] not in (this_year, this_year + 1):
            raise Http404
        found: Programme | None = Programme.objects.filter(year=self.kwargs["year"]).first()
        return found

    def obstacle(self) -> str:
        """A submitted text stays as it is."""
        if self.object is None or self.object.status == Programme.Status.PREPARING:
            return ""
        return _("The text can no longer be changed: it is with the programmaraad.")

    def get_form(self, form_class: Any = None) -> forms.ProgrammeForm:
        """The text as it is now; the form never saves it by itself."""
        del form_class
        return forms.ProgrammeForm(**self.get_form_kwargs(), instance=self.object)

    def facts(self) -> dict[str, Any]:
        """For which year."""
        year = self.kwargs["year"]
        return {
            "heading": _("Write the programme of %(year)s") % {"year": year},
            "lead": _("Write it, submit it to the programmaraad, and open the ballot."),
            "crumbs": programme_crumbs(self.object, year, _("Write")),
            "submit": _("Save the text"),
        }

    def act(self, form: Any) -> Programme:
        """Save the text."""
        framework = Framework.objects.current(local_day(self.at))
        if framework is None:
            raise Http404
        return actions.write_programme(
            self.kwargs["year"],
            framework=framework,
            title=form.cleaned_data["title"],
            ambition=form.cleaned_data["ambition"],
            text=form.cleaned_data["text"],
            actor=self.person,
            at=self.at,
        )

    def get_success_url(self) -> str:
        """The programme."""
        return str(self.result.get_absolute_url())


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
