"""Ballots of a programmaraad: the question, the rules and the outcome."""

from collections import Counter
from datetime import UTC, datetime
from fractions import Fraction
from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from events.models import Meeting
from partners.querysets import local_day
from programme import tally
from programme.querysets import BallotQuerySet, EntitlementQuerySet
from schuldenlab.lifecycle import Move

from .raad import Programmaraad
from .rounds import InRounds


class Ballot(InRounds, models.Model):
    """One question to one raad. Everything about it is fixed before it opens."""

    class Status(models.TextChoices):
        DRAFT = "draft", _("being prepared")
        OPEN = "open", _("open")
        CLOSED = "closed", _("closed")

    class Method(models.TextChoices):
        MOTION = "motion", _("for or against")
        SELECTION = "selection", _("choose from options")

    class Base(models.TextChoices):
        FOR_AGAINST = tally.Base.FOR_AGAINST, _("votes for and against")
        CAST = tally.Base.CAST, _("all votes cast")
        ENTITLED = tally.Base.ENTITLED, _("all seats that may vote")

    class TieRule(models.TextChoices):
        REJECTED = tally.TieRule.REJECTED, _("rejected")
        SECOND_ROUND = tally.TieRule.SECOND_ROUND, _("a second round")

    class Outcome(models.TextChoices):
        ADOPTED = tally.Outcome.ADOPTED, _("adopted")
        REJECTED = tally.Outcome.REJECTED, _("rejected")
        NO_QUORUM = tally.Outcome.NO_QUORUM, _("no decision: too few votes")
        SECOND_ROUND = tally.Outcome.SECOND_ROUND, _("undecided: second round")
        CHOSEN = tally.Outcome.CHOSEN, _("chosen")

    FIRST = Status.DRAFT
    MOVES: ClassVar[dict[str, Move]] = {
        "open": Move(frozenset({Status.DRAFT}), Status.OPEN, "opened_at"),
        "close": Move(frozenset({Status.OPEN}), Status.CLOSED, "closed_at"),
    }

    raad = models.ForeignKey(
        Programmaraad, on_delete=models.PROTECT, related_name="ballots", verbose_name=_("raad")
    )
    round = models.PositiveSmallIntegerField(_("round"), default=1)
    previous = models.OneToOneField(
        "self",
        on_delete=models.PROTECT,
        null=True,
        related_name="following",
        verbose_name=_("previous round"),
    )
    method = models.CharField(
        _("method"), max_length=10, choices=Method.choices, default=Method.MOTION
    )
    title = models.CharField(_("title"), max_length=120)
    question = models.CharField(_("question"), max_length=200)
    text = models.TextField(_("text that is voted on"))
    quorum_numerator = models.PositiveSmallIntegerField(default=1)
    quorum_denominator = models.PositiveSmallIntegerField(default=2)
    quorum_is_over = models.BooleanField(default=True)
    majority_numerator = models.PositiveSmallIntegerField(default=1)
    majority_denominator = models.PositiveSmallIntegerField(default=2)
    majority_is_over = models.BooleanField(default=True)
    base = models.CharField(
        _("base"), max_length=12, choices=Base.choices, default=Base.FOR_AGAINST
    )
    tie_rule = models.CharField(
        _("tie"), max_length=12, choices=TieRule.choices, default=TieRule.REJECTED
    )
    choose_min = models.PositiveSmallIntegerField(_("at least so many chosen"), null=True)
    choose_max = models.PositiveSmallIntegerField(_("at most so many chosen"), null=True)
    meeting = models.ForeignKey(
        Meeting,
        on_delete=models.PROTECT,
        null=True,
        related_name="ballots",
        verbose_name=_("held in the meeting"),
    )
    dispute_by = models.DateTimeField(_("say that it is not right before"), null=True)
    closes_at = models.DateTimeField(_("closes at"))
    status = models.CharField(
        _("status"), max_length=10, choices=Status.choices, default=Status.DRAFT, editable=False
    )
    announced_at = models.DateTimeField(_("announced at"), null=True, editable=False)
    opened_at = models.DateTimeField(_("opened at"), null=True, editable=False)
    closed_at = models.DateTimeField(_("closed at"), null=True, editable=False)
    seal = models.CharField(_("seal"), max_length=64, blank=True, editable=False)
    outcome = models.CharField(
        _("outcome"), max_length=12, choices=Outcome.choices, blank=True, editable=False
    )
    counts = models.JSONField(_("counts"), default=dict, editable=False)
    chain_head = models.CharField(_("chain head"), max_length=64, blank=True, editable=False)
    recorded_at = models.DateTimeField(_("recorded at"), db_default=Now(), editable=False)

    objects = BallotQuerySet.as_manager()

    class Meta:
        verbose_name = _("ballot")
        verbose_name_plural = _("ballots")
        ordering = ["-closes_at", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(status="draft") | (Q(opened_at__isnull=False) & ~Q(seal="")),
                name="ballot_open_is_sealed",
            ),
            models.CheckConstraint(
                condition=~Q(status="closed")
                | (Q(closed_at__gte=F("closes_at")) & ~Q(outcome="") & ~Q(chain_head="")),
                name="ballot_closed_has_outcome",
            ),
            models.CheckConstraint(
                condition=Q(opened_at__isnull=True) | Q(closes_at__gt=F("opened_at")),
                name="ballot_closes_after_opening",
            ),
            models.CheckConstraint(
                condition=Q(meeting__isnull=True, dispute_by__isnull=True)
                | Q(meeting__isnull=False, dispute_by__lt=F("closes_at")),
                name="ballot_meeting_can_be_disputed",
            ),
            models.CheckConstraint(
                condition=Q(
                    quorum_denominator__gte=1,
                    majority_denominator__gte=1,
                    quorum_numerator__lte=F("quorum_denominator"),
                    majority_numerator__lte=F("majority_denominator"),
                )
                & ~Q(quorum_is_over=True, quorum_numerator=F("quorum_denominator"))
                & ~Q(majority_is_over=True, majority_numerator=F("majority_denominator")),
                name="ballot_shares_possible",
            ),
            models.CheckConstraint(
                condition=Q(method="motion", choose_min__isnull=True, choose_max__isnull=True)
                | Q(
                    method="selection",
                    base="cast",
                    choose_min__isnull=False,
                    choose_max__gte=1,
                    choose_min__lte=F("choose_max"),
                ),
                name="ballot_places_possible",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """The ballot's page: who voted while it is open, the result after it."""
        return reverse("programme:ballot-detail", args=[self.pk])

    def accepts_votes(self, at: datetime) -> bool:
        """Whether a vote given at this moment counts; the deadline decides, not the clock."""
        return (
            self.status == self.Status.OPEN
            and self.opened_at is not None
            and self.opened_at <= at < self.closes_at
        )

    def electorate(self) -> EntitlementQuerySet:
        """The seats that count at the deadline, as was known when the ballot closed."""
        day = local_day(self.closes_at)
        entitled: EntitlementQuerySet = self.entitlements.counting(day, self.closed_at)
        return entitled

    def organisations_aside(self) -> set[int]:
        """Organisations without a vote: they stepped aside for all that it is about."""
        rows = Counter(self.recusals.effective().values_list("organisation_id", flat=True))
        all_of_it = self.options.count() if self.is_selection else 1
        return {organisation for organisation, count in rows.items() if count >= all_of_it}

    @property
    def quorum(self) -> tally.Threshold:
        """The quorum as an exact fraction of the entitled seats."""
        share = Fraction(self.quorum_numerator, self.quorum_denominator)
        return tally.Threshold(share, self.quorum_is_over)

    @property
    def majority(self) -> tally.Threshold:
        """The majority as an exact fraction of the base."""
        share = Fraction(self.majority_numerator, self.majority_denominator)
        return tally.Threshold(share, self.majority_is_over)

    @property
    def rules(self) -> tally.MotionRules:
        """What the arithmetic of a motion needs to know."""
        return tally.MotionRules(
            self.quorum, self.majority, tally.Base(self.base), tally.TieRule(self.tie_rule)
        )

    @property
    def selection_rules(self) -> tally.SelectionRules:
        """What the arithmetic of a selection needs to know."""
        return tally.SelectionRules(
            self.quorum,
            self.majority,
            tally.TieRule(self.tie_rule),
            min=self.choose_min or 0,
            max=self.choose_max or 1,
        )

    def sealed_facts(self) -> dict[str, Any]:
        """Electorate, text and rules as they are sealed at opening."""
        electorate = self.entitlements.order_by("seat_id")
        facts = {
            "electorate": list(electorate.values_list("seat_id", "organisation_id")),
            "ballot": self.pk,
            "raad": self.raad_id,
            "round": self.round,
            "method": self.method,
            "title": self.title,
            "question": self.question,
            "text": self.text,
            "quorum": f"{self.quorum.share} {self.quorum_is_over}",
            "majority": f"{self.majority.share} {self.majority_is_over}",
            "base": self.base,
            "tie_rule": self.tie_rule,
            "closes_at": self.closes_at.astimezone(UTC).isoformat(timespec="microseconds"),
        }
        if self.meeting_id is not None and self.dispute_by is not None:
            dispute_by = self.dispute_by.astimezone(UTC).isoformat(timespec="microseconds")
            facts |= {"meeting": self.meeting_id, "dispute_by": dispute_by}
        if self.is_selection:
            options = self.options.order_by("position")
            facts["places"] = [self.choose_min, self.choose_max]
            facts["options"] = list(options.values_list("pk", "title", "text"))
        return facts
