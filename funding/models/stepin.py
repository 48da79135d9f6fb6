"""Step-in rounds: one act offers an innovation to all partners, and each of them answers."""

from datetime import datetime

from django.conf import settings
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateTimeRangeField, RangeBoundary, RangeOperators
from django.db import models
from django.db.models import F, Func, Q
from django.db.models.functions import Coalesce, Now
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from funding.querysets import StepInAnswerQuerySet, StepInOfferQuerySet, StepInRoundQuerySet
from funding.shares import Key
from partners.models import Organisation
from projects.models import BusinessCase

from .plans import FundingPlan, FundingTerms
from .pledges import Pledge


def _open_period() -> Func:
    """From its opening until it was closed, else until its deadline."""
    return Func(
        F("opened_at"),
        Coalesce(F("closed_at"), F("closes_at")),
        RangeBoundary(inclusive_lower=True, inclusive_upper=False),
        function="tstzrange",
        output_field=DateTimeRangeField(),
    )


class StepInRound(models.Model):
    """One phase is offered to all partners of a day, with what it asks and a proposed share each.

    Nothing of it changes; it can be closed before its deadline. The shares of its offers and
    `unshared` are `to_share` together. What each gains follows from `case`, if there is one.
    """

    class Key(models.TextChoices):
        EQUAL = Key.EQUAL, _("the same for everybody")
        BENEFIT = Key.BENEFIT, _("by what each gains")
        CAPPED = Key.CAPPED, _("by what each gains, and never more than that")
        FREE = "free", _("as agreed with each")

    plan = models.ForeignKey(
        FundingPlan, on_delete=models.PROTECT, related_name="rounds", verbose_name=_("plan")
    )
    ordinal = models.PositiveSmallIntegerField(_("number"), editable=False)
    terms = models.ForeignKey(
        FundingTerms, on_delete=models.PROTECT, related_name="+", verbose_name=_("what is asked")
    )
    case = models.ForeignKey(
        BusinessCase,
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("business case"),
    )
    key = models.CharField(_("key"), max_length=7, choices=Key.choices)
    to_share = models.DecimalField(_("what is shared"), max_digits=12, decimal_places=2)
    unshared = models.DecimalField(_("not shared"), max_digits=12, decimal_places=2)
    text = models.TextField(_("what it is"), help_text=_("No data about people with debts."))
    opened_at = models.DateTimeField(_("opened at"))
    closes_at = models.DateTimeField(_("answers until"))
    closed_at = models.DateTimeField(_("closed at"), null=True, editable=False)
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("opened by"),
    )
    recorded_at = models.DateTimeField(_("recorded at"), db_default=Now(), editable=False)

    objects = StepInRoundQuerySet.as_manager()

    class Meta:
        verbose_name = _("step-in round")
        verbose_name_plural = _("step-in rounds")
        ordering = ["plan", "ordinal"]
        constraints = [
            models.UniqueConstraint(fields=["plan", "ordinal"], name="stepin_round_number_once"),
            ExclusionConstraint(
                name="stepin_round_open_once",
                expressions=[
                    ("plan", RangeOperators.EQUAL),
                    (_open_period(), RangeOperators.OVERLAPS),
                ],
            ),
            models.CheckConstraint(
                condition=Q(closes_at__gt=F("opened_at"))
                & (
                    Q(closed_at__isnull=True)
                    | Q(closed_at__gte=F("opened_at"), closed_at__lte=F("closes_at"))
                ),
                name="stepin_round_closes_after_it_opened",
            ),
            models.CheckConstraint(
                condition=Q(unshared__gte=0)
                & Q(to_share__gte=F("unshared"))
                & ~Q(text="")
                & Q(key__in=["equal", "benefit", "capped", "free"]),
                name="stepin_round_says_what_it_asks",
            ),
            models.CheckConstraint(
                condition=~Q(key__in=["benefit", "capped"]) | Q(case__isnull=False),
                name="stepin_round_gains_by_a_case",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.plan_id} {self.ordinal}"

    def get_absolute_url(self) -> str:
        """Who answered what, as far as its reader may know."""
        return reverse("funding:round-detail", args=[self.pk])

    @property
    def ended_at(self) -> datetime:
        """Until when an answer is in time."""
        return self.closed_at or self.closes_at

    def is_open_at(self, moment: datetime) -> bool:
        """Whether an answer at this moment is in time."""
        return self.opened_at <= moment < self.ended_at


class StepInOffer(models.Model):
    """What one partner is asked in a round, as it was proposed; it never changes.

    `benefit` is what it gains by the case, as present value to the cent; `payback_year` the first
    year from which that stays at its share or more. Who joined while the round was open has no
    `share`: all that was shared out is with the others.
    """

    round = models.ForeignKey(
        StepInRound, on_delete=models.PROTECT, related_name="offers", verbose_name=_("round")
    )
    organisation = models.ForeignKey(
        Organisation,
        on_delete=models.PROTECT,
        related_name="stepin_offers",
        verbose_name=_("organisation"),
    )
    share = models.DecimalField(_("proposed share"), max_digits=12, decimal_places=2, null=True)
    benefit = models.DecimalField(_("gains"), max_digits=14, decimal_places=2, null=True)
    minimum = models.DecimalField(_("at least"), max_digits=12, decimal_places=2, default=0)
    fixed = models.DecimalField(_("agreed share"), max_digits=12, decimal_places=2, null=True)
    payback_year = models.PositiveSmallIntegerField(_("earned back in"), null=True)
    offered_at = models.DateTimeField(_("offered at"))
    recorded_at = models.DateTimeField(_("recorded at"), db_default=Now(), editable=False)

    objects = StepInOfferQuerySet.as_manager()

    class Meta:
        verbose_name = _("step-in offer")
        verbose_name_plural = _("step-in offers")
        ordering = ["round", "organisation__name"]
        constraints = [
            models.UniqueConstraint(fields=["round", "organisation"], name="stepin_offered_once"),
            models.CheckConstraint(
                condition=Q(minimum__gte=0)
                & (Q(benefit__isnull=True) | Q(benefit__gte=0))
                & (Q(fixed__isnull=True) | Q(share__isnull=False, share=F("fixed")))
                & (Q(share__isnull=True) | Q(fixed__isnull=False) | Q(share__gte=F("minimum")))
                & (Q(share__isnull=True) | Q(share__gte=0)),
                name="stepin_share_as_agreed",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.round_id} {self.organisation_id}"

    def get_absolute_url(self) -> str:
        """The page on which this partner answers."""
        return reverse("funding:stepin-answer", args=[self.pk])


class StepInAnswer(models.Model):
    """Yes with the pledge that it brought, no, or later. The last one counts; none ever changes."""

    class Answer(models.TextChoices):
        YES = "yes", _("yes, we step in")
        LATER = "later", _("perhaps later")
        NO = "no", _("no, not this time")

    offer = models.ForeignKey(
        StepInOffer, on_delete=models.PROTECT, related_name="answers", verbose_name=_("offer")
    )
    ordinal = models.PositiveSmallIntegerField(_("number"), editable=False)
    answer = models.CharField(_("answer"), max_length=5, choices=Answer.choices)
    pledge = models.ForeignKey(
        Pledge,
        on_delete=models.PROTECT,
        null=True,
        related_name="stepin_answers",
        verbose_name=_("pledge"),
    )
    words = models.CharField(_("in a few words"), max_length=300, blank=True)
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("answered by"),
    )
    is_on_behalf = models.BooleanField(_("recorded by the kernteam"), default=False)
    at = models.DateTimeField(_("answered at"))
    recorded_at = models.DateTimeField(_("recorded at"), db_default=Now(), editable=False)

    objects = StepInAnswerQuerySet.as_manager()

    class Meta:
        verbose_name = _("answer to a step-in offer")
        verbose_name_plural = _("answers to step-in offers")
        ordering = ["offer", "ordinal"]
        constraints = [
            models.UniqueConstraint(fields=["offer", "ordinal"], name="stepin_answer_number_once"),
            models.CheckConstraint(
                condition=Q(answer="yes", pledge__isnull=False)
                | Q(answer__in=["no", "later"], pledge__isnull=True),
                name="stepin_yes_brings_a_pledge",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.offer_id} {self.answer}"

    def get_absolute_url(self) -> str:
        """It stands with the offer."""
        return self.offer.get_absolute_url()

    @property
    def is_late(self) -> bool:
        """Whether it came after the round had ended."""
        return self.at >= self.offer.round.ended_at
