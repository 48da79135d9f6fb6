"""Interests in what a ballot is about, and seats that step aside."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from partners.models import Organisation
from programme.querysets import InterestQuerySet, InterestQuestionQuerySet, RecusalQuerySet

from .ballots import Ballot
from .options import BallotOption


class BallotInterest(models.Model):
    """What a partner has to gain, to give or to say in the subject; disclosed on the ballot."""

    class Kind(models.TextChoices):
        PLEDGE = "pledge", _("a pledge to it")
        STUURGROEP = "stuurgroep", _("a seat in its stuurgroep")
        BENEFIT = "benefit", _("a benefit from it")
        PAID = "paid", _("is paid from it")
        OTHER = "other", _("another interest")

    ballot = models.ForeignKey(
        Ballot, on_delete=models.PROTECT, related_name="interests", verbose_name=_("ballot")
    )
    organisation = models.ForeignKey(
        Organisation,
        on_delete=models.PROTECT,
        related_name="ballot_interests",
        verbose_name=_("organisation"),
    )
    option = models.ForeignKey(
        BallotOption,
        on_delete=models.PROTECT,
        null=True,
        related_name="interests",
        verbose_name=_("option"),
    )
    kind = models.CharField(_("interest"), max_length=10, choices=Kind.choices)
    text = models.CharField(_("in a few words"), max_length=200, blank=True)
    is_derived = models.BooleanField(_("known from the records"), default=False)
    disclosed_at = models.DateTimeField(_("disclosed at"))
    withdrawn_at = models.DateTimeField(_("withdrawn at"), null=True, editable=False)
    withdrawn_because = models.CharField(_("withdrawn because"), max_length=200, blank=True)
    recorded_at = models.DateTimeField(_("recorded at"), db_default=Now(), editable=False)

    objects = InterestQuerySet.as_manager()

    class Meta:
        verbose_name = _("interest in a ballot")
        verbose_name_plural = _("interests in ballots")
        ordering = ["ballot", "organisation", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["ballot", "organisation", "option", "kind", "text"],
                condition=Q(withdrawn_at__isnull=True),
                nulls_distinct=False,
                name="interest_disclosed_once",
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_at__isnull=True) | ~Q(withdrawn_because=""),
                name="interest_withdrawn_has_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.ballot_id} {self.organisation_id} {self.kind}"


class InterestQuestion(models.Model):
    """“Is this not right?”: what a seat says of the interests in a ballot; answered once."""

    ballot = models.ForeignKey(
        Ballot,
        on_delete=models.PROTECT,
        related_name="interest_questions",
        verbose_name=_("ballot"),
    )
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="+", verbose_name=_("organisation")
    )
    text = models.TextField(_("what is not right"))
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="interest_questions",
        verbose_name=_("said by"),
    )
    at = models.DateTimeField(_("said at"))
    answer = models.TextField(_("answer"), blank=True, editable=False)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        editable=False,
        related_name="+",
        verbose_name=_("answered by"),
    )
    answered_at = models.DateTimeField(_("answered at"), null=True, editable=False)
    recorded_at = models.DateTimeField(_("recorded at"), db_default=Now(), editable=False)

    objects = InterestQuestionQuerySet.as_manager()

    class Meta:
        verbose_name = _("question about interests")
        verbose_name_plural = _("questions about interests")
        ordering = ["ballot", "at"]
        constraints = [
            models.CheckConstraint(
                condition=Q(answer="", answered_at__isnull=True, answered_by__isnull=True)
                | ~Q(answer="") & Q(answered_at__isnull=False, answered_by__isnull=False),
                name="interest_question_answered_whole",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.ballot_id} {self.organisation_id}"

    def get_absolute_url(self) -> str:
        """The interests on the page of the ballot."""
        return reverse("programme:ballot-detail", args=[self.ballot_id]) + "#interests"


class Recusal(models.Model):
    """A seat that steps aside: in a motion for all of it, in a selection for one option.

    Once made it stays. With `is_replaced` the seat votes after all, and its interest is only
    disclosed, because fewer than three seats would remain.
    """

    class Ground(models.TextChoices):
        PAID = "paid", _("is paid from it")
        CHOSEN = "chosen", _("stepped aside itself")

    ballot = models.ForeignKey(
        Ballot, on_delete=models.PROTECT, related_name="recusals", verbose_name=_("ballot")
    )
    organisation = models.ForeignKey(
        Organisation,
        on_delete=models.PROTECT,
        related_name="recusals",
        verbose_name=_("organisation"),
    )
    option = models.ForeignKey(
        BallotOption,
        on_delete=models.PROTECT,
        null=True,
        related_name="recusals",
        verbose_name=_("option"),
    )
    ground = models.CharField(_("ground"), max_length=6, choices=Ground.choices)
    reason = models.CharField(_("reason"), max_length=200, blank=True)
    is_replaced = models.BooleanField(_("disclosed instead"), default=False)
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        related_name="recusals",
        verbose_name=_("said by"),
    )
    at = models.DateTimeField(_("stepped aside at"))
    recorded_at = models.DateTimeField(_("recorded at"), db_default=Now(), editable=False)

    objects = RecusalQuerySet.as_manager()

    class Meta:
        verbose_name = _("recusal")
        verbose_name_plural = _("recusals")
        ordering = ["ballot", "organisation", "option"]
        constraints = [
            models.UniqueConstraint(
                fields=["ballot", "organisation", "option"],
                nulls_distinct=False,
                name="recusal_once",
            ),
            models.CheckConstraint(
                condition=Q(ground="chosen", is_replaced=False, person__isnull=False)
                | Q(ground="paid", person__isnull=True),
                name="recusal_ground_known",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.ballot_id} {self.organisation_id} {self.option_id}"
