"""Part of every act on a project that goes."""

from django.utils.translation import gettext as _

from projects.models import Project
from schuldenlab.lifecycle import Refused


def refuse_ended(project: Project) -> None:
    """What was stopped or handed over stays as it is."""
    if not project.is_going:
        raise Refused(
            _("This is no longer possible: the project is “%(status)s”.")
            % {"status": project.get_status_display()}
        )
