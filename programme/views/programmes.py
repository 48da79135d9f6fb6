"""The doors of the year's programme."""

from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _

from partners.models import Organisation
from partners.querysets import local_day
from programme.actions.versions import draft_of
from programme.models import Ballot, Commitment, Programme
from schuldenlab.web.doors import DetailDoor

from .crumbs import home_crumb, programme_crumbs
from .texts import budget_facts

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
            **self._contents(programme),
            "sees_ballot": programme.ballot is not None
            and Ballot.objects.visible_to(self.person).filter(pk=programme.ballot_id).exists(),
        }

    def _contents(self, programme: Programme) -> dict[str, Any]:
        """Themes, budget and submitted texts, and what the reader may do with them."""
        texts = programme.submissions.texts()
        is_over = local_day(self.at) >= date(programme.year, 12, 31)
        is_open = programme.status == Programme.Status.SUBMITTED
        return {
            "themes": list(programme.themes.select_related("theme")),
            "budget": budget_facts(draft_of(programme)),
            "text": texts[0] if texts else None,
            "earlier_text": texts[1] if len(texts) > 1 else None,
            "has_comments": bool(texts) and programme.comments.exists(),
            "may_comment": is_open
            and self.person.has_perm("programme.comment_on_programme", programme),
            "may_close": is_over and programme.status == Programme.Status.ADOPTED,
        }

    def _asked(self, programme: Programme, answered: set[int]) -> list[Any]:
        """Partners of this person, with whether they answered and whether this person may."""
        if programme.status != Programme.Status.ADOPTED:
            return []
        standing = self.person.standing
        return [
            {
                "pk": fact.organisation_id,
                "name": fact.organisation_name,
                "has_answered": fact.organisation_id in answered,
                "commits": fact.organisation_id in standing.commits_ids,
            }
            for fact in standing.mandates
            if fact.is_partner and not standing.is_kernteam
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
