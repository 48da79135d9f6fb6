"""For what somebody may sign: a bank lets its director sign a framework, not every pledge."""

from decimal import Decimal

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from schuldenlab.web.templatetags.look import euro


class Subject(models.TextChoices):
    """What a partner signs in this network."""

    FRAMEWORK = "framework", _("the framework")
    PROGRAMME = "programme", _("the programme")
    PLEDGES = "pledges", _("pledges")


class SigningScope(models.Model):
    """A right to sign and how far it goes; no subject chosen means all of them, without a limit."""

    signs_for = ArrayField(
        models.CharField(max_length=10, choices=Subject.choices),
        default=list,
        blank=True,
        verbose_name=_("signs for"),
    )
    pledge_limit = models.DecimalField(
        _("pledges up to, in euro"), max_digits=12, decimal_places=2, null=True, blank=True
    )

    class Meta:
        abstract = True

    @property
    def scope_words(self) -> list[str]:
        """The subjects in words; empty when it is all of them, without a limit."""
        if not self.signs_for and self.pledge_limit is None:
            return []
        words = {subject.value: subject.label for subject in Subject}
        if self.pledge_limit is not None:
            amount = euro(self.pledge_limit)
            words[Subject.PLEDGES] = format_lazy(_("pledges up to {amount}"), amount=amount)
        return [str(words[each]) for each in Subject.values if each in (self.signs_for or words)]


def scope_is_possible(name: str) -> models.CheckConstraint:
    """A limit is an amount, and goes with pledges."""
    has_pledges = Q(signs_for=[]) | Q(signs_for__contains=[Subject.PLEDGES.value])
    return models.CheckConstraint(
        condition=Q(pledge_limit__isnull=True) | (Q(pledge_limit__gt=Decimal(0)) & has_pledges),
        name=name,
    )


def only_who_may_sign(name: str) -> models.CheckConstraint:
    """How far goes with whether."""
    return models.CheckConstraint(
        condition=Q(may_sign=True) | Q(signs_for=[], pledge_limit__isnull=True), name=name
    )
