"""Facts that turned out wrong: struck with a reason, never erased; the right one is a new row."""

from django.db import models
from django.utils.translation import gettext_lazy as _

NOT_STRUCK = models.Q(struck_at__isnull=True)


class Correctable(models.Model):
    """A dated fact. Struck, it no longer holds; a past moment still answers as it did then."""

    struck_at = models.DateTimeField(_("struck at"), null=True, editable=False)
    struck_reason = models.CharField(
        _("reason of the correction"), max_length=300, blank=True, editable=False
    )
    corrects = models.OneToOneField(
        "self",
        on_delete=models.PROTECT,
        null=True,
        editable=False,
        related_name="corrected_by",
        verbose_name=_("corrects"),
    )

    class Meta:
        abstract = True


def struck_with_reason(name: str) -> models.CheckConstraint:
    """Whoever strikes a fact says why."""
    return models.CheckConstraint(condition=NOT_STRUCK | ~models.Q(struck_reason=""), name=name)
