"""Letters about pledges: to the organisation itself and the kernteam, never to other partners."""

from collections.abc import Iterable
from datetime import datetime

from funding.models import Pledge, Schedule
from partners.models import Person
from partners.notifications import kernteam, people_of, recorded_by_others, recorded_in_name
from schuldenlab.outbox.actions import post
from schuldenlab.outbox.models import Recipient


def _post(name: str, pledge: Pledge, to: Iterable[Recipient], at: datetime) -> None:
    post(
        f"funding/mail/{name}.txt",
        set(to),
        f"{name.replace('_', '-')}:{pledge.pk}",
        at,
        context={"pledge": pledge, "goal": pledge.goal},
    )


def pledge_offered(pledge: Pledge, *, at: datetime) -> None:
    """The kernteam hears of it; what it recorded itself the organisation is asked about."""
    if pledge.is_on_behalf:
        recorded_in_name(
            pledge.organisation, "pledge", key=f"pledge:{pledge.pk}", at=at, pledge=pledge
        )
    else:
        _post("pledge_offered", pledge, kernteam(at), at)


def pledge_firm(pledge: Pledge, *, at: datetime) -> None:
    """A receipt for the organisation and the kernteam; with paper the organisation is asked."""
    if pledge.paper is None:
        to = [*people_of(pledge.organisation, at), *kernteam(at)]
        _post("pledge_firm", pledge, to, at)
    else:
        recorded_in_name(
            pledge.organisation, "pledge_firm", key=f"pledge-firm:{pledge.pk}", at=at, pledge=pledge
        )


def pledge_taken_over(pledge: Pledge, *, at: datetime) -> None:
    """The organisation is asked whether it is right."""
    recorded_in_name(
        pledge.organisation,
        "pledge_taken_over",
        key=f"pledge-taken-over:{pledge.pk}",
        at=at,
        pledge=pledge,
    )


def condition_met(pledge: Pledge, *, actor: Person | None, at: datetime) -> None:
    """If others wrote that down, the organisation is asked whether it is right."""
    recorded_by_others(
        pledge.organisation,
        "pledge_condition",
        key=f"pledge-condition:{pledge.pk}",
        actor=actor,
        at=at,
        pledge=pledge,
    )


def pledge_withdrawn(pledge: Pledge, *, actor: Person | None, at: datetime) -> None:
    """The kernteam hears it; if others wrote it down, the organisation is asked as well."""
    _post("pledge_withdrawn", pledge, kernteam(at), at)
    recorded_by_others(
        pledge.organisation,
        "pledge_withdrawn",
        key=f"pledge-withdrawn:{pledge.pk}",
        actor=actor,
        at=at,
        pledge=pledge,
    )


def pledge_rescheduled(
    pledge: Pledge, schedule: Schedule, *, actor: Person | None, at: datetime
) -> None:
    """If others spread it differently, the organisation is asked whether it is right."""
    recorded_by_others(
        pledge.organisation,
        "pledge_rescheduled",
        key=f"pledge-rescheduled:{schedule.pk}",
        actor=actor,
        at=at,
        pledge=pledge,
        schedule=schedule,
    )


def pledge_corrected(pledge: Pledge, *, actor: Person | None, at: datetime) -> None:
    """The kernteam hears of it; if others wrote it down, the organisation is asked as well."""
    _post("pledge_corrected", pledge, kernteam(at), at)
    recorded_by_others(
        pledge.organisation,
        "pledge_corrected",
        key=f"pledge-corrected:{pledge.pk}",
        actor=actor,
        at=at,
        pledge=pledge,
    )
