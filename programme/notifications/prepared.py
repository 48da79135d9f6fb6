"""Letters about preparing a commitment: to who can, and to directors who then confirm it."""

from datetime import datetime

from partners.models import Mandate, Organisation, Person
from partners.querysets import local_day
from programme.models import CommitmentDraft, Programme
from schuldenlab.outbox.actions import post

from .people import may_commit


def preparing_asked(programme: Programme, *, at: datetime) -> None:
    """Contacts who cannot commit their partner hear that they can prepare the answer."""
    day = local_day(at)
    partners = Organisation.objects.partners(day)
    mandates = Mandate.objects.on(day).filter(organisation__in=partners)
    able = {person.person_id for person in may_commit(partners, at)}
    people = Person.objects.can_log_in().filter(mandates__in=mandates).exclude(pk__in=able)
    post(
        "programme/mail/commitment_prepare.txt",
        [person.as_recipient() for person in people.distinct()],
        f"commitment-prepare:{programme.pk}",
        at,
        context={"programme": programme},
    )


def commitment_prepared(draft: CommitmentDraft, *, at: datetime) -> None:
    """Who may commit this partner finds the answer filled in."""
    post(
        "programme/mail/commitment_prepared.txt",
        [
            each
            for each in may_commit([draft.organisation_id], at)
            if each.person_id != draft.person_id
        ],
        f"commitment-prepared:{draft.pk}",
        at,
        context={
            "draft": draft,
            "organisation": draft.organisation,
            "programme": draft.programme,
            "by": draft.person.name,
        },
    )
