"""Lasting subjects, and which partners are ambassador of each."""

from django.db import models
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from partners.querysets import NetworkQuerySet, ThemeQuerySet

from .corrections import NOT_STRUCK, Correctable, struck_with_reason
from .organisations import Organisation
from .people import dated_forward, dated_once


class Theme(models.Model):
    """A lasting subject, such as youth or housing; projects and innovation themes belong to one."""

    name = models.CharField(_("name"), max_length=80, unique=True)
    description = models.TextField(_("description"), blank=True)
    recorded_at = models.DateTimeField(_("recorded at"), db_default=Now(), editable=False)

    objects = ThemeQuerySet.as_manager()

    class Meta:
        verbose_name = _("theme")
        verbose_name_plural = _("themes")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class Ambassadorship(Correctable):
    """A partner is ambassador of a theme, from one day until and including another."""

    organisation = models.ForeignKey(
        Organisation,
        on_delete=models.PROTECT,
        related_name="ambassadorships",
        verbose_name=_("organisation"),
    )
    theme = models.ForeignKey(
        Theme, on_delete=models.PROTECT, related_name="ambassadorships", verbose_name=_("theme")
    )
    from_on = models.DateField(_("from"))
    until_on = models.DateField(_("until and including"), null=True, blank=True)
    recorded_at = models.DateTimeField(_("recorded at"), db_default=Now(), editable=False)
    ended_at = models.DateTimeField(_("end recorded at"), null=True, editable=False)

    objects = NetworkQuerySet["Ambassadorship"].as_manager()

    class Meta:
        verbose_name = _("ambassadorship")
        verbose_name_plural = _("ambassadorships")
        ordering = ["theme", "organisation"]
        constraints = [
            dated_forward("ambassadorship_forward"),
            dated_once(
                "ambassadorship_once_at_a_time", "organisation", "theme", condition=NOT_STRUCK
            ),
            struck_with_reason("ambassadorship_struck_with_reason"),
        ]

    def __str__(self) -> str:
        return f"{self.organisation_id} {self.theme_id}"
