"""Asks about the framework: sign it, or send it on to who may."""

from datetime import datetime, time
from typing import Any

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _

from partners.models import Framework, Signature
from programme.deadlines import CITY_ZONE

from .ask import Ask, days_left


def signing_asks(person: Any) -> list[Ask]:
    """One for each framework and each organisation of this person that has not signed it.

    Asked while it is open, and once in force as long as it names a last day to sign; an older
    framework no longer, when its successor is there to be signed.
    """
    ours = [fact for fact in person.standing.mandates if fact.is_partner]
    if not ours:
        return []
    status = Framework.Status
    asked = Q(status=status.OPEN) | Q(status=status.IN_FORCE, sign_by__isnull=False)
    replaced = Q(successor__status__in=[status.OPEN, status.IN_FORCE])
    frameworks = list(Framework.objects.filter(asked).exclude(replaced))
    if not frameworks:
        return []
    signed = set(
        Signature.objects.holding()
        .filter(framework__in=frameworks, organisation__in=person.standing.organisation_ids)
        .values_list("framework_id", "organisation_id")
    )
    return [
        _ask(framework, fact, person)
        for framework in frameworks
        for fact in ours
        if (framework.pk, fact.organisation_id) not in signed
    ]


def _ask(framework: Framework, fact: Any, person: Any) -> Ask:
    due = _end_of(framework)
    names = {"name": fact.organisation_name, "title": framework.title}
    door = "partners:framework-sign" if fact.signs("framework") else "partners:framework-forward"
    return Ask(
        title=_("Does %(name)s sign “%(title)s”?") % names,
        text=_("Read the text and sign online. It takes about five minutes.")
        if fact.signs("framework")
        else _("You may not sign yourself. Send the request on to a colleague who may."),
        icon="pencil",
        due=due,
        days_left=days_left(person, due),
        url=reverse(door, args=[framework.pk, fact.organisation_id]),
        action=_("Read and sign") if fact.signs("framework") else _("Send it on"),
        due_is_day=True,
    )


def _end_of(framework: Framework) -> datetime | None:
    last = framework.sign_by
    return datetime.combine(last, time.max, tzinfo=CITY_ZONE) if last else None
