"""Clause 5: a crucial change of course goes to the programmaraad before it is carried out."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.db.models import Case, Q, Value, When
from django.db.models.functions import Coalesce, TruncDate
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from programme.models import CourseChange

from .everybody import counted
from .latecomers import heard
from .reading import Asked, Evidence, Late, LateFact, Reading, State
from .registry import later_known, measure

FIRST, BEFORE, WAITS = "first", "before", "waits"
MOST_NAMED = 6


def crucial_changes(asked: Asked) -> Any:
    """The crucial changes of the year, each with whether the raad decided `first`, or after.

    `before` says that it was carried out before the raad decided, as was known at the moment.
    """
    before = Q(went_first_at__lte=asked.moment) | Q(called_afterwards_at__lte=asked.moment)
    decided = Q(adopted_at__lte=asked.moment) | Q(rejected_at__lte=asked.moment)
    kind = Case(
        When(before, then=Value(BEFORE)), When(decided, then=Value(FIRST)), default=Value(WAITS)
    )
    rows = CourseChange.objects.crucial_by(asked.moment).filter(raad__year=asked.year)
    return rows.annotate(kind_then=kind).order_by("recorded_at", "pk")


@measure("course_changes")
def course_changes(asked: Asked) -> Reading:
    """Every crucial change of the year was decided first; one that was not breaks the rule.

    One that still waits is no breach: it is carried out after the decision. Without any crucial
    change there is nothing to decide, and the rule is kept.
    """
    rows = crucial_changes(asked)
    found = counted(rows, have=Q(kind_then=FIRST), before=Q(kind_then=BEFORE))
    have, need, before = found["have"], found["need"], found["before"]
    named = rows.filter(kind_then=BEFORE)[:MOST_NAMED]
    return Reading(
        state=_state(asked, have, need, before),
        have=have,
        need=need,
        unit=_("crucial course changes"),
        forecast=need - before,
        evidence=_evidence(need, named),
        note=_note(need, before),
    )


def _state(asked: Asked, have: int, need: int, before: int) -> State:
    if asked.year > asked.today.year:
        return State.NOT_YET
    if before:
        return State.MISSED
    if not need and asked.is_before_us:
        return State.NOT_YET
    if have == need:
        return State.MET
    return State.ATTENTION if asked.is_year_over else State.ON_TRACK


def _evidence(count: int, before: Iterable[CourseChange]) -> tuple[Evidence, ...]:
    label = ngettext("%(count)s crucial", "%(count)s crucial", count)
    every = Evidence(
        label % {"count": count},
        reverse("programme:change-list") + "?weight=crucial",
    )
    return (*(Evidence(each.title, each.get_absolute_url()) for each in before), every)


def _note(count: int, before: int) -> str:
    if before:
        return ngettext(
            "%(count)s was carried out before the programmaraad decided.",
            "%(count)s were carried out before the programmaraad decided.",
            before,
        ) % {"count": before}
    return "" if count else _("No change of this year was crucial.")


@later_known("course_changes")
def late_changes(asked: Asked) -> Late:
    """Changes that had been carried out already, without anybody having recorded it."""
    rows = CourseChange.objects.annotate(noted_at=Coalesce("went_first_at", "carried_out_at"))
    late = rows.filter(
        noted_at__gt=asked.moment,
        carried_out_on__lte=asked.day,
        carried_out_on__lt=TruncDate("noted_at"),
    )
    return heard(late, "carried_out_on", _late_words)


def _late_words(change: Any) -> Iterator[LateFact]:
    text = _("“%(title)s” was carried out") % {"title": change.title}
    yield LateFact(change.carried_out_on, change.noted_at, text, change.get_absolute_url())
