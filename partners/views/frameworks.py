"""The framework that all partners sign."""

from typing import Any

from django.utils.translation import gettext as _

from partners.models import Framework
from partners.querysets import local_day
from schuldenlab.web.doors import DetailDoor

from .crumbs import crumbs

STATUS_BADGE = {"draft": "open", "open": "track", "in_force": "met", "expired": "warn"}


class FrameworkDetail(DetailDoor):
    """One framework with its days and numbers."""

    queryset = Framework.objects.select_related("host")
    permission = "partners.view_framework"
    template_name = "partners/framework_detail.html"

    def facts(self) -> dict[str, Any]:
        """The framework; without one the page says so."""
        framework = self.object
        return {
            "framework": framework,
            "heading": framework.title if framework else _("Framework"),
            "lead": framework.motto if framework else "",
            "crumbs": crumbs((_("Framework"), "")),
            "status_badge": STATUS_BADGE[framework.status] if framework else "open",
        }


class FrameworkNow(FrameworkDetail):
    """The framework under which the lab works today."""

    def get_object(self) -> Any:
        """In force, else the last one that was, else nothing."""
        frameworks = self.queryset.all().visible_to(self.person)
        return frameworks.current(local_day(self.at))
