"""Questions about phases."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.db import models
from django.db.models import Count, Exists, IntegerField, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce

from partners.querysets import ended_after, recorded_by

from .projects import on_day, rounds_of


class PhaseQuerySet(models.QuerySet[Any]):
    def visible_to(self, person: Any) -> PhaseQuerySet:
        """Those of visible projects."""
        from projects.models import Project  # noqa: PLC0415 - the model names this file

        return self.filter(project__in=Project.objects.visible_to(person).values("pk"))

    def put_before(self, ballot: Any) -> PhaseQuerySet:
        """Those on which the raad decides in this ballot, or decided in an earlier round of it."""
        return self.filter(ballot__in=rounds_of(ballot))

    def put_before_ever(self, ballot: Any) -> PhaseQuerySet:
        """The same, with those that were put before the raad again in another ballot since."""
        rounds = rounds_of(ballot)
        mine = Q(ballot__in=rounds) | Q(earlier_ballots__in=rounds)
        return self.filter(mine).distinct()

    def concerned_by(self, ballot: Any) -> PhaseQuerySet:
        """The same; and every phase of a project that a change of course before the raad is about.

        The money of a phase that is dropped is no interest any more.
        """
        from projects.models import Project  # noqa: PLC0415 - the model names this file

        rounds = rounds_of(ballot)
        changed = Project.objects.filter(
            Q(course_changes__ballot__in=rounds)
            | Q(innovation_theme__course_changes__ballot__in=rounds)
        )
        mine = Q(ballot__in=rounds) | Q(project__in=changed.values("pk"))
        return self.filter(mine).exclude(status="dropped")

    def begun(self) -> PhaseQuerySet:
        """Phases that started, whatever became of them."""
        return self.filter(status__in=["running", "ended"])

    def known_by(self, moment: datetime) -> PhaseQuerySet:
        """Phases of which the register knew at `moment` that they had started."""
        return self.filter(recorded_by(moment, "started_on", "started_at"))

    def running_on(self, day: date, moment: datetime) -> PhaseQuerySet:
        """Those that ran on `day`, as far as the register knew at `moment`."""
        ends_later = Q(ended_on__isnull=True) | Q(ended_on__gte=day)
        ends_later |= ended_after(moment, "ended_on", "ended_at")
        return self.known_by(moment).filter(ends_later, started_on__lte=day)

    def prepared_at(self, moment: datetime) -> PhaseQuerySet:
        """Those that were in preparation at a past moment: there, not started and not dropped."""
        not_started = Q(started_at__isnull=True) | Q(started_at__gt=moment)
        kept = Q(dropped_at__isnull=True) | Q(dropped_at__gt=moment)
        return self.filter(not_started, kept, recorded_at__lte=moment)

    def own(self) -> PhaseQuerySet:
        """Those that began here: what was taken over is outside the measures."""
        return self.filter(is_taken_over=False)

    def gated(self) -> PhaseQuerySet:
        """Those that ask for money before they start: all but prototypes."""
        return self.exclude(kind="prototype")

    def open_now(self) -> PhaseQuerySet:
        """In preparation or running, of projects that go."""
        going = Q(project__status__in=["active", "on_hold"])
        return self.filter(going, status__in=["planned", "running"])

    def with_gate(self, day: date) -> PhaseQuerySet:
        """Adds what the gate asks on this day, as `projects.gate.is_ready` reads it."""
        from programme.models import Decision  # noqa: PLC0415 - the models name this file
        from projects.models import (  # noqa: PLC0415
            BusinessCase,
            Leadership,
            Participation,
            Pilot,
            Prototype,
            Stake,
            StuurgroepMember,
        )

        of_project = {"project": OuterRef("project")}
        of_group = {"stuurgroep__project": OuterRef("project")}
        stakes = Stake.objects.on(day).filter(**of_group).order_by()
        counted = stakes.values("stuurgroep").annotate(number=Count("organisation", distinct=True))
        chairs = StuurgroepMember.objects.on(day).filter(
            is_chair=True, stake__in=Stake.objects.on(day), **of_group
        )
        leaders = Leadership.objects.filter(role="leader", **of_project)
        interested = on_day(Participation.objects.filter(**of_project), day)
        agreed = Decision.objects.filter(_taken(), taken_at__date__lte=day)
        named = _named(agreed, self.model.objects.exclude(status="dropped"))
        cases = BusinessCase.objects.filter(status="approved", decision__in=agreed, **of_project)
        trials = Prototype.objects.filter(
            phase__project=OuterRef("project"), goes_on=True, decided_at__date__lte=day
        )
        found: PhaseQuerySet = self.annotate(
            worked_out=Exists(cases) | Exists(trials),
            leads=Exists(on_day(leaders, day)),
            interest=Exists(interested),
            stakes=Coalesce(Subquery(counted.values("number"), output_field=IntegerField()), 0),
            chair=Exists(chairs),
            decided=Exists(named) | Exists(agreed.filter(_by_ballot())),
            described=Exists(Pilot.objects.filter(phase=OuterRef("pk"), ends_on__gt=day)),
        )
        return found


def _named(agreed: Any, standing: Any) -> Any:
    """Those of `agreed` that are named for the phase around it and can be about nothing else."""
    elsewhere = standing.filter(decision=OuterRef("pk")).exclude(pk=OuterRef(OuterRef("pk")))
    return agreed.unbound().filter(~Exists(elsewhere), pk=OuterRef("decision"))


def _by_ballot() -> Q:
    """Decisions by the ballot of the phase around it, or by a later round of that."""
    ballot = OuterRef("ballot")
    later = Q(ballot__previous=ballot) | Q(ballot__previous__previous=ballot)
    return Q(ballot=ballot) | later


def _taken() -> Q:
    """Decisions by which the raad agreed to something, as `gate.agreed` says."""
    agreed = Q(ballot__isnull=True) | Q(ballot__outcome="adopted")
    return agreed & ~Q(status="dropped")
