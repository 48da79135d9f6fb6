"""Clause 1: a movement in which every partner takes part in its own way."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from partners.models import Ambassadorship, Involvement, Partnership, Signature
from partners.querysets import ended_after

from .latecomers import late_rows
from .reading import Asked, Evidence, LateFact, Reading, judge, judge_standing
from .registry import later_known, measure


def partner_ids(asked: Asked) -> set[int]:
    """The organisations that are partners on the day that is judged, as known at the moment."""
    known = Partnership.objects.known(asked.day, asked.moment)
    return set(known.values_list("organisation_id", flat=True))


def directory(count: int) -> Evidence:
    """The list of partners as evidence."""
    label = ngettext("%(count)s partner", "%(count)s partners", count) % {"count": count}
    return Evidence(label, reverse("partners:organisation-list"))


@measure("signed")
def signed(asked: Asked) -> Reading:
    """Every partner has signed the framework; who joins has sixty days for it."""
    partnerships = dict(
        Partnership.objects.known(asked.day, asked.moment).values_list(
            "organisation_id", "joined_on"
        )
    )
    signatures = set(
        Signature.objects.holding(asked.moment)
        .filter(framework=asked.framework, signed_on__lte=asked.day)
        .values_list("organisation_id", flat=True)
    )
    missing = partnerships.keys() - signatures
    since = [max(partnerships[each], asked.framework.starts_on) for each in missing]
    have = len(partnerships) - len(missing)
    return Reading(
        state=judge_standing(asked, min(since, default=None)),
        have=have,
        need=len(partnerships),
        unit=_("partners"),
        forecast=have,
        evidence=(
            Evidence(
                ngettext("%(count)s signature", "%(count)s signatures", have) % {"count": have},
                asked.framework.get_absolute_url(),
            ),
        ),
    )


@measure("ambassadors")
def ambassadors(asked: Asked) -> Reading:
    """Every partner is ambassador of at least one theme."""
    partners = partner_ids(asked)
    involved = set(
        Ambassadorship.objects.known(asked.day, asked.moment)
        .filter(organisation__in=partners)
        .values_list("organisation_id", flat=True)
    )
    have = len(involved)
    return Reading(
        state=judge(asked, have, len(partners), have),
        have=have,
        need=len(partners),
        unit=_("partners"),
        forecast=have,
        evidence=(
            Evidence(
                ngettext("%(count)s ambassador", "%(count)s ambassadors", have) % {"count": have},
                reverse("partners:theme-list"),
            ),
        ),
    )


@measure("involvement")
def involvement(asked: Asked) -> Reading:
    """Every partner chose how to take part, only following too; until the day it still can."""
    partners = partner_ids(asked)
    known = Involvement.objects.known(asked.year, asked.moment)
    have = len(known.filter(organisation__in=partners).values_list("organisation_id", flat=True))
    forecast = len(partners) if asked.today <= asked.by_on else have
    return Reading(
        state=judge(asked, have, len(partners), forecast),
        have=have,
        need=len(partners),
        unit=_("partners"),
        forecast=forecast,
        evidence=(
            Evidence(
                ngettext("%(count)s choice", "%(count)s choices", have) % {"count": have},
                reverse("partners:involvement-year", args=[asked.year]),
            ),
        ),
    )


@later_known
def late_signatures(asked: Asked) -> Iterator[LateFact]:
    """Signatures on paper that were registered later, also those under the next framework."""
    late = Signature.objects.filter(
        ended_after(asked.moment, "signed_on", "recorded_at"),
        framework__host=asked.framework.host_id,
        signed_on__lte=asked.day,
        withdrawal__isnull=True,
    )
    for row in late.select_related("framework", "organisation"):
        text = _("%(name)s signed “%(framework)s”") % {
            "name": row.organisation.name,
            "framework": row.framework.title,
        }
        yield LateFact(row.signed_on, row.recorded_at, text, row.framework.get_absolute_url())


@later_known
def late_partnerships(asked: Asked) -> Iterator[LateFact]:
    """Partners that had joined or left already."""
    url = reverse("partners:organisation-list")
    rows = late_rows(
        Partnership.objects.all(),
        asked,
        begin=("joined_on", "recorded_at"),
        end=("left_on", "left_recorded_at"),
        is_end_included=True,
    )
    for row in rows.select_related("organisation"):
        name = {"name": row.organisation.name}
        if row.begins_late:
            text = _("%(name)s became a partner") % name
            yield LateFact(row.joined_on, row.recorded_at, text, url)
        if row.ends_late:
            text = _("%(name)s was no longer a partner") % name
            yield LateFact(row.left_on, row.left_recorded_at, text, url)


@later_known
def late_ambassadors(asked: Asked) -> Iterator[LateFact]:
    """Ambassadors that had begun or stopped already."""
    url = reverse("partners:theme-list")
    rows = late_rows(Ambassadorship.objects.all(), asked)
    for row in rows.select_related("organisation", "theme"):
        names = {"name": row.organisation.name, "theme": row.theme.name}
        if row.begins_late:
            text = _("%(name)s became ambassador of “%(theme)s”") % names
            yield LateFact(row.from_on, row.recorded_at, text, url)
        if row.ends_late:
            text = _("%(name)s stopped as ambassador of “%(theme)s”") % names
            yield LateFact(row.until_on, row.ended_at, text, url)
