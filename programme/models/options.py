"""What a selection chooses from."""

from django.db import models
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from .ballots import Ballot


class BallotOption(models.Model):
    """One option of a selection, fixed with the rest of the ballot when it opens."""

    ballot = models.ForeignKey(
        Ballot, on_delete=models.PROTECT, related_name="options", verbose_name=_("ballot")
    )
    position = models.PositiveSmallIntegerField(_("position"))
    title = models.CharField(_("title"), max_length=160)
    text = models.TextField(_("explanation"), blank=True)
    previous = models.OneToOneField(
        "self",
        on_delete=models.PROTECT,
        null=True,
        related_name="following",
        verbose_name=_("the same option in the round before"),
    )
    recorded_at = models.DateTimeField(_("recorded at"), db_default=Now(), editable=False)

    class Meta:
        verbose_name = _("option of a ballot")
        verbose_name_plural = _("options of ballots")
        ordering = ["ballot", "position"]
        constraints = [
            models.UniqueConstraint(fields=["ballot", "position"], name="option_place_once"),
            models.UniqueConstraint(fields=["ballot", "title"], name="option_title_once"),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def is_chosen(self) -> bool:
        """Whether the closed ballot chose it."""
        return self.pk in self.ballot.counts.get("chosen", ())
