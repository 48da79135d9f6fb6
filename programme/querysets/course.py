"""Questions about changes of course."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import models
from django.db.models import Count, Q


class CourseChangeQuerySet(models.QuerySet[Any]):
    def visible_to(self, person: Any) -> CourseChangeQuerySet:
        """Judged ones for everybody who takes part; before that the kernteam and who proposed."""
        if not person.is_authenticated:
            return self.none()
        if person.standing.is_kernteam:
            return self
        if not person.standing.is_insider:
            return self.none()
        is_judged = Q(minor_at__isnull=False) | Q(crucial_at__isnull=False)
        return self.filter(is_judged | Q(proposed_for__in=person.standing.organisation_ids))

    def crucial_by(self, moment: datetime) -> CourseChangeQuerySet:
        """Known as crucial at `moment`, by the kernteam or by two seats, and not withdrawn then."""
        known = (
            Q(crucial_at__lte=moment)
            | Q(called_at__lte=moment)
            | Q(called_afterwards_at__lte=moment)
        )
        return self.filter(known).exclude(withdrawn_at__lte=moment)

    def decided_at(self, moment: datetime) -> CourseChangeQuerySet:
        """Those that waited for nobody at `moment`: agreed, not crucial, or urgent and gone first.

        One that two seats called crucial before it was carried out waits for the raad.
        """
        uncalled = Q(called_at__isnull=True) | Q(called_at__gt=moment)
        free = (
            Q(adopted_at__lte=moment)
            | Q(upheld_at__lte=moment)
            | Q(went_first_at__lte=moment)
            | Q(minor_at__lte=moment) & uncalled
        )
        over = Q(rejected_at__lte=moment) | Q(withdrawn_at__lte=moment)
        return self.filter(free).exclude(over)

    def to_judge(self) -> CourseChangeQuerySet:
        """Proposals that wait for the kernteam."""
        return self.filter(status="proposed")

    def without_ballot(self) -> CourseChangeQuerySet:
        """Crucial ones that the raad has not decided, and on which no ballot is open or ready."""
        waiting = self.filter(status__in=["crucial", "ahead"])
        return waiting.filter(Q(ballot__isnull=True) | Q(ballot__status="closed"))

    def to_carry_out(self) -> CourseChangeQuerySet:
        """Ours to do now: agreed by the raad, or not crucial."""
        return self.filter(status__in=["adopted", "minor"])

    def dropping(self, theme: Any) -> CourseChangeQuerySet:
        """Changes by which this innovation theme is dropped, the newest first."""
        return self.filter(innovation_theme=theme, kind="theme_dropped").order_by("-pk")

    def free_to_act(self) -> CourseChangeQuerySet:
        """Those that wait for nobody: agreed, not crucial, urgent and gone first, or done."""
        return self.filter(status__in=["adopted", "minor", "ahead", "carried_out"])

    def callable_by(self, person: Any) -> CourseChangeQuerySet:
        """Not crucial so far, in a raad in which this person has a seat that did not call yet."""
        from programme.models import Seat  # noqa: PLC0415 - the model names this file

        mine = Seat.objects.of(person).filter(raad__status="installed")
        return self.filter(
            Q(status="minor") | Q(status="carried_out", crucial_at=None, called_at=None),
            called_afterwards_at=None,
            raad__in=mine.values("raad_id"),
        ).exclude(calls__seat__in=mine.values("pk"))

    def waiting_counts(self) -> dict[str, int]:
        """How many wait for the kernteam: to judge, to put to the raad, to carry out."""
        at_raad = Q(status__in=["crucial", "ahead"])
        counts: dict[str, int] = self.aggregate(
            judge=Count("pk", Q(status="proposed")),
            put=Count("pk", at_raad & (Q(ballot=None) | Q(ballot__status="closed"))),
            carry_out=Count("pk", Q(status__in=["minor", "adopted"])),
        )
        return counts
