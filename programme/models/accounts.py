"""The annual account of the network: editions of a year, and the texts around its figures."""

import json
from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from programme.querysets import AccountBlockQuerySet, AccountQuerySet
from schuldenlab.lifecycle import Move


class AnnualAccount(models.Model):
    """One edition of the account of a year.

    While it is a draft it has texts only: its figures are those of the moment on which it is read.
    Published, `snapshot` is all of it as canonical JSON (texts, figures, and the rows behind each
    as everybody may see them), and nothing of it changes any more. An edition that was published
    before its year was over is an interim one.
    """

    class Status(models.TextChoices):
        DRAFT = "draft", _("being written")
        PUBLISHED = "published", _("published")

    FIRST = Status.DRAFT
    MOVES: ClassVar[dict[str, Move]] = {
        "publish_account": Move(frozenset({Status.DRAFT}), Status.PUBLISHED, "published_at"),
    }

    year = models.PositiveSmallIntegerField(_("year"), editable=False)
    edition = models.PositiveSmallIntegerField(_("edition"), editable=False)
    status = models.CharField(
        _("status"), max_length=9, choices=Status.choices, default=Status.DRAFT, editable=False
    )
    is_interim = models.BooleanField(_("interim edition"), default=False, editable=False)
    snapshot = models.TextField(_("the whole of it"), blank=True, editable=False)
    sha256 = models.CharField(_("SHA-256"), max_length=64, blank=True, editable=False)
    published_at = models.DateTimeField(_("published at"), null=True, editable=False)
    recorded_at = models.DateTimeField(_("recorded at"), db_default=Now(), editable=False)

    objects = AccountQuerySet.as_manager()

    class Meta:
        verbose_name = _("annual account")
        verbose_name_plural = _("annual accounts")
        ordering = ["-year", "-edition"]
        constraints = [
            models.UniqueConstraint(fields=["year", "edition"], name="account_edition_once"),
            models.UniqueConstraint(
                fields=["year"], condition=Q(status="draft"), name="account_one_draft_a_year"
            ),
            models.CheckConstraint(
                condition=Q(year__range=(2000, 2199), edition__gte=1), name="account_is_counted"
            ),
            models.CheckConstraint(
                condition=Q(status="draft", snapshot="", sha256="", published_at__isnull=True)
                | Q(status="published", published_at__isnull=False)
                & ~Q(snapshot="")
                & ~Q(sha256=""),
                name="account_published_is_whole",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.year}.{self.edition}"

    def get_absolute_url(self) -> str:
        """This edition on a page of its own."""
        return reverse("portal:account-edition", args=[self.year, self.edition])

    @property
    def is_published(self) -> bool:
        """Whether everybody may read it, and nothing of it changes."""
        return self.status == self.Status.PUBLISHED

    @cached_property
    def facts(self) -> dict[str, Any]:
        """Everything that the hash is about."""
        found: dict[str, Any] = json.loads(self.snapshot) if self.snapshot else {}
        return found


class AccountBlock(models.Model):
    """The text under one heading of an edition. `version` counts how often it was saved."""

    class Heading(models.TextChoices):
        FOREWORD = "foreword", _("Foreword")
        SHORT = "short", _("The year in short")
        DECIDED = "decided", _("What we decided")
        MEETINGS = "meetings", _("How we met")
        PROJECTS = "projects", _("Projects and results")
        MONEY = "money", _("The money")
        KOMPAS = "kompas", _("How we kept our word")
        LEARNED = "learned", _("What we learned")
        NEXT = "next", _("The year to come")

    account = models.ForeignKey(
        AnnualAccount,
        on_delete=models.CASCADE,
        related_name="blocks",
        verbose_name=_("annual account"),
    )
    heading = models.CharField(_("heading"), max_length=8, choices=Heading.choices)
    text = models.TextField(_("text"), blank=True)
    version = models.PositiveIntegerField(_("version"), default=1, editable=False)
    changed_at = models.DateTimeField(_("changed at"))
    recorded_at = models.DateTimeField(_("recorded at"), db_default=Now(), editable=False)

    objects = AccountBlockQuerySet.as_manager()

    class Meta:
        verbose_name = _("text of an annual account")
        verbose_name_plural = _("texts of annual accounts")
        ordering = ["account", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["account", "heading"], name="account_heading_once"),
        ]

    def __str__(self) -> str:
        return f"{self.account_id} {self.heading}"
