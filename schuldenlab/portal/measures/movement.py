"""Clause 1: a movement in which every partner takes part in its own way."""

from collections.abc import Iterator
from typing import Any

from django.db.models import Count, Exists, Min, OuterRef, Q, Subquery
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from partners.models import Ambassadorship, Involvement, Partnership, Signature
from partners.querysets import ended_after, recorded_by

from .everybody import counted, partners_of
from .latecomers import heard, late_rows
from .reading import Asked, Evidence, Late, LateFact, Reading, judge, judge_standing
from .registry import later_known, measure


def directory(count: int) -> Evidence:
    """The list of partners as evidence."""
    label = ngettext("%(count)s partner", "%(count)s partners", count) % {"count": count}
    return Evidence(label, reverse("partners:organisation-list"))


def signers(asked: Asked) -> Any:
    """The partners, each with whether it `has` signed, and since when it is one (`joined`)."""
    rows = Signature.objects.holding(asked.moment).filter(
        framework=asked.framework, signed_on__lte=asked.day, organisation=OuterRef("pk")
    )
    joined = Partnership.objects.known(asked.day, asked.moment).filter(organisation=OuterRef("pk"))
    return partners_of(asked).annotate(
        has=Exists(rows), joined=Subquery(joined.order_by("-joined_on").values("joined_on")[:1])
    )


@measure("signed")
def signed(asked: Asked) -> Reading:
    """Every partner has signed the framework; who joins has sixty days for it."""
    rows = signers(asked)
    found: dict[str, Any] = rows.aggregate(
        need=Count("pk"),
        have=Count("pk", filter=Q(has=True)),
        since=Min("joined", filter=Q(has=False)),
    )
    have, need, since = found["have"], found["need"], found["since"]
    return Reading(
        state=judge_standing(asked, since and max(since, asked.framework.starts_on)),
        have=have,
        need=need,
        unit=_("partners"),
        forecast=have,
        evidence=(
            Evidence(
                ngettext("%(count)s signature", "%(count)s signatures", have) % {"count": have},
                asked.framework.get_absolute_url(),
            ),
        ),
    )


def with_theme(asked: Asked) -> Any:
    """The partners, each with whether it `has` a theme of which it is ambassador."""
    rows = Ambassadorship.objects.known(asked.day, asked.moment)
    return partners_of(asked).annotate(has=Exists(rows.filter(organisation=OuterRef("pk"))))


@measure("ambassadors")
def ambassadors(asked: Asked) -> Reading:
    """Every partner is ambassador of at least one theme."""
    found = counted(with_theme(asked), have=Q(has=True))
    have, need = found["have"], found["need"]
    return Reading(
        state=judge(asked, have, need, have),
        have=have,
        need=need,
        unit=_("partners"),
        forecast=have,
        evidence=(
            Evidence(
                ngettext("%(count)s ambassador", "%(count)s ambassadors", have) % {"count": have},
                reverse("partners:theme-list"),
            ),
        ),
    )


def with_choice(asked: Asked) -> Any:
    """The partners, each with whether it `has` chosen how to take part in the year."""
    return partners_of(asked).annotate(has=Exists(choices(asked)))


def choices(asked: Asked) -> Any:
    """What the organisation of a row chose for the year, as was known at the moment."""
    known = recorded_by(asked.moment, "chosen_on")
    return Involvement.objects.filter(known, year=asked.year, organisation=OuterRef("pk"))


@measure("involvement")
def involvement(asked: Asked) -> Reading:
    """Every partner chose how to take part, only following too; until the day it still can."""
    found = counted(with_choice(asked), have=Q(has=True))
    have, need = found["have"], found["need"]
    forecast = need if asked.today <= asked.by_on else have
    return Reading(
        state=judge(asked, have, need, forecast),
        have=have,
        need=need,
        unit=_("partners"),
        forecast=forecast,
        evidence=(
            Evidence(
                ngettext("%(count)s choice", "%(count)s choices", have) % {"count": have},
                reverse("partners:involvement-year", args=[asked.year]),
            ),
        ),
    )


@later_known("signed")
def late_signatures(asked: Asked) -> Late:
    """Signatures on paper that were registered later, also those under the next framework."""
    late = Signature.objects.filter(
        ended_after(asked.moment, "signed_on", "recorded_at"),
        framework__host=asked.framework.host_id,
        signed_on__lte=asked.day,
        withdrawal__isnull=True,
    )
    return heard(late.select_related("framework", "organisation"), "signed_on", _signed_words)


def _signed_words(row: Any) -> Iterator[LateFact]:
    text = _("%(name)s signed “%(framework)s”") % {
        "name": row.organisation.name,
        "framework": row.framework.title,
    }
    yield LateFact(row.signed_on, row.recorded_at, text, row.framework.get_absolute_url())


@later_known("signed", "ambassadors", "involvement", "commitments", "knowledge", "programmaraad")
def late_partnerships(asked: Asked) -> Late:
    """Partners that had joined or left already."""
    rows = late_rows(
        Partnership.objects.all(),
        asked,
        begin=("joined_on", "recorded_at"),
        end=("left_on", "left_recorded_at"),
        is_end_included=True,
    )
    return heard(rows.select_related("organisation"), "late_on", _partner_words)


def _partner_words(row: Any) -> Iterator[LateFact]:
    url, name = reverse("partners:organisation-list"), {"name": row.organisation.name}
    if row.begins_late:
        text = _("%(name)s became a partner") % name
        yield LateFact(row.joined_on, row.recorded_at, text, url)
    if row.ends_late:
        text = _("%(name)s was no longer a partner") % name
        yield LateFact(row.left_on, row.left_recorded_at, text, url)


@later_known("ambassadors")
def late_ambassadors(asked: Asked) -> Late:
    """Ambassadors that had begun or stopped already."""
    rows = late_rows(Ambassadorship.objects.all(), asked)
    return heard(rows.select_related("organisation", "theme"), "late_on", _theme_words)


def _theme_words(row: Any) -> Iterator[LateFact]:
    url = reverse("partners:theme-list")
    names = {"name": row.organisation.name, "theme": row.theme.name}
    if row.begins_late:
        text = _("%(name)s became ambassador of “%(theme)s”") % names
        yield LateFact(row.from_on, row.recorded_at, text, url)
    if row.ends_late:
        text = _("%(name)s stopped as ambassador of “%(theme)s”") % names
        yield LateFact(row.until_on, row.ended_at, text, url)
