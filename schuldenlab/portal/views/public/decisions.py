"""Decisions for everybody: what was decided, never who voted what."""

from typing import Any

from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext as _

from schuldenlab.portal.published import public_decisions

from .page import PublicPage, public_crumbs
from .words import decision_facts


class PublicDecisions(PublicPage):
    """All that are public, the newest first."""

    template_name = "portal/public_decisions.html"
    kinds = ("decisions",)

    def facts(self) -> dict[str, Any]:
        """By year."""
        years: dict[str, list[dict[str, Any]]] = {}
        for each in public_decisions(self.at):
            years.setdefault(each.number.partition("-")[0], []).append(decision_facts(each))
        return {
            "heading": _("Decisions"),
            "lead": _("What the programmaraad decided: five or six partners, chosen for a year."),
            "crumbs": public_crumbs(_("Decisions")),
            "years": [{"year": year, "decisions": rows} for year, rows in years.items()],
        }


class PublicDecisionPage(PublicPage):
    """One decision."""

    template_name = "portal/public_decision.html"
    kinds = ("decisions",)

    def facts(self) -> dict[str, Any]:
        """By its number; what is not public is not there."""
        number = f"{self.kwargs['year']}-{self.kwargs['sequence']:02d}"
        found = {each.number: each for each in public_decisions(self.at)}.get(number)
        if found is None:
            raise Http404
        return {
            "heading": found.title,
            "lead": _("Decision %(number)s of the programmaraad.") % {"number": number},
            "description": found.text,
            "crumbs": public_crumbs(number, (_("Decisions"), reverse("portal:public-decisions"))),
            **decision_facts(found),
        }
