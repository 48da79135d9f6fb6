"""Who leads a project, and which organisations are interested or take part."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from partners.models import Organisation
from projects.querysets import OfProjectQuerySet

from .projects import Project


class Leadership(models.Model):
    """Somebody leads a project, or stands in for who leads it, from a day until a day."""

    class Role(models.TextChoices):
        LEADER = "leader", _("project leader")
        SUBSTITUTE = "substitute", _("substitute")

    project = models.ForeignKey(
        Project, on_delete=models.PROTECT, related_name="leaderships", verbose_name=_("project")
    )
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="leaderships",
        verbose_name=_("person"),
    )
    organisation = models.ForeignKey(
        Organisation,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("works for"),
    )
    role = models.CharField(_("role"), max_length=10, choices=Role.choices)
    from_on = models.DateField(_("from"))
    until_on = models.DateField(_("until and including"), null=True, editable=False)
    ended_at = models.DateTimeField(null=True, editable=False)
    recorded_at = models.DateTimeField(_("recorded at"), db_default=Now(), editable=False)

    objects = OfProjectQuerySet.as_manager()

    class Meta:
        verbose_name = _("leading of a project")
        verbose_name_plural = _("leading of projects")
        ordering = ["project", "from_on", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["project", "role"],
                condition=Q(until_on__isnull=True),
                name="leadership_one_at_a_time",
            ),
            models.CheckConstraint(
                condition=Q(until_on__isnull=True, ended_at__isnull=True)
                | Q(until_on__gte=F("from_on"), ended_at__isnull=False),
                name="leadership_ends_after_it_began",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.project_id} {self.role} {self.person_id}"


class Participation(models.Model):
    """An organisation is interested in a project, or takes part in it."""

    class Kind(models.TextChoices):
        INTERESTED = "interested", _("is interested")
        PARTNER = "partner", _("takes part")

    project = models.ForeignKey(
        Project, on_delete=models.PROTECT, related_name="participations", verbose_name=_("project")
    )
    organisation = models.ForeignKey(
        Organisation,
        on_delete=models.PROTECT,
        related_name="participations",
        verbose_name=_("organisation"),
    )
    kind = models.CharField(_("how"), max_length=10, choices=Kind.choices)
    text = models.CharField(_("with what"), max_length=200, blank=True)
    from_on = models.DateField(_("from"))
    until_on = models.DateField(_("until and including"), null=True, editable=False)
    ended_at = models.DateTimeField(null=True, editable=False)
    recorded_at = models.DateTimeField(_("recorded at"), db_default=Now(), editable=False)

    objects = OfProjectQuerySet.as_manager()

    class Meta:
        verbose_name = _("organisation in a project")
        verbose_name_plural = _("organisations in projects")
        ordering = ["project", "organisation", "from_on"]
        constraints = [
            models.UniqueConstraint(
                fields=["project", "organisation"],
                condition=Q(until_on__isnull=True),
                name="participation_once",
            ),
            models.CheckConstraint(
                condition=Q(until_on__isnull=True, ended_at__isnull=True)
                | Q(until_on__gte=F("from_on"), ended_at__isnull=False),
                name="participation_ends_after_it_began",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.project_id} {self.organisation_id}"
