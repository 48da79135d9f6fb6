"""The doors of the register of decisions, with the ballots that are open."""

from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _

from partners.querysets import local_day
from programme import forms
from programme.models import Ballot, Decision, Programmaraad
from schuldenlab.web.doors import DetailDoor, ListDoor

from .crumbs import decision_crumbs
from .theme_words import theme_line

BADGES = {"open": "track", "done": "met", "dropped": "open"}


def with_badge(decision: Decision, day: Any) -> Decision:
    """The decision with the status that its badge shows; past its last day it is late."""
    decision.is_late = (  # type: ignore[attr-defined]
        decision.status == Decision.Status.OPEN
        and decision.due_on is not None
        and decision.due_on < day
    )
    is_late = decision.is_late  # type: ignore[attr-defined]
    decision.badge = "warn" if is_late else BADGES[decision.status]  # type: ignore[attr-defined]
    return decision


class DecisionList(ListDoor):
    """All decisions, newest first, under the ballots that are open now; or what is looked for."""

    queryset = Decision.objects.select_related(
        "ballot", "meeting__series", "owner"
    ).prefetch_related("innovation_themes")
    is_kept = True
    template_name = "programme/decision_list.html"
    permission = "programme.view_decision"
    paginate_by = 25

    def get_queryset(self) -> Any:
        """By words, year, status and way, as far as these were filled in."""
        found = super().get_queryset()
        years = found.order_by("-year").values_list("year", flat=True).distinct()
        self.years = list(years)
        self.form = forms.RegisterForm(self.request.GET, years=self.years)
        if not self.form.is_valid():
            return found.none()
        return found.looked_for(local_day(self.at), **self.form.cleaned_data)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The register, what was looked for, and the open ballots."""
        ballots = Ballot.objects.visible_to(self.person).exclude(status=Ballot.Status.CLOSED)
        query = self.request.GET.copy()
        query.pop("page", None)
        context = super().get_context_data(**kwargs)
        day = local_day(self.at)
        return {
            **context,
            "decisions": [with_badge(each, day) for each in context["object_list"]],
            "heading": _("Decisions"),
            "lead": _("What the programmaraad decided, and what it is voting on now."),
            "crumbs": decision_crumbs(),
            "form": self.form,
            "years": self.years,
            "query": query.urlencode(),
            "is_filtered": any(self.request.GET.get(name) for name in self.form.fields),
            "may_enter": self.person.has_perm("programme.enter_decision"),
            "open_ballots": ballots.select_related("raad"),
            "prepare_raden": Programmaraad.objects.sitting().order_by("year")
            if self.person.has_perm("programme.prepare_ballot")
            else [],
        }

    def render_to_response(self, context: Any, **kwargs: Any) -> HttpResponse:
        """Words that no search can be made of get a sentence, and say so in the status."""
        status = 200 if self.form.is_valid() else 422
        return super().render_to_response(context, status=status, **kwargs)


class DecisionDetail(DetailDoor):
    """One decision: the text that was decided on, who sees to it, and what became of it."""

    queryset = Decision.objects.select_related(
        "ballot", "raad", "programme", "meeting__series", "owner"
    ).prefetch_related("innovation_themes")
    lookup = {"year": "year", "sequence": "sequence"}
    permission = "programme.view_decision"
    is_kept = True
    template_name = "programme/decision_detail.html"

    def facts(self) -> dict[str, Any]:
        """The decision, what it was taken on, and its steps."""
        decision = with_badge(self.object, local_day(self.at))
        is_open = decision.status == Decision.Status.OPEN
        return {
            "decision": decision,
            "themes": [theme_line(each) for each in decision.innovation_themes.all()],
            "steps": decision.steps.select_related("owner", "person"),
            "may_report": is_open and self.person.has_perm("programme.report_step", decision),
            "may_assign": is_open and self.person.has_perm("programme.assign_decision", decision),
            "is_mine": decision.owner_id == self.person.pk,
            "heading": decision.title,
            "lead": _("Decision %(number)s of the programmaraad of %(year)s.")
            % {"number": decision.number, "year": decision.raad.year},
            "crumbs": decision_crumbs(decision.number),
        }
