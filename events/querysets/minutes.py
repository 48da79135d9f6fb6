"""Questions about minutes and the actions that came of meetings."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.db import models
from django.db.models import Exists, OuterRef, Q

from partners.models import KernteamMember, Mandate, Person

REMINDED_FOR = timedelta(days=14)  # before and after the last day


def _took_part(person: Any) -> Q:
    """Invited; or of an organisation that was there, where nobody was invited by name."""
    from events.models import Attendance, Invitee  # noqa: PLC0415 - the model names this file

    invited = Invitee.objects.holding().filter(meeting=OuterRef("meeting"))
    ours = Attendance.objects.filter(
        meeting=OuterRef("meeting"), organisation__in=person.standing.organisation_ids
    )
    return Q(Exists(invited.filter(person=person))) | Q(~Exists(invited), Exists(ours))


class MinutesQuerySet(models.QuerySet[Any]):
    def visible_to(self, person: Any) -> MinutesQuerySet:
        """Sent minutes for those who took part; drafts are the kernteam's."""
        if not person.is_authenticated:
            return self.none()
        if person.standing.is_kernteam:
            return self
        return self.filter(_took_part(person)).exclude(status="draft")

    def before(self, meeting: Any) -> MinutesQuerySet:
        """Minutes of earlier meetings of the same kind, the last meeting first."""
        if meeting.starts_at is None:
            return self.none()
        earlier: MinutesQuerySet = self.filter(
            of_same_row(meeting, "meeting__"), meeting__starts_at__lt=meeting.starts_at
        )
        return earlier.select_related("meeting__series").order_by("-meeting__starts_at")


class ActionItemQuerySet(models.QuerySet[Any]):
    def visible_to(self, person: Any) -> ActionItemQuerySet:
        """Own actions, and those of meetings in which one took part."""
        if not person.is_authenticated:
            return self.none()
        if person.standing.is_kernteam:
            return self
        return self.filter(Q(owner=person) | _took_part(person))

    def open(self) -> ActionItemQuerySet:
        """Actions that still have to be done, the most urgent first."""
        return self.filter(status="open").order_by("due_on", "pk")

    def late(self, day: date) -> ActionItemQuerySet:
        """To be done, and the last day has passed."""
        return self.open().filter(due_on__lt=day)

    def due_around(self, day: date) -> ActionItemQuerySet:
        """To be done by somebody who can log in, with a last day about now."""
        near = (day - REMINDED_FOR, day + REMINDED_FOR)
        return self.open().filter(owner__is_active=True, due_on__range=near)

    def returning_to(self, meeting: Any) -> ActionItemQuerySet:
        """Open actions of earlier meetings of the same kind: they come back on this agenda."""
        if meeting.starts_at is None:
            return self.none()
        return self.open().filter(
            of_same_row(meeting, "meeting__"), meeting__starts_at__lt=meeting.starts_at
        )

    def looked_for(
        self, day: date, *, q: str = "", status: str = "", duty: str = ""
    ) -> ActionItemQuerySet:
        """By words in what is to be done, status (also `late`) and kind of meeting."""
        found = self.late(day) if status == "late" else self.order_by("due_on", "pk")
        if status and status != "late":
            found = found.filter(status=status)
        if duty:
            found = found.filter(meeting__series__duty=duty)
        return found.filter(text__icontains=q.strip()) if q.strip() else found


def of_same_row(meeting: Any, path: str = "") -> Q:
    """Meetings of the same series, also under an earlier framework; a stuurgroep is its own."""
    if meeting.series.duty == "steering":
        return Q(**{f"{path}series": meeting.series_id})
    return Q(**{f"{path}series__duty": meeting.series.duty})


def people_to_ask(day: date) -> models.QuerySet[Any]:
    """Who can take an action: whoever works for a partner or in the kernteam that day."""
    mine = Mandate.objects.on(day).filter(person=OuterRef("pk"))
    term = KernteamMember.objects.on(day).filter(person=OuterRef("pk"))
    people = Person.objects.can_log_in().filter(Exists(mine) | Exists(term))
    ordered: models.QuerySet[Any] = people.order_by("name", "pk")
    return ordered
