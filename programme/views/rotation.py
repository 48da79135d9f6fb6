"""The door of the rotation aid: who can be in the raad, and sets that fit. It never decides."""

from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from programme.models import Programmaraad
from programme.querysets import candidates
from programme.rotation import Set, feasible_sets, looked_at
from schuldenlab.web.doors import DetailDoor

from .composing import framework_now, raad_to_compose
from .crumbs import raad_crumbs


class RaadCandidates(DetailDoor):
    """All partners with what counts for a seat, and the sets of willing ones that fit best."""

    permission = "programme.propose_raad"
    template_name = "programme/raad_candidates.html"

    def get_object(self) -> Programmaraad | None:
        """The raad of this year or the next, when there is one already."""
        return raad_to_compose(self.kwargs["year"], self.at)

    def facts(self) -> dict[str, Any]:
        """Candidates, and sets with their reasons."""
        year, framework = self.kwargs["year"], framework_now(self.at)
        everybody = candidates(year, self.at)
        willing = [each for each in everybody if each.willing]
        sets: list[Set] = []
        seen = 0
        if framework is not None:
            low, high = framework.seats_min, framework.seats_max
            sets = feasible_sets(everybody, low, high)
            seen = len(looked_at(everybody, low, high))
        return {
            "year": year,
            "framework": framework,
            "heading": _("Who can be in the programmaraad of %(year)s?") % {"year": year},
            "lead": _("Facts to choose by. The kernteam proposes; the aid decides nothing."),
            "crumbs": raad_crumbs(self.object, year, _("Candidates")),
            "candidates": everybody,
            "willing": len(willing),
            "seen": seen if seen < len(willing) else 0,
            "sets": [
                {"members": each.members, "reasons": reasons(each), "query": as_query(each)}
                for each in sets
            ],
            "propose_url": reverse("programme:raad-propose", args=[year]),
            "invite_url": reverse("programme:raad-invite", args=[year]),
        }


def as_query(chosen: Set) -> str:
    """The partners of a set, for an address that fills a form."""
    return urlencode([("organisations", each.key) for each in chosen.members])


def reasons(chosen: Set) -> list[str]:
    """Why this set stands here, in words."""
    count = len(chosen.members)
    themes = sorted(chosen.themes)
    new = count - chosen.staying
    return [
        _("%(sectors)s different sectors on %(count)s seats")
        % {"sectors": chosen.sectors, "count": count},
        ngettext(
            "ambassador of one theme: %(names)s",
            "ambassadors of %(n)s themes: %(names)s",
            len(themes),
        )
        % {"n": len(themes), "names": ", ".join(themes)}
        if themes
        else _("ambassador of no theme"),
        ngettext(
            "one year in a programmaraad together",
            "%(n)s years in a programmaraad together",
            chosen.years,
        )
        % {"n": chosen.years},
        _("%(old)s were in last year’s, %(new)s were not") % {"old": chosen.staying, "new": new},
    ]
