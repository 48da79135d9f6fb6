"""Questions about the documents of projects."""

from __future__ import annotations

from typing import Any

from django.db.models import Exists, OuterRef

from partners.querysets import local_day

from .projects import OfProjectQuerySet, on_day


class ProjectDocumentQuerySet(OfProjectQuerySet):
    def visible_to(self, person: Any) -> ProjectDocumentQuerySet:
        """Whoever sees the project reads them; a closed one only who leads or steers it."""
        seen: ProjectDocumentQuerySet = super().visible_to(person)  # type: ignore[assignment]
        if not person.is_authenticated or person.standing.is_kernteam:
            return seen
        from projects.models import Leadership, StuurgroepMember  # noqa: PLC0415 - it names us

        day, project = local_day(person.moment), OuterRef("project")
        members = StuurgroepMember.objects.on(day).filter(person=person)
        leads = on_day(Leadership.objects.filter(person=person, project=project), day)
        inside = Exists(members.filter(stuurgroep__project=project)) | Exists(leads)
        return seen.exclude(~inside, is_closed=True)
