"""A change of course in words: its badge, what the system thinks, and everything that happened."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from programme.models import CourseChange, CrucialCall
from schuldenlab.web.templatetags.look import day as day_words

Status = CourseChange.Status
BADGES = {
    Status.PROPOSED: "open",
    Status.MINOR: "track",
    Status.CRUCIAL: "warn",
    Status.AHEAD: "fail",
    Status.ADOPTED: "track",
    Status.CARRIED_OUT: "met",
    Status.REJECTED: "open",
    Status.WITHDRAWN: "open",
}
REASONS = {
    "theme_dropped": gettext_lazy("an innovation theme is dropped"),
    "budget_moved": gettext_lazy("so much money of one category moves"),
    "pledge_withdrawn": gettext_lazy("a firm pledge is withdrawn"),
    "seat_left": gettext_lazy("a partner with a seat in the programmaraad leaves"),
    "funder_left": gettext_lazy("a partner with a firm pledge to a phase that started leaves"),
}


def badge(change: CourseChange) -> str:
    """The kind of the badge; one that was carried out too early stays so."""
    if change.status == Status.CARRIED_OUT and change.is_afterwards:
        return "fail"
    return BADGES[Status(change.status)]


def stand(change: CourseChange) -> str:
    """How it stands in words; one that was carried out too early says so."""
    if change.status == Status.CARRIED_OUT and change.is_afterwards:
        return _("Carried out before the decision")
    return capfirst(change.get_status_display())


def reason_words(code: str) -> str:
    """A reason of the system in words."""
    return str(REASONS[code])


def system_words(change: CourseChange) -> str:
    """What the system proposes, and why; what it proposed when it was judged."""
    is_judged = change.status != Status.PROPOSED and (change.minor_at or change.crucial_at)
    codes = change.system_reasons if is_judged else change.proposed_reasons()
    if not codes:
        return _("By the numbers of the framework this is not crucial.")
    because = _(" and ").join(reason_words(str(code)) for code in codes)
    return _("By the numbers of the framework this is crucial: %(because)s.") % {"because": because}


def log_of(change: CourseChange, calls: Iterable[CrucialCall]) -> list[dict[str, Any]]:
    """Everything that happened, oldest first: when it was recorded, what, and details."""
    found = [*_judged(change), *_decided(change)]
    for call in calls:
        name = call.seat.organisation.name
        found.append((call.at, _("%(name)s called it crucial") % {"name": name}, call.reason))
    steps = sorted((step for step in found if step[0] is not None), key=lambda step: step[0])
    return [{"at": at, "title": title, "text": text} for at, title, text in steps]


Step = tuple[Any, str, str]


def _judged(change: CourseChange) -> Iterator[Step]:
    if change.proposed_for is not None:
        proposed = _("Proposed by %(name)s") % {"name": change.proposed_for.name}
    elif change.departure_id is not None:
        proposed = _("Opened because a partner with a seat or a firm pledge leaves")
    else:
        proposed = _("Proposed by the kernteam")
    fact = ""
    if change.happened_on is not None and change.organisation is not None:
        fact = _("%(name)s, from %(day)s.") % {
            "name": change.organisation.name,
            "day": day_words(change.happened_on),
        }
    yield change.recorded_at, proposed, fact
    yield change.crucial_at, _("The kernteam judged it crucial"), change.judgement
    yield change.minor_at, _("The kernteam judged it not crucial"), change.judgement
    because = _("Two seats called it crucial.")
    yield change.called_at, _("Crucial after all"), because
    yield change.called_afterwards_at, _("Crucial after all, and carried out already"), because
    yield change.withdrawn_at, _("Withdrawn"), change.withdrawal


def _decided(change: CourseChange) -> Iterator[Step]:
    day = {"day": day_words(change.carried_out_on)}
    done = _("On %(day)s.") % day if change.carried_out_on else ""
    number = {"number": change.decision.number} if change.decision else {"number": ""}
    decided = _("Decision %(number)s") % number
    yield change.went_first_at, _("Carried out before the decision"), f"{done} {change.urgency}"
    yield change.adopted_at, _("The programmaraad agreed"), decided
    yield change.upheld_at, _("The programmaraad agreed afterwards"), decided
    yield change.rejected_at, _("The programmaraad did not agree"), decided
    yield change.carried_out_at, _("Carried out"), f"{done} {change.result}".strip()
