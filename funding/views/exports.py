"""The ledger of a year as a file, with the columns that a bookkeeper asks."""

from typing import Any, Final

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from funding.actions.schedules import FIRST_YEAR, LAST_YEAR
from funding.models import CarryOver, Pledge
from funding.resources import ledger_table
from partners.querysets import local_day
from partners.resources.tables import KINDS
from programme.views.exports import attachment
from schuldenlab.web.doors import ListDoor

READ_ONLY: Final = ("get", "head", "options")


class ExportBudget(ListDoor):
    """The pledges of a year whose amount this person may see, an instalment on each row."""

    queryset = Pledge.objects.all()
    permission = "funding.view_budget"
    http_method_names = READ_ONLY

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Numbers as numbers and days as days."""
        del request, args, kwargs
        kind, year = self.kwargs["kind"], int(self.kwargs["year"])
        if kind not in KINDS or not FIRST_YEAR <= year <= LAST_YEAR:
            raise Http404
        write, content_type = KINDS[kind]
        name = _("budget-%(year)s-%(day)s") % {"year": year, "day": local_day(self.at)}
        carried = CarryOver.objects.visible_to(self.person)
        table = ledger_table(self.get_queryset(), year, self.at, carried)
        return attachment(write(table), f"{name}.{kind}", content_type)
