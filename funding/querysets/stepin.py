"""Questions about step-in rounds: who was offered what and when, and who answered.

"At a moment" is as it was on record then: a later row changes no earlier answer.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.db import models
from django.db.models import Exists, F, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce

from partners.querysets import local_day

from .pledges import sits_in_raad


class StepInRoundQuerySet(models.QuerySet[Any]):
    def visible_to(self, person: Any) -> StepInRoundQuerySet:
        """Whoever sees the phase sees that it is offered; who answered what is another question."""
        from funding.models import FundingPlan  # noqa: PLC0415 - the models name this file

        return self.filter(plan__in=FundingPlan.objects.visible_to(person).values("pk"))

    def open_at(self, moment: datetime) -> StepInRoundQuerySet:
        """Those that waited for answers at a moment: not closed, and their phase not over."""
        goes = Q(plan__phase__ended_at__isnull=True) | Q(plan__phase__ended_at__gt=moment)
        kept = Q(plan__phase__dropped_at__isnull=True) | Q(plan__phase__dropped_at__gt=moment)
        not_closed = Q(closed_at__isnull=True) | Q(closed_at__gt=moment)
        return self.filter(goes, kept, not_closed, opened_at__lte=moment, closes_at__gt=moment)

    def opened_by(self, moment: datetime) -> StepInRoundQuerySet:
        """Those that were opened by a moment, whatever became of them."""
        return self.filter(opened_at__lte=moment, recorded_at__lte=moment)

    def newest(self) -> StepInRoundQuerySet:
        """Of each plan the last one: the one that takes answers, also when they come late."""
        newer = self.model.objects.filter(plan=OuterRef("plan"), ordinal__gt=OuterRef("ordinal"))
        return self.filter(~Exists(newer))

    def with_counts(self, moment: datetime) -> StepInRoundQuerySet:
        """Each with `asked` and `answered`: how many partners, and how many of them answered."""
        from funding.models import StepInOffer  # noqa: PLC0415 - the models name this file

        mine = StepInOffer.objects.filter(round=OuterRef("pk"), offered_at__lte=moment).order_by()
        done = mine.with_answer(moment).filter(answer__isnull=False)
        counted: StepInRoundQuerySet = self.annotate(
            asked=_number_of(mine), answered=_number_of(done)
        )
        return counted


class StepInOfferQuerySet(models.QuerySet[Any]):
    def visible_to(self, person: Any) -> StepInOfferQuerySet:
        """What a partner is asked and gains is its own business, and the kernteam's."""
        if not person.is_authenticated:
            return self.none()
        if person.standing.is_kernteam:
            return self
        return self.filter(organisation__in=person.standing.organisation_ids)

    def with_answer(self, moment: datetime) -> StepInOfferQuerySet:
        """Each with the answer that counted at a moment: `answer`, `answered_at`, `answer_id`.

        None for who had not answered. `answer` is yes, later or no.
        """
        from funding.models import StepInAnswer  # noqa: PLC0415 - the models name this file

        mine = StepInAnswer.objects.known_by(moment).filter(offer=OuterRef("pk"))
        last = mine.order_by("-ordinal")
        found: StepInOfferQuerySet = self.annotate(
            answer=Subquery(last.values("answer")[:1]),
            answered_at=Subquery(last.values("at")[:1]),
            answer_id=Subquery(last.values("pk")[:1]),
        )
        return found

    def silent(self, moment: datetime) -> StepInOfferQuerySet:
        """Those to which nobody had answered at a moment."""
        return self.with_answer(moment).filter(answer__isnull=True)

    def answered(self, answer: str, moment: datetime) -> StepInOfferQuerySet:
        """Those of which this was the answer that counted at a moment: yes, later or no."""
        return self.with_answer(moment).filter(answer=answer)

    def open_at(self, moment: datetime) -> StepInOfferQuerySet:
        """Those of rounds that waited for answers at a moment."""
        from funding.models import StepInRound  # noqa: PLC0415 - the models name this file

        rounds = StepInRound.objects.open_at(moment)
        return self.filter(round__in=rounds.values("pk"), offered_at__lte=moment)

    def waiting_for(self, organisation_ids: Any, moment: datetime) -> StepInOfferQuerySet:
        """Open offers to these organisations without any answer: what to ask their people."""
        return self.open_at(moment).filter(organisation__in=organisation_ids).silent(moment)

    def newest(self) -> StepInOfferQuerySet:
        """Those of the last round of each plan."""
        from funding.models import StepInRound  # noqa: PLC0415 - the models name this file

        return self.filter(round__in=StepInRound.objects.newest().values("pk"))

    def to_partners(self, day: date) -> StepInOfferQuerySet:
        """Those to organisations that are partners on a day."""
        from partners.models import Partnership  # noqa: PLC0415 - the models name this file

        current = Partnership.objects.on(day).filter(organisation=OuterRef("organisation"))
        return self.filter(Exists(current))


class StepInAnswerQuerySet(models.QuerySet[Any]):
    def known_by(self, moment: datetime) -> StepInAnswerQuerySet:
        """Given and recorded by a moment."""
        return self.filter(at__lte=moment, recorded_at__lte=moment)

    def visible_to(self, person: Any) -> StepInAnswerQuerySet:
        """Its own ones for a partner; all for the kernteam and the programmaraad.

        And those about their project for its stuurgroep and for who leads it.
        """
        from projects.models import Leadership, StuurgroepMember  # noqa: PLC0415 - they name us
        from projects.querysets import on_day  # noqa: PLC0415

        if not person.is_authenticated:
            return self.none()
        if person.standing.is_kernteam or sits_in_raad(person):
            return self
        day, project = local_day(person.moment), OuterRef("offer__round__plan__phase__project")
        steers = StuurgroepMember.objects.on(day).filter(person=person, stuurgroep__project=project)
        leads = on_day(Leadership.objects.filter(person=person, project=project), day)
        own = Q(offer__organisation__in=person.standing.organisation_ids)
        return self.filter(own | Exists(steers) | Exists(leads))

    def counting(self, moment: datetime) -> StepInAnswerQuerySet:
        """Of each offer the last answer that was on record at a moment."""
        known = self.model.objects.known_by(moment)
        newer = known.filter(offer=OuterRef("offer"), ordinal__gt=OuterRef("ordinal"))
        return self.known_by(moment).filter(~Exists(newer))

    def in_time(self) -> StepInAnswerQuerySet:
        """Those that came before their round had ended."""
        ended = Coalesce(F("offer__round__closed_at"), F("offer__round__closes_at"))
        return self.filter(at__lt=ended)


def _number_of(rows: models.QuerySet[Any]) -> Coalesce:
    counted = rows.values("round").annotate(number=models.Count("pk")).values("number")
    return Coalesce(Subquery(counted, output_field=models.IntegerField()), 0)
