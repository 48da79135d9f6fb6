"""Who may do what with people, organisations and the framework.

Every predicate also answers without an object ("anywhere?"), because menus and the desk ask so.
"""

from typing import Any

import rules

from .models import (
    Ambassadorship,
    ApiToken,
    Framework,
    Mandate,
    Organisation,
    Person,
    Signature,
    Theme,
)
from .querysets import local_day


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


@rules.predicate
def may_sign(person: Any, framework: Framework | None = None) -> bool:
    """Only with a signing mandate of a partner; a director without one does not sign."""
    del framework
    return bool(person.is_authenticated and person.standing.signs_ids)


@rules.predicate
def may_forward(person: Any, framework: Framework | None = None) -> bool:
    """Everybody who works for a partner asks a colleague to sign."""
    del framework
    return bool(person.is_authenticated and person.standing.organisation_ids)


@rules.predicate
def sees_receipt(person: Any, signature: Signature | None = None) -> bool:
    """What a partner signed, and its scan: that partner's people and the kernteam."""
    if not person.is_authenticated or person.standing.is_kernteam:
        return bool(person.is_authenticated)
    ours = person.standing.organisation_ids
    return bool(ours) if signature is None else signature.organisation_id in ours


@rules.predicate
def works_for(person: Any, organisation: Organisation | None = None) -> bool:
    """Directors and contacts of that partner."""
    if not person.is_authenticated:
        return False
    ours = person.standing.organisation_ids
    return bool(ours) if organisation is None else organisation.pk in ours


@rules.predicate
def may_end_mandate(person: Any, mandate: Mandate | None = None) -> bool:
    """A director ends any of its own organisation, a contact those of contacts."""
    if not person.is_authenticated or person.standing.is_kernteam:
        return bool(person.is_authenticated)
    standing = person.standing
    if mandate is None:
        return bool(standing.organisation_ids)
    if mandate.organisation_id in standing.directs_ids:
        return True
    is_plain = mandate.role == Mandate.Role.CONTACT and not mandate.may_sign
    return is_plain and mandate.organisation_id in standing.organisation_ids


@rules.predicate
def may_ask_signing(person: Any, mandate: Mandate | None = None) -> bool:
    """Whoever works for the partner asks; the kernteam gives it, so it need not ask."""
    if not person.is_authenticated:
        return False
    ours = person.standing.organisation_ids
    return bool(ours) if mandate is None else mandate.organisation_id in ours


@rules.predicate
def may_close_account(person: Any, other: Person | None = None) -> bool:
    """The kernteam; accounts of the kernteam itself only its manager. Everybody closes its own."""
    if not is_kernteam(person) or other is None:
        return bool(is_kernteam(person))
    day = local_day(person.moment)
    return bool(person.standing.is_manager or not other.kernteam_terms.on(day).exists())


@rules.predicate
def may_revoke_token(person: Any, token: ApiToken | None = None) -> bool:
    """Everybody of the partner whose it is, and the kernteam: stopping a leak waits for nobody."""
    if not person.is_authenticated or person.standing.is_kernteam:
        return bool(person.is_authenticated)
    ours = person.standing.organisation_ids
    return bool(ours) if token is None else token.organisation_id in ours


# Django's admin asks for these names; the desk shows registers and changes nothing.
for model in ("person", "mandate", "partnership", "clause", "clausemeasure", "signature"):
    rules.add_perm(f"partners.view_{model}", is_kernteam)
for model in ("theme", "ambassadorship", "kernteammember"):
    rules.add_perm(f"partners.view_{model}", sees_network)
for verb in ("appoint_to_kernteam", "end_kernteam_term"):
    rules.add_perm(f"partners.{verb}", is_manager)
for verb in ("add_theme", "register_signature"):
    rules.add_perm(f"partners.{verb}", is_kernteam)
for verb in ("draft_framework", "edit_framework", "open_for_signature", "bring_into_force"):
    rules.add_perm(f"partners.{verb}", is_kernteam)
for page in ("renewal", "worklist"):
    rules.add_perm(f"partners.view_{page}", is_kernteam)
rules.add_perm("partners.sign_framework", may_sign)
rules.add_perm("partners.forward_framework", may_forward)
rules.add_perm("partners.view_receipt", sees_receipt)
rules.add_perm("partners.withdraw_signature", is_manager)
for verb in ("set_go_live", "correct_kernteam_term"):
    rules.add_perm(f"partners.{verb}", is_manager)
for verb in ("write_note", "correct_note", "record_on_behalf", "take_over", "view_history"):
    rules.add_perm(f"partners.{verb}", is_kernteam)
for verb in ("start_partnership", "end_partnership", "correct_partnership", "correct_mandate"):
    rules.add_perm(f"partners.{verb}", is_kernteam)
rules.add_perm("partners.correct_ambassadorship", is_kernteam)
rules.add_perm("partners.dispute_record", works_for)
rules.add_perm("partners.become_ambassador", may_be_ambassador)
rules.add_perm("partners.end_ambassadorship", may_end_ambassadorship)
for verb in ("close_account", "correct_address", "anonymise_person"):
    rules.add_perm(f"partners.{verb}", may_close_account)
for verb in ("reopen_account", "show_in_public"):
    rules.add_perm(f"partners.{verb}", is_kernteam)
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
for verb in ("keep_organisation", "keep_tokens"):
    rules.add_perm(f"partners.{verb}", is_kernteam | works_for)
# What a token reads its maker may read already, so a contact makes one as well as a director.
rules.add_perm("partners.make_token", works_for)
rules.add_perm("partners.revoke_token", may_revoke_token)
for verb in ("make_lab_token", "view_apitoken"):
    rules.add_perm(f"partners.{verb}", is_kernteam)
for verb in ("invite_colleague", "choose_involvement", "confirm_review"):
    rules.add_perm(f"partners.{verb}", works_for)
rules.add_perm("partners.end_mandate", may_end_mandate)
rules.add_perm("partners.ask_signing", may_ask_signing)
rules.add_perm("partners.answer_signing", is_kernteam)
rules.add_perm("partners.view_signingrequest", is_kernteam)
rules.add_perm("partners.view_involvement", sees_network)
for model in ("review", "signaturewithdrawal", "contactnote", "invitation", "importrun", "golive"):
    rules.add_perm(f"partners.view_{model}", is_kernteam)
for perm in ("documents.view_document", "documents"):
    rules.add_perm(perm, is_kernteam)
for verb in ("judge_openness", "answer_woo", "export_year"):
    rules.add_perm(f"documents.{verb}", is_kernteam)
for model in ("openness", "woorequest", "yearexport", "yeartransfer"):
    rules.add_perm(f"documents.view_{model}", is_kernteam)
rules.add_perm("documents.record_transfer", is_manager)
