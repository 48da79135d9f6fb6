"""Exploring a theme: who guides it, and the log of what was done and learned."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from partners.models import Organisation
from partners.models.people import dated_forward, dated_once
from programme.querysets import ExplorationNoteQuerySet, FacilitatorQuerySet

from .themes import InnovationTheme


class Facilitator(models.Model):
    """Who guides a theme: a partner, or a person, from one day until and including another.

    A person who works for no partner gets access to this theme and to nothing else. With a person
    the organisation is for whom that person guides, a partner or not.
    """

    theme = models.ForeignKey(
        InnovationTheme,
        on_delete=models.PROTECT,
        related_name="facilitators",
        verbose_name=_("innovation theme"),
    )
    organisation = models.ForeignKey(
        Organisation,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="facilitations",
        verbose_name=_("organisation"),
    )
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="facilitations",
        verbose_name=_("person"),
    )
    from_on = models.DateField(_("from"))
    until_on = models.DateField(_("until and including"), null=True, blank=True)
    recorded_at = models.DateTimeField(_("recorded at"), db_default=Now(), editable=False)
    ended_at = models.DateTimeField(_("end recorded at"), null=True, editable=False)

    objects = FacilitatorQuerySet.as_manager()

    class Meta:
        verbose_name = _("facilitator")
        verbose_name_plural = _("facilitators")
        ordering = ["theme", "from_on", "pk"]
        constraints = [
            dated_forward("facilitator_forward"),
            dated_once("facilitator_person_once", "theme", "person"),
            dated_once(
                "facilitator_organisation_once",
                "theme",
                "organisation",
                condition=Q(person__isnull=True),
            ),
            models.CheckConstraint(
                condition=Q(organisation__isnull=False) | Q(person__isnull=False),
                name="facilitator_is_somebody",
            ),
            models.CheckConstraint(
                condition=Q(until_on__isnull=True) | Q(ended_at__isnull=False),
                name="facilitator_end_is_recorded",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        """The person with its organisation, or one of the two."""
        names = [each.name for each in (self.person, self.organisation) if each is not None]
        return ", ".join(names)


class ExplorationNote(models.Model):
    """One entry of the log. It stays as it is; a correction is a new entry beside it."""

    class Kind(models.TextChoices):
        STEP = "step", _("step")
        LEARNED = "learned", _("what we learned")
        DECISION = "decision", _("choice")

    theme = models.ForeignKey(
        InnovationTheme,
        on_delete=models.PROTECT,
        related_name="notes",
        verbose_name=_("innovation theme"),
    )
    kind = models.CharField(_("kind"), max_length=8, choices=Kind.choices)
    text = models.TextField(_("text"))
    corrects = models.OneToOneField(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="corrected_by",
        verbose_name=_("corrects"),
    )
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="exploration_notes",
        verbose_name=_("by"),
    )
    at = models.DateTimeField(_("written at"))
    recorded_at = models.DateTimeField(_("recorded at"), db_default=Now(), editable=False)

    objects = ExplorationNoteQuerySet.as_manager()

    class Meta:
        verbose_name = _("entry of an exploration")
        verbose_name_plural = _("log of explorations")
        ordering = ["-at", "-pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(text=""), name="explorationnote_has_text"),
            models.CheckConstraint(
                condition=Q(kind__in=["step", "learned", "decision"]),
                name="explorationnote_kind_known",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.theme_id} {self.at:%Y-%m-%d}"
