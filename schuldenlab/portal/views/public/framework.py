"""What the partners agreed, and whether they keep it."""

from typing import Any

from django.db.models import Count, Q
from django.http import Http404
from django.utils.translation import gettext as _

from partners.models import Framework, Organisation
from schuldenlab.portal.kompas import Kompas
from schuldenlab.portal.looks import counts, in_words, look_of, summary
from schuldenlab.portal.published import kompas_shown
from schuldenlab.portal.views.readings import clause_facts
from schuldenlab.portal.wheel import wheel

from .page import PublicPage, public_crumbs


class PublicFramework(PublicPage):
    """Text and clauses, how many signed and are still a partner; and the Kompas beside it.

    No names of people.
    """

    template_name = "portal/public_framework.html"
    kinds = ("frameworks", "kompas")

    def facts(self) -> dict[str, Any]:
        """The one in force comes first; the others are links."""
        frameworks = list(Framework.objects.shown_to_all().select_related("host"))
        wanted = self.kwargs.get("pk")
        framework = next((each for each in frameworks if wanted in {None, each.pk}), None)
        if wanted is not None and framework is None:
            raise Http404
        return {
            "heading": framework.title if framework else _("Framework"),
            "description": _("What the partners of Schuldenlab070 agreed, and how it stands."),
            "crumbs": public_crumbs(_("Framework")),
            "framework": framework,
            "others": [each for each in frameworks if each != framework],
            "clauses": list(framework.clauses.order_by("number")) if framework else [],
            **(self._signed(framework) if framework else {}),
            **self._kompas(framework),
        }

    def _signed(self, framework: Framework) -> dict[str, int]:
        """How many signed it, and how many of those are a partner today; one query."""
        partners = Organisation.objects.partners(self.day)
        still = Count("pk", filter=Q(organisation__in=partners.order_by().values("pk")))
        found: dict[str, int] = framework.signatures.holding().aggregate(
            signed=Count("pk"), still=still
        )
        return found

    def _kompas(self, framework: Framework | None) -> dict[str, Any]:
        """How it stands in the year of today, when this framework shows that."""
        if framework is None or not framework.is_kompas_public:
            return {}
        kompas = kompas_shown(self.at, self.day.year)
        if kompas is None or kompas.framework != framework:
            return {}
        return {"kompas_year": kompas.year, **_drawn(kompas)}


def _drawn(kompas: Kompas) -> dict[str, Any]:
    """Wheel, tally and cards; of a reading only its figure, no note and no evidence."""
    states = [clause.state for clause in kompas.clauses]
    in_order, judged = summary(states)
    return {
        "wheel": wheel([(clause.number, look_of(clause.state).kind) for clause in kompas.clauses]),
        "wheel_words": in_words(states),
        "in_order": in_order,
        "judged": judged,
        "tally": [{"look": look, "count": count} for look, count in counts(states)],
        "cards": [clause_facts(clause) for clause in kompas.clauses],
    }
