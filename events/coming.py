"""Who comes to a meeting: its invitations with what was answered, by person and by organisation."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property

from events.audience import Voters, voters_by_seat
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
    instead: str = ""

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
    address: str = ""
    replies: list[Said] = field(default_factory=list)

    @property
    def last(self) -> Said | None:
        """What counts now."""
        return self.replies[-1] if self.replies else None

    @property
    def is_open(self) -> bool:
        """It is asked and still to say: no answer, one that waits, or one that was refused."""
        last = self.last
        return last is None or last.is_pending or last.refused_at is not None

    @property
    def is_silent(self) -> bool:
        """No answer, or one that was refused: then it is asked again."""
        return self.last is None or self.last.refused_at is not None

    @property
    def requests(self) -> list[Position]:
        """Since when each place that this answer asks for was asked for."""
        return requests_since(((each.at, each.pk), each.wants) for each in self.replies)


class Coming:
    """All invitations of a meeting on a day, counted; `voters` has who may vote for each seat."""

    def __init__(
        self, meeting: Meeting, guests: Iterable[Guest], day: date, voters: Voters
    ) -> None:
        self.capacity = meeting.capacity
        self.last_on = meeting.reply_by_on
        self.day = day
        self.voters = voters
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
        """How many people come by this answer; a replacement only once it is welcome.

        Who comes instead and is invited as well answers for itself.
        """
        if guest.last is None or guest.last.is_pending:
            return 0
        other = self.stand_in(guest)
        return self.places[guest.pk] if other is None or other.last is None else 0

    def stand_in(self, guest: Guest) -> Guest | None:
        """The invited person of the same organisation who comes in this one's place."""
        last = guest.last
        if last is None or not last.instead:
            return None
        others = self.of_organisation.get(guest.organisation_id or 0, [])
        same = (each for each in others if each.address.lower() == last.instead.lower())
        return next((each for each in same if each.pk != guest.pk), None)

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
            if all(guest.is_silent for guest in guests)
        ]

    @cached_property
    def quorum(self) -> Quorum:
        """The seats that come: only who may vote for a seat counts, whoever else comes.

        A seat may still come while one of its voters can still say so.
        """
        come = {seat for seat in self.voters if any(map(self._comes, self._invited(seat)))}
        may_come = sum(
            any(guest.is_open for guest in self._invited(seat))
            or len(self._invited(seat)) < len(people)
            for seat, people in self.voters.items()
            if seat not in come
        )
        return Quorum(len(self.voters), len(come), may_come)

    def _invited(self, seat: int) -> list[Guest]:
        """The invitations of who may vote for this seat."""
        guests = self.of_organisation.get(seat, [])
        return [guest for guest in guests if guest.person_id in self.voters[seat]]

    def _comes(self, guest: Guest) -> bool:
        """By this answer somebody comes who may vote for the seat."""
        if guest.last is None or guest.last.answer != ANSWER.REPLACEMENT:
            return self.people_of(guest) > 0
        other = self.stand_in(guest)
        is_voter = other is not None and other in self._invited(guest.organisation_id or 0)
        return is_voter and self.people_of(guest) > 0


def coming_to(meeting: Meeting, day: date) -> Coming:
    """Who comes to this meeting, as it is answered now and counted on this day.

    Two queries; for the raad those of its seats besides.
    """
    return all_coming([meeting], day)[meeting.pk]


def all_coming(meetings: Iterable[Meeting], day: date) -> dict[int, Coming]:
    """The same for many meetings, in as many queries."""
    by_id = {meeting.pk: meeting for meeting in meetings}
    rows = (
        Invitee.objects.holding()
        .filter(meeting__in=by_id)
        .with_asked_anew()
        .order_by("recorded_at", "pk")
        .values_list(
            *("meeting_id", "pk", "person_id", "organisation_id", "recorded_at"),
            *("person__email", "asked_anew_at"),
        )
    )
    guests: dict[int, Guest] = {}
    of_meeting: dict[int, list[Guest]] = {pk: [] for pk in by_id}
    anew: dict[int, datetime | None] = {}
    for meeting, *who, asked_anew_at in rows:
        guest = Guest(*who)
        guests[guest.pk] = guest
        of_meeting[meeting].append(guest)
        anew[guest.pk] = asked_anew_at
    said = Reply.objects.filter(
        invitee__meeting__in=by_id, invitee__withdrawn_at__isnull=True
    ).order_by("invitee", "ordinal")
    columns = (
        *("invitee_id", "pk", "recorded_at", "answer", "people"),
        *("accepted_at", "refused_at", "replacement_email"),
    )
    for invitee, *facts in said.values_list(*columns):
        reply = Said(*facts)
        asked = anew.get(invitee)
        if invitee in guests and (asked is None or reply.at > asked):
            guests[invitee].replies.append(reply)
    voters = voters_by_seat(by_id.values(), day)
    return {pk: Coming(by_id[pk], found, day, voters[pk]) for pk, found in of_meeting.items()}
