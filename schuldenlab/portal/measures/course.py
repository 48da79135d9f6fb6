"""Clause 5: a crucial change of course goes to the programmaraad before it is carried out."""

from collections.abc import Iterator

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from partners.querysets import local_day
from programme.models import CourseChange

from .reading import Asked, Evidence, LateFact, Reading, State
from .registry import later_known, measure


def _before(change: CourseChange, asked: Asked) -> bool:
    """Whether it was carried out before the raad decided, as was known at the moment."""
    stamps = (change.went_first_at, change.called_afterwards_at)
    return any(stamp is not None and stamp <= asked.moment for stamp in stamps)


def _decided(change: CourseChange, asked: Asked) -> bool:
    stamps = (change.adopted_at, change.rejected_at)
    return any(stamp is not None and stamp <= asked.moment for stamp in stamps)


@measure("course_changes")
def course_changes(asked: Asked) -> Reading:
    """Every crucial change of the year was decided first; one that was not breaks the rule.

    One that still waits is no breach: it is carried out after the decision. Without any crucial
    change there is nothing to decide, and the rule is kept.
    """
    changes = list(
        CourseChange.objects.crucial_by(asked.moment)
        .filter(raad__year=asked.year)
        .order_by("recorded_at")
    )
    before = [change for change in changes if _before(change, asked)]
    first = [each for each in changes if _decided(each, asked) and not _before(each, asked)]
    need, have = len(changes), len(first)
    return Reading(
        state=_state(asked, have, need, len(before)),
        have=have,
        need=need,
        unit=_("crucial course changes"),
        forecast=need - len(before),
        evidence=_evidence(changes, before),
        note=_note(changes, before),
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


def _evidence(changes: list[CourseChange], before: list[CourseChange]) -> tuple[Evidence, ...]:
    label = ngettext("%(count)s crucial", "%(count)s crucial", len(changes))
    every = Evidence(
        label % {"count": len(changes)},
        reverse("programme:change-list") + "?weight=crucial",
    )
    return (*(Evidence(each.title, each.get_absolute_url()) for each in before), every)


def _note(changes: list[CourseChange], before: list[CourseChange]) -> str:
    if before:
        return ngettext(
            "%(count)s was carried out before the programmaraad decided.",
            "%(count)s were carried out before the programmaraad decided.",
            len(before),
        ) % {"count": len(before)}
    return "" if changes else _("No change of this year was crucial.")


@later_known
def late_changes(asked: Asked) -> Iterator[LateFact]:
    """Changes that had been carried out already, without anybody having recorded it."""
    rows = CourseChange.objects.filter(
        Q(went_first_at__gt=asked.moment) | Q(went_first_at=None, carried_out_at__gt=asked.moment),
        carried_out_on__lte=asked.day,
    )
    for change in rows:
        at, on = change.went_first_at or change.carried_out_at, change.carried_out_on
        if at is not None and on is not None and on < local_day(at):
            text = _("“%(title)s” was carried out") % {"title": change.title}
            yield LateFact(on, at, text, change.get_absolute_url())
