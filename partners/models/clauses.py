"""The clauses of a framework and what is measured for each: data, so another lab has others."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from partners.querysets import ClauseQuerySet

from .framework import Framework


class Clause(models.Model):
    """One principle of a framework, in plain words."""

    framework = models.ForeignKey(
        Framework, on_delete=models.PROTECT, related_name="clauses", verbose_name=_("framework")
    )
    number = models.PositiveSmallIntegerField(_("number"))
    title = models.CharField(_("title"), max_length=160)
    title_en = models.CharField(_("title in English"), max_length=160, blank=True)
    text = models.TextField(_("text"), blank=True)
    text_en = models.TextField(_("text in English"), blank=True)
    recorded_at = models.DateTimeField(_("recorded at"), db_default=Now(), editable=False)

    objects = ClauseQuerySet.as_manager()

    class Meta:
        verbose_name = _("clause")
        verbose_name_plural = _("clauses")
        ordering = ["framework", "number"]
        constraints = [
            models.UniqueConstraint(fields=["framework", "number"], name="clause_number_once"),
            models.CheckConstraint(condition=Q(number__gte=1), name="clause_number_counts"),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.title}"

    def get_absolute_url(self) -> str:
        """The page of its framework."""
        return self.framework.get_absolute_url()

    @property
    def heading(self) -> str:
        """The title in the language of the reader."""
        return self.title_en if self.title_en and get_language() == "en" else self.title

    @property
    def words(self) -> str:
        """The text in the language of the reader."""
        return self.text_en if self.text_en and get_language() == "en" else self.text


class ClauseMeasure(models.Model):
    """One figure by which a clause is judged.

    `code` names a function of the Kompas; a code that nobody has built yet counts for nothing.
    `by_month` and `by_day` are the day of each year on which it must be so.
    """

    clause = models.ForeignKey(
        Clause, on_delete=models.PROTECT, related_name="measures", verbose_name=_("clause")
    )
    position = models.PositiveSmallIntegerField(_("position"))
    code = models.SlugField(_("code"), max_length=40)
    by_month = models.PositiveSmallIntegerField(_("month"), default=12)
    by_day = models.PositiveSmallIntegerField(_("day"), default=31)

    class Meta:
        verbose_name = _("measure")
        verbose_name_plural = _("measures")
        ordering = ["clause", "position"]
        constraints = [
            models.UniqueConstraint(fields=["clause", "code"], name="measure_once_per_clause"),
            models.CheckConstraint(
                condition=Q(by_month__gte=1, by_month__lte=12, by_day__gte=1, by_day__lte=31),
                name="measure_has_a_day",
            ),
        ]

    def __str__(self) -> str:
        return self.code
