"""A partner keeps its own facts right, and looks at all of it once a year."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from partners import notifications
from partners.models import Organisation, Partnership, Person, Review
from partners.querysets import REVIEW_AFTER, local_day, months_before
from schuldenlab.audit.actions import record
from schuldenlab.audit.edits import plain_values, was_and_now
from schuldenlab.lifecycle import Refused, lock

KEPT = frozenset({"name", "sector", "short_name", "website", "description", "kvk_number"})


@transaction.atomic
def keep_organisation(
    organisation: Organisation, *, actor: Person | None, at: datetime, **facts: Any
) -> Organisation:
    """Write other facts of an organisation; the trail keeps which ones, and no text of them."""
    lock(organisation)
    changed = sorted(
        name
        for name, value in facts.items()
        if name in KEPT | {"is_public"} and getattr(organisation, name) != value
    )
    if not changed:
        return organisation
    was = plain_values(organisation, changed)
    for name in changed:
        setattr(organisation, name, facts[name])
    organisation.full_clean()
    organisation.save(update_fields=changed)
    told = {"fields": changed, **was_and_now(organisation, was)}
    record("keep_organisation", organisation, actor=actor, at=at, facts=told)
    notifications.organisation_kept(organisation, changed, actor=actor, at=at)
    return organisation


@transaction.atomic
def confirm_review(organisation: Organisation, *, actor: Person | None, at: datetime) -> Review:
    """Somebody of this partner looked at its facts, people and mandates: all of it is right.

    One a day is enough, however often the button is pressed.
    """
    day = local_day(at)
    if not Partnership.objects.on(day).filter(organisation=organisation).exists():
        raise Refused(_("Not a partner now: %(names)s.") % {"names": organisation.name})
    lock(organisation)
    last: Review | None = organisation.reviews.first()
    if last is not None and local_day(last.reviewed_at) == day:
        return last
    review = Review.objects.create(
        organisation=organisation, reviewed_by=actor, reviewed_at=at, recorded_at=at
    )
    record("confirm_review", review, actor=actor, at=at, facts={"organisation": organisation.pk})
    return review


@transaction.atomic
def request_reviews(at: datetime) -> int:
    """Ask partners whose last review is eleven months old to look again; once a year each."""
    day = local_day(at)
    due = months_before(day, REVIEW_AFTER)
    return notifications.reviews_requested(Organisation.objects.due_for_review(day), due=due, at=at)
