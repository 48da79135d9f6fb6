"""Questions about projects."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.db import models
from django.db.models import Case, Exists, ExpressionWrapper, F, OuterRef, Q, Subquery, When

from partners.querysets import end_of_day, ended_after, local_day, recorded_by


class ProjectQuerySet(models.QuerySet[Any]):
    def visible_to(self, person: Any) -> ProjectQuerySet:
        """All of them for whoever takes part in the network; else what one steers or leads."""
        if not person.is_authenticated:
            return self.none()
        if person.standing.is_insider:
            return self
        from projects.models import Leadership, StuurgroepMember  # noqa: PLC0415 - it names us

        day = local_day(person.moment)
        steers = StuurgroepMember.objects.on(day).filter(
            person=person, stuurgroep__project=OuterRef("pk")
        )
        leads = on_day(Leadership.objects.filter(person=person, project=OuterRef("pk")), day)
        return self.filter(Exists(steers) | Exists(leads))

    def shown_to_all(self) -> ProjectQuerySet:
        """Those on the public pages."""
        return self.filter(is_public=True)

    def of_year(self, year: int) -> ProjectQuerySet:
        """Those that became of the themes of a year."""
        return self.filter(innovation_theme__call__year=year).order_by("pk")

    def going(self) -> ProjectQuerySet:
        """Neither stopped nor handed over."""
        return self.filter(status__in=["active", "on_hold"])

    def active_on(self, day: date) -> ProjectQuerySet:
        """Neither stopped, handed over nor on hold at the end of this day."""
        moment = end_of_day(day)
        over = Q(stopped_at__lte=moment) | Q(handed_over_at__lte=moment)
        resumed = Q(resumed_at__gte=F("held_at"), resumed_at__lte=moment)
        waits = Q(pk__in=self.model.objects.filter(~resumed, held_at__lte=moment).values("pk"))
        gone = self.model.objects.filter(over).values("pk")
        there = Q(recorded_at__lte=moment) | Q(is_taken_over=True)
        return self.exclude(Q(pk__in=gone) | waits).filter(there)

    def with_stage(self) -> ProjectQuerySet:
        """Each with the phase that it is in (`stage`, `stage_status`) and what comes (`coming`).

        What runs, else what ended last: nothing stands in a phase that has not started. Only a
        project of which nothing has started is in the phase that is prepared.
        """
        from projects.models import Phase  # noqa: PLC0415 - the model names this file

        weight = Case(When(status="running", then=0), When(status="ended", then=1), default=2)
        mine = Phase.objects.filter(project=OuterRef("pk")).exclude(status="dropped")
        phases = mine.order_by(weight, "-ordinal")
        planned = mine.filter(status="planned").order_by("ordinal")
        found: ProjectQuerySet = self.annotate(
            stage=Subquery(phases.values("kind")[:1]),
            stage_status=Subquery(phases.values("status")[:1]),
            coming=Subquery(planned.values("kind")[:1]),
        )
        return found

    def concerned_by(self, ballot: Any) -> ProjectQuerySet:
        """What this ballot, or a change of course that it decides on, is about."""
        from projects.models import Phase  # noqa: PLC0415 - the model names this file

        rounds = rounds_of(ballot)
        return self.filter(
            Exists(Phase.objects.put_before(ballot).filter(project=OuterRef("pk")))
            | Q(pk__in=self.model.objects.filter(course_changes__ballot__in=rounds).values("pk"))
            | Q(innovation_theme__course_changes__ballot__in=rounds)
        ).distinct()

    def changed_by(self, change: Any) -> ProjectQuerySet:
        """Those that a change of course concerns: named by it, or worked out from its theme."""
        named = Q(course_changes=change.pk)
        if change.innovation_theme_id is not None:
            named |= Q(innovation_theme=change.innovation_theme_id)
        return self.filter(named).distinct()

    def with_card(self, day: date) -> ProjectQuerySet:
        """Each with its stage and what a card says: who leads it, why it waits, what is late.

        `late_since` is the last day of a pilot that runs on without an evaluation.
        """
        from projects.models import Leadership, Pilot, ProjectNote  # noqa: PLC0415 - they name us

        leads = on_day(Leadership.objects.filter(project=OuterRef("pk"), role="leader"), day)
        held = ProjectNote.objects.filter(project=OuterRef("pk"), kind="held")
        late = Pilot.objects.filter(
            phase__project=OuterRef("pk"),
            phase__status="running",
            evaluated_at__isnull=True,
            ends_on__lt=day,
        )
        found: ProjectQuerySet = self.with_stage().annotate(
            leader=Subquery(leads.values("person__name")[:1]),
            leads_from=Subquery(leads.values("organisation__name")[:1]),
            held_because=Subquery(held.order_by("-at", "-pk").values("text")[:1]),
            late_since=Subquery(late.values("ends_on")[:1]),
        )
        return found

    def of(self, person: Any, day: date) -> ProjectQuerySet:
        """Those that this person leads or steers, or in which its organisations do or take part."""
        from projects.models import (  # noqa: PLC0415 - they name this file
            Leadership,
            Participation,
            Stake,
            StuurgroepMember,
        )

        works_for, project = person.standing.organisation_ids, OuterRef("pk")
        leads = Leadership.objects.filter(Q(person=person) | Q(organisation__in=works_for))
        takes_part = Participation.objects.filter(organisation__in=works_for)
        member = StuurgroepMember.objects.on(day).filter(person=person)
        stake = Stake.objects.on(day).filter(organisation__in=works_for)
        return self.filter(
            Exists(on_day(leads, day).filter(project=project))
            | Exists(on_day(takes_part, day).filter(project=project))
            | Exists(member.filter(stuurgroep__project=project))
            | Exists(stake.filter(stuurgroep__project=project))
        )

    def known_by(self, moment: datetime) -> ProjectQuerySet:
        """What was on record at a moment."""
        return self.filter(recorded_at__lte=moment)


def rounds_of(ballot: Any) -> list[int]:
    """A ballot and the rounds before it, of which there are two at most."""
    earlier = ballot.previous
    rounds = (ballot.pk, ballot.previous_id, earlier and earlier.previous_id)
    return [each for each in rounds if each]


def on_day(rows: models.QuerySet[Any], day: date) -> models.QuerySet[Any]:
    """Rows with a first and maybe a last day that hold on this day."""
    ongoing = Q(until_on__isnull=True) | Q(until_on__gte=day)
    return rows.filter(ongoing, from_on__lte=day)


class OfProjectQuerySet(models.QuerySet[Any]):
    """Rows of a project; they are seen with it."""

    way = "project"

    def visible_to(self, person: Any) -> OfProjectQuerySet:
        """Those of visible projects."""
        from projects.models import Project  # noqa: PLC0415 - the model names this file

        seen = Project.objects.visible_to(person).values("pk")
        return self.filter(**{f"{self.way}__in": seen})

    def as_known(self, moment: datetime) -> list[Any]:
        """Rows of which the register knew at `moment`; an end that it did not know is not there."""
        later = ended_after(moment, "until_on", "ended_at")
        rows: list[Any] = list(
            self.filter(recorded_by(moment, "from_on")).annotate(
                ends_later=ExpressionWrapper(later, output_field=models.BooleanField())
            )
        )
        for row in rows:
            if row.ends_later:
                row.until_on = None
        return rows
