"""Decisions with their number, and what partners answer to an adopted programme."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from events.models import Meeting
from partners.models import Organisation, Way
from programme.querysets import CommitmentQuerySet, DecisionQuerySet

from .ballots import Ballot
from .programmes import Programme
from .raad import Programmaraad


class Decision(models.Model):
    """A decision of a programmaraad, in the register under a number such as 2026-03."""

    class Status(models.TextChoices):
        OPEN = "open", _("to be carried out")
        DONE = "done", _("carried out")

    raad = models.ForeignKey(
        Programmaraad, on_delete=models.PROTECT, related_name="decisions", verbose_name=_("raad")
    )
    year = models.PositiveSmallIntegerField(_("year"))
    sequence = models.PositiveSmallIntegerField(_("sequence"))
    title = models.CharField(_("title"), max_length=160)
    text = models.TextField(_("text"))
    ballot = models.OneToOneField(
        Ballot,
        on_delete=models.PROTECT,
        null=True,
        related_name="decision",
        verbose_name=_("ballot"),
    )
    follow_up = models.TextField(_("follow-up"), blank=True)
    status = models.CharField(
        _("status"), max_length=6, choices=Status.choices, default=Status.OPEN, editable=False
    )
    taken_at = models.DateTimeField(_("taken at"))
    recorded_at = models.DateTimeField(_("recorded at"), db_default=Now(), editable=False)

    objects = DecisionQuerySet.as_manager()

    class Meta:
        verbose_name = _("decision")
        verbose_name_plural = _("decisions")
        ordering = ["-year", "-sequence"]
        constraints = [
            models.UniqueConstraint(fields=["year", "sequence"], name="decision_number_once"),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.title}"

    def get_absolute_url(self) -> str:
        """The decision's page."""
        return reverse("programme:decision-detail", args=[self.year, self.sequence])

    @property
    def number(self) -> str:
        """Year and sequence, as people cite it."""
        return f"{self.year}-{self.sequence:02d}"


class Commitment(models.Model):
    """What a partner answers to the adopted programme. A later answer is a new row."""

    class Answer(models.TextChoices):
        YES = "yes", _("Yes, we commit to this programme")
        NOT_NOW = "not_now", _("Not now")

    programme = models.ForeignKey(
        Programme, on_delete=models.PROTECT, related_name="commitments", verbose_name=_("programme")
    )
    organisation = models.ForeignKey(
        Organisation,
        on_delete=models.PROTECT,
        related_name="commitments",
        verbose_name=_("organisation"),
    )
    ordinal = models.PositiveSmallIntegerField(_("ordinal"))
    answer = models.CharField(_("answer"), max_length=8, choices=Answer.choices)
    reason = models.TextField(_("reason"), blank=True)
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("given by"),
    )
    way = models.CharField(_("came in"), max_length=8, choices=Way.choices, default=Way.ONLINE)
    given_on = models.DateField(_("given on"))
    meeting = models.ForeignKey(
        Meeting,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="commitments",
        verbose_name=_("given at the meeting"),
    )
    at = models.DateTimeField(_("recorded at"))
    recorded_at = models.DateTimeField(_("recorded at"), db_default=Now(), editable=False)

    objects = CommitmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("commitment")
        verbose_name_plural = _("commitments")
        ordering = ["programme", "organisation", "ordinal"]
        constraints = [
            models.UniqueConstraint(
                fields=["programme", "organisation", "ordinal"], name="commitment_one_counts"
            ),
            models.CheckConstraint(
                condition=Q(answer__in=["yes", "not_now"]), name="commitment_answer_known"
            ),
            models.CheckConstraint(
                condition=~Q(answer="not_now") | ~Q(reason=""),
                name="commitment_not_now_has_reason",
            ),
            models.CheckConstraint(
                condition=Q(meeting__isnull=True) | Q(way="meeting"),
                name="commitment_at_a_meeting",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.programme_id} {self.organisation_id} {self.answer}"
