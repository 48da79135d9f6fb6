"""The electorate of a ballot, and votes that stay as they were cast."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from partners.models import Organisation, Way
from programme import chain, tally
from programme.querysets import EntitlementQuerySet, VoteQuerySet

from .ballots import Ballot
from .raad import Seat


class Entitlement(models.Model):
    """A seat that may vote in one ballot: the electorate is frozen at opening."""

    ballot = models.ForeignKey(
        Ballot, on_delete=models.PROTECT, related_name="entitlements", verbose_name=_("ballot")
    )
    seat = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="entitlements")
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="+", verbose_name=_("organisation")
    )

    objects = EntitlementQuerySet.as_manager()

    class Meta:
        verbose_name = _("entitlement")
        verbose_name_plural = _("entitlements")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["ballot", "organisation"], name="entitlement_once_per_organisation"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.ballot_id} {self.organisation_id}"


class Vote(models.Model):
    """One vote as it was cast.

    A later vote of the same seat is another row with a higher ordinal; the highest ordinal before
    closing counts.
    """

    class Choice(models.TextChoices):
        FOR = tally.Choice.FOR, _("for")
        AGAINST = tally.Choice.AGAINST, _("against")
        ABSTAIN = tally.Choice.ABSTAIN, _("abstain")
        APPROVE = "approve", _("options chosen")

    ballot = models.ForeignKey(
        Ballot, on_delete=models.PROTECT, related_name="votes", verbose_name=_("ballot")
    )
    entitlement = models.ForeignKey(Entitlement, on_delete=models.PROTECT, related_name="votes")
    ordinal = models.PositiveIntegerField(_("ordinal"))
    sequence = models.PositiveIntegerField(_("sequence"))
    choice = models.CharField(_("choice"), max_length=8, choices=Choice.choices)
    approves = models.JSONField(_("options that it approves"), null=True)
    reason = models.TextField(_("reason"), blank=True)
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("cast by"),
    )
    way = models.CharField(_("came in"), max_length=8, choices=Way.choices, default=Way.ONLINE)
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("entered by"),
    )
    receipt_code = models.CharField(_("receipt code"), max_length=12, unique=True)
    hash = models.CharField(_("hash"), max_length=64)
    at = models.DateTimeField(_("cast at"))
    recorded_at = models.DateTimeField(_("recorded at"), db_default=Now(), editable=False)

    objects = VoteQuerySet.as_manager()

    class Meta:
        verbose_name = _("vote")
        verbose_name_plural = _("votes")
        ordering = ["ballot", "sequence"]
        default_permissions = ("view",)
        constraints = [
            models.UniqueConstraint(
                fields=["ballot", "entitlement", "ordinal"], name="vote_one_counts"
            ),
            models.UniqueConstraint(fields=["ballot", "sequence"], name="vote_sequence_once"),
            models.CheckConstraint(
                condition=Q(choice__in=["for", "against", "abstain"], approves__isnull=True)
                | Q(choice="approve", approves__isnull=False),
                name="vote_choice_known",
            ),
            models.CheckConstraint(
                condition=Q(way="online", entered_by__isnull=True)
                | Q(way="meeting", entered_by__isnull=False),
                name="vote_entered_in_a_meeting",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.ballot_id} #{self.sequence}"

    def said(self) -> frozenset[int]:
        """The options that this vote approves; empty when it abstains."""
        return frozenset(self.approves or ())

    def still_said(self) -> frozenset[int]:
        """The same, without those for which its seat stepped aside since."""
        aside = self.ballot.recusals.effective().filter(
            organisation=self.entitlement.organisation_id
        )
        return self.said() - set(aside.values_list("option_id", flat=True))

    def link(self) -> chain.Link:
        """This vote as the chain seals it."""
        return chain.Link(
            sequence=self.sequence,
            entitlement=self.entitlement_id,
            ordinal=self.ordinal,
            choice=self.choice,
            approves=None if self.approves is None else tuple(self.approves),
            reason=self.reason,
            person=self.person_id,
            at=self.at,
            receipt=chain.receipt_hash(self.receipt_code),
            entered_by=self.entered_by_id,
        )
