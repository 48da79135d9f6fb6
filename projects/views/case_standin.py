"""STAND-IN."""

from projects.models import BusinessCase
from schuldenlab.web.doors import DetailDoor


class CaseDetail(DetailDoor):
    """STAND-IN."""

    queryset = BusinessCase.objects.all()
    permission = "projects.view_businesscase"
    template_name = "base.html"
