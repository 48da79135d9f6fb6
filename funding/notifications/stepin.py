"""Letters about step-in rounds: to the people of one partner, about its own share and nobody's."""

from collections.abc import Iterable
from datetime import datetime

from funding.models import StepInAnswer, StepInOffer, StepInRound
from partners.models import Mandate, Person
from partners.notifications import recorded_in_name
from partners.querysets import local_day
from schuldenlab.outbox.actions import post
from schuldenlab.outbox.models import Letter, Recipient


def stepin_offered(found: StepInRound, offers: Iterable[StepInOffer], *, at: datetime) -> None:
    """This is offered to your organisation: what it asks, your share, and until when."""
    _to_partners("stepin_offered", "once", found, offers, at)


def stepin_reminder(
    found: StepInRound, offers: Iterable[StepInOffer], *, step: str, at: datetime
) -> int:
    """We have no answer of your organisation yet. Returns to how many people that went."""
    return _to_partners("stepin_reminder", step, found, offers, at)


def stepin_later(found: StepInRound, offers: Iterable[StepInOffer], *, at: datetime) -> None:
    """You said “later”; the round ends soon."""
    _to_partners("stepin_later", "once", found, offers, at)


def was_reminded(found: StepInRound, *, step: str) -> bool:
    """Whether this reminder went out before, to anybody."""
    return Letter.objects.filter(key__startswith=_key("stepin_reminder", step, found)).exists()


def stepin_recorded(answer: StepInAnswer, *, at: datetime) -> None:
    """The kernteam wrote down what it heard, and asks whether it is right."""
    recorded_in_name(
        answer.offer.organisation,
        "stepin_answer",
        key=f"stepin-answer:{answer.pk}",
        at=at,
        answer=answer,
        project=answer.offer.round.plan.phase.project,
    )


def _key(name: str, step: str, found: StepInRound) -> str:
    return f"{name.replace('_', '-')}:{step}:{found.pk}:"


def _to_partners(
    name: str, step: str, found: StepInRound, offers: Iterable[StepInOffer], at: datetime
) -> int:
    """One letter a partner, to everybody who works for it today."""
    rows = list(offers)
    people = _people_of(rows, at)
    phase = found.plan.phase
    same = {"round": found, "phase": phase, "project": phase.project, "terms": found.terms}
    for each in rows:
        post(
            f"funding/mail/{name}.txt",
            people[each.organisation_id],
            f"{_key(name, step, found)}{each.pk}",
            at,
            context={**same, "offer": each, "organisation": each.organisation},
        )
    return sum(len(people[each.organisation_id]) for each in rows)


def _people_of(offers: Iterable[StepInOffer], at: datetime) -> dict[int, list[Recipient]]:
    """By organisation, in one query for many."""
    found: dict[int, list[Recipient]] = {each.organisation_id: [] for each in offers}
    mandates = Mandate.objects.on(local_day(at)).filter(
        organisation__in=found, person__in=Person.objects.can_log_in()
    )
    seen = set()
    for each in mandates.select_related("person").order_by("person"):
        if (each.organisation_id, each.person_id) not in seen:
            seen.add((each.organisation_id, each.person_id))
            found[each.organisation_id].append(each.person.as_recipient())
    return found
