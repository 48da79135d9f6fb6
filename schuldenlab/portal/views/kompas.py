"""The doors of the Kompas: whether the network keeps its word, today or on any past day."""

from datetime import date, datetime
from typing import Any

from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _

from partners.querysets import local_day
from schuldenlab.portal.forms import StandForm
from schuldenlab.portal.kompas import Kompas, governing, later_known, read_kompas
from schuldenlab.portal.looks import look_of
from schuldenlab.portal.moments import FIRST_YEAR, LAST_YEAR, end_of
from schuldenlab.portal.wheel import wheel
from schuldenlab.portal.yearline import lanes
from schuldenlab.web.doors import DetailDoor

from .readings import clause_facts, in_order, tally_rows, wheel_words


class KompasYear(DetailDoor):
    """All clauses with their measures in one year."""

    permission = "partners.view_framework"
    template_name = "portal/kompas.html"

    def facts(self) -> dict[str, Any]:
        """The Kompas as it stood at the end of the day that was typed, or stands now."""
        moment = self._moment()
        year = self.year_of(moment)
        if not FIRST_YEAR <= year <= LAST_YEAR:
            raise Http404
        framework = governing(year, moment)
        facts = {
            "heading": _("Kompas %(year)s") % {"year": year},
            "year": year,
            "form": self.form,
            "query": self.request.GET.urlencode() if self.form.is_valid() else "",
            "day": local_day(moment),
            "is_now": moment == self.at,
            "framework": framework,
            "no_city": True,
        }
        if framework is None:
            return facts
        kompas = read_kompas(framework, year, moment)
        late = [] if moment == self.at else later_known(kompas)
        return {**facts, **_drawn(kompas, self.person), **self._years(kompas), "late": late}

    def _moment(self) -> datetime:
        today = local_day(self.at)
        typed = self.request.GET.get("stand")
        data = {"stand": typed if typed is not None else today.strftime("%d-%m-%Y")}
        self.form = StandForm(data, today=today)
        day: date = self.form.cleaned_data["stand"] if self.form.is_valid() else today
        return end_of(day, self.at)

    def year_of(self, moment: datetime) -> int:
        """The year in the address."""
        del moment
        year: int = self.kwargs["year"]
        return year

    def _years(self, kompas: Kompas) -> dict[str, int | None]:
        """The years before and after, as far as there is something to see."""
        before, after = kompas.year - 1, kompas.year + 1
        return {
            "previous_year": before if governing(before, kompas.moment) else None,
            "next_year": after if after <= local_day(self.at).year + 1 else None,
        }

    def render_to_response(self, context: dict[str, Any], **kwargs: Any) -> HttpResponse:
        """A day that cannot be shown gets a sentence beside the field, and a status of 422."""
        status = 200 if self.form.is_valid() else 422
        return super().render_to_response(context, status=status, **kwargs)


class KompasNow(KompasYear):
    """The year of the day that is shown: this year, unless an earlier day was typed."""

    def year_of(self, moment: datetime) -> int:
        """The year of the moment itself."""
        return local_day(moment).year


def _drawn(kompas: Kompas, reader: Any) -> dict[str, Any]:
    """Wheel, tally, cards and year line."""
    order, judged = in_order(kompas)
    today = local_day(kompas.moment)
    return {
        "wheel": wheel([(clause.number, look_of(clause.state).kind) for clause in kompas.clauses]),
        "wheel_words": wheel_words(kompas),
        "in_order": order,
        "judged": judged,
        "tally": tally_rows(kompas),
        "clauses": [clause_facts(clause) for clause in kompas.clauses],
        "lanes": lanes(kompas.framework, kompas.year, kompas.moment, reader),
        "month": today.month if today.year == kompas.year else None,
    }
