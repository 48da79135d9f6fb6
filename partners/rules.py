"""Who may do what with people, organisations and the framework.

Every predicate also answers without an object ("anywhere?"), because menus and the desk ask so.
"""

from typing import Any

import rules

from .models import Ambassadorship, Framework, Organisation, Theme


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


@rules.predicate
def may_be_ambassador(person: Any, theme: Theme | None = None) -> bool:
    """Who works for a partner, for that partner; the kernteam for any."""
    del theme
    return bool(is_insider(person))


@rules.predicate
def may_end_ambassadorship(person: Any, ambassadorship: Ambassadorship | None = None) -> bool:
    """Who works for the partner that is ambassador; and the kernteam."""
    if not person.is_authenticated or person.standing.is_kernteam:
        return bool(person.is_authenticated)
    ours = person.standing.organisation_ids
    return bool(ours) if ambassadorship is None else ambassadorship.organisation_id in ours


@rules.predicate
def sees_network(person: Any, noun: Any = None) -> bool:
    """Membership of `visible_to`, of what everybody who takes part may see."""
    if noun is None:
        return bool(is_insider(person))
    return bool(type(noun).objects.visible_to(person).filter(pk=noun.pk).exists())


# Django's admin asks for these names; the desk shows registers and changes nothing.
for model in ("person", "mandate", "partnership", "clause", "clausemeasure", "signature"):
    rules.add_perm(f"partners.view_{model}", is_kernteam)
for model in ("theme", "ambassadorship", "kernteammember"):
    rules.add_perm(f"partners.view_{model}", sees_network)
for verb in ("appoint_to_kernteam", "end_kernteam_term"):
    rules.add_perm(f"partners.{verb}", is_manager)
for verb in ("add_theme", "register_signature"):
    rules.add_perm(f"partners.{verb}", is_kernteam)
rules.add_perm("partners.become_ambassador", may_be_ambassador)
rules.add_perm("partners.end_ambassadorship", may_end_ambassadorship)
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
