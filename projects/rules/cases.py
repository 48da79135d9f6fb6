"""Who reads a business case, wholly or only what concerns everybody, and who works on it."""

from typing import Any

import rules

from partners.rules import is_kernteam
from programme.models import Seat
from projects.models import BusinessCase, CaseLine, CaseParty

from .dossier import adds_papers, keeps_dossier, seats_in, sees_project


@rules.predicate
def sees_case(person: Any, case: BusinessCase | None = None) -> bool:
    """Membership of `visible_to`."""
    if case is None:
        return bool(sees_project(person))
    return bool(BusinessCase.objects.visible_to(person).filter(pk=case.pk).exists())


@rules.predicate
def reads_whole_case(person: Any, case: BusinessCase | None = None) -> bool:
    """The amounts of every organisation: kernteam, who leads or steers it, the programmaraad."""
    if not person.is_authenticated:
        return False
    if adds_papers(person, None if case is None else case.project):
        return True
    return bool(Seat.objects.of(person).filter(raad__status="installed").exists())


@rules.predicate
def sees_flags(person: Any, case: BusinessCase | None = None) -> bool:
    """Which organisations gain and do not pay: the kernteam and the stuurgroep."""
    if not person.is_authenticated:
        return False
    if person.standing.is_kernteam:
        return True
    return bool(seats_in(person, None if case is None else case.project).exists())


@rules.predicate
def keeps_case(person: Any, case: BusinessCase | None = None) -> bool:
    """Who keeps the dossier."""
    return bool(keeps_dossier(person, None if case is None else case.project))


@rules.predicate
def keeps_case_part(person: Any, part: CaseLine | CaseParty | None = None) -> bool:
    """The same, asked of a line or a party."""
    return bool(keeps_dossier(person, None if part is None else part.case.project))


rules.add_perm("projects.view_businesscase", sees_case)
rules.add_perm("projects.read_whole_case", reads_whole_case)
rules.add_perm("projects.see_case_flags", sees_flags)
rules.add_perm("projects.draft_case", keeps_dossier)
for verb in (
    *("copy_case", "change_case", "submit_case", "take_case_back", "drop_case"),
    *("add_party", "add_line", "replace_lines"),
):
    rules.add_perm(f"projects.{verb}", keeps_case)
for verb in ("remove_party", "change_line", "remove_line"):
    rules.add_perm(f"projects.{verb}", keeps_case_part)
rules.add_perm("projects.approve_case", is_kernteam)
for verb in ("add_rate", "view_discountrate"):
    rules.add_perm(f"projects.{verb}", is_kernteam)
