"""Signatures under a framework."""

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from partners.models import Framework, Organisation, Partnership, Person, Signature
from partners.querysets import local_day
from schuldenlab.audit.actions import record
from schuldenlab.lifecycle import Refused


@transaction.atomic
def register_signature(
    framework: Framework,
    *,
    organisation: Organisation,
    signatory: str,
    function: str,
    signed_on: date,
    actor: Person | None,
    at: datetime,
) -> Signature:
    """The kernteam registers a signature on paper, with the day on which it was given."""
    if framework.status == Framework.Status.DRAFT:
        raise Refused(_("This framework is a draft: it cannot be signed yet."))
    if signed_on > local_day(at):
        raise Refused(_("The day of signing lies in the future."))
    if not Partnership.objects.on(signed_on).filter(organisation=organisation).exists():
        raise Refused(_("Not a partner on that day: %(name)s.") % {"name": organisation.name})
    if framework.signatures.filter(organisation=organisation).exists():
        raise Refused(
            _("%(name)s has signed this framework already.") % {"name": organisation.name}
        )
    signature = Signature.objects.create(
        framework=framework,
        organisation=organisation,
        signatory=signatory,
        function=function,
        registered_by=actor,
        signed_on=signed_on,
        recorded_at=at,
    )
    facts = {"organisation": organisation.pk, "on": signed_on.isoformat()}
    record("register_signature", signature, actor=actor, at=at, facts=facts)
    return signature
