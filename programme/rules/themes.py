"""Who may propose innovation themes, bring them on, guide them, and read along."""

from typing import Any

import rules

from partners.querysets import local_day
from partners.rules import is_insider, is_kernteam
from programme.models import ExplorationNote, Facilitator, InnovationTheme, ThemeCall

from .seeing import member_of


def _guides(person: Any) -> bool:
    """Facilitator of any theme, by name."""
    mine = Facilitator.objects.on(local_day(person.moment)).filter(person=person)
    return bool(person.is_authenticated and mine.exists())


def _seen_by_guides(model: Any) -> Any:
    """`view_x` is membership of `visible_to`; anywhere: whoever takes part, or guides a theme."""

    @rules.predicate(f"sees_{model.__name__.lower()}")
    def sees(person: Any, noun: Any = None) -> bool:
        if not person.is_authenticated:
            return False
        if noun is None:
            return bool(is_insider(person)) or _guides(person)
        return bool(model.objects.visible_to(person).filter(pk=noun.pk).exists())

    return sees


@rules.predicate
def may_propose(person: Any, call: ThemeCall | None = None) -> bool:
    """Everybody who takes part, as long as there is a call; the action says when it is too late."""
    del call
    return bool(is_insider(person))


@rules.predicate
def may_withdraw(person: Any, theme: InnovationTheme | None = None) -> bool:
    """Who proposed it: people of that partner, or the kernteam for its own."""
    if not person.is_authenticated:
        return False
    standing = person.standing
    if theme is None:
        return bool(standing.is_insider)
    if theme.proposed_by_id is None:
        return bool(standing.is_kernteam)
    return theme.proposed_by_id in standing.organisation_ids


@rules.predicate
def may_write_log(person: Any, theme: InnovationTheme | None = None) -> bool:
    """The kernteam, and whoever guides the theme: by name, or as people of a partner that does."""
    if not person.is_authenticated:
        return False
    if person.standing.is_kernteam:
        return True
    now = Facilitator.objects.on(local_day(person.moment))
    mine = now.filter(person=person) | now.filter(
        organisation__in=person.standing.organisation_ids, person__isnull=True
    )
    return bool((mine if theme is None else mine.filter(theme=theme)).exists())


@rules.predicate
def may_correct_log(person: Any, note: ExplorationNote | None = None) -> bool:
    """Who wrote it, as long as that person may write in this log; and the kernteam."""
    if note is None or (person.is_authenticated and person.standing.is_kernteam):
        return bool(may_write_log(person))
    return note.person_id == person.pk and bool(may_write_log(person, note.theme))


rules.add_perm("programme.view_themecall", member_of(ThemeCall))
for model in (InnovationTheme, Facilitator, ExplorationNote):
    rules.add_perm(f"programme.view_{model.__name__.lower()}", _seen_by_guides(model))
for verb in ("open_call", "extend_call", "put_themes_to_ballot", "select_in_meeting"):
    rules.add_perm(f"programme.{verb}", is_kernteam)
for verb in ("explore_theme", "deliver_theme", "stop_theme"):
    rules.add_perm(f"programme.{verb}", is_kernteam)
for verb in ("add_facilitator", "end_facilitator"):
    rules.add_perm(f"programme.{verb}", is_kernteam)
rules.add_perm("programme.propose_theme", may_propose)
rules.add_perm("programme.withdraw_theme", may_withdraw)
rules.add_perm("programme.write_log", may_write_log)
rules.add_perm("programme.correct_log", may_correct_log)
