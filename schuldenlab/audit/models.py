"""The audit trail: who did what to which record, when, from where, and whether it was allowed.

And the seals over it, by which a change behind all guards is found.
"""

from datetime import UTC
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _


class Entry(models.Model):
    """One act. Rows are append-only in the database and hold ids and roles, never names."""

    class Result(models.TextChoices):
        DONE = "done", _("done")
        REFUSED = "refused", _("refused")

    verb = models.CharField(_("act"), max_length=60)
    subject_type = models.CharField(_("kind of record"), max_length=60)
    subject_id = models.CharField(_("record"), max_length=40)
    result = models.CharField(
        _("result"), max_length=8, choices=Result.choices, default=Result.DONE
    )
    facts = models.JSONField(_("facts"), default=dict)
    origin = models.CharField(_("origin"), max_length=12)
    request_id = models.CharField(_("request"), max_length=40, blank=True)
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("by"),
        help_text=_("Empty when the clock did it."),
    )
    at = models.DateTimeField(_("happened at"))
    recorded_at = models.DateTimeField(_("recorded at"), db_default=Now())

    class Meta:
        verbose_name = _("audit entry")
        verbose_name_plural = _("audit trail")
        ordering = ["-id"]
        indexes = [models.Index(fields=["subject_type", "subject_id"], name="audit_subject")]
        default_permissions = ("view",)

    def __str__(self) -> str:
        return f"{self.verb} {self.subject_type} {self.subject_id}"


class Seal(models.Model):
    """One link of the chain over all rows that stay: the hash of a batch, and of the seal before.

    `parts` is by table what the batch holds: its `columns`, its rows as `runs` of ids (first and
    last of each), how many, and their hash. `reached` is by table the highest id sealed so far.
    """

    number = models.PositiveBigIntegerField(_("number"), primary_key=True)
    at = models.DateTimeField(_("sealed at"))
    parts = models.JSONField(_("what it seals"))
    reached = models.JSONField(_("sealed so far"))
    previous = models.CharField(_("seal before it"), max_length=64, blank=True)
    hash = models.CharField(_("hash"), max_length=64, unique=True)
    recorded_at = models.DateTimeField(_("recorded at"), db_default=Now())

    class Meta:
        verbose_name = _("seal of the records")
        verbose_name_plural = _("seals of the records")
        ordering = ["number"]
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.number}:{self.hash}"

    def facts(self) -> dict[str, Any]:
        """What its hash is of."""
        at = self.at.astimezone(UTC).isoformat(timespec="microseconds")
        return {
            "number": self.number,
            "at": at,
            "parts": self.parts,
            "reached": self.reached,
            "previous": self.previous,
        }
