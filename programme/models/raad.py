"""The programmaraad: five to six partners that decide the programme of one year."""

from datetime import date
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from partners.models import Framework, Organisation
from partners.models.people import dated_forward, dated_once
from programme.querysets import DelegateQuerySet, RaadQuerySet, SeatQuerySet
from schuldenlab.lifecycle import Move


class Programmaraad(models.Model):
    """The raad of one year. It may be installed from 1 September of the year before."""

    class Status(models.TextChoices):
        COMPOSING = "composing", _("being composed")
        INSTALLED = "installed", _("installed")
        DISSOLVED = "dissolved", _("dissolved")

    FIRST = Status.COMPOSING
    MOVES: ClassVar[dict[str, Move]] = {
        "install": Move(frozenset({Status.COMPOSING}), Status.INSTALLED, "installed_at"),
        "dissolve": Move(frozenset({Status.INSTALLED}), Status.DISSOLVED, "dissolved_at"),
    }

    year = models.PositiveSmallIntegerField(_("year"), unique=True)
    framework = models.ForeignKey(
        Framework, on_delete=models.PROTECT, related_name="raden", verbose_name=_("framework")
    )
    status = models.CharField(
        _("status"),
        max_length=10,
        choices=Status.choices,
        default=Status.COMPOSING,
        editable=False,
    )
    proposed_at = models.DateTimeField(_("proposed at"), null=True, editable=False)
    respond_by = models.DateTimeField(_("respond by"), null=True, editable=False)
    installed_at = models.DateTimeField(_("installed at"), null=True, editable=False)
    dissolved_at = models.DateTimeField(_("dissolved at"), null=True, editable=False)
    recorded_at = models.DateTimeField(_("recorded at"), db_default=Now(), editable=False)

    objects = RaadQuerySet.as_manager()

    class Meta:
        verbose_name = _("programmaraad")
        verbose_name_plural = _("programmaraden")
        ordering = ["-year"]
        constraints = [
            models.CheckConstraint(
                condition=Q(status="composing") | Q(installed_at__isnull=False),
                name="raad_installed_has_moment",
            ),
            models.CheckConstraint(
                condition=Q(proposed_at__isnull=True) | Q(respond_by__gt=F("proposed_at")),
                name="raad_respond_after_proposal",
            ),
        ]

    def __str__(self) -> str:
        return f"{_('Programmaraad')} {self.year}"

    def get_absolute_url(self) -> str:
        """The raad's page."""
        return reverse("programme:raad-detail", args=[self.year])

    @property
    def first_possible_on(self) -> date:
        """The first day on which this raad may be installed."""
        return date(self.year - 1, 9, 1)

    @property
    def last_on(self) -> date:
        """The last day of its year."""
        return date(self.year, 12, 31)

    def to_repeat(self, day: date) -> tuple[list[Organisation], list[Organisation]]:
        """Who can hold a seat again, and who cannot: no partner on `day`, or the seat given back.

        A raad that is dissolved counts as it was on its last day.
        """
        last = min(day, self.last_on)
        held = self.seats.order_by("from_on", "pk").select_related("organisation")
        partners = set(Organisation.objects.partners(day).values_list("pk", flat=True))
        active = set(self.seats.active(last).values_list("organisation_id", flat=True))
        everybody = list(dict.fromkeys(seat.organisation for seat in held))
        stays = [each for each in everybody if each.pk in active & partners]
        return stays, [each for each in everybody if each not in stays]


class Seat(models.Model):
    """A seat held by an organisation, from one day until and including another."""

    raad = models.ForeignKey(
        Programmaraad, on_delete=models.PROTECT, related_name="seats", verbose_name=_("raad")
    )
    organisation = models.ForeignKey(
        Organisation,
        on_delete=models.PROTECT,
        related_name="seats",
        verbose_name=_("organisation"),
    )
    from_on = models.DateField(_("from"))
    until_on = models.DateField(_("until and including"), null=True, blank=True)
    end_reason = models.TextField(_("why it ended"), blank=True)
    recorded_at = models.DateTimeField(_("recorded at"), db_default=Now(), editable=False)

    objects = SeatQuerySet.as_manager()

    class Meta:
        verbose_name = _("seat")
        verbose_name_plural = _("seats")
        ordering = ["raad", "from_on", "id"]
        constraints = [
            dated_forward("seat_forward"),
            dated_once("seat_once_per_organisation", "raad", "organisation"),
        ]

    def __str__(self) -> str:
        return f"{self.raad_id} {self.organisation_id}"


class Delegate(models.Model):
    """Who votes for a seat: its representative, or the substitute."""

    class Role(models.TextChoices):
        REPRESENTATIVE = "representative", _("representative")
        SUBSTITUTE = "substitute", _("substitute")

    seat = models.ForeignKey(
        Seat, on_delete=models.PROTECT, related_name="delegates", verbose_name=_("seat")
    )
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="delegations",
        verbose_name=_("person"),
    )
    role = models.CharField(_("role"), max_length=14, choices=Role.choices)
    from_on = models.DateField(_("from"))
    until_on = models.DateField(_("until and including"), null=True, blank=True)
    recorded_at = models.DateTimeField(_("recorded at"), db_default=Now(), editable=False)

    objects = DelegateQuerySet.as_manager()

    class Meta:
        verbose_name = _("delegate")
        verbose_name_plural = _("delegates")
        ordering = ["seat", "role"]
        constraints = [
            dated_forward("delegate_forward"),
            dated_once("delegate_one_per_role", "seat", "role"),
        ]

    def __str__(self) -> str:
        return f"{self.seat_id} {self.role}"


class RaadResponse(models.Model):
    """What a partner says about a proposed raad. It is heard, not counted."""

    raad = models.ForeignKey(
        Programmaraad, on_delete=models.PROTECT, related_name="responses", verbose_name=_("raad")
    )
    organisation = models.ForeignKey(
        Organisation,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("organisation"),
    )
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("by"),
    )
    text = models.TextField(_("response"))
    at = models.DateTimeField(_("given at"))
    recorded_at = models.DateTimeField(_("recorded at"), db_default=Now(), editable=False)

    class Meta:
        verbose_name = _("response to a proposed raad")
        verbose_name_plural = _("responses to a proposed raad")
        ordering = ["at"]

    def __str__(self) -> str:
        return f"{self.raad_id} {self.organisation_id}"
