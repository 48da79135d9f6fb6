"""Questions about whom meetings invite, and what they answered."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from django.db import models
from django.db.models import Exists, OuterRef, Subquery, Value
from django.db.models.functions import Coalesce

BEGINNING = datetime(1, 1, 2, tzinfo=UTC)  # before every moment that is on record


class InviteeQuerySet(models.QuerySet[Any]):
    def visible_to(self, person: Any) -> InviteeQuerySet:
        """Own invitations; all of them for the kernteam."""
        if not person.is_authenticated:
            return self.none()
        if person.standing.is_kernteam:
            return self
        return self.filter(person=person)

    def holding(self) -> InviteeQuerySet:
        """Invitations that were not withdrawn."""
        return self.filter(withdrawn_at__isnull=True)

    def coming_up(self, moment: datetime) -> InviteeQuerySet:
        """Invitations to meetings that still have to begin."""
        ahead = self.filter(meeting__status="scheduled", meeting__starts_at__gt=moment)
        return ahead.filter(withdrawn_at__isnull=True)

    def with_asked_anew(self) -> InviteeQuerySet:
        """Adds `asked_anew_at`: when the meeting last went to another day.

        An answer that is as old as that was about another day, and does not count any more.
        """
        from events.models import MeetingDate  # noqa: PLC0415 - the model names this file

        elsewhere = (
            MeetingDate.objects.filter(meeting=OuterRef("meeting_id"), withdrawn_at__isnull=False)
            .exclude(starts_at__date=OuterRef("meeting__starts_at__date"))
            .order_by("-withdrawn_at")
        )
        found: InviteeQuerySet = self.annotate(
            asked_anew_at=Subquery(elsewhere.values("withdrawn_at")[:1])
        )
        return found

    def silent(self) -> InviteeQuerySet:
        """Invitations without an answer about the day on which the meeting is now.

        A replacement that was refused is no answer: the invited person is asked again.
        """
        from events.models import Reply  # noqa: PLC0415 - the model names this file

        since = Coalesce(OuterRef("asked_anew_at"), Value(BEGINNING))
        later = Reply.objects.filter(
            invitee=OuterRef("invitee_id"), ordinal__gt=OuterRef("ordinal")
        )
        counting = Reply.objects.filter(
            ~Exists(later), invitee=OuterRef("pk"), recorded_at__gt=since, refused_at__isnull=True
        )
        return self.with_asked_anew().filter(~Exists(counting))


class ReplyQuerySet(models.QuerySet[Any]):
    def visible_to(self, person: Any) -> ReplyQuerySet:
        """Own answers; all of them for the kernteam."""
        if not person.is_authenticated:
            return self.none()
        if person.standing.is_kernteam:
            return self
        return self.filter(invitee__person=person)

    def pending(self, moment: datetime) -> ReplyQuerySet:
        """Replacements that wait for the kernteam, for meetings that still have to begin."""
        later = self.model._default_manager.filter(  # noqa: SLF001 - Django's name for it
            invitee=OuterRef("invitee_id"), ordinal__gt=OuterRef("ordinal")
        )
        return self.filter(
            ~Exists(later),
            answer="replacement",
            accepted_at__isnull=True,
            refused_at__isnull=True,
            invitee__withdrawn_at__isnull=True,
            invitee__meeting__status="scheduled",
            invitee__meeting__starts_at__gt=moment,
        )
