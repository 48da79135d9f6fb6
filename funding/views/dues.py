"""The doors of what is due: on the page, and as a file."""

from typing import Any, Final

from django.db.models import Sum
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from funding.dues import by_organisation, overdue, pledges_for
from funding.filters import DueFilter
from funding.models import Pledge
from funding.resources import due_table
from partners.querysets import local_day
from partners.resources.tables import KINDS
from programme.views.crumbs import home_crumb
from programme.views.exports import attachment
from schuldenlab.web.doors import ListDoor
from schuldenlab.web.templatetags.look import day

READ_ONLY: Final = ("get", "head", "options")


class DueList(ListDoor):
    """What must still arrive of what is firm; a partner sees what it owes itself."""

    queryset = Pledge.objects.all()
    permission = "funding.list_dues"
    template_name = "funding/due_list.html"

    def get_queryset(self) -> Any:
        """As far as it was asked for, the first due first."""
        asked = self.request.GET
        self.form = DueFilter(asked, pledges=pledges_for(self.person), at=self.at)
        return self.form.found()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The rows with the overdue ones marked, and the sums of exactly these."""
        context = super().get_context_data(**kwargs)
        today = local_day(self.at)
        found: Any = self.object_list
        rows = list(context["object_list"])
        for each in rows:
            each.is_overdue = each.last_on < today
            each.days_left = (each.last_on - today).days
        late, waits = overdue(found, today), self.form.waiting()
        is_kernteam = self.person.standing.is_kernteam
        heading = _("What is still to come") if is_kernteam else _("What you still give")
        query = self.request.GET.copy()
        query.pop("page", None)
        return {
            **context,
            "rows": rows,
            "together": found.aggregate(sum=Sum("open"))["sum"] if rows else None,
            "late": late.aggregate(sum=Sum("open"))["sum"] if rows else None,
            "late_count": late.count() if rows else 0,
            "by_organisation": by_organisation(found) if rows and is_kernteam else [],
            "waits": waits,
            "waits_sum": waits.aggregate(sum=Sum("open"))["sum"],
            "form": self.form,
            "is_filtered": self.form.is_used,
            "is_kernteam": is_kernteam,
            "query": query.urlencode(),
            "heading": heading,
            "lead": _("Parts of firm pledges that have not arrived on %(day)s.")
            % {"day": day(today)},
            "crumbs": [
                home_crumb(),
                {"label": _("Pledges"), "url": reverse("funding:pledge-list")},
                {"label": heading, "url": ""},
            ],
        }

    def render_to_response(self, context: dict[str, Any], **kwargs: Any) -> HttpResponse:
        """A choice that does not exist gets a sentence beside the field, and a status of 422."""
        status = 200 if self.form.is_valid() else 422
        return super().render_to_response(context, status=status, **kwargs)


class ExportDues(DueList):
    """The same as a file, for who keeps the books."""

    http_method_names = READ_ONLY

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """What was looked for."""
        del args, kwargs
        kind, found = self.kwargs["kind"], self.get_queryset()
        if kind not in KINDS:
            raise Http404
        if not self.form.is_valid():
            return redirect(f"{reverse('funding:due-list')}?{request.GET.urlencode()}")
        write, content_type = KINDS[kind]
        name = _("due-%(day)s") % {"day": local_day(self.at)}
        return attachment(write(due_table(found)), f"{name}.{kind}", content_type)
