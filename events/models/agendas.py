"""What a meeting talks about: the points of its agenda and the papers that go with them."""

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from events.querysets import AgendaItemQuerySet
from partners.search import search_index
from schuldenlab.documents.models import Document

from .meetings import Meeting, MeetingSeries


class AgendaItem(models.Model):
    """One point of an agenda; without a meeting it waits for the next one of its series and year.

    A point is never rewritten. It is taken off, which stays on record, or put on a later meeting:
    then `moved_from` says where it stood, and the point that stood there is taken off.
    """

    class Kind(models.TextChoices):
        INFORM = "inform", _("to inform")
        DISCUSS = "discuss", _("to discuss")
        DECIDE = "decide", _("to decide")

    series = models.ForeignKey(
        MeetingSeries, on_delete=models.PROTECT, related_name="points", verbose_name=_("series")
    )
    year = models.PositiveSmallIntegerField(_("year"))
    meeting = models.ForeignKey(
        Meeting,
        on_delete=models.PROTECT,
        null=True,
        related_name="points",
        verbose_name=_("meeting"),
    )
    position = models.PositiveSmallIntegerField(_("position"))
    kind = models.CharField(_("kind"), max_length=8, choices=Kind.choices)
    title = models.CharField(_("title"), max_length=160)
    text = models.TextField(_("explanation"), blank=True)
    is_progress = models.BooleanField(_("about the progress of the programme"), default=False)
    moved_from = models.ForeignKey(
        Meeting,
        on_delete=models.PROTECT,
        null=True,
        related_name="moved_points",
        verbose_name=_("moved from"),
    )
    minutes_of = models.ForeignKey(
        Meeting,
        on_delete=models.PROTECT,
        null=True,
        editable=False,
        related_name="approval_points",
        verbose_name=_("approves the minutes of"),
    )
    put_on_at = models.DateTimeField(_("on the agenda since"), null=True, editable=False)
    taken_off_at = models.DateTimeField(_("taken off at"), null=True, editable=False)
    recorded_at = models.DateTimeField(_("recorded at"), db_default=Now(), editable=False)

    objects = AgendaItemQuerySet.as_manager()

    class Meta:
        verbose_name = _("point of an agenda")
        verbose_name_plural = _("points of agendas")
        ordering = ["meeting", "position", "id"]
        indexes = [search_index("agenda_item_search", "title", "text")]
        constraints = [
            models.CheckConstraint(
                condition=Q(meeting__isnull=True) | Q(put_on_at__isnull=False),
                name="agenda_item_put_on_has_moment",
            ),
            models.CheckConstraint(
                condition=Q(moved_from__isnull=True)
                | Q(meeting__isnull=True)
                | ~Q(moved_from=F("meeting")),
                name="agenda_item_moved_elsewhere",
            ),
        ]

    def __str__(self) -> str:
        return self.title


class AgendaDocument(models.Model):
    """A paper that somebody handed in for a point. Another version is another row."""

    item = models.ForeignKey(
        AgendaItem, on_delete=models.PROTECT, related_name="documents", verbose_name=_("point")
    )
    document = models.OneToOneField(
        Document, on_delete=models.PROTECT, related_name="+", verbose_name=_("document")
    )
    recorded_at = models.DateTimeField(_("recorded at"), db_default=Now(), editable=False)

    class Meta:
        verbose_name = _("paper of an agenda")
        verbose_name_plural = _("papers of agendas")
        ordering = ["item", "id"]

    def __str__(self) -> str:
        return str(self.document)
