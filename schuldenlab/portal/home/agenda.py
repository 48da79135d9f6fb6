"""The next meetings on the home page, each with what this person answered, or its colleague."""

from dataclasses import dataclass
from typing import Any, Final

from django.db.models import OuterRef, Q, Subquery
from django.utils.translation import gettext as _

from events.models import Invitee, Meeting, MeetingSeries, Reply
from programme.models import Seat

SHOWN: Final = 3
ANSWER = Reply.Answer
Badge = tuple[str, str, str]  # its kind, its words, its icon


@dataclass(frozen=True)
class Coming:
    """A meeting that comes, and the answer to its invitation as a badge; None: not invited."""

    meeting: Any
    badge: Badge | None


def coming_up(person: Any) -> list[Coming]:
    """The next three that this person is asked for: of a raad only with a seat in it."""
    visible = Meeting.objects.visible_to(person).upcoming(person.moment).select_related("series")
    if not person.standing.is_kernteam:
        seated = Seat.objects.of(person).values("raad__year")
        visible = visible.exclude(~Q(year__in=seated), series__duty=MeetingSeries.Duty.RAAD)
    meetings = list(visible[:SHOWN])
    invited = _invited(person, meetings)
    return [Coming(each, _badge(each, invited.get(each.pk, []), person)) for each in meetings]


def _invited(person: Any, meetings: list[Any]) -> dict[int, list[Any]]:
    """The own invitations and those of colleagues, with the answer that counts."""
    who = Q(person=person) | Q(organisation__in=person.standing.organisation_ids)
    last = Reply.objects.filter(invitee=OuterRef("pk"), refused_at__isnull=True)
    last = last.order_by("-ordinal")
    rows = (
        Invitee.objects.holding()
        .filter(who, meeting__in=meetings)
        .with_asked_anew()
        .annotate(
            answer=Subquery(last.values("answer")[:1]),
            answered_at=Subquery(last.values("recorded_at")[:1]),
            instead=Subquery(last.values("replacement_name")[:1]),
            accepted_at=Subquery(last.values("accepted_at")[:1]),
        )
        .select_related("person")
        .order_by("meeting_id", "pk")
    )
    found: dict[int, list[Any]] = {}
    for each in rows:
        if each.asked_anew_at and each.answered_at and each.answered_at <= each.asked_anew_at:
            each.answer = None  # it was about another day
        found.setdefault(each.meeting_id, []).append(each)
    return found


def _badge(meeting: Any, rows: list[Any], person: Any) -> Badge | None:
    """One's own answer; without an invitation that of a colleague."""
    for each in rows:
        if each.person_id == person.pk:
            return _own(meeting, each)
    coming = [each for each in rows if each.answer == ANSWER.YES]
    if meeting.series.duty == MeetingSeries.Duty.LEADERS and rows:
        if coming:
            return "met", _("Your project leader comes"), ""
        if any(each.answer is None for each in rows):
            return "open", _("Your project leader has not answered yet"), ""
        return "open", _("Your project leader does not come"), "cross"
    if coming:
        return "met", _("%(name)s comes for you") % {"name": coming[0].person.name}, ""
    return None


def _own(meeting: Any, invitee: Any) -> Badge:
    if invitee.answer == ANSWER.YES:  # where places are few, who answers late may have to wait
        words = _("You come") if meeting.capacity is None else _("You want to come")
        return "met", words, ""
    if invitee.answer == ANSWER.NO:
        return "open", _("You do not come"), "cross"
    if invitee.answer == ANSWER.REPLACEMENT and invitee.accepted_at is not None:
        return "met", _("%(name)s comes for you") % {"name": invitee.instead}, ""
    if invitee.answer == ANSWER.REPLACEMENT:
        return "open", _("Your replacement is looked at"), "clock"
    return "open", _("No answer yet"), ""
