"""Clause 5: the kernteam guards progress, with a manager and staff."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from django.db.models import BooleanField, ExpressionWrapper
from django.urls import reverse
from django.utils.translation import gettext as _

from partners.models import KernteamMember
from partners.querysets import ended_after

from .latecomers import heard, late_rows
from .reading import PATIENCE, Asked, Evidence, Late, LateFact, Reading, judge_standing
from .registry import later_known, measure


def _known_terms(asked: Asked) -> list[KernteamMember]:
    """Terms as the lab knew them: an end that was recorded later is not there yet."""
    later = ended_after(asked.moment, "until_on", "ended_at")
    terms: list[Any] = list(
        KernteamMember.objects.recorded_by(asked.moment)
        .annotate(ends_later=ExpressionWrapper(later, output_field=BooleanField()))
        .select_related("person")
    )
    for term in terms:
        if term.ends_later:
            term.until_on = None
    return terms


def _filled(terms: list[KernteamMember], asked: Asked, day: date) -> int:
    """Places filled on a day; a second manager does not fill a place of the staff."""
    here = [term.role for term in _on(terms, day)]
    return sum(min(here.count(role), count) for role, count in _asks(asked).items())


def _on(terms: list[KernteamMember], day: date) -> list[KernteamMember]:
    """Who is in the kernteam on a day."""
    return [
        term
        for term in terms
        if term.from_on <= day and (term.until_on is None or term.until_on >= day)
    ]


def _asks(asked: Asked) -> dict[str, int]:
    """How many of each the framework asks for."""
    framework = asked.framework
    return {"manager": framework.kernteam_managers, "staff": framework.kernteam_staff}


def places(asked: Asked) -> tuple[list[KernteamMember], dict[str, int]]:
    """Who fills a place on the day that is judged, and how many places are open of each role."""
    here = sorted(_on(_known_terms(asked), asked.day), key=lambda term: (term.from_on, term.pk))
    filled, open_ones = [], {}
    for role, count in _asks(asked).items():
        mine = [term for term in here if term.role == role][:count]
        filled += mine
        open_ones[role] = count - len(mine)
    return filled, open_ones


@measure("kernteam")
def kernteam(asked: Asked) -> Reading:
    """At least the managers and staff that the framework asks for."""
    need = asked.framework.kernteam_managers + asked.framework.kernteam_staff
    terms = _known_terms(asked)
    have = _filled(terms, asked, asked.day)
    forecast = max(
        (_filled(terms, asked, asked.day + timedelta(days=n)) for n in range(PATIENCE.days)),
        default=have,
    )
    return Reading(
        state=judge_standing(asked, _short_since(terms, asked, need)),
        have=have,
        need=need,
        unit=_("people"),
        forecast=forecast,
        evidence=(Evidence(_("The kernteam"), reverse("partners:kernteam")),),
    )


def _short_since(terms: list[KernteamMember], asked: Asked, need: int) -> date | None:
    if _filled(terms, asked, asked.day) >= need:
        return None
    changes = {term.from_on for term in terms}
    changes |= {term.until_on + timedelta(days=1) for term in terms if term.until_on}
    since = asked.day
    for day in sorted((each for each in changes if each <= asked.day), reverse=True):
        since = day
        if _filled(terms, asked, day - timedelta(days=1)) >= need:
            break
    return since


@later_known("kernteam")
def late_terms(asked: Asked) -> Late:
    """People who had begun in the kernteam or left it already."""
    terms = late_rows(KernteamMember.objects.all(), asked)
    return heard(terms.select_related("person"), "late_on", _late_words)


def _late_words(term: Any) -> Iterator[LateFact]:
    url, name = reverse("partners:kernteam"), {"name": term.person.name}
    if term.begins_late:
        text = _("%(name)s began in the kernteam") % name
        yield LateFact(term.from_on, term.recorded_at, text, url)
    if term.ends_late:
        text = _("%(name)s had the last day in the kernteam") % name
        yield LateFact(term.until_on, term.ended_at, text, url)
