"""Letters about decisions: entered, who sees to it, how long still, and what became of it."""

from datetime import datetime

from partners.models import Person
from partners.querysets import local_day
from programme.models import Decision
from schuldenlab.outbox.actions import post
from schuldenlab.outbox.models import Recipient

from .people import delegates, kernteam


def decision_entered(decision: Decision, *, at: datetime) -> None:
    """A decision without a ballot goes to the raad that took it: it can say what is not right."""
    post(
        "programme/mail/decision_entered.txt",
        _raad_and_kernteam(decision, at),
        f"decision-entered:{decision.pk}",
        at,
        context={"decision": decision, "raad": decision.raad},
    )


def decision_assigned(decision: Decision, *, at: datetime) -> None:
    """You see to it that this decision is carried out."""
    _to_owner(decision, "assigned", at.isoformat(), at)


def decision_handed_over(decision: Decision, before: Person, *, at: datetime) -> None:
    """Somebody else sees to it from now on."""
    post(
        "programme/mail/decision_handed_over.txt",
        [before.as_recipient()] if before.is_active else [],
        f"decision-handed-over:{decision.pk}:{at.isoformat()}",
        at,
        context={"decision": decision, "owner": decision.owner},
    )


def decision_settled(decision: Decision, text: str, *, at: datetime) -> None:
    """Carried out or dropped: to the raad, the kernteam and the owner."""
    people = _raad_and_kernteam(decision, at)
    if decision.owner is not None and decision.owner.is_active:
        people.add(decision.owner.as_recipient())
    post(
        "programme/mail/decision_settled.txt",
        people,
        f"decision-settled:{decision.pk}",
        at,
        context={"decision": decision, "text": text},
    )


def decision_reminder(decision: Decision, *, step: int, at: datetime) -> None:
    """The last day comes near."""
    _to_owner(decision, "reminder", f"{decision.due_on}:{step}", at)


def decision_overdue(decision: Decision, *, at: datetime) -> None:
    """The last day has passed: once for each last day."""
    _to_owner(decision, "overdue", str(decision.due_on), at)


def _to_owner(decision: Decision, kind: str, key: str, at: datetime) -> None:
    if decision.owner is None or not decision.owner.is_active:
        return
    post(
        f"programme/mail/decision_{kind}.txt",
        [decision.owner.as_recipient()],
        f"decision-{kind}:{decision.pk}:{key}",
        at,
        context={"decision": decision},
    )


def _raad_and_kernteam(decision: Decision, at: datetime) -> set[Recipient]:
    seats = decision.raad.seats.active(local_day(at))
    return {*delegates(seats, at), *kernteam(at)}
