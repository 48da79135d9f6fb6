"""The stuurgroep of a project: organisations with a stake, and their members."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from events.models import MeetingSeries
from partners.models import Organisation
from projects.querysets import MemberQuerySet, StakeQuerySet

from .projects import Project

FEWEST_ORGANISATIONS = 2


class Stuurgroep(models.Model):
    """Who steers a project. It meets in a series of its own."""

    project = models.OneToOneField(
        Project, on_delete=models.PROTECT, related_name="stuurgroep", verbose_name=_("project")
    )
    series = models.OneToOneField(
        MeetingSeries,
        on_delete=models.PROTECT,
        null=True,
        editable=False,
        related_name="stuurgroep",
        verbose_name=_("series of meetings"),
    )
    task = models.TextField(_("what it decides"), blank=True)
    recorded_at = models.DateTimeField(_("recorded at"), db_default=Now(), editable=False)

    class Meta:
        verbose_name = _("stuurgroep")
        verbose_name_plural = _("stuurgroepen")

    def __str__(self) -> str:
        return f"{self.project_id}"


class Stake(models.Model):
    """An organisation, partner or not, that steers because it has something at stake."""

    stuurgroep = models.ForeignKey(
        Stuurgroep, on_delete=models.PROTECT, related_name="stakes", verbose_name=_("stuurgroep")
    )
    organisation = models.ForeignKey(
        Organisation,
        on_delete=models.PROTECT,
        related_name="stakes",
        verbose_name=_("organisation"),
    )
    text = models.CharField(_("stake"), max_length=200)
    from_on = models.DateField(_("from"))
    until_on = models.DateField(_("until and including"), null=True, editable=False)
    ended_because = models.CharField(_("why it ended"), max_length=200, blank=True)
    ended_at = models.DateTimeField(null=True, editable=False)
    recorded_at = models.DateTimeField(_("recorded at"), db_default=Now(), editable=False)

    objects = StakeQuerySet.as_manager()

    class Meta:
        verbose_name = _("stake in a project")
        verbose_name_plural = _("stakes in projects")
        ordering = ["stuurgroep", "from_on", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["stuurgroep", "organisation"],
                condition=Q(until_on__isnull=True),
                name="stake_once",
            ),
            models.CheckConstraint(condition=~Q(text=""), name="stake_in_words"),
            models.CheckConstraint(
                condition=Q(until_on__isnull=True, ended_at__isnull=True)
                | Q(until_on__gte=F("from_on"), ended_at__isnull=False),
                name="stake_ends_after_it_began",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.stuurgroep_id} {self.organisation_id}"


class StuurgroepMember(models.Model):
    """A person who speaks for the stake of an organisation, for a term. One is the chair."""

    stake = models.ForeignKey(
        Stake, on_delete=models.PROTECT, related_name="members", verbose_name=_("stake")
    )
    stuurgroep = models.ForeignKey(
        Stuurgroep, on_delete=models.PROTECT, related_name="members", verbose_name=_("stuurgroep")
    )
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="stuurgroep_memberships",
        verbose_name=_("person"),
    )
    function = models.CharField(_("function"), max_length=120, blank=True)
    is_chair = models.BooleanField(_("chair"), default=False)
    from_on = models.DateField(_("from"))
    term_ends_on = models.DateField(_("term ends on"), null=True, blank=True)
    until_on = models.DateField(_("until and including"), null=True, editable=False)
    ended_at = models.DateTimeField(null=True, editable=False)
    recorded_at = models.DateTimeField(_("recorded at"), db_default=Now(), editable=False)

    objects = MemberQuerySet.as_manager()

    class Meta:
        verbose_name = _("member of a stuurgroep")
        verbose_name_plural = _("members of stuurgroepen")
        ordering = ["stuurgroep", "from_on", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["stuurgroep", "person"],
                condition=Q(until_on__isnull=True),
                name="stuurgroep_member_once",
            ),
            models.UniqueConstraint(
                fields=["stuurgroep"],
                condition=Q(until_on__isnull=True, is_chair=True),
                name="stuurgroep_one_chair",
            ),
            models.CheckConstraint(
                condition=Q(until_on__isnull=True, ended_at__isnull=True)
                | Q(until_on__gte=F("from_on"), ended_at__isnull=False),
                name="stuurgroep_member_ends_after_it_began",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.stuurgroep_id} {self.person_id}"
