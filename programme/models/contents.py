"""What a programme is made of besides its text: themes, and money by category."""

from decimal import Decimal

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from partners.models import Theme

from .programmes import Programme


class ProgrammeTheme(models.Model):
    """One theme of a year: a lasting subject or a title of its own, and what we do with it."""

    programme = models.ForeignKey(
        Programme, on_delete=models.CASCADE, related_name="themes", verbose_name=_("programme")
    )
    position = models.PositiveSmallIntegerField(_("position"))
    title = models.CharField(_("title"), max_length=120)
    theme = models.ForeignKey(
        Theme,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="in_programmes",
        verbose_name=_("lasting theme"),
    )
    plan = models.TextField(_("what we do this year"))
    recorded_at = models.DateTimeField(_("recorded at"), db_default=Now(), editable=False)

    class Meta:
        verbose_name = _("theme of a programme")
        verbose_name_plural = _("themes of programmes")
        ordering = ["programme", "position"]
        constraints = [
            models.UniqueConstraint(
                fields=["programme", "position"], name="programme_theme_place_once"
            ),
            models.CheckConstraint(
                condition=~Q(title="") & ~Q(plan=""), name="programme_theme_says_what"
            ),
        ]

    def __str__(self) -> str:
        return self.title


class BudgetLine(models.Model):
    """An amount in euro that the year asks, in one of the four categories."""

    class Category(models.TextChoices):
        INFRASTRUCTURE = "infrastructure", _("infrastructure (kernteam)")
        INNOVATION = "innovation", _("innovation")
        EVENTS = "events", _("events")
        PROJECTS = "projects", _("projects")

    programme = models.ForeignKey(
        Programme, on_delete=models.CASCADE, related_name="budget", verbose_name=_("programme")
    )
    position = models.PositiveSmallIntegerField(_("position"))
    category = models.CharField(_("category"), max_length=14, choices=Category.choices)
    title = models.CharField(_("for what"), max_length=120)
    amount = models.DecimalField(_("amount"), max_digits=12, decimal_places=2)
    recorded_at = models.DateTimeField(_("recorded at"), db_default=Now(), editable=False)

    class Meta:
        verbose_name = _("budget line")
        verbose_name_plural = _("budget lines")
        ordering = ["programme", "position"]
        constraints = [
            models.UniqueConstraint(
                fields=["programme", "position"], name="budget_line_place_once"
            ),
            models.CheckConstraint(
                condition=Q(amount__gte=Decimal(0)) & ~Q(title=""), name="budget_line_amount"
            ),
            models.CheckConstraint(
                condition=Q(category__in=["infrastructure", "innovation", "events", "projects"]),
                name="budget_line_category_known",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.category} {self.title}"
