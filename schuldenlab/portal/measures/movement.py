"""Clause 1: a movement in which every partner takes part in its own way."""

from collections.abc import Iterator

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from partners.models import Ambassadorship, Partnership, Signature
from partners.querysets import within

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
        Signature.objects.filter(
            framework=asked.framework, signed_on__lte=asked.day, recorded_at__lte=asked.moment
        ).values_list("organisation_id", flat=True)
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
        Ambassadorship.objects.filter(
            within(asked.day) | Q(from_on__lte=asked.day, ended_at__gt=asked.moment),
            organisation__in=partners,
            recorded_at__lte=asked.moment,
        ).values_list("organisation_id", flat=True)
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


@later_known
def late_signatures(asked: Asked) -> Iterator[LateFact]:
    """Signatures on paper that were registered later, also those under the next framework."""
    late = Signature.objects.filter(
        framework__host=asked.framework.host_id,
        signed_on__lte=asked.day,
        recorded_at__gt=asked.moment,
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
    joined = Q(joined_on__lte=asked.day, recorded_at__gt=asked.moment)
    left = Q(left_on__lte=asked.day, left_recorded_at__gt=asked.moment)
    for row in Partnership.objects.filter(joined | left).select_related("organisation"):
        name = {"name": row.organisation.name}
        if row.recorded_at > asked.moment:
            text = _("%(name)s became a partner") % name
            yield LateFact(row.joined_on, row.recorded_at, text, url)
        ends = (row.left_on, row.left_recorded_at)
        if ends[0] and ends[1] and ends[0] <= asked.day and ends[1] > asked.moment:
            yield LateFact(ends[0], ends[1], _("%(name)s was no longer a partner") % name, url)


@later_known
def late_ambassadors(asked: Asked) -> Iterator[LateFact]:
    """Ambassadors that had begun or stopped already."""
    url = reverse("partners:theme-list")
    begun = Q(from_on__lte=asked.day, recorded_at__gt=asked.moment)
    stopped = Q(until_on__lt=asked.day, ended_at__gt=asked.moment)
    rows = Ambassadorship.objects.filter(begun | stopped)
    for row in rows.select_related("organisation", "theme"):
        names = {"name": row.organisation.name, "theme": row.theme.name}
        if row.recorded_at > asked.moment:
            text = _("%(name)s became ambassador of “%(theme)s”") % names
            yield LateFact(row.from_on, row.recorded_at, text, url)
        ends = (row.until_on, row.ended_at)
        if ends[0] and ends[1] and ends[0] < asked.day and ends[1] > asked.moment:
            text = _("%(name)s stopped as ambassador of “%(theme)s”") % names
            yield LateFact(ends[0], ends[1], text, url)
