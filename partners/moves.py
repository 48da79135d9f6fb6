"""What the staff desk offers to do with partners, people and the framework."""

from datetime import datetime
from typing import Any, Final

from django.utils.translation import gettext_lazy as _

from schuldenlab.web.moves import Act, ActTable, holds, offered
from schuldenlab.web.ports import DeskMove

from .querysets import local_day


def _is_partner(organisation: Any, at: datetime) -> bool:
    """Only who takes part is reviewed, and colleagues are invited there."""
    return bool(organisation.partnerships.on(local_day(at)).exists())


def _has_not_come(person: Any, at: datetime) -> bool:
    """Somebody who was invited and has never been here."""
    del at
    return bool(person.is_active) and person.last_login is None


def _has_a_link(person: Any, at: datetime) -> bool:
    """A link in a mail still lets this person in."""
    waiting = person.invitations.filter(used_at=None, revoked_at=None, expires_at__gt=at)
    return bool(waiting.exists())


def _may_get_signing(mandate: Any, at: datetime) -> bool:
    """Whoever works here without a mandate to sign, and was not proposed yet."""
    asked = mandate.signing_requests.filter(status="asked")
    return not mandate.may_sign and holds(mandate, at) and not asked.exists()


def _was_opened(framework: Any, at: datetime) -> bool:
    """A draft is not signed."""
    del at
    return bool(framework.status != framework.Status.DRAFT)


def _is_shown(framework: Any, at: datetime) -> bool:
    """A Kompas is shown only beside the text that it is about."""
    del at
    return bool(framework.is_public)


def _is_newest(note: Any, at: datetime) -> bool:
    """A note is corrected once; after that its correction is."""
    del at
    return not hasattr(note, "corrected_by")


ACTS: Final[ActTable] = {
    "partners.organisation": (
        Act("partners:organisation-join", _("Becomes a partner"), "enter", is_step=True),
        Act("partners:organisation-facts", _("Change the facts"), "pencil"),
        Act("partners:organisation-review", _("Look through it now"), "eye", when=_is_partner),
        Act("partners:organisation-notes", _("Contact notes"), "document"),
        Act("partners:colleague-invite", _("Invite a colleague"), "mail", when=_is_partner),
        Act("partners:ambassador-on-behalf", _("Record an ambassadorship"), "megaphone"),
        Act("partners:involvement-on-behalf", _("Record how it takes part"), "people"),
        Act("partners:organisation-public", _("Who sees this partner"), "eye"),
        Act("partners:tokens", _("Tokens for programs"), "key", when=_is_partner),
        Act("partners:organisation-leave", _("This partner leaves"), "leave"),
    ),
    "partners.partnership": (
        Act("partners:partnership-correct", _("Correct"), "pencil"),
        Act(
            "partners:organisation-leave",
            _("This partner leaves"),
            "leave",
            when=lambda row, _at: row.left_on is None and row.struck_at is None,
            keys={"pk": "organisation_id"},
        ),
    ),
    "partners.person": (
        Act(
            "partners:invitation-resend", _("Send the invitation again"), "mail", when=_has_not_come
        ),
        Act(
            "partners:invitation-withdraw",
            _("Withdraw the invitation"),
            "cross",
            when=_has_a_link,
        ),
        Act("partners:person-close", _("Close this account"), "leave"),
        Act("partners:person-reopen", _("Open again"), "enter", is_step=True),
    ),
    "partners.mandate": (
        Act("partners:signing-ask", _("Ask a mandate to sign"), "pencil", when=_may_get_signing),
        Act("partners:mandate-correct", _("Correct"), "pencil"),
        Act("partners:mandate-end", _("Last day"), "leave", when=holds),
    ),
    "partners.signingrequest": (
        Act("partners:signing-confirm", _("Confirm"), "check", "confirm", is_step=True),
        Act("partners:signing-decline", _("Decline"), "cross", "decline"),
    ),
    "partners.kernteammember": (
        Act("partners:kernteam-correct", _("Correct"), "pencil"),
        Act("partners:kernteam-end", _("Last day"), "leave", when=holds),
    ),
    "partners.theme": (
        Act("partners:theme-ambassador", _("Record an ambassadorship"), "megaphone"),
    ),
    "partners.ambassadorship": (
        Act("partners:ambassadorship-correct", _("Correct"), "pencil"),
        Act("partners:ambassadorship-end", _("Stop"), "leave", when=holds),
    ),
    "partners.framework": (
        Act(
            "partners:framework-open",
            _("Open it for signature"),
            "pencil",
            "open_for_signature",
            is_step=True,
        ),
        Act(
            "partners:framework-enforce",
            _("Bring it into force"),
            "check",
            "bring_into_force",
            is_step=True,
        ),
        Act(
            "partners:signature-register",
            _("Register a signature on paper"),
            "pencil",
            when=_was_opened,
        ),
        Act("partners:framework-sign-by", _("Move the day to sign by"), "calendar"),
        Act("partners:framework-edit", _("Change title, days and numbers"), "pencil"),
        Act("partners:framework-clause", _("Add an agreement"), "plus"),
        Act("partners:framework-upload", _("Send in the document (PDF)"), "upload"),
        Act("partners:framework-succeed", _("Write the next one, as a copy"), "document"),
        Act("partners:framework-public", _("Who sees this framework"), "eye"),
        Act("partners:framework-public-kompas", _("Who sees its Kompas"), "eye", when=_is_shown),
        Act("partners:framework-discard", _("Throw the draft away"), "cross"),
    ),
    "partners.clause": (
        Act("partners:clause-edit", _("Change this agreement"), "pencil"),
        Act("partners:clause-remove", _("Take this agreement out"), "cross"),
    ),
    "partners.signature": (
        Act("partners:signature-withdraw", _("Withdraw this signature"), "cross"),
    ),
    "partners.contactnote": (
        Act("partners:note-correct", _("Correct"), "pencil", when=_is_newest),
    ),
    "partners.apitoken": (
        Act(
            "partners:token-revoke",
            _("Revoke the token"),
            "cross",
            when=lambda token, _at: token.revoked_at is None,
        ),
    ),
    "partners.importrun": (
        Act("partners:import-run", _("Confirm the import"), "check", "confirm", is_step=True),
        Act("partners:import-withdraw", _("Withdraw this file"), "cross", "withdraw"),
    ),
}


def moves_of(record: Any, person: Any) -> list[DeskMove]:
    """For a record of this app."""
    return offered(ACTS, record, person)
