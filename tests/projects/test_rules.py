"""Every permission about projects, asked for everybody."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from projects import actions
from projects.models import Leadership
from tests.house.shelf_projects import PDF
from tests.programme.records import DELEGATES, KERNTEAM, PARTNER_PEOPLE
from tests.projects import building, going
from tests.projects.building import DAY, acting

if TYPE_CHECKING:
    from projects.models import Project
    from tests.cast import Cast

pytestmark = pytest.mark.django_db
INSIDERS = KERNTEAM | PARTNER_PEOPLE
EVERYBODY = INSIDERS | {"anonymous", "outsider", "former"}
LEADS, STEERS = {"contact"}, {"outsider"}

# permission: {record: who may}; "" asks without a record ("anywhere?"). `contact` leads `mine`, and
# `outsider`, who works for no partner, chairs its stuurgroep. Nobody leads or steers `other`.
KEEPS = {"": KERNTEAM | LEADS, "mine": KERNTEAM | LEADS, "other": KERNTEAM}
KEEPS_PHASE = {"": KERNTEAM | LEADS, "phase": KERNTEAM | LEADS, "other phase": KERNTEAM}
KEEPS_PAPER = {"": KERNTEAM | LEADS, "paper": KERNTEAM | LEADS, "other closed paper": KERNTEAM}
KEEPS_RISK = {"": KERNTEAM | LEADS, "risk": KERNTEAM | LEADS, "other risk": KERNTEAM}
KEEPS_INDICATOR = {
    "": KERNTEAM | LEADS,
    "indicator": KERNTEAM | LEADS,
    "other indicator": KERNTEAM,
}
STAFF = {"": KERNTEAM, "mine": KERNTEAM, "other": KERNTEAM}
SEES = {"mine": INSIDERS | STEERS, "other": INSIDERS}
KEEPS_CASE = {"": KERNTEAM | LEADS, "case": KERNTEAM | LEADS, "other case": KERNTEAM}
KEEPS_LINE = {"": KERNTEAM | LEADS, "line": KERNTEAM | LEADS, "other line": KERNTEAM}
TABLES: dict[str, dict[str, set[str]]] = {
    "projects": {"": KERNTEAM},
    "projects.view_project": {"": INSIDERS | STEERS, **SEES},
    "projects.view_phase": {
        "": INSIDERS | STEERS,
        "phase": INSIDERS | STEERS,
        "other phase": INSIDERS,
    },
    "projects.open_project": {"": KERNTEAM},
    "projects.take_over_project": {"": KERNTEAM},
    "projects.change_project": KEEPS,
    "projects.add_participation": KEEPS,
    "projects.end_participation": KEEPS_PHASE,
    "projects.describe_prototype": KEEPS_PHASE,
    "projects.describe_pilot": KEEPS_PHASE,
    "projects.evaluate_pilot": KEEPS_PHASE,
    "projects.add_project_document": {
        "": KERNTEAM | LEADS | STEERS,
        "mine": KERNTEAM | LEADS | STEERS,
        "other": KERNTEAM,
    },
    "projects.add_project_link": {
        "": KERNTEAM | LEADS | STEERS,
        "mine": KERNTEAM | LEADS | STEERS,
        "other": KERNTEAM,
    },
    "projects.take_project_document_off": KEEPS_PAPER,
    "projects.take_project_link_off": KEEPS_PAPER,
    "projects.view_projectdocument": {
        "": INSIDERS | STEERS,
        "paper": INSIDERS | STEERS,
        "closed paper": KERNTEAM | LEADS | STEERS,
        "other closed paper": KERNTEAM,
    },
    "projects.view_leadership": STAFF,
    "projects.view_participation": STAFF,
    "projects.view_stake": STAFF,
    "projects.view_stuurgroepmember": STAFF,
    "projects.write_report": KEEPS,
    "projects.raise_risk": KEEPS,
    "projects.connect_projects": KEEPS,
    "projects.add_indicator": KEEPS,
    "projects.close_risk": KEEPS_RISK,
    "projects.drop_indicator": KEEPS_INDICATOR,
    "projects.add_value": KEEPS_INDICATOR,
    "projects.correct_value": {"": KERNTEAM | LEADS, "value": KERNTEAM | LEADS},
    "projects.end_connection": {
        "": KERNTEAM | LEADS,
        "link": KERNTEAM | LEADS,
        "link back": KERNTEAM | LEADS,
    },
    "projects.view_connection": {"": INSIDERS | STEERS, "link": INSIDERS, "link back": INSIDERS},
    "projects.view_progressreport": {
        "": INSIDERS | STEERS,
        "report": INSIDERS | STEERS,
        "other report": INSIDERS,
    },
    "projects.view_risk": {
        "": INSIDERS | STEERS,
        "risk": INSIDERS | STEERS,
        "other risk": INSIDERS,
    },
    "projects.view_indicator": {
        "": INSIDERS | STEERS,
        "indicator": INSIDERS | STEERS,
        "other indicator": INSIDERS,
    },
    "projects.name_leader": STAFF,
    "projects.end_leadership": STAFF,
    "projects.hold_project": STAFF,
    "projects.show_in_public": STAFF,
    "projects.resume_project": STAFF,
    "projects.stop_project": STAFF,
    "projects.hand_over_project": STAFF,
    "projects.plan_phase": STAFF,
    "projects.approve_phase": STAFF,
    "projects.put_phase_before_raad": STAFF,
    "projects.start_phase": STAFF,
    "projects.end_phase": STAFF,
    "projects.drop_phase": STAFF,
    "projects.decide_prototype": STAFF,
    "projects.set_up_stuurgroep": STAFF,
    "projects.add_stake": STAFF,
    "projects.end_stake": STAFF,
    "projects.add_member": STAFF,
    "projects.end_member": STAFF,
    "projects.name_chair": STAFF,
    "projects.write_project_note": {
        "": KERNTEAM | LEADS | STEERS,
        "mine": KERNTEAM | LEADS | STEERS,
        "other": KERNTEAM,
    },
    "projects.view_businesscase": {
        "": INSIDERS | STEERS,
        "case": KERNTEAM | LEADS | STEERS,
        "submitted": KERNTEAM | LEADS | STEERS | DELEGATES,
        "approved": INSIDERS | STEERS,
        "other case": KERNTEAM,
    },
    "projects.read_whole_case": {
        "": KERNTEAM | LEADS | STEERS | DELEGATES,
        "approved": KERNTEAM | LEADS | STEERS | DELEGATES,
        "other case": KERNTEAM | DELEGATES,  # as far as they see it
    },
    "projects.see_case_flags": {
        "": KERNTEAM | STEERS,
        "approved": KERNTEAM | STEERS,
        "other case": KERNTEAM,
    },
    "projects.draft_case": KEEPS,
    "projects.copy_case": KEEPS_CASE,
    "projects.change_case": KEEPS_CASE,
    "projects.submit_case": KEEPS_CASE,
    "projects.take_case_back": KEEPS_CASE,
    "projects.drop_case": KEEPS_CASE,
    "projects.add_party": KEEPS_CASE,
    "projects.add_line": KEEPS_CASE,
    "projects.replace_lines": KEEPS_CASE,
    "projects.remove_party": KEEPS_LINE,
    "projects.change_line": KEEPS_LINE,
    "projects.remove_line": KEEPS_LINE,
    "projects.approve_case": {"": KERNTEAM, "case": KERNTEAM, "other case": KERNTEAM},
    "projects.add_rate": {"": KERNTEAM},
    "projects.view_discountrate": {"": KERNTEAM},
    "projects.correct_project_note": {
        "": KERNTEAM | LEADS | STEERS,
        "note": KERNTEAM | STEERS,
        "other note": KERNTEAM,
    },
}


@pytest.fixture
def records(cast: Cast) -> dict[str, Any]:
    """Two projects; the second was led by the director until last week."""
    building.live(cast)
    mine, other = building.opened(cast), building.taken_over(cast)
    building.lead(cast, mine)
    Leadership.objects.create(
        project=other,
        person=cast.director,
        role="leader",
        from_on=(cast.at - 90 * DAY).date(),
        until_on=(cast.at - 7 * DAY).date(),
        ended_at=cast.at,
    )
    group = actions.set_up_stuurgroep(mine, task="", **acting(cast))
    day = (cast.at - DAY).date()
    stake = actions.add_stake(
        group, organisation=cast["WK"], text="Water", from_on=day, **acting(cast)
    )
    facts = {"person": cast.outsider, "from_on": day, "is_chair": True}
    actions.add_member(stake, **facts, **acting(cast))
    papers = {
        name: actions.add_project_document(
            project, title="X", upload=PDF, name="x.pdf", is_closed=is_closed, **acting(cast)
        )
        for name, project, is_closed in (
            ("paper", mine, False),
            ("closed paper", mine, True),
            ("other closed paper", other, True),
        )
    }
    note = {"kind": "step", "text": "Gedaan.", "at": cast.at}
    cases = versions(cast, mine)
    theirs = building.drafted_case(cast, other)
    return {
        "": None,
        **cases,
        "line": cases["case"].lines.first(),
        "other case": theirs,
        "other line": theirs.lines.first(),
        **papers,
        **_progress(cast, mine, other),
        "mine": mine,
        "other": other,
        "phase": mine.phases.get(),
        "other phase": other.phases.get(),
        "note": actions.write_project_note(mine, actor=cast.outsider, **note),
        "other note": actions.write_project_note(other, actor=cast.director, **note),
    }


def _progress(cast: Cast, mine: Project, other: Project) -> dict[str, Any]:
    """A report, a risk and an indicator of each of them, and links in both directions."""
    found: dict[str, Any] = {}
    for words, project in (("", mine), ("other ", other)):
        risk = actions.NewRisk("Iets", "Werk", "Lena")
        report = going.report(cast, project, actor=cast.manager, new_risk=risk)
        row = going.indicator(cast, project, actor=cast.manager)
        found |= {
            f"{words}report": report,
            f"{words}risk": project.risks.get(),
            f"{words}indicator": row,
        }
    found["value"] = going.measured(cast, found["indicator"], "3")
    found["link"] = going.linked(cast, mine, other)
    found["link back"] = going.linked(cast, other, mine)
    return found


def versions(cast: Cast, project: Any) -> dict[str, Any]:
    """One that was approved, one before the raad, and one that is worked on."""
    approved = building.approved_case(cast, project)
    facts = {"base_year": 2026, "price_year": 2026, "rate": approved.discount_rate}
    submitted = actions.copy_case(approved, **facts, **acting(cast))
    actions.submit_case(submitted, **acting(cast))
    draft = actions.copy_case(submitted, **facts, **acting(cast))
    return {"approved": approved, "submitted": submitted, "case": draft}


def test_who_may_what(cast: Cast, records: dict[str, Any]) -> None:
    wrong = {}
    for permission, table in TABLES.items():
        for name, expected in table.items():
            found = {
                role
                for role in EVERYBODY
                if getattr(cast, role).has_perm(permission, records[name])
            }
            if found != expected:
                wrong[permission, name] = found ^ expected
    assert wrong == {}
