"""What a version of a business case says: its parties, and their costs, benefits and transfers."""

from decimal import Decimal

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from partners.models import Organisation
from projects.businesscase import Certainty, Effect, Kind, Line, Spread
from projects.querysets import CasePartQuerySet

from .cases import BusinessCase


class CaseParty(models.Model):
    """Who pays or gains: an organisation, or a group such as the residents or the state."""

    case = models.ForeignKey(BusinessCase, on_delete=models.CASCADE, related_name="parties")
    organisation = models.ForeignKey(
        Organisation,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="case_parties",
        verbose_name=_("organisation"),
    )
    name = models.CharField(_("name"), max_length=120)
    is_residents = models.BooleanField(default=False, editable=False)
    position = models.PositiveSmallIntegerField(editable=False)

    objects = CasePartQuerySet.as_manager()

    class Meta:
        verbose_name = _("party to a business case")
        verbose_name_plural = _("parties to business cases")
        ordering = ["case", "position"]
        constraints = [
            models.UniqueConstraint(fields=["case", "name"], name="case_party_name_once"),
            models.UniqueConstraint(
                fields=["case", "organisation"], name="case_party_organisation_once"
            ),
            models.UniqueConstraint(
                fields=["case"], condition=Q(is_residents=True), name="case_residents_once"
            ),
            models.CheckConstraint(
                condition=~Q(is_residents=True) | Q(organisation__isnull=True),
                name="case_residents_are_a_group",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """Its place is the page of its version."""
        return self.case.get_absolute_url()


class CaseLine(models.Model):
    """One cost, benefit or transfer of a version, per year of its horizon.

    A line of effects counts `quantities` people or cases a year, of whom a share (`effect`) changes
    something with a `price`; `deadweight` is the share that would have changed anyhow. A line of
    amounts has euro as quantities. `low` and `high` say what the middle value is multiplied with.
    """

    class LineKind(models.TextChoices):
        COST = Kind.COST, _("cost")
        BENEFIT = Kind.BENEFIT, _("benefit")
        TRANSFER = Kind.TRANSFER, _("transfer")

    class Category(models.TextChoices):
        DEBTS = "debts", _("preventing problematic debts")
        COLLECTION = "collection", _("collection costs")
        CARE = "care", _("care costs")
        ASSISTANCE = "assistance", _("social assistance")
        OTHER = "other", _("other")

    class Certain(models.TextChoices):
        MEASURED = Certainty.MEASURED, _("measured")
        LITERATURE = Certainty.LITERATURE, _("literature")
        EXPERT = Certainty.EXPERT, _("expert judgement")
        PRO_MEMORIA = Certainty.PRO_MEMORIA, _("p.m.: not in numbers")

    case = models.ForeignKey(BusinessCase, on_delete=models.CASCADE, related_name="lines")
    position = models.PositiveSmallIntegerField(editable=False)
    kind = models.CharField(_("kind"), max_length=8, choices=LineKind.choices)
    party = models.ForeignKey(
        CaseParty, on_delete=models.PROTECT, related_name="lines", verbose_name=_("party")
    )
    receiver = models.ForeignKey(
        CaseParty,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="received",
        verbose_name=_("goes to"),
    )
    text = models.CharField(_("what it is"), max_length=200)
    category = models.CharField(_("category"), max_length=10, choices=Category.choices)
    is_effect = models.BooleanField(_("counts people or cases"), default=False)
    unit = models.CharField(_("what is counted"), max_length=60, blank=True)
    quantities = ArrayField(
        models.DecimalField(max_digits=16, decimal_places=4), default=list, blank=True
    )
    effect = models.DecimalField(_("effect"), max_digits=9, decimal_places=6, default=Decimal(1))
    price = models.DecimalField(_("price"), max_digits=14, decimal_places=4, default=Decimal(1))
    deadweight = models.DecimalField(
        _("deadweight"), max_digits=7, decimal_places=6, default=Decimal(0)
    )
    low = models.DecimalField(_("low"), max_digits=8, decimal_places=4, default=Decimal(1))
    high = models.DecimalField(_("high"), max_digits=8, decimal_places=4, default=Decimal(1))
    certainty = models.CharField(_("certainty"), max_length=10, choices=Certain.choices)
    source = models.CharField(_("source"), max_length=300, blank=True)

    objects = CasePartQuerySet.as_manager()

    class Meta:
        verbose_name = _("line of a business case")
        verbose_name_plural = _("lines of business cases")
        ordering = ["case", "position"]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind="transfer", receiver__isnull=False) & ~Q(receiver=F("party"))
                | ~Q(kind="transfer") & Q(receiver__isnull=True),
                name="case_line_receiver_of_transfer",
            ),
            models.CheckConstraint(
                condition=Q(deadweight__gte=0, deadweight__lte=1), name="case_line_deadweight"
            ),
            models.CheckConstraint(
                condition=Q(low__gte=0, low__lte=1, high__gte=1), name="case_line_spread"
            ),
            models.CheckConstraint(
                condition=Q(is_effect=True) | Q(effect=1, price=1, deadweight=0),
                name="case_line_amounts_are_euro",
            ),
            models.CheckConstraint(
                condition=~Q(certainty="pm") | Q(quantities=[]), name="case_line_pm_has_no_number"
            ),
        ]

    def __str__(self) -> str:
        return self.text

    def get_absolute_url(self) -> str:
        """Its place is the page of its version."""
        return self.case.get_absolute_url()

    def as_line(self, names: dict[int, str]) -> Line:
        """For the arithmetic; `names` are those of the parties."""
        spread = Spread(self.low, self.high)
        expected = Effect(tuple(self.quantities), self.effect, self.price, self.deadweight, spread)
        return Line(
            party=names[self.party_id],
            kind=Kind(self.kind),
            effect=expected,
            text=self.text,
            category=self.category,
            certainty=Certainty(self.certainty),
            source=self.source,
            receiver=names[self.receiver_id] if self.receiver_id else "",
            is_effect=self.is_effect,
            unit=self.unit,
        )
