"""Questions about date polls, and about whom they ask."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import models
from django.db.models import Count, Exists, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce


class DatePollQuerySet(models.QuerySet[Any]):
    def visible_to(self, person: Any) -> DatePollQuerySet:
        """Polls that ask this person; all of them for the kernteam."""
        if not person.is_authenticated:
            return self.none()
        if person.standing.is_kernteam:
            return self
        return self.filter(invitees__person=person)

    def running(self) -> DatePollQuerySet:
        """Open polls of meetings that can still get a date, the first to close first."""
        found: DatePollQuerySet = self.filter(
            status="open", meeting__status__in=["planned", "scheduled"]
        )
        return found.select_related("meeting__series").order_by("closes_on", "pk")

    def with_figures(self) -> DatePollQuerySet:
        """Adds `asked`, and `silent`: how many of them have some moment without an answer."""
        from events.models import PollInvitee  # noqa: PLC0415 - the model names this file

        def number(people: Any) -> Coalesce:
            of_poll = people.filter(poll=OuterRef("pk")).order_by().values("poll")
            return Coalesce(Subquery(of_poll.annotate(number=Count("pk")).values("number")), 0)

        found: DatePollQuerySet = self.annotate(
            asked=number(PollInvitee.objects.get_queryset()),
            silent=number(PollInvitee.objects.waiting()),
        )
        return found


class PollInviteeQuerySet(models.QuerySet[Any]):
    def visible_to(self, person: Any) -> PollInviteeQuerySet:
        """Oneself; everybody for the kernteam."""
        if not person.is_authenticated:
            return self.none()
        if person.standing.is_kernteam:
            return self
        return self.filter(person=person)

    def waiting(self) -> PollInviteeQuerySet:
        """Who has not answered to every moment; also who answered before moments were added."""
        from events.models import PollAnswer, PollOption  # noqa: PLC0415 - models name this file

        answered = PollAnswer.objects.filter(
            option=OuterRef("pk"), invitee=OuterRef(OuterRef("pk"))
        )
        open_moment = PollOption.objects.filter(~Exists(answered), poll=OuterRef("poll"))
        return self.filter(Exists(open_moment))

    def asked_now(self, day: date) -> PollInviteeQuerySet:
        """Whose answer still counts on this day: of open polls that are not over."""
        return self.filter(
            Q(poll__meeting__status__in=["planned", "scheduled"]),
            poll__status="open",
            poll__closes_on__gte=day,
        )
