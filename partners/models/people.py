"""People (the user accounts), their mandates, and the kernteam."""

from datetime import datetime
from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import PermissionsMixin
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeBoundary, RangeOperators
from django.db import models
from django.db.models import Exists, F, Func, OuterRef, Q
from django.db.models.functions import Lower, Now
from django.utils.translation import gettext_lazy as _

from partners.querysets import MandateQuerySet, NetworkQuerySet, PersonManager, local_day
from partners.search import search_index
from schuldenlab.outbox.models import AT_ONCE, PACES, Recipient
from schuldenlab.prepared import SOME_DAY, SOMEBODY, Prepared

from .corrections import NOT_STRUCK, Correctable, struck_with_reason
from .organisations import Organisation, Partnership
from .scope import SigningScope, only_who_may_sign, scope_is_possible
from .standing import MandateFact, Standing


def dated_once(name: str, *fields: str, condition: Q | None = None) -> ExclusionConstraint:
    """The same tie cannot hold twice on one day; both ends of a period count."""
    period = Func(
        F("from_on"),
        F("until_on"),
        RangeBoundary(inclusive_lower=True, inclusive_upper=True),
        function="daterange",
        output_field=DateRangeField(),
    )
    return ExclusionConstraint(
        name=name,
        expressions=[
            *[(field, RangeOperators.EQUAL) for field in fields],
            (period, RangeOperators.OVERLAPS),
        ],
        condition=condition,
    )


def dated_forward(name: str) -> models.CheckConstraint:
    """A period does not end before it starts."""
    return models.CheckConstraint(
        condition=Q(until_on__isnull=True) | Q(until_on__gte=F("from_on")), name=name
    )


class Person(AbstractBaseUser, PermissionsMixin):
    """A person with an account. The e-mail address is the login; there are no passwords.

    `moment` is not a column: the door stamps it with the moment of the request, and every rule
    reads the person's roles as they were at that moment.
    """

    email = models.EmailField(_("e-mail address"), max_length=254)
    name = models.CharField(_("name"), max_length=120)
    language = models.CharField(
        _("language"), max_length=2, choices=[("nl", "Nederlands"), ("en", "English")], default="nl"
    )
    pace = models.CharField(
        _("news by mail"),
        max_length=8,
        choices=PACES,
        default=AT_ONCE,
    )
    is_active = models.BooleanField(_("account is open"), default=True, editable=False)
    invited_at = models.DateTimeField(_("invited at"), null=True, editable=False)
    closed_at = models.DateTimeField(_("account closed at"), null=True, editable=False)
    anonymised_at = models.DateTimeField(_("anonymised at"), null=True, editable=False)
    recorded_at = models.DateTimeField(_("recorded at"), db_default=Now(), editable=False)

    moment: datetime | None = None
    _standing: tuple[datetime, Standing] | None = None

    objects: ClassVar[PersonManager] = PersonManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")
        ordering = ["name"]
        indexes = [search_index("person_search", "name")]
        constraints = [
            models.UniqueConstraint(
                Lower("email"),
                name="person_email_once",
                violation_error_message=_("There is a person with this e-mail address already."),
            ),
            models.CheckConstraint(condition=Q(is_superuser=False), name="nobody_is_superuser"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def standing(self) -> Standing:
        """Roles at `moment`; read once per moment (two queries)."""
        if self.moment is None:
            msg = "a person without a moment has no standing: set person.moment first"
            raise RuntimeError(msg)
        if self._standing is None or self._standing[0] != self.moment:
            self._standing = (self.moment, self._read_standing(self.moment))
        return self._standing[1]

    def _read_standing(self, moment: datetime) -> Standing:
        if not self.is_active:
            return Standing()
        day = local_day(moment)
        kernteam = KERNTEAM_ROLES.rows(self.pk, day)
        mandates = MANDATES.rows(self.pk, day)
        role = kernteam[0][0] if kernteam else ""
        return Standing(role, tuple(MandateFact(*row) for row in mandates))

    @property
    def is_staff(self) -> bool:
        """Django's admin asks this; the desk is the kernteam's."""
        return self.moment is not None and self.standing.is_kernteam

    @property
    def initials(self) -> str:
        """Two letters for the avatar."""
        words = self.name.split()
        return "".join(word[0] for word in words[:1] + words[-1:]).upper() if words else "?"

    def get_full_name(self) -> str:
        """Django's admin shows this."""
        return self.name

    def get_short_name(self) -> str:
        """Django's admin greets with this."""
        return self.name

    def as_recipient(self) -> Recipient:
        """How the outbox addresses this person."""
        return Recipient(self.pk, self.email, self.name, self.language, self.pace)


class Mandate(SigningScope, Correctable):
    """A person acts for an organisation, in a role, from one day until and including another."""

    class Role(models.TextChoices):
        DIRECTOR = "director", _("director")
        CONTACT = "contact", _("contact")

    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, related_name="mandates", verbose_name=_("person")
    )
    organisation = models.ForeignKey(
        Organisation,
        on_delete=models.PROTECT,
        related_name="mandates",
        verbose_name=_("organisation"),
    )
    role = models.CharField(_("role"), max_length=10, choices=Role.choices)
    may_sign = models.BooleanField(_("may sign"), default=False)
    from_on = models.DateField(_("from"))
    until_on = models.DateField(_("until and including"), null=True, blank=True)
    recorded_at = models.DateTimeField(_("recorded at"), db_default=Now(), editable=False)
    ended_at = models.DateTimeField(_("end recorded at"), null=True, editable=False)

    objects = MandateQuerySet.as_manager()

    class Meta:
        verbose_name = _("mandate")
        verbose_name_plural = _("mandates")
        ordering = ["organisation", "from_on"]
        constraints = [
            dated_forward("mandate_forward"),
            dated_once("mandate_once_at_a_time", "person", "organisation", condition=NOT_STRUCK),
            struck_with_reason("mandate_struck_with_reason"),
            scope_is_possible("mandate_scope_is_possible"),
            only_who_may_sign("mandate_scope_of_who_may_sign"),
        ]

    def __str__(self) -> str:
        return f"{self.person_id} {self.role} {self.organisation_id}"


class KernteamMember(Correctable):
    """Somebody of the host municipality who keeps the programme going."""

    class Role(models.TextChoices):
        MANAGER = "manager", _("manager")
        STAFF = "staff", _("staff member")

    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, related_name="kernteam_terms", verbose_name=_("person")
    )
    role = models.CharField(_("role"), max_length=10, choices=Role.choices)
    from_on = models.DateField(_("from"))
    until_on = models.DateField(_("until and including"), null=True, blank=True)
    recorded_at = models.DateTimeField(_("recorded at"), db_default=Now(), editable=False)
    ended_at = models.DateTimeField(_("end recorded at"), null=True, editable=False)

    objects = NetworkQuerySet["KernteamMember"].as_manager()

    class Meta:
        verbose_name = _("member of the kernteam")
        verbose_name_plural = _("kernteam")
        ordering = ["role", "from_on"]
        constraints = [
            dated_forward("kernteam_forward"),
            dated_once("kernteam_once_at_a_time", "person", condition=NOT_STRUCK),
            struck_with_reason("kernteam_struck_with_reason"),
        ]

    def __str__(self) -> str:
        return f"{self.person_id} {self.role}"


def _mandates() -> Any:
    partnership = Partnership.objects.on(SOME_DAY).filter(organisation=OuterRef("organisation_id"))
    facts = ("organisation_id", "organisation__name", "role", "may_sign", "is_partner", "signs_for")
    mine = Mandate.objects.on(SOME_DAY).filter(person=SOMEBODY)
    return mine.annotate(is_partner=Exists(partnership)).values_list(*facts)


def _roles() -> Any:
    mine = KernteamMember.objects.on(SOME_DAY).filter(person=SOMEBODY)
    return mine.values_list("role", flat=True)[:1]


MANDATES, KERNTEAM_ROLES = Prepared(_mandates), Prepared(_roles)
