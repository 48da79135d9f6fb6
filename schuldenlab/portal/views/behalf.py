"""What the kernteam can record in the name of one partner, over all apps."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from partners.models import Involvement, Organisation
from partners.querysets import local_day
from programme.models import Commitment, Programme
from schuldenlab.web.doors import DetailDoor


class OnBehalf(DetailDoor):
    """Answers that came by phone, by letter or in a meeting; never a vote."""

    queryset = Organisation.objects.all()
    permission = "partners.record_on_behalf"
    template_name = "portal/on_behalf.html"

    def facts(self) -> dict[str, Any]:
        """Each answer with how it stands now."""
        organisation, day = self.object, local_day(self.at)
        is_partner = organisation.partnerships.on(day).exists()
        return {
            "organisation": organisation,
            "heading": _("On behalf of %(name)s") % {"name": organisation.name},
            "lead": _("Record an answer that came by phone, by letter or in a meeting."),
            "crumbs": [
                {"label": _("My Schuldenlab"), "url": reverse("portal:home")},
                {"label": _("Partners"), "url": reverse("partners:organisation-list")},
                {"label": organisation.name, "url": organisation.get_absolute_url()},
                {"label": _("On behalf"), "url": ""},
            ],
            "is_partner": is_partner,
            "rows": self._rows(day.year) if is_partner else [],
        }

    def _rows(self, year: int) -> list[dict[str, Any]]:
        organisation = self.object
        return [
            self._involvement(year),
            *self._commitment(year),
            {
                "title": _("Becomes ambassador of a theme"),
                "text": self._themes() or _("Not an ambassador of a theme yet."),
                "icon": "megaphone",
                "url": reverse("partners:ambassador-on-behalf", args=[organisation.pk]),
            },
        ]

    def _themes(self) -> str:
        rows = self.object.ambassadorships.on(local_day(self.at)).select_related("theme")
        names = ", ".join(sorted(row.theme.name for row in rows))
        return _("Ambassador of: %(themes)s") % {"themes": names} if names else ""

    def _involvement(self, year: int) -> dict[str, Any]:
        chosen = Involvement.objects.known(year, self.at).filter(organisation=self.object).first()
        words = [str(Involvement.Form(each).label) for each in chosen.forms] if chosen else []
        return {
            "title": _("How it takes part in %(year)s") % {"year": year},
            "text": ", ".join(words) or _("Nothing chosen yet."),
            "icon": "people",
            "url": reverse("partners:involvement-on-behalf", args=[self.object.pk]),
        }

    def _commitment(self, year: int) -> list[dict[str, Any]]:
        """Only when there is something to commit to."""
        programme = Programme.objects.filter(year=year, status=Programme.Status.ADOPTED).first()
        if programme is None:
            return []
        answers = Commitment.objects.filter(programme=programme, organisation=self.object)
        last = answers.order_by("-ordinal").first()
        return [
            {
                "title": _("Commitment to the programme of %(year)s") % {"year": year},
                "text": last.get_answer_display() if last else _("No answer yet."),
                "icon": "document",
                "url": reverse("programme:commitment-on-behalf", args=[year, self.object.pk]),
            }
        ]
