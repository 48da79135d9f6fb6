"""How projects hang together."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Greatest, Least, Now
from django.utils.translation import gettext_lazy as _

from projects.querysets import ConnectionQuerySet

from .projects import Project


class Connection(models.Model):
    """One project has to do with another, for a reason. It ends, and is never thrown away.

    Delivering and waiting have a direction, from `project` to `other`; the rest holds both ways.
    """

    class Kind(models.TextChoices):
        DELIVERS = "delivers", _("delivers to")
        PEOPLE = "people", _("shares people with")
        WAITS = "waits", _("waits for")
        GROUP = "group", _("has the same target group as")
        OTHER = "other", _("has to do with")

    DIRECTED: ClassVar[frozenset[str]] = frozenset({Kind.DELIVERS, Kind.WAITS})

    project = models.ForeignKey(
        Project, on_delete=models.PROTECT, related_name="connections", verbose_name=_("project")
    )
    other = models.ForeignKey(
        Project,
        on_delete=models.PROTECT,
        related_name="connected_by",
        verbose_name=_("other project"),
    )
    kind = models.CharField(_("how"), max_length=8, choices=Kind.choices)
    reason = models.CharField(_("what about"), max_length=200)
    from_on = models.DateField(_("from"))
    until_on = models.DateField(_("until and including"), null=True, editable=False)
    ended_at = models.DateTimeField(null=True, editable=False)
    recorded_at = models.DateTimeField(_("recorded at"), db_default=Now(), editable=False)

    objects = ConnectionQuerySet.as_manager()

    class Meta:
        verbose_name = _("link between projects")
        verbose_name_plural = _("links between projects")
        ordering = ["project", "other", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(project=F("other")), name="connection_with_another_project"
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="connection_has_reason"),
            models.UniqueConstraint(
                fields=["project", "other", "kind"],
                condition=Q(until_on__isnull=True),
                name="connection_once",
            ),
            models.UniqueConstraint(
                Least("project", "other"),
                Greatest("project", "other"),
                "kind",
                condition=Q(until_on__isnull=True) & ~Q(kind__in=["delivers", "waits"]),
                name="connection_once_both_ways",
            ),
            models.CheckConstraint(
                condition=Q(until_on__isnull=True, ended_at__isnull=True)
                | Q(until_on__gte=F("from_on"), ended_at__isnull=False),
                name="connection_ends_after_it_began",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.project_id} {self.kind} {self.other_id}"

    def get_absolute_url(self) -> str:
        """Its place is the dossier from which it leads."""
        return str(self.project.get_absolute_url())

    @property
    def is_directed(self) -> bool:
        """Whether it matters from which of the two it is read."""
        return self.kind in self.DIRECTED
