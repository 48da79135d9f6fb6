"""The page of one version of a business case: the answers first, then what they rest on."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from projects.models import BusinessCase, CaseLine
from projects.reading import Reading, read_case
from projects.sealing import is_intact
from schuldenlab.web.doors import DetailDoor

from .case_figures import number
from .case_sensitivity import sensitivity_facts
from .case_words import (
    BADGES,
    LineWords,
    figures,
    headline,
    levels,
    line_words,
    party_words,
)
from .crumbs import project_crumbs

PRO_MEMORIA = CaseLine.Certain.PRO_MEMORIA


class CaseDetail(DetailDoor):
    """One version: what it comes to, for whom, by which lines, and what can be done with it."""

    queryset = BusinessCase.objects.select_related("decision", "copied_from").to_count()
    permission = "projects.view_businesscase"
    template_name = "projects/case_detail.html"

    def facts(self) -> dict[str, Any]:
        """What this person reads of it."""
        case, person = self.object, self.person
        reading = read_case(case, person)
        parties, per = party_words(reading.rows)
        names = {each.pk: each.name for each in case.parties.all()}
        lines = [line_words(each, reading, names) for each in reading.lines]
        here = _("Business case, version %(number)s") % {"number": case.version}
        return {
            "case": case,
            "project": case.project,
            "heading": _("Business case of “%(title)s”") % {"title": case.project.title},
            "crumbs": project_crumbs(case.project, person, here),
            "badge": BADGES[case.status],
            "headline": headline(reading.result),
            "reading": reading,
            "figures": figures(reading),
            "levels": levels(reading),
            "parties": parties,
            "per": per,
            "own_flags": [each for each in parties if each.is_flagged],
            "groups": list(_by_party(reading, lines)),
            "sensitivity": sensitivity_facts(reading.plain),
            "pro_memoria": [each for each in lines if each.line.certainty == PRO_MEMORIA],
            "versions": self._versions(),
            "rate": number(case.discount_rate.percent),
            "is_intact": is_intact(case),
            **self._may(),
        }

    def _versions(self) -> Any:
        seen = BusinessCase.objects.filter(project=self.object.project_id).visible_to(self.person)
        return seen.select_related("decision").order_by("-version")

    def _may(self) -> dict[str, bool]:
        case, person = self.object, self.person
        keeps = person.has_perm("projects.change_case", case) and case.project.is_going
        return {
            "keeps": keeps,
            "works": keeps and case.is_open,
            "is_kernteam": person.standing.is_kernteam,
            "is_insider": person.standing.is_insider,
        }


def _by_party(reading: Reading, lines: list[LineWords]) -> Iterator[dict[str, Any]]:
    """The counted lines of each party that is seen, and of those that only touch a seen one."""
    counted = [each for each in lines if each.line.certainty != PRO_MEMORIA]
    for row in reading.rows:
        mine = [each for each in counted if each.line.party_id == row.party.pk]
        yield {"party": row.party, "is_own": row.is_own, "lines": mine}
    keys = {row.party.pk for row in reading.rows}
    others = [each for each in counted if each.line.party_id not in keys]
    if others:
        yield {"party": None, "is_own": False, "lines": others}
