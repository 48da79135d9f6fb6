"""Leaving the lab: roles end today, the account closes; and coming back."""

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from partners import notifications
from partners.models import KernteamMember, Mandate, Person, SigningRequest, Visit
from partners.querysets import local_day
from partners.querysets.leaving import Leaving, what_ends
from partners.signals import person_left
from schuldenlab.audit.actions import Act, record, record_all
from schuldenlab.lifecycle import Refused, lock
from schuldenlab.web.actions import forget_ways_in


@transaction.atomic
def close_account(person: Person, *, actor: Person | None, at: datetime) -> Person:
    """Somebody leaves: mandates and terms end today, invitations and sessions end, no more login.

    What was decided, voted and signed stays, with the role. The last manager of the kernteam is
    refused; rows of managers are locked, so that two of them cannot leave at the same time.
    """
    managers = KernteamMember.objects.filter(role=KernteamMember.Role.MANAGER)
    list(managers.select_for_update().values_list("pk"))
    lock(person)
    if not person.is_active:
        raise Refused(_("This account is closed already."))
    day = local_day(at)
    leaving = what_ends(person, day)
    if leaving.is_last_manager:
        raise Refused(_("This is the only manager of the kernteam. First appoint a successor."))
    _end_roles(leaving, day, actor, at)
    _decline_requests(person, actor, at)
    person.invitations.filter(used_at=None, revoked_at=None).update(revoked_at=at)
    Visit.objects.filter(person=person).delete()
    forget_ways_in([person.pk])
    person.is_active, person.closed_at = False, at
    person.set_unusable_password()  # another one, so that no old session is taken for valid
    person.save(update_fields=["is_active", "closed_at", "password"])
    record("close_account", person, actor=actor, at=at)
    person_left.send(Person, person=person, actor=actor, at=at)
    notifications.account_closed(person, at=at)
    if actor is not None and actor != person:
        notifications.colleague_left(person, leaving, at=at)
    if leaving.without_director or leaving.without_signer:
        notifications.partner_left_without(person, leaving, at=at)
    return person


def _end_roles(leaving: Leaving, day: date, actor: Person | None, at: datetime) -> None:
    """What holds ends today; what would have begun later is struck, and stays to be read."""
    for model, verb, rows in (
        (Mandate, "end_mandate", leaving.mandates),
        (KernteamMember, "end_kernteam_term", leaving.terms),
    ):
        held = [row for row in rows if row.from_on <= day and row.until_on != day]
        coming = [row for row in rows if row.from_on > day]
        of_model = model._base_manager  # noqa: SLF001
        of_model.filter(pk__in=[row.pk for row in held]).update(until_on=day, ended_at=at)
        reason = _("Left the lab before this began.")
        of_model.filter(pk__in=[row.pk for row in coming]).update(
            struck_at=at, struck_reason=reason
        )
        ended: list[Act] = [(verb, row, {"on": day.isoformat()}) for row in held]
        struck: list[Act] = [("strike_fact", row, {}) for row in coming]
        record_all([*ended, *struck], actor=actor, at=at)


def _decline_requests(person: Person, actor: Person | None, at: datetime) -> None:
    """Nobody is asked any more whether somebody who left may sign."""
    asked = SigningRequest.objects.filter(mandate__person=person, status="asked")
    requests = list(asked.select_for_update(of=("self",)))
    SigningRequest.objects.filter(pk__in=[each.pk for each in requests]).update(
        status=SigningRequest.Status.DECLINED, declined_at=at, answer=_("This person left.")
    )
    record_all([("decline", each, {}) for each in requests], actor=actor, at=at)


@transaction.atomic
def reopen_account(person: Person, *, actor: Person | None, at: datetime) -> Person:
    """Somebody comes back and is invited again; a mandate or a term is given afterwards."""
    lock(person)
    if person.is_active:
        raise Refused(_("This account is open already."))
    if person.anonymised_at is not None:
        raise Refused(_("The data of this account are gone. Invite this person as somebody new."))
    person.is_active, person.closed_at = True, None
    person.save(update_fields=["is_active", "closed_at"])
    record("reopen_account", person, actor=actor, at=at)
    notifications.account_reopened(person, at=at)
    return person
