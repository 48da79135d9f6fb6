"""The partners that show themselves."""

from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from partners.models.organisations import Sector
from schuldenlab.portal.published import public_partners

from .page import PublicPage, public_crumbs


class PublicPartners(PublicPage):
    """Name, sector, website and description; by name, never ranked."""

    template_name = "portal/public_partners.html"
    kinds = ("partners",)

    def facts(self) -> dict[str, Any]:
        """Each with its sector in words."""
        sectors = dict(Sector.choices)
        return {
            "heading": _("Our partners"),
            "lead": _("These organisations fight debts together in the city."),
            "crumbs": public_crumbs(_("Partners")),
            "partners": [
                {"partner": each, "sector": capfirst(str(sectors.get(each.sector, "")))}
                for each in public_partners(self.at)
            ],
        }
