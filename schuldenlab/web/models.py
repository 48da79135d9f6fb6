"""When the clock last ran: one row per periodic task."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Tick(models.Model):
    """The last time that a periodic task came to its end without an error."""

    name = models.CharField(_("task"), max_length=120, primary_key=True)
    last_at = models.DateTimeField(_("last ran at"))

    class Meta:
        verbose_name = _("tick of the clock")
        verbose_name_plural = _("ticks of the clock")
        default_permissions = ()

    def __str__(self) -> str:
        return self.name
