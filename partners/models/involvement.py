"""How a partner takes part in a year, as it chose itself. Rows stay; the newest counts."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from partners.querysets import InvolvementQuerySet

from .organisations import Organisation


class Way(models.TextChoices):
    """How an answer came in: typed by the partner itself, or heard by the kernteam."""

    ONLINE = "online", _("online, by the partner itself")
    PHONE = "phone", _("by phone")
    LETTER = "letter", _("by letter or mail")
    MEETING = "meeting", _("in a meeting")


class Involvement(models.Model):
    """The forms in which a partner takes part in one year. A movement, so none is worth more."""

    class Form(models.TextChoices):
        AMBASSADOR = "ambassador", _("ambassador of a theme")
        RAAD = "raad", _("seat in the programmaraad")
        STUURGROEP = "stuurgroep", _("seat in a stuurgroep")
        FINANCE = "finance", _("co-financing")
        KNOWLEDGE = "knowledge", _("knowledge and expertise")
        FACILITATE = "facilitate", _("facilitating an innovation theme")
        HOST = "host", _("hosting a meeting")
        COMMUNICATE = "communicate", _("communication")
        OTHER = "other", _("otherwise, namely …")
        FOLLOW = "follow", _("this year we only follow")

    organisation = models.ForeignKey(
        Organisation,
        on_delete=models.PROTECT,
        related_name="involvements",
        verbose_name=_("organisation"),
    )
    year = models.PositiveSmallIntegerField(_("year"))
    forms = ArrayField(
        models.CharField(max_length=12, choices=Form.choices), verbose_name=_("how they take part")
    )
    other = models.CharField(_("namely"), max_length=120, blank=True)
    note = models.TextField(
        _("note"), max_length=1_000, blank=True, help_text=_("No data about people with debts.")
    )
    way = models.CharField(_("came in"), max_length=8, choices=Way.choices, default=Way.ONLINE)
    chosen_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("recorded by"),
    )
    chosen_on = models.DateField(_("chosen on"))
    recorded_at = models.DateTimeField(_("recorded at"), db_default=Now(), editable=False)

    objects = InvolvementQuerySet.as_manager()

    class Meta:
        verbose_name = _("involvement")
        verbose_name_plural = _("involvement")
        ordering = ["year", "organisation", "recorded_at", "id"]
        constraints = [
            models.CheckConstraint(condition=Q(forms__len__gte=1), name="involvement_has_a_form"),
            models.CheckConstraint(
                condition=~Q(forms__contains=["follow"]) | Q(forms__len=1),
                name="involvement_only_follows_alone",
            ),
            models.CheckConstraint(
                condition=~Q(forms__contains=["other"]) | ~Q(other=""),
                name="involvement_other_is_named",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.organisation_id} {self.year}"

    @property
    def words(self) -> list[str]:
        """The forms in words, and instead of "otherwise" what it is."""
        labels = {str(form.value): str(form.label) for form in self.Form}
        return [self.other if form == self.Form.OTHER else labels[form] for form in self.forms]
