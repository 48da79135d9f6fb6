"""A contact prepares the commitment, so that the director only has to confirm it."""

from datetime import datetime

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from partners.models import Organisation, Partnership, Person
from partners.querysets import local_day
from programme import notifications
from programme.models import Commitment, CommitmentDraft, Programme
from schuldenlab.audit.actions import record
from schuldenlab.lifecycle import Refused, lock


@transaction.atomic
def prepare_commitment(
    programme: Programme,
    *,
    organisation: Organisation,
    answer: str,
    reason: str,
    actor: Person,
    at: datetime,
) -> CommitmentDraft:
    """Fill in the answer of a partner; it binds nobody, and its directors get a mail."""
    lock(programme)
    if programme.status != Programme.Status.ADOPTED:
        raise Refused(_("This programme is not adopted."))
    if not Partnership.objects.on(local_day(at)).filter(organisation=organisation).exists():
        raise Refused(_("Not a partner now: %(names)s.") % {"names": organisation.name})
    if answer == Commitment.Answer.NOT_NOW and not reason.strip():
        raise Refused(_("Say in a few words why not now."))
    earlier = CommitmentDraft.objects.filter(programme=programme, organisation=organisation)
    draft = CommitmentDraft.objects.create(
        programme=programme,
        organisation=organisation,
        ordinal=(earlier.aggregate(top=Max("ordinal"))["top"] or 0) + 1,
        answer=answer,
        reason=reason.strip(),
        person=actor,
        at=at,
        recorded_at=at,
    )
    facts = {"organisation": organisation.pk, "answer": answer}
    record("prepare_commitment", draft, actor=actor, at=at, facts=facts)
    notifications.commitment_prepared(draft, at=at)
    return draft
