"""The mails that the demo "sent": they go nowhere but into this table."""

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Case, OuterRef, Value, When
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from partners.models import Person


class SentMailQuerySet(models.QuerySet["SentMail"]):
    """Questions about the mails."""

    def visible_to(self, person: Any) -> "SentMailQuerySet":
        """In a demo on your own machine all mails are yours; the door lets nobody else in."""
        del person
        return self

    def named(self) -> "SentMailQuerySet":
        """Each with the `name` of the person who has that address, and its `language`."""
        reader = Person.objects.get_queryset().filter(email=OuterRef("address"))
        is_english = When(html__contains='mail" lang="en"', then=Value("en"))
        language = Case(is_english, default=Value(settings.CONTENT_LANGUAGE))
        return self.annotate(name=reader.values("name")[:1], language=language)


class SentMail(models.Model):
    """One mail as the mail server would have got it."""

    address = models.EmailField(_("address"))
    subject = models.CharField(_("subject"), max_length=255)
    text = models.TextField(_("text"))
    html = models.TextField(_("HTML"), blank=True)
    at = models.DateTimeField(_("sent at"))

    objects = SentMailQuerySet.as_manager()

    class Meta:
        verbose_name = _("sent mail")
        verbose_name_plural = _("sent mails")
        ordering = ["-at", "-id"]
        default_permissions = ()
        indexes = [
            models.Index(fields=["-at", "-id"], name="sentmail_newest"),
            models.Index(fields=["address", "-at"], name="sentmail_to"),
        ]

    def __str__(self) -> str:
        return self.subject

    def get_absolute_url(self) -> str:
        """The mail's page."""
        return reverse("demo:mail", args=[self.pk])
