"""Clause 8: knowledge and expertise count as well as money."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from events.models import ProgrammePart
from funding.giving import guiding_in, parts_held, talks_in
from funding.ledger import FIRM, OFFERED, WAITS, held_arrivals, pledges_as_known
from funding.models import Delivery, Pledge
from partners.querysets import ended_after

from .everybody import counted, partners_of, yes
from .latecomers import heard
from .reading import Asked, Evidence, Late, LateFact, Reading, judge
from .registry import later_known, measure

GAVE = Q(in_kind=True) | Q(spoke=True) | Q(guided=True)
MOST_NAMED = 6


def in_kind_of(every: Any, asked: Asked) -> Q:
    """Organisations of which something in kind is firm for the year or arrived in it.

    Out of these pledges; what arrived counts also when the pledge is of another year.
    """
    kinds = every.exclude(form=Pledge.Form.CASH)
    firm = pledges_as_known(kinds, asked.moment, asked.year).filter(state=FIRM).order_by()
    came = held_arrivals(asked.moment).filter(
        pledge__in=kinds.values("pk"), arrived_on__range=(date(asked.year, 1, 1), asked.day)
    )
    there = Q(pk__in=came.order_by().values("pledge__organisation"))
    return Q(pk__in=firm.values("organisation")) | there


def givers(asked: Asked) -> Any:
    """The partners, each with whether and how it gave.

    `in_kind` is something that is firm for the year or arrived in it, `spoke` and `guided` what
    stands on record without a form, `offers` what may still come.
    """
    kinds = Pledge.objects.exclude(form=Pledge.Form.CASH)
    known = pledges_as_known(kinds, asked.moment, asked.year).order_by()
    unsure = known.filter(state__in=[OFFERED, WAITS]).values("organisation")
    mine = {"organisation": OuterRef("pk")}
    return partners_of(asked).annotate(
        in_kind=yes(in_kind_of(Pledge.objects.all(), asked)),
        spoke=Exists(talks_in(asked.year, asked.moment).filter(**mine)),
        guided=Exists(guiding_in(asked.year, asked.moment).filter(**mine).order_by()),
        offers=yes(Q(pk__in=unsure)),
    )


@measure("knowledge")
def knowledge(asked: Asked) -> Reading:
    """Partners that gave knowledge or expertise in the year, in any way that is on record.

    A firm pledge in kind for the year, something in kind that arrived in it, a talk at a meeting
    that was held, or guiding a theme. The framework names no number: it says that knowledge counts
    as well. So the rule is kept as soon as one partner gave some, and `have` says how many did.
    What is only offered is in the forecast.
    """
    found = counted(
        givers(asked),
        have=GAVE,
        expected=GAVE | Q(offers=True),
        in_kind_=Q(in_kind=True),
        without_form=Q(spoke=True) | Q(guided=True),
    )
    have, in_kind = found["have"], found["in_kind_"]
    return Reading(
        state=judge(asked, have, 1, found["expected"]),
        have=have,
        need=1,
        unit=ngettext("partner", "partners", have),
        forecast=found["expected"],
        evidence=(
            Evidence(
                ngettext("%(count)s partner in kind", "%(count)s partners in kind", in_kind)
                % {"count": in_kind},
                reverse("funding:pledge-list"),
            ),
            *(Evidence(each.title, each.meeting.get_absolute_url()) for each in _talks(asked)),
        ),
        note=_note(found["without_form"]),
    )


def _talks(asked: Asked) -> Any:
    """The first meetings of the year at which partners spoke, by a part of each."""
    beside = ProgrammePart.organisations.through.objects.filter(programmepart=OuterRef("pk"))
    parts = parts_held(asked.year, asked.moment).filter(Exists(beside))
    first = parts.order_by("meeting__held_on", "meeting_id", "pk").distinct(
        "meeting__held_on", "meeting_id"
    )
    return first.select_related("meeting")[:MOST_NAMED]


def _note(count: int) -> str:
    if not count:
        return ""
    said = ngettext(
        "%(count)s partner spoke or guided a theme.",
        "%(count)s partners spoke or guided a theme.",
        count,
    )
    return said % {"count": count}


@later_known("knowledge")
def late_arrivals(asked: Asked) -> Late:
    """What had arrived in kind already. Not of whom: everybody reads this."""
    late = Delivery.objects.filter(
        ended_after(asked.moment, "arrived_on", "recorded_at"),
        arrived_on__range=(date(asked.year, 1, 1), asked.day),
        struck_at__isnull=True,
    ).exclude(pledge__form=Pledge.Form.CASH)
    return heard(late, "arrived_on", _late_words)


def _late_words(row: Any) -> Iterator[LateFact]:
    text = _("Something that was pledged in kind arrived")
    yield LateFact(row.arrived_on, row.recorded_at, text, reverse("funding:pledge-list"))
