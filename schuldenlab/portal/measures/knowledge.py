"""Clause 8: knowledge and expertise count as well as money."""

from collections import defaultdict
from datetime import date

from django.urls import reverse
from django.utils.translation import ngettext

from funding.giving import TALK, given_in
from funding.ledger import FIRM, OFFERED, WAITS, held_arrivals, pledges_as_known
from funding.models import Pledge

from .movement import partner_ids
from .reading import Asked, Evidence, Reading, judge
from .registry import measure

MOST_NAMED = 6


@measure("knowledge")
def knowledge(asked: Asked) -> Reading:
    """Partners that gave knowledge or expertise in the year, in any way that is on record.

    A firm pledge in kind for the year, something in kind that arrived in it, a talk at a meeting
    that was held, or guiding a theme. The framework names no number: it says that knowledge counts
    as well. So the rule is kept as soon as one partner gave some, and `have` says how many did.
    What is only offered is in the forecast.
    """
    partners = partner_ids(asked)
    given = given_in(asked.year, asked.moment)
    pledged = _pledged(asked)
    in_kind = pledged[FIRM] | _arrived(asked)
    ours = partners & (in_kind | {each.organisation_id for each in given})
    have = len(ours)
    forecast = len(ours | (partners & (pledged[OFFERED] | pledged[WAITS])))
    talks = {each.url: each for each in given if each.kind == TALK}
    return Reading(
        state=judge(asked, have, 1, forecast),
        have=have,
        need=1,
        unit=ngettext("partner", "partners", have),
        forecast=forecast,
        evidence=(
            Evidence(
                ngettext("%(count)s partner in kind", "%(count)s partners in kind", len(in_kind))
                % {"count": len(partners & in_kind)},
                reverse("funding:pledge-list"),
            ),
            *(Evidence(each.text, each.url) for each in list(talks.values())[:MOST_NAMED]),
        ),
        note=_note(len({each.organisation_id for each in given} & partners)),
    )


def _pledged(asked: Asked) -> dict[str, set[int]]:
    """Who pledged something in kind for the year, by how that stood at the moment."""
    in_kind = Pledge.objects.exclude(form=Pledge.Form.CASH)
    rows = pledges_as_known(in_kind, asked.moment, asked.year).order_by()
    found: dict[str, set[int]] = defaultdict(set)
    for state, who in rows.values_list("state", "organisation").distinct():
        found[state].add(who)
    return found


def _arrived(asked: Asked) -> set[int]:
    """Of whom something in kind arrived in the year, also when the pledge is of another one."""
    in_kind = held_arrivals(asked.moment).exclude(pledge__form=Pledge.Form.CASH)
    rows = in_kind.filter(arrived_on__range=(date(asked.year, 1, 1), asked.day))
    return set(rows.order_by().values_list("pledge__organisation", flat=True))


def _note(count: int) -> str:
    if not count:
        return ""
    said = ngettext(
        "%(count)s partner spoke or guided a theme.",
        "%(count)s partners spoke or guided a theme.",
        count,
    )
    return said % {"count": count}
