"""Every text that a programme has had, and which of them the programmaraad got."""

import json
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models.functions import Now
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from programme.passages import Draft
from programme.querysets import SubmissionQuerySet, VersionQuerySet

from .programmes import Programme


class ProgrammeVersion(models.Model):
    """A programme as it was saved once: all of it, as canonical JSON, with its SHA-256.

    `snapshot` also holds the wording: the whole text as the programmaraad votes on it.
    """

    programme = models.ForeignKey(
        Programme, on_delete=models.PROTECT, related_name="versions", verbose_name=_("programme")
    )
    number = models.PositiveSmallIntegerField(_("number"))
    snapshot = models.TextField(_("the whole of it"))
    sha256 = models.CharField(_("SHA-256"), max_length=64)
    note = models.CharField(_("what is new"), max_length=200, blank=True)
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("written by"),
    )
    at = models.DateTimeField(_("written at"))
    recorded_at = models.DateTimeField(_("recorded at"), db_default=Now(), editable=False)

    objects = VersionQuerySet.as_manager()

    class Meta:
        verbose_name = _("version of a programme")
        verbose_name_plural = _("versions of programmes")
        ordering = ["programme", "-number"]
        constraints = [
            models.UniqueConstraint(fields=["programme", "number"], name="programme_version_once"),
        ]

    def __str__(self) -> str:
        return f"{self.programme_id}.{self.number}"

    def get_absolute_url(self) -> str:
        """This version on a page of its own."""
        return reverse("programme:version-detail", args=[self.programme.year, self.number])

    @cached_property
    def facts(self) -> dict[str, Any]:
        """Everything that the hash is about."""
        found: dict[str, Any] = json.loads(self.snapshot)
        return found

    @property
    def draft(self) -> Draft:
        """Title, ambition, text, themes and budget as they were."""
        return Draft.of(self.facts)

    @property
    def wording(self) -> str:
        """All of it as one text, in the language of the records."""
        return str(self.facts["wording"])


class ProgrammeSubmission(models.Model):
    """A version was brought to the programmaraad; the last one is what it decides on."""

    programme = models.ForeignKey(
        Programme, on_delete=models.PROTECT, related_name="submissions", verbose_name=_("programme")
    )
    ordinal = models.PositiveSmallIntegerField(_("ordinal"))
    version = models.ForeignKey(
        ProgrammeVersion,
        on_delete=models.PROTECT,
        related_name="submissions",
        verbose_name=_("version"),
    )
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("submitted by"),
    )
    at = models.DateTimeField(_("submitted at"))
    recorded_at = models.DateTimeField(_("recorded at"), db_default=Now(), editable=False)

    objects = SubmissionQuerySet.as_manager()

    class Meta:
        verbose_name = _("submission of a programme")
        verbose_name_plural = _("submissions of programmes")
        ordering = ["programme", "-ordinal"]
        constraints = [
            models.UniqueConstraint(
                fields=["programme", "ordinal"], name="programme_submission_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.programme_id}.{self.ordinal}"
