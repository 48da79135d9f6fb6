"""The money on the dossier of a project: per phase a thermometer, and a table of pledges."""

from decimal import Decimal
from string import ascii_uppercase
from typing import Any

from django.utils.translation import gettext as _

from funding.arranging import Sight, sights_of
from funding.cover import NOTHING, Pledged
from funding.models import FundingPlan, Pledge
from funding.thermometer import Part, parts_to_draw, percent, segments, whole_of, written
from projects.models import Phase, Project
from projects.ports import DossierSection
from schuldenlab.web.templatetags.look import euro

from .benefits import benefit_sections
from .round_lines import round_lines

COMING = frozenset({Phase.Status.PLANNED, Phase.Status.RUNNING})
BADGES = {"firm": "met", "waits": "warn", "offered": "open", "withdrawn": "open"}


def money_sections(project: Project, person: Any) -> list[DossierSection]:
    """The co-financing of every phase that asks for it, as this person may see it."""
    every = list(project.phases.all())
    found_plans = FundingPlan.objects.filter(phase__in=every).select_related("phase__project")
    plans = {each.phase_id: each for each in found_plans if _is_shown(each)}
    phases = sorted(
        (each for each in every if each.pk in plans or not _is_dropped(each)), key=_is_dropped
    )
    sights = sights_of(plans.values(), person)
    cards = [
        _card(phase, plans.get(phase.pk), sights)
        for phase in phases
        if phase.pk in plans or _asks(phase, is_kernteam=person.standing.is_kernteam)
    ]
    lines = round_lines((each["plan"] for each in cards if each.get("view")), person)
    for card in cards:
        card["line"] = lines.get(card["plan"].pk) if card["plan"] else None
    found = benefit_sections(project, person, _sight_of(cards))
    if not cards:
        return found
    facts = {
        "cards": cards,
        "is_kernteam": person.standing.is_kernteam,
        "may_offer": person.has_perm("funding.offer_pledge"),
        "has_own": bool(person.standing.organisation_ids),
    }
    anchor = f"money-{cards[0]['phase'].pk}"
    return [DossierSection("funding/money/section.html", facts, anchor, _("Co-financing")), *found]


def _is_dropped(phase: Phase) -> bool:
    return phase.status == Phase.Status.DROPPED


def _is_shown(plan: FundingPlan) -> bool:
    """Of a phase that was dropped only when something was pledged to it."""
    return not _is_dropped(plan.phase) or plan.pledges.exists()


def _sight_of(cards: list[dict[str, Any]]) -> Sight | None:
    """The money beside which gains are shown: of the first phase that still comes or runs."""
    known = [each for each in cards if each.get("sight") and not each["is_dropped"]]
    coming = [each for each in known if each["takes"]]
    found = [*coming, *reversed(known)]
    return found[0]["sight"] if found else None


def _asks(phase: Phase, *, is_kernteam: bool) -> bool:
    """What is prepared; and of what was taken over the kernteam brings in the money."""
    if phase.is_taken_over:
        return is_kernteam and phase.status == Phase.Status.RUNNING
    return phase.status == Phase.Status.PLANNED and phase.kind != Phase.Kind.PROTOTYPE


def _card(phase: Phase, plan: FundingPlan | None, sights: dict[int, Sight]) -> dict[str, Any]:
    card: dict[str, Any] = {
        "phase": phase,
        "plan": plan,
        "takes": phase.status in COMING,
        "is_dropped": _is_dropped(phase),
        "can_change": phase.status == Phase.Status.PLANNED,
    }
    sight = None if plan is None else sights.get(plan.pk)
    if sight is None:
        return card
    letters = letters_of(sight)
    rows = [_row(pledge, pledged, letters) for pledge, pledged in sight.seen if _shows(pledged)]
    rows.sort(key=lambda each: (each["letter"], each["pledge"].pk))
    return {
        **card,
        "sight": sight,
        "view": sight.view,
        "asked": sight.asked,
        "rows": rows,
        "others": _others(sight, rows),
        **_drawing(sight, rows),
    }


def letters_of(sight: Sight) -> dict[int, str]:
    """A letter for every organisation of which something is seen, in the order of its pledges."""
    names = dict.fromkeys(
        pledge.organisation_id for pledge, pledged in sight.seen if _shows(pledged)
    )
    return {
        key: ascii_uppercase[place] if place < len(ascii_uppercase) else ""
        for place, key in enumerate(names)
    }


def _shows(pledged: Pledged) -> bool:
    """What was withdrawn before anything arrived is not money any more."""
    return pledged.status != "withdrawn" or pledged.delivered > 0


def _row(pledge: Pledge, pledged: Pledged, letters: dict[int, str]) -> dict[str, Any]:
    state = "waits" if pledged.status == "firm" and pledged.waits else pledged.status
    words = {
        "firm": _("Certain"),
        "waits": _("Does not count yet"),
        "offered": _("Offered"),
        "withdrawn": _("Withdrawn; this arrived"),
    }
    return {
        "pledge": pledge,
        "letter": letters[pledge.organisation_id],
        "value": None if pledged.status != "withdrawn" and pledge.amount is None else pledged.value,
        "is_cash": pledged.is_cash,
        "counts": pledged.counts,
        "state": state,
        "badge": BADGES[state],
        "words": words[state],
    }


def _others(sight: Sight, rows: list[dict[str, Any]]) -> dict[str, Decimal | None] | None:
    """What is certain besides the rows of the table, as far as the sums are shown."""
    view = sight.view
    if view.firm is None:
        return None
    seen = {
        is_cash: sum(
            (each["value"] or NOTHING for each in rows if _certain(each, is_cash)), NOTHING
        )
        for is_cash in (True, False)
    }
    together = view.firm - seen[True] - seen[False]
    if not together:
        return None
    return {
        "together": together,
        "cash": None if view.cash is None else view.cash - seen[True],
        "in_kind": None if view.in_kind is None else view.in_kind - seen[False],
    }


def _certain(row: dict[str, Any], is_cash: bool) -> bool:
    return row["counts"] and row["is_cash"] is is_cash


def _drawing(sight: Sight, rows: list[dict[str, Any]]) -> dict[str, Any]:
    """The tube, its scale, and the same in words."""
    seen = []
    for each in rows:
        kind = "cash" if each["is_cash"] else "in_kind"
        kind = kind if each["counts"] else "conditional"
        if each["counts"] or each["state"] == "waits":
            seen.append(Part(kind, each["value"] or NOTHING, each["letter"]))
    parts = parts_to_draw(sight.view, seen)
    whole = whole_of(sight.view, parts)
    goal = percent(sight.view.terms.total, whole)
    kinds = {each.kind for each in parts}
    return {
        "segments": segments(parts, whole),
        "has_others": "others" in kinds,
        "scale": [euro((whole * part / 3).quantize(Decimal(1))) for part in (1, 2, 3)],
        "goal": "" if whole == sight.view.terms.total else written(goal),
        "label": _label(sight),
    }


def _label(sight: Sight) -> str:
    """What the drawing says, for who does not see it."""
    view = sight.view
    facts = {
        "firm": euro(view.firm),
        "cash": euro(view.cash),
        "in_kind": euro(view.in_kind),
        "conditional": euro(view.conditional),
        "total": euro(view.terms.total),
    }
    said = [_("Certain is %(firm)s of the %(total)s that is needed.") % facts]
    if view.cash is not None:
        said.append(_("That is %(cash)s in cash and %(in_kind)s in kind.") % facts)
    if view.conditional:
        said.append(_("%(conditional)s waits for a condition.") % facts)
    return " ".join(said)
