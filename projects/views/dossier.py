"""The dossier: one page from which everything about a project is reached."""

from dataclasses import replace
from typing import Any

from django.utils.translation import gettext as _

from partners.querysets import local_day
from projects.asking import asking_of
from projects.gate import conditions
from projects.models import Leadership, Phase, Project
from projects.ports import DossierSection, StartCondition, dossier_sections
from schuldenlab.web.doors import DetailDoor

from .around import asks_of, decided_about, meetings_of, papers_of, people_of
from .board import BADGES
from .case_card import case_card
from .course import changes_of
from .crumbs import project_crumbs
from .going import progress_of
from .stepper import steps_of


class ProjectDetail(DetailDoor):
    """One project: its phases, what misses to start, its people, its log, and where it leads."""

    queryset = Project.objects.select_related("innovation_theme__call", "theme", "stuurgroep")
    permission = "projects.view_project"
    is_kept = True
    template_name = "projects/project_detail.html"

    def facts(self) -> dict[str, Any]:
        """What everybody reads, and what this person can do now."""
        project, person = self.object, self.person
        phases = self._phases()
        gates = self._gates(phases)
        sections = dossier_sections(project, person)
        people, may = people_of(project, phases, self.at), self._may()
        card = case_card(project, person, keeps=may["keeps"])
        return {
            "project": project,
            "heading": project.title,
            "lead": project.summary,
            "crumbs": project_crumbs(project, person),
            "badge": BADGES[project.status],
            "leader": _leader(people["leaderships"]),
            "held": self._held(),
            "asks": asks_of(phases, self.at),
            "steps": steps_of(
                project, phases, {each["phase"].pk for each in gates if each["missing"]}
            ),
            "jumps": _jumps(gates, sections, has_case=card is not None),
            "case_card": card,
            "phases": phases,
            "gates": gates,
            "sections": sections,
            "notes": project.notes.select_related("person", "correction"),
            **people,
            **progress_of(project, person, self.at, keeps=may["keeps"]),
            "decisions": decided_about(project),
            **changes_of(project, person),
            **papers_of(project, person),
            **meetings_of(project, person),
            **may,
        }

    def _phases(self) -> list[Phase]:
        rows = self.object.phases.select_related(
            *("decision", "pilot", "prototype", "project"), "ballot__following__following"
        )
        phases = list(rows.prefetch_related("earlier_ballots__following__following"))
        asking = asking_of(phases, self.person)
        for each in phases:
            each.project, each.asking = self.object, asking[each.pk]
        return phases

    def _gates(self, phases: list[Any]) -> list[dict[str, Any]]:
        """Of each phase in preparation everything that must hold, met or not."""
        day, gates = local_day(self.at), []
        for phase in phases:
            if phase.status == Phase.Status.PLANNED and self.object.is_going:
                asked = conditions(phase, day=day, at=self.at, person=self.person)
                found = [self._open(each) for each in asked]
                missing = [each for each in found if not each.is_met]
                met, phase.is_blocked = len(found) - len(missing), bool(missing)
                gates.append({"phase": phase, "conditions": found, "missing": missing, "met": met})
        return gates

    def _open(self, condition: StartCondition) -> StartCondition:
        """Who works for no partner follows no link off this page: it sees this project only."""
        here = str(self.object.get_absolute_url())
        if self.person.standing.is_insider or condition.url.startswith(here):
            return condition
        return replace(condition, url="")

    def _held(self) -> Any:
        """Why it is on hold: the last line of the log that says so."""
        if self.object.status != Project.Status.ON_HOLD:
            return None
        return self.object.notes.filter(kind="held").first()

    def _may(self) -> dict[str, bool]:
        project, person = self.object, self.person
        return {
            "is_kernteam": person.standing.is_kernteam,
            "is_insider": person.standing.is_insider,
            "keeps": person.has_perm("projects.change_project", project),
            "adds": person.has_perm("projects.add_project_document", project),
            "writes": person.has_perm("projects.write_project_note", project),
        }


def _leader(leaderships: list[Leadership]) -> Leadership | None:
    return next((each for each in leaderships if each.role == Leadership.Role.LEADER), None)


def _jumps(
    gates: list[Any], sections: list[DossierSection], *, has_case: bool
) -> list[tuple[str, str]]:
    """Where the head of the page leads to: what is there, in the order of the page."""
    start = [(f"gate-{gates[0]['phase'].pk}", _("Start"))] if gates else []
    above = [(each.anchor, each.label) for each in sections if each.anchor]
    return [
        *start,
        *above,
        ("phases", _("Phases")),
        *([("case", _("Business case"))] if has_case else []),
        ("stuurgroep", _("Stuurgroep")),
        ("people", _("People")),
        ("progress", _("Progress")),
        ("connections", _("Other projects")),
        ("results", _("Results")),
        ("about", _("About this project")),
        ("decisions", _("Decisions")),
        ("meetings", _("Meetings")),
        ("papers", _("Documents and links")),
        ("log", _("Log")),
    ]
