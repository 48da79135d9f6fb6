"""Organisations and the period in which each is a partner."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeBoundary, RangeOperators
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import F, Func, Q, Value
from django.db.models.functions import Lower, Now, Replace
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from partners.querysets import OrganisationQuerySet, PartnershipQuerySet
from partners.search import search_index

from .corrections import NOT_STRUCK, Correctable, struck_with_reason


class Sector(models.TextChoices):
    """The kinds of organisation that fight debt together; the value is the word in imports."""

    BANK = "bank", _("bank")
    INSURER = "verzekeraar", _("insurer")
    HEALTH_INSURER = "zorgverzekeraar", _("health insurer")
    HOUSING = "woningcorporatie", _("housing corporation")
    ENERGY = "energie", _("energy")
    WATER = "water", _("water")
    TRANSPORT = "vervoer", _("transport")
    EMPLOYER = "werkgever", _("employer")
    MUNICIPALITY = "gemeente", _("municipality")
    FUND = "fonds", _("fund")
    CARE = "zorg/welzijn", _("care and welfare")
    AGENCY = "uitvoeringsorganisatie", _("public agency")
    KNOWLEDGE = "kennisinstelling", _("knowledge institution")
    PLATFORM = "platform", _("platform")
    OTHER = "overig", _("other")


class Organisation(models.Model):
    """An organisation; it is a partner while it has a partnership."""

    name = models.CharField(_("name"), max_length=120)
    short_name = models.CharField(
        _("short name"),
        max_length=4,
        blank=True,
        help_text=_("Two to four letters for small places; left empty: the initials."),
    )
    sector = models.CharField(_("sector"), max_length=24, choices=Sector.choices)
    website = models.URLField(_("website"), blank=True)
    description = models.TextField(
        _("description"),
        blank=True,
        help_text=_("No data about people with debts."),
    )
    kvk_number = models.CharField(
        _("KvK number"),
        max_length=8,
        blank=True,
        validators=[RegexValidator(r"^\d{8}$", _("A KvK number has eight digits."))],
    )
    is_public = models.BooleanField(
        _("on the public page"),
        default=False,
        help_text=_("Name, sector, website and description may be seen by everybody."),
    )
    name_key = models.GeneratedField(
        expression=Lower(Replace("name", Value(" "), Value(""))),
        output_field=models.CharField(max_length=120),
        db_persist=True,
    )
    recorded_at = models.DateTimeField(_("recorded at"), db_default=Now(), editable=False)

    objects = OrganisationQuerySet.as_manager()

    class Meta:
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")
        ordering = ["name"]
        indexes = [
            search_index("organisation_search", "name", "short_name", "sector", "description")
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["name_key"],
                name="organisation_name_once",
                violation_error_message=_("There is an organisation with this name already."),
            ),
            models.CheckConstraint(condition=~Q(name=""), name="organisation_has_name"),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """The partner's page."""
        return reverse("partners:organisation-detail", args=[self.pk])

    @property
    def initials(self) -> str:
        """Two letters for seats and avatars."""
        if self.short_name:
            return self.short_name
        words = [word for word in self.name.replace("-", " ").split() if word[0].isalnum()]
        if len(words) == 1:
            return words[0][:2].upper()
        return "".join(word[0] for word in words[:1] + words[-1:]).upper()


class Partnership(Correctable):
    """The period in which an organisation is a partner; `left_on` is the first day without."""

    organisation = models.ForeignKey(
        Organisation,
        on_delete=models.PROTECT,
        related_name="partnerships",
        verbose_name=_("organisation"),
    )
    joined_on = models.DateField(_("joined on"))
    left_on = models.DateField(_("left on"), null=True, blank=True)
    recorded_at = models.DateTimeField(_("recorded at"), db_default=Now(), editable=False)
    left_recorded_at = models.DateTimeField(null=True, editable=False)

    objects = PartnershipQuerySet.as_manager()

    class Meta:
        verbose_name = _("partnership")
        verbose_name_plural = _("partnerships")
        ordering = ["joined_on"]
        constraints = [
            models.CheckConstraint(
                condition=Q(left_on__isnull=True) | Q(left_on__gt=F("joined_on")),
                name="partnership_ends_after_start",
            ),
            models.CheckConstraint(
                condition=Q(left_on__isnull=True) | Q(left_recorded_at__isnull=False),
                name="partnership_end_is_recorded",
            ),
            ExclusionConstraint(
                name="partnership_once_at_a_time",
                expressions=[
                    ("organisation", RangeOperators.EQUAL),
                    (
                        Func(
                            F("joined_on"),
                            F("left_on"),
                            RangeBoundary(inclusive_lower=True, inclusive_upper=False),
                            function="daterange",
                            output_field=DateRangeField(),
                        ),
                        RangeOperators.OVERLAPS,
                    ),
                ],
                condition=NOT_STRUCK,
            ),
            struck_with_reason("partnership_struck_with_reason"),
        ]

    def __str__(self) -> str:
        return f"{self.organisation_id}: {self.joined_on} – {self.left_on or '…'}"
