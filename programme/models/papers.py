"""What a point on the agenda of a programmaraad is about."""

from django.db import models
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from events.models import AgendaItem

from .ballots import Ballot


class AgendaBallot(models.Model):
    """A point of an agenda is about this ballot: its text and rules go with the papers."""

    item = models.OneToOneField(
        AgendaItem, on_delete=models.PROTECT, related_name="+", verbose_name=_("point")
    )
    ballot = models.ForeignKey(
        Ballot, on_delete=models.PROTECT, related_name="agenda_points", verbose_name=_("ballot")
    )
    recorded_at = models.DateTimeField(_("recorded at"), db_default=Now(), editable=False)

    class Meta:
        verbose_name = _("ballot on an agenda")
        verbose_name_plural = _("ballots on agendas")
        ordering = ["item"]

    def __str__(self) -> str:
        return f"{self.item_id} {self.ballot_id}"
