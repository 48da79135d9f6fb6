"""The rows of a file against the calendar, each other and the register. Writes nothing."""

from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from partners.models import Mandate

from .plan import FACTS, GIVEN, Draft, Known, Plan
from .sheets import CONTACT_EMAIL, JOINED, Contact, PartnerRow, Problem, Sheet


def make_plan(sheet: Sheet, known: Known, *, default_joined_on: date | None, today: date) -> Plan:
    """Check every row, put rows of one organisation together, and keep what is news."""
    plan = Plan(sheet, known, today, default_joined_on, notices=list(sheet.notices))
    owners: dict[str, str] = {}
    for row in sheet.rows:
        problems = [*row.problems, *_check(plan, row, owners)]
        plan.problems += problems
        if not problems:
            _put_together(plan, row)
    for key, draft in list(plan.drafts.items()):
        _settle_joining(plan, key, draft)
    for draft in plan.drafts.values():
        _settle_facts(draft)
        _settle_contacts(plan, draft)
    return plan


def _check(plan: Plan, row: PartnerRow, owners: dict[str, str]) -> list[Problem]:
    found = []
    if row.joined_on and row.joined_on > plan.today:
        message = _("This day has not come yet. Fill in a day in the past.")
        found.append(row.problem(JOINED, message))
    if row.contact and row.contact.email:
        key = plan.known.keys[row.name]
        is_taken = owners.setdefault(row.contact.email, key) != key
        is_elsewhere = is_taken or _works_elsewhere(plan, row.contact, key)
        if is_elsewhere and not _works_here(plan, row.contact, key):
            message = _(
                "This is the address of somebody at another organisation. "
                "Fill in an address of this organisation."
            )
            found.append(row.problem(CONTACT_EMAIL, message))
    return found


def _works_elsewhere(plan: Plan, contact: Contact, key: str) -> bool:
    here = plan.known.organisations.get(key)
    return bool(_employers(plan, contact) - {here and here.pk})


def _works_here(plan: Plan, contact: Contact, key: str) -> bool:
    """Somebody who acts for two organisations already may stand in the file with both."""
    here = plan.known.organisations.get(key)
    return here is not None and here.pk in _employers(plan, contact)


def _employers(plan: Plan, contact: Contact) -> set[int | None]:
    """The organisations for which somebody acts now or later."""
    person = plan.known.people.get(contact.email)
    return {
        mandate.organisation_id
        for mandate in (plan.known.mandates.get(person.pk, []) if person else [])
        if mandate.until_on is None or mandate.until_on >= plan.today
    }


def _put_together(plan: Plan, row: PartnerRow) -> None:
    """The first row of an organisation counts; later ones add what it left open, and people."""
    draft = plan.draft_for(row)
    if draft.rows:
        first = draft.rows[0].line
        plan.notice(row, _("The same organisation as on line %(first)s."), first=first)
    draft.rows.append(row)
    draft.is_external = draft.is_external or row.is_external
    for name, column in GIVEN.items():
        value = getattr(row, name)
        if value and draft.given.setdefault(name, value) != value:
            _differs(plan, draft, row, column)
    if row.contact and draft.contacts.setdefault(row.contact.email, row.contact) != row.contact:
        _differs(plan, draft, row, CONTACT_EMAIL)


def _differs(plan: Plan, draft: Draft, row: PartnerRow, column: str) -> None:
    message = _("“%(value)s” differs from what an earlier line says. Line %(first)s counts.")
    value = row.cells.get(column, "")
    first = next(each.line for each in draft.rows if each.cells.get(column))
    plan.notice(row, message, value=value, first=first)


def _settle_joining(plan: Plan, key: str, draft: Draft) -> None:
    """From which day the organisation is a partner, if that is news."""
    joined_on: date | None = draft.given.get("joined_on")
    if not draft.partnerships:
        _start_first(plan, key, draft)
        return
    *before, last = draft.partnerships
    if last.left_on is not None:
        if joined_on and joined_on >= last.left_on:
            draft.starts_on = joined_on
        else:
            message = _("This organisation left on %(day)s. To come back it needs a later date.")
            plan.notice(draft.rows[0], message, day=_day(last.left_on))
    elif joined_on and joined_on > last.joined_on:
        message = _("A partner since %(day)s already; the later date is left out.")
        plan.notice(draft.rows[0], message, day=_day(last.joined_on))
    elif joined_on and joined_on < last.joined_on:
        is_free = all(each.left_on and each.left_on <= joined_on for each in before)
        draft.earlier_on = joined_on if is_free else None


def _start_first(plan: Plan, key: str, draft: Draft) -> None:
    if draft.is_external and "joined_on" not in draft.given:
        return
    draft.starts_on = draft.given.get("joined_on", plan.default_joined_on)
    if "joined_on" not in draft.given:
        plan.undated += [row.line for row in draft.rows]
    if draft.starts_on is not None and draft.starts_on <= plan.today:
        return
    message = (
        _("Since when is this organisation a partner? Fill it in, or give one date for all.")
        if draft.starts_on is None
        else _("The date for organisations without one has not come yet.")
    )
    plan.problems += [row.problem(JOINED, message) for row in draft.rows]
    del plan.drafts[key]


def _settle_facts(draft: Draft) -> None:
    facts = {name: draft.given[name] for name in FACTS if name in draft.given}
    if not draft.is_new:
        known = draft.organisation
        facts = {name: value for name, value in facts.items() if getattr(known, name) != value}
    draft.facts = facts


def _settle_contacts(plan: Plan, draft: Draft) -> None:
    """Keep only people who do not act for the organisation yet. A file brings nobody back."""
    for row in draft.rows:
        contact = row.contact
        if contact is None or draft.contacts.get(contact.email) != contact:
            continue
        person = plan.known.people.get(contact.email)
        if person is None:
            continue
        mandates = [
            mandate
            for mandate in plan.known.mandates.get(person.pk, [])
            if mandate.organisation_id == draft.organisation.pk
        ]
        if not person.is_active:
            plan.notice(row, _("The account of this person is closed, and stays closed."))
        elif mandates:
            _compare_mandate(plan, row, contact, mandates[-1])
        else:
            continue
        del draft.contacts[contact.email]


def _compare_mandate(plan: Plan, row: PartnerRow, contact: Contact, last: Mandate) -> None:
    if last.until_on is not None and last.until_on < plan.today:
        plan.notice(row, _("This person no longer works for this organisation. Nothing changes."))
    elif (last.role, last.may_sign) != (contact.role, contact.may_sign):
        plan.notice(row, _("The role or signing differs from the mandate. The mandate stays."))


def _day(day: date) -> str:
    return date_format(day, "DATE_FORMAT")
