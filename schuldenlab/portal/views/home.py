"""The door of home: what is asked of you, and what goes on in the network."""

from typing import Any, Final

from django.urls import reverse
from django.utils.translation import gettext as _

from partners.querysets import local_day
from programme.models import Decision
from schuldenlab.portal.asks import asks_of
from schuldenlab.portal.asks.order import on_top
from schuldenlab.portal.guides import guided_by
from schuldenlab.portal.home import (
    Gift,
    as_asks,
    coming_up,
    gifts_of,
    programme_of,
    raad_of,
    team_of,
    who_is,
    work_of,
)
from schuldenlab.portal.kompas import governing
from schuldenlab.portal.roles import roles_of
from schuldenlab.portal.yearline import lanes
from schuldenlab.web.doors import DetailDoor

DECISIONS: Final = 3
NEXT: Final = 5  # so many of the rest are in sight; what comes after them opens


class Home(DetailDoor):
    """What is asked of you, the programme, the raad, and how you take part."""

    is_kept = True
    template_name = "portal/home.html"

    def facts(self) -> dict[str, Any]:
        """All parts of the home page; somebody without a role sees only who to call."""
        is_insider = self.person.standing.is_insider
        asks, gifts, guided = asks_of(self.person), gifts_of(self.person), guided_by(self.person)
        team = team_of(self.person)
        top, rest = on_top(asks)
        is_worklist = not asks and bool(team.get("dues"))
        if is_worklist:
            top = as_asks(team["dues"], self.person)
        return {
            **team,
            "is_worklist": is_worklist,
            "asks": top,
            "has_optional": any(each.optional for each in top),
            "later": rest[:NEXT],
            "much_later": rest[NEXT:],
            "organisation_line": [*who_is(self.person), *self._guide(guided)],
            **programme_of(self.person),
            "work": work_of(self.person),
            "raad": raad_of(self.person),
            "roles": roles_of(self.person),
            "gifts": gifts,
            "guided": [each for each in guided if each["write_url"] or not is_insider],
            "change_url": self._change_url(gifts),
            **self._year(),
            "meetings": coming_up(self.person),
            "decisions": self._decisions(),
        }

    def _guide(self, guided: list[dict[str, Any]]) -> list[dict[str, str]]:
        """Of who works for no partner: the themes that it guides."""
        words = _("Facilitator of “%(theme)s”")
        shown = [] if self.person.standing.is_insider else guided
        return [{"icon": "bulb", "text": words % {"theme": each["title"]}} for each in shown]

    @staticmethod
    def _change_url(gifts: list[Gift]) -> str:
        """Where somebody changes how its partner takes part."""
        if not gifts:
            return ""
        return reverse("partners:involvement-choose", args=[gifts[0].organisation_id])

    def _year(self) -> dict[str, Any]:
        """The meetings of the year on a line, as the Kompas draws them."""
        day = local_day(self.at)
        framework = governing(day.year, self.at) if self.person.standing.is_insider else None
        if framework is None:
            return {"lanes": []}
        return {"lanes": lanes(framework, day.year, self.at, self.person), "month": day.month}

    def _decisions(self) -> list[dict[str, Any]]:
        return [
            {
                "number": decision.number,
                "title": decision.title,
                "on": local_day(decision.taken_at),
                "url": decision.get_absolute_url(),
            }
            for decision in Decision.objects.visible_to(self.person)[:DECISIONS]
        ]
