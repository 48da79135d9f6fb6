"""Who comes to a meeting: its invitations with what was answered, by person and by organisation."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property

from events.models import Invitee, Meeting, Reply
from events.places import Position, Quorum, Request, requests_since, share_places
from partners.querysets import local_day

ANSWER = Reply.Answer


@dataclass(frozen=True)
class Said:
    """One answer, as far as counting needs it."""

    pk: int
    at: datetime
    answer: str
    people: int
    accepted_at: datetime | None
    refused_at: datetime | None

    @property
    def wants(self) -> int:
        """How many places it asks for."""
        if self.answer == ANSWER.NO or self.refused_at is not None:
            return 0
        return self.people

    @property
    def is_pending(self) -> bool:
        """A replacement that the kernteam has not judged yet."""
        undecided = self.accepted_at is None and self.refused_at is None
        return self.answer == ANSWER.REPLACEMENT and undecided


@dataclass
class Guest:
    """An invitation with its answers that count, the last one last."""

    pk: int
    person_id: int
    organisation_id: int | None
    invited_at: datetime
    replies: list[Said] = field(default_factory=list)

    @property
    def last(self) -> Said | None:
        """What counts now."""
        return self.replies[-1] if self.replies else None

    @property
    def requests(self) -> list[Position]:
        """Since when each place that this answer asks for was asked for."""
        return requests_since(((each.at, each.pk), each.wants) for each in self.replies)


class Coming:
    """All invitations of a meeting on a day, counted."""

    def __init__(self, meeting: Meeting, guests: Iterable[Guest], day: date) -> None:
        self.capacity = meeting.capacity
        self.last_on = meeting.reply_by_on
        self.day = day
        self.guests = list(guests)

    @cached_property
    def of_organisation(self) -> dict[int, list[Guest]]:
        """The invitations of each organisation."""
        found: dict[int, list[Guest]] = defaultdict(list)
        for guest in self.guests:
            if guest.organisation_id is not None:
                found[guest.organisation_id].append(guest)
        return dict(found)

    @cached_property
    def kept(self) -> dict[int, Position]:
        """Since when an organisation claims one place, as long as it has not given it up."""
        return {
            organisation: min((each.invited_at, 0) for each in guests)
            for organisation, guests in self.of_organisation.items()
            if not self._gave_up(guests)
        }

    def _gave_up(self, guests: list[Guest]) -> bool:
        """Everybody said no at some moment, or nobody asked for a place until the last day."""
        said = sorted(
            (reply.at, reply.pk, guest.pk, reply.wants)
            for guest in guests
            for reply in guest.replies
        )
        wants: dict[int, int] = {}
        for _at, _pk, guest, people in said:
            wants[guest] = people
            if len(wants) == len(guests) and not any(wants.values()):
                return True
        if self.last_on is None or self.day <= self.last_on:
            return False
        asked = [moment for guest in guests for moment, _pk in guest.requests]
        return not asked or local_day(min(asked)) > self.last_on

    @cached_property
    def places(self) -> Counter[int]:
        """How many places each invitation has, by its id."""
        requests = [
            Request(guest.pk, guest.organisation_id, since)
            for guest in self.guests
            for since in guest.requests
        ]
        return share_places(requests, kept=self.kept, capacity=self.capacity)

    def waiting(self, guest: Guest) -> int:
        """How many people of this answer have no place yet."""
        return len(guest.requests) - self.places[guest.pk]

    def people_of(self, guest: Guest) -> int:
        """How many people come by this answer; a replacement only once it is welcome."""
        return 0 if guest.last is None or guest.last.is_pending else self.places[guest.pk]

    @cached_property
    def people(self) -> int:
        """How many people come."""
        return sum(self.people_of(guest) for guest in self.guests)

    @cached_property
    def organisations(self) -> dict[int, int]:
        """The organisations that come, with how many people."""
        counted = {
            organisation: sum(self.people_of(guest) for guest in guests)
            for organisation, guests in self.of_organisation.items()
        }
        return {organisation: people for organisation, people in counted.items() if people}

    @cached_property
    def silent(self) -> list[int]:
        """Organisations of which nobody answered."""
        return [
            organisation
            for organisation, guests in self.of_organisation.items()
            if not any(guest.last for guest in guests)
        ]

    @property
    def quorum(self) -> Quorum:
        """One seat for each organisation; it may still come while not everybody said no."""
        may_come = sum(
            organisation not in self.organisations
            and any(guest.last is None or guest.last.is_pending for guest in guests)
            for organisation, guests in self.of_organisation.items()
        )
        return Quorum(len(self.of_organisation), len(self.organisations), may_come)


def coming_to(meeting: Meeting, day: date) -> Coming:
    """Who comes to this meeting, as it is answered now and counted on this day. Two queries."""
    return all_coming([meeting], day)[meeting.pk]


def all_coming(meetings: Iterable[Meeting], day: date) -> dict[int, Coming]:
    """The same for many meetings, in the same two queries."""
    by_id = {meeting.pk: meeting for meeting in meetings}
    rows = (
        Invitee.objects.holding()
        .filter(meeting__in=by_id)
        .with_asked_anew()
        .order_by("recorded_at", "pk")
        .values_list(
            "meeting_id", "pk", "person_id", "organisation_id", "recorded_at", "asked_anew_at"
        )
    )
    guests: dict[int, Guest] = {}
    of_meeting: dict[int, list[Guest]] = {pk: [] for pk in by_id}
    anew: dict[int, datetime | None] = {}
    for meeting, pk, person, organisation, invited_at, asked_anew_at in rows:
        guests[pk] = Guest(pk, person, organisation, invited_at)
        of_meeting[meeting].append(guests[pk])
        anew[pk] = asked_anew_at
    said = Reply.objects.filter(
        invitee__meeting__in=by_id, invitee__withdrawn_at__isnull=True
    ).order_by("invitee", "ordinal")
    columns = ("invitee_id", "pk", "recorded_at", "answer", "people", "accepted_at", "refused_at")
    for invitee, *facts in said.values_list(*columns):
        reply = Said(*facts)
        asked = anew.get(invitee)
        if invitee in guests and (asked is None or reply.at > asked):
            guests[invitee].replies.append(reply)
    return {pk: Coming(by_id[pk], found, day) for pk, found in of_meeting.items()}
