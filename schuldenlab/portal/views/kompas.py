"""The doors of the Kompas: whether the network keeps its word, today or on any past day."""

from datetime import date, datetime
from typing import Any, Final

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from partners.querysets import local_day
from programme.views.exports import attachment
from schuldenlab.portal.forms import StandForm
from schuldenlab.portal.kompas import Kompas, governing, later_known, read_kompas
from schuldenlab.portal.looks import before_us, counts, in_words, look_of, summary
from schuldenlab.portal.moments import FIRST_YEAR, LAST_YEAR, end_of
from schuldenlab.portal.pdf import Beside, kompas_pdf
from schuldenlab.portal.wheel import wheel
from schuldenlab.portal.yearline import lanes
from schuldenlab.web.doors import DetailDoor

from .around import first_to_do, money_of, pipeline_of
from .readings import clause_facts

READ_ONLY: Final = ("get", "head", "options")


class KompasYear(DetailDoor):
    """All clauses with their measures in one year."""

    permission = "partners.view_framework"
    is_kept = True
    template_name = "portal/kompas.html"

    def facts(self) -> dict[str, Any]:
        """The Kompas as it stood at the end of the day that was typed, or stands now."""
        moment = self.moment()
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
        return {
            **facts,
            **_drawn(kompas, self.person),
            **self._years(kompas),
            **self._around(kompas),
        }

    def _around(self, kompas: Kompas) -> dict[str, Any]:
        """What stands around the cards; the worklist and the board are only of today."""
        year, moment = kompas.year, kompas.moment
        is_now = moment == self.at
        is_today = is_now and year == local_day(moment).year
        first = first_to_do(kompas) if is_today and self.person.standing.is_kernteam else None
        return {
            "first": first,
            "money": money_of(self.person, year, moment),
            "board": pipeline_of(self.person, local_day(moment)) if is_today else None,
            "late": [] if is_now else later_known(kompas),
            "before_us": before_us(kompas.live_on) if kompas.is_before_us else "",
        }

    def moment(self) -> datetime:
        """The end of the day that was typed; now, when it cannot be shown."""
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


class KompasPdf(KompasYear):
    """The same on paper; a day that cannot be shown gets the page with its sentence instead."""

    http_method_names = READ_ONLY

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """As this reader may see it: the meetings of the year are those that it sees."""
        moment = self.moment()
        year = self.year_of(moment)
        framework = governing(year, moment) if FIRST_YEAR <= year <= LAST_YEAR else None
        if not self.form.is_valid():
            return super().get(request, *args, **kwargs)
        if framework is None:
            raise Http404
        kompas = read_kompas(framework, year, moment)
        paper = kompas_pdf(kompas, self._beside(kompas))
        name = _("kompas-%(year)s-on-%(day)s.pdf") % {"year": year, "day": local_day(moment)}
        return attachment(paper, name, "application/pdf")

    def _beside(self, kompas: Kompas) -> Beside:
        """The same as around the cards of the page; the board is only of today."""
        year, moment, person = kompas.year, kompas.moment, self.person
        is_now, today = moment == self.at, local_day(moment)
        return Beside(
            lanes=lanes(kompas.framework, year, moment, person),
            money=money_of(person, year, moment),
            board=pipeline_of(person, today) if is_now and year == today.year else [],
            late=[] if is_now else later_known(kompas),
        )


def _drawn(kompas: Kompas, reader: Any) -> dict[str, Any]:
    """Wheel, tally, cards and year line."""
    states = [clause.state for clause in kompas.clauses]
    in_order, judged = summary(states)
    today = local_day(kompas.moment)
    return {
        "wheel": wheel([(clause.number, look_of(clause.state).kind) for clause in kompas.clauses]),
        "wheel_words": in_words(states),
        "in_order": in_order,
        "judged": judged,
        "tally": [{"look": look, "count": count} for look, count in counts(states)],
        "clauses": [clause_facts(clause) for clause in kompas.clauses],
        "lanes": lanes(kompas.framework, kompas.year, kompas.moment, reader),
        "month": today.month if today.year == kompas.year else None,
    }
