"""Two versions of a business case beside each other."""

from typing import Any

from django.http import Http404
from django.utils.translation import gettext as _

from projects.businesscase import compare
from projects.models import BusinessCase
from schuldenlab.web.doors import DetailDoor

from .case_changes import changes_of
from .crumbs import case_crumbs


class CompareCases(DetailDoor):
    """What changed from the earlier to the later one; without `met` the one before it."""

    queryset = BusinessCase.objects.to_count()
    permission = "projects.read_whole_case"
    template_name = "projects/case_compare.html"

    def facts(self) -> dict[str, Any]:
        """Both, and which others there are."""
        case = self.object
        others = self._others()
        other = self._chosen(others)
        pair = sorted([case, other], key=lambda each: each.version) if other else None
        here = _("Versions beside each other")
        return {
            "heading": here,
            "crumbs": case_crumbs(case, self.person, here),
            "lead": _("What changed in the business case of “%(title)s”.")
            % {"title": case.project.title},
            "case": case,
            "other": other,
            "others": others,
            "pair": pair,
            "changes": changes_of(compare(*(each.as_case() for each in pair))) if pair else None,
        }

    def _others(self) -> list[BusinessCase]:
        """The other versions of this project that this person may read."""
        seen = BusinessCase.objects.filter(project=self.object.project_id)
        mine = seen.visible_to(self.person).exclude(pk=self.object.pk)
        return list(mine.order_by("-version"))

    def _chosen(self, others: list[BusinessCase]) -> BusinessCase | None:
        """The asked one; else that from just before, or the nearest one after."""
        asked = self.request.GET.get("met", "")
        if asked:
            found = [each.pk for each in others if str(each.pk) == asked]
            if not found:
                raise Http404
        else:
            earlier = [each.pk for each in others if each.version < self.object.version]
            found = earlier[:1] or [each.pk for each in others[-1:]]
        return BusinessCase.objects.to_count().filter(pk__in=found).first()
