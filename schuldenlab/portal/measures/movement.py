"""Clause 1: a movement in which every partner takes part in its own way."""

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from partners.models import Ambassadorship, Partnership, Signature
from partners.querysets import within

from .reading import Asked, Evidence, Reading, judge, judge_standing
from .registry import measure


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
