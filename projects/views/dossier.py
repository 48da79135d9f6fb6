"""The dossier: one page from which everything about a project is reached."""

from typing import Any

from events.models import Meeting
from partners.querysets import local_day
from projects.asking import asking_of
from projects.gate import conditions, organisations_steering
from projects.models import FEWEST_ORGANISATIONS, Phase, Project
from projects.ports import dossier_sections
from projects.querysets import on_day
from schuldenlab.web.doors import DetailDoor

from .course import changes_of
from .crumbs import project_crumbs
from .lists import BADGES
from .stepper import steps_of


class ProjectDetail(DetailDoor):
    """One project: its phases, what misses to start, its people, its log, and where it leads."""

    queryset = Project.objects.select_related("innovation_theme__call", "theme", "stuurgroep")
    permission = "projects.view_project"
    template_name = "projects/project_detail.html"

    def facts(self) -> dict[str, Any]:
        """What everybody reads, and what this person can do now."""
        project, person = self.object, self.person
        phases = list(
            project.phases.select_related(
                *("decision", "pilot", "prototype", "project"),
                "ballot__following__following",
            ).prefetch_related("earlier_ballots__following__following")
        )
        asking = asking_of(phases, person)
        for each in phases:
            each.project, each.asking = project, asking[each.pk]
        return {
            "project": project,
            "heading": project.title,
            "lead": project.summary,
            "crumbs": project_crumbs(project, person),
            "badge": BADGES[project.status],
            "steps": steps_of(project, phases),
            "phases": phases,
            "gates": self._gates(phases),
            "sections": dossier_sections(project, person),
            **changes_of(project, person),
            "notes": project.notes.select_related("person", "correction"),
            **self._people(),
            "is_kernteam": person.standing.is_kernteam,
            "is_insider": person.standing.is_insider,
            "keeps": person.has_perm("projects.change_project", project),
            "writes": person.has_perm("projects.write_project_note", project),
        }

    def _gates(self, phases: list[Phase]) -> list[dict[str, Any]]:
        """Of each phase in preparation everything that must hold, met or not."""
        day, gates = local_day(self.at), []
        for phase in phases:
            if phase.status == Phase.Status.PLANNED and self.object.is_going:
                found = conditions(phase, day=day, at=self.at)
                missing = [each for each in found if not each.is_met]
                gates.append({"phase": phase, "conditions": found, "missing": missing})
        return gates

    def _people(self) -> dict[str, Any]:
        """Who leads, takes part and steers today; and the meetings of the stuurgroep."""
        project, day = self.object, local_day(self.at)
        group = getattr(project, "stuurgroep", None)
        found: dict[str, Any] = {
            "leaderships": on_day(project.leaderships.all(), day).select_related(
                "person", "organisation"
            ),
            "participations": on_day(project.participations.all(), day).select_related(
                "organisation"
            ),
            "stakes": [],
            "meetings": [],
            "is_thin": False,
        }
        if group is None:
            return found
        members = list(group.members.on(day).select_related("person").order_by("-is_chair", "pk"))
        stakes = list(group.stakes.on(day).select_related("organisation"))
        for stake in stakes:
            stake.speakers = [each for each in members if each.stake_id == stake.pk]
        steered = any(p.is_steered and p.status == Phase.Status.RUNNING for p in self._phases())
        meetings = Meeting.objects.visible_to(self.person).filter(series=group.series_id)
        return {
            **found,
            "stakes": stakes,
            "meetings": meetings.filter(starts_at__isnull=False)
            .select_related("series")
            .order_by("-starts_at")[:5],
            "is_thin": steered and organisations_steering(project, day) < FEWEST_ORGANISATIONS,
        }

    def _phases(self) -> Any:
        return self.object.phases.filter(status=Phase.Status.RUNNING)
