"""The door of the ledger: all pledges with their years and their sums."""

from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _

from funding.filters import LedgerFilter
from funding.ledger import WITHDRAWN, totals_of, years_of
from funding.models import Pledge
from funding.querysets.pledges import sits_in_raad
from partners.querysets import local_day
from programme.views.crumbs import home_crumb
from schuldenlab.web.doors import ListDoor
from schuldenlab.web.templatetags.look import day

from .sections import BADGES


class PledgeList(ListDoor):
    """All pledges for the kernteam and the programmaraad; for a partner its own."""

    queryset = Pledge.objects.select_related("plan__phase__project", "organisation", "replaces")
    permission = "funding.list_pledges"
    template_name = "funding/pledge_list.html"
    paginate_by = 25

    def get_queryset(self) -> Any:
        """What was asked for, the last one first."""
        every = super().get_queryset()
        self.reads_all = reads_ledger(self.person)
        if not self.reads_all:
            every = every.of_organisations_of(self.person)
        self.form = LedgerFilter(self.request.GET, pledges=every, at=self.at)
        return self.form.found().order_by("-offered_at", "-pk")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The rows, and the sums of exactly these."""
        context = super().get_context_data(**kwargs)
        rows, moment = list(context["object_list"]), self.form.moment
        years = years_of(rows, moment)
        for each in rows:
            each.badge, each.years = BADGES[each.state], years.get(each.pk, [])
            each.state_words = state_in_words(each)
        heading = _("All pledges") if self.reads_all else _("Your pledges")
        query = self.request.GET.copy()
        query.pop("page", None)
        standing = self.person.standing
        return {
            **context,
            "rows": rows,
            "totals": named_totals(totals_of(self.object_list)) if rows else [],
            "form": self.form,
            "is_filtered": self.form.is_used,
            "query": query.urlencode(),
            "year": self.form.cleaned_data.get("year") if self.form.is_valid() else None,
            "reads_all": self.reads_all,
            "is_kernteam": standing.is_kernteam,
            "own": standing.mandates,
            "heading": heading,
            "lead": _("This is how it stands on %(day)s.") % {"day": day(local_day(moment))},
            "crumbs": [home_crumb(), {"label": heading, "url": ""}],
        }

    def render_to_response(self, context: dict[str, Any], **kwargs: Any) -> HttpResponse:
        """A choice that does not exist gets a sentence beside the field, and a status of 422."""
        status = 200 if self.form.is_valid() else 422
        return super().render_to_response(context, status=status, **kwargs)


def reads_ledger(person: Any) -> bool:
    """Whether somebody knows the amounts of all: the kernteam, and who sits in the raad."""
    return bool(person.standing.is_kernteam or sits_in_raad(person))


def state_in_words(pledge: Any) -> str:
    """How a pledge stood at the moment that was asked for."""
    if pledge.state == WITHDRAWN and pledge.replaced:
        return _("Replaced")
    said = {
        "firm": _("Certain"),
        "waits": _("Does not count yet"),
        "offered": _("Offered"),
        "withdrawn": _("Withdrawn"),
    }
    return said[pledge.state]


def named_totals(totals: Any) -> list[dict[str, Any]]:
    """The sums with the names of their forms."""
    forms = dict(Pledge.Form.choices)
    return [
        {"total": each, "name": forms[each.form] if each.form else _("Together")} for each in totals
    ]
