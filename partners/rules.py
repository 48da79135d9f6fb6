"""Who may do what with people, organisations and the framework.

Every predicate also answers without an object ("anywhere?"), because menus and the desk ask so.
"""

from typing import Any

import rules

from .models import Framework, Organisation


@rules.predicate
def is_kernteam(person: Any) -> bool:
    """Manager or staff of the kernteam at the person's moment."""
    return bool(person.is_authenticated and person.standing.is_kernteam)


@rules.predicate
def is_manager(person: Any) -> bool:
    """The manager of the kernteam."""
    return bool(person.is_authenticated and person.standing.is_manager)


@rules.predicate
def is_insider(person: Any) -> bool:
    """Somebody with a current mandate of a partner, or of the kernteam."""
    return bool(person.is_authenticated and person.standing.is_insider)


@rules.predicate
def sees_organisation(person: Any, organisation: Organisation | None = None) -> bool:
    """Membership of `visible_to`."""
    if organisation is None:
        return bool(is_insider(person))
    return Organisation.objects.visible_to(person).filter(pk=organisation.pk).exists()


@rules.predicate
def sees_framework(person: Any, framework: Framework | None = None) -> bool:
    """Membership of `visible_to`."""
    if framework is None:
        return bool(is_insider(person))
    return Framework.objects.visible_to(person).filter(pk=framework.pk).exists()


@rules.predicate
def sees_colleagues(person: Any, organisation: Organisation | None = None) -> bool:
    """Who works for an organisation is seen by its own people, and by the kernteam."""
    if not person.is_authenticated or person.standing.is_kernteam:
        return bool(person.is_authenticated)
    ours = person.standing.organisation_ids
    return bool(ours) if organisation is None else organisation.pk in ours


# Django's admin asks for these names; the desk shows registers and changes nothing.
for model in ("person", "mandate", "partnership", "kernteammember"):
    rules.add_perm(f"partners.view_{model}", is_kernteam)
rules.add_perm("partners.view_organisation", sees_organisation)
rules.add_perm("partners.view_framework", sees_framework)
rules.add_perm("partners.view_colleagues", sees_colleagues)
rules.add_perm("partners.import_partners", is_kernteam)
rules.add_perm("partners.invite_person", is_kernteam)
rules.add_perm("partners", is_kernteam)
rules.add_perm("audit.view_entry", is_kernteam)
rules.add_perm("audit", is_kernteam)
rules.add_perm("outbox.view_letter", is_kernteam)
rules.add_perm("outbox.retry_letter", is_kernteam)
rules.add_perm("outbox", is_kernteam)
