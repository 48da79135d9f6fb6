"""Series of meetings, and the slots of a year."""

from datetime import datetime, time, timedelta
from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now
from django.urls import reverse
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from events.cadence import Window
from events.querysets import MeetingQuerySet, MeetingSeriesQuerySet
from partners.models import Framework
from schuldenlab.lifecycle import Move
from schuldenlab.web.written import made_of


class MeetingSeries(models.Model):
    """A duty of the framework to meet: how often a year, in which parts of it, with whom."""

    class Duty(models.TextChoices):
        INSPIRATION = "inspiration", _("inspiration event")
        NETWORK = "network", _("network meeting")
        LEADERS = "leaders", _("project leaders' meeting")
        RAAD = "raad", _("meeting of the programmaraad")
        STEERING = "steering", _("meeting of a stuurgroep")

    class Audience(models.TextChoices):
        DIRECTORS = "directors", _("directors")
        NETWORK = "network", _("the whole network")
        LEADERS = "leaders", _("project leaders")
        RAAD = "raad", _("the programmaraad")
        STEERING = "steering", _("the stuurgroep")

    framework = models.ForeignKey(
        Framework, on_delete=models.PROTECT, related_name="series", verbose_name=_("framework")
    )
    duty = models.CharField(_("duty"), max_length=12, choices=Duty.choices)
    title = models.CharField(_("title"), max_length=80)
    title_en = models.CharField(_("title in English"), max_length=80, blank=True)
    audience = models.CharField(_("audience"), max_length=12, choices=Audience.choices)
    per_year = models.PositiveSmallIntegerField(_("number a year"))
    windows = models.JSONField(
        _("windows"),
        default=list,
        blank=True,
        help_text=_('Parts of the year, such as [["03-01", "05-31"]]; empty: the whole year.'),
    )
    duration_minutes = models.PositiveSmallIntegerField(_("duration in minutes"), default=120)
    lead_days = models.PositiveSmallIntegerField(
        _("working days between fixing the date and meeting"), default=20
    )
    poll_days = models.PositiveSmallIntegerField(
        _("working days in which to answer a date poll"), default=10
    )
    polls_itself = models.BooleanField(
        _("starts a date poll by itself"),
        default=False,
        help_text=_("As soon as a meeting without a date needs one, and nobody has asked yet."),
    )
    usual_time = models.TimeField(_("usual time"), default=time(10, 0))
    reply_days = models.PositiveSmallIntegerField(
        _("answer so many working days before the meeting"), default=10
    )
    colleagues = models.PositiveSmallIntegerField(
        _("colleagues that an invited person may bring"), default=0
    )
    is_public = models.BooleanField(_("its dates are public"), default=False)
    recorded_at = models.DateTimeField(_("recorded at"), db_default=Now(), editable=False)

    objects = MeetingSeriesQuerySet.as_manager()

    class Meta:
        verbose_name = _("series of meetings")
        verbose_name_plural = _("series of meetings")
        ordering = ["framework", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["framework", "duty"],
                condition=~Q(duty="steering"),
                name="series_once_per_duty",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def heading(self) -> str:
        """The title in the language of the reader."""
        return self.title_en if self.title_en and get_language() == "en" else self.title

    def parsed_windows(self) -> tuple[Window, ...]:
        """The windows as the arithmetic needs them."""
        return tuple(Window(_month_day(first), _month_day(last)) for first, last in self.windows)

    @property
    def duration(self) -> timedelta:
        """How long a meeting takes."""
        return timedelta(minutes=self.duration_minutes)


def _month_day(text: str) -> tuple[int, int]:
    month, _dash, day = text.partition("-")
    return int(month), int(day)


class Meeting(models.Model):
    """One meeting. It starts as a planned slot: number `ordinal` of its series in a year.

    `sequence` is the revision of its calendar entry (RFC 5545, 3.8.7.4). That a meeting is closed
    is read from its minutes. A slot is dropped when its series changed before it had a date; a
    meeting that nobody owes is cancelled for good, one that is owed is called off and open again.
    """

    class Status(models.TextChoices):
        PLANNED = "planned", _("no date yet")
        SCHEDULED = "scheduled", _("date fixed")
        HELD = "held", _("held")
        CANCELLED = "cancelled", _("cancelled")
        DROPPED = "dropped", _("not needed any more")

    FIRST = Status.PLANNED
    MOVES: ClassVar[dict[str, Move]] = {
        "schedule": Move(
            frozenset({Status.PLANNED, Status.SCHEDULED}), Status.SCHEDULED, "scheduled_at"
        ),
        "call_off": Move(frozenset({Status.SCHEDULED}), Status.PLANNED, "called_off_at"),
        "hold": Move(frozenset({Status.SCHEDULED}), Status.HELD, "held_recorded_at"),
        "take_over": Move(
            frozenset({Status.PLANNED, Status.SCHEDULED}), Status.HELD, "taken_over_at"
        ),
        "cancel_meeting": Move(
            frozenset({Status.PLANNED, Status.SCHEDULED}), Status.CANCELLED, "cancelled_at"
        ),
        "drop_slot": Move(frozenset({Status.PLANNED}), Status.DROPPED, "dropped_at"),
    }

    series = models.ForeignKey(
        MeetingSeries, on_delete=models.PROTECT, related_name="meetings", verbose_name=_("series")
    )
    year = models.PositiveSmallIntegerField(_("year"))
    ordinal = models.PositiveSmallIntegerField(_("number"))
    window_opens_on = models.DateField(_("from"))
    window_closes_on = models.DateField(_("until and including"))
    subject = models.CharField(_("subject"), max_length=120, blank=True)
    lead = models.CharField(_("what it is about"), max_length=300, blank=True)
    starts_at = models.DateTimeField(_("starts at"), null=True, blank=True, editable=False)
    duration_minutes = models.PositiveSmallIntegerField(
        _("duration in minutes"), null=True, editable=False
    )
    place = models.CharField(_("place"), max_length=120, blank=True)
    capacity = models.PositiveSmallIntegerField(
        _("room for so many people"), null=True, blank=True, editable=False
    )
    reply_by_on = models.DateField(_("answer until and including"), null=True, editable=False)
    sequence = models.PositiveIntegerField(_("revision in calendars"), default=0, editable=False)
    status = models.CharField(
        _("status"),
        max_length=10,
        choices=Status.choices,
        default=Status.PLANNED,
        editable=False,
    )
    scheduled_at = models.DateTimeField(null=True, editable=False)
    called_off_at = models.DateTimeField(null=True, editable=False)
    held_on = models.DateField(_("held on"), null=True, editable=False)
    held_recorded_at = models.DateTimeField(null=True, editable=False)
    taken_over_at = models.DateTimeField(null=True, editable=False)
    cancelled_at = models.DateTimeField(null=True, editable=False)
    dropped_at = models.DateTimeField(null=True, editable=False)
    recorded_at = models.DateTimeField(_("recorded at"), db_default=Now(), editable=False)

    objects = MeetingQuerySet.as_manager()

    class Meta:
        verbose_name = _("meeting")
        verbose_name_plural = _("meetings")
        ordering = ["year", "window_opens_on", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["series", "year", "ordinal"],
                condition=~Q(status="dropped"),
                name="meeting_slot_once",
            ),
            models.CheckConstraint(
                condition=Q(window_closes_on__gte=F("window_opens_on")),
                name="meeting_window_forward",
            ),
            models.CheckConstraint(
                condition=~Q(status__in=["scheduled", "held"]) | Q(starts_at__isnull=False),
                name="meeting_with_date_has_moment",
            ),
            models.CheckConstraint(
                condition=~Q(status="held")
                | Q(held_on__isnull=False, held_recorded_at__isnull=False),
                name="meeting_held_has_day",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.series_id} {self.year}-{self.ordinal}"

    def get_absolute_url(self) -> str:
        """The meeting's page."""
        return reverse("events:meeting-detail", args=[self.pk])

    @property
    def title(self) -> str:
        """What it is about, else which one of its series it is; in the language of the reader."""
        words = {"series": self.series.heading, "number": self.ordinal}
        return self.subject or made_of(gettext("%(series)s %(number)s") % words, words["series"])

    @property
    def full_title(self) -> str:
        """What it is about and which one it is: who reads of either recognises the other."""
        if not self.subject:
            return self.title
        return made_of(f"{self.subject} ({self.series.heading} {self.ordinal})", self.subject)

    @property
    def ends_at(self) -> datetime | None:
        """When it is over, if it has a date."""
        return self.starts_at and self.starts_at + self.duration

    @property
    def duration(self) -> timedelta:
        """How long it lasts; until it has had a date, as long as its series says."""
        return timedelta(minutes=self.lasts_minutes)

    @property
    def lasts_minutes(self) -> int:
        """The same in minutes, for people."""
        return self.duration_minutes or self.series.duration_minutes
