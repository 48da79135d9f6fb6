"""Whom an audience names on a day: directors, the whole network, and what storeys above know."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext_noop

from events.models import Circular, Invitee, Meeting, MeetingSeries, StandingGuest
from events.ports import AudienceMember, people_in
from partners.models import KernteamMember, Mandate, Organisation, Person

# For each seat of a raad, by the id of its organisation, the people who may vote for it.
Voters = Mapping[int, frozenset[int]]
GUEST = gettext_noop("guest")
KERNTEAM = gettext_noop("kernteam")
FROM_MANDATES = {
    MeetingSeries.Audience.DIRECTORS.value: (Mandate.Role.DIRECTOR,),
    MeetingSeries.Audience.NETWORK.value: tuple(Mandate.Role),
    Circular.Audience.CONTACTS.value: (Mandate.Role.CONTACT,),
}


def audience_on(
    audience: str, day: date, series: MeetingSeries | None = None
) -> list[AudienceMember]:
    """Each person once, with one organisation, in a constant number of queries.

    Whoever cannot log in any more is not asked. The kernteam belongs to the whole network.
    """
    members = [*_by_mandate(audience, day), *people_in(audience, series, day)]
    if audience == MeetingSeries.Audience.NETWORK:
        members += _kernteam(day)
    members += _guests(series, day)
    first = {member.person_id: member for member in reversed(members)}
    able = set(Person.objects.can_log_in().filter(pk__in=first).values_list("pk", flat=True))
    return [first[pk] for pk in dict.fromkeys(m.person_id for m in members) if pk in able]


def audience_day(meeting: Meeting, day: date) -> date:
    """On which day the audience is read; of a raad a day of its own year."""
    if meeting.series.audience != MeetingSeries.Audience.RAAD or day.year == meeting.year:
        return day
    return min(max(day, date(meeting.year, 1, 1)), date(meeting.year, 12, 31))


def voters_of(meeting: Meeting, day: date) -> list[AudienceMember]:
    """Who may vote for each seat in a meeting of the raad; nobody in any other meeting.

    Guests of the series and colleagues are welcome, but no seat votes through them.
    """
    if meeting.series.duty != MeetingSeries.Duty.RAAD:
        return []
    day = audience_day(meeting, day)
    return people_in(MeetingSeries.Audience.RAAD, meeting.series, day)


def voters_by_seat(meetings: Iterable[Meeting], day: date) -> dict[int, Voters]:
    """The same for many meetings, by seat; each raad is read once."""
    found: dict[int, Voters] = {}
    raden: dict[tuple[int, date], Voters] = {}
    for meeting in meetings:
        raad = meeting.series_id, audience_day(meeting, day)
        if raad not in raden:
            raden[raad] = _by_seat(voters_of(meeting, day))
        found[meeting.pk] = raden[raad]
    return found


def _by_seat(voters: Iterable[AudienceMember]) -> Voters:
    seats: dict[int, set[int]] = defaultdict(set)
    for voter in voters:
        if voter.organisation_id is not None:
            seats[voter.organisation_id].add(voter.person_id)
    return {seat: frozenset(people) for seat, people in seats.items()}


@dataclass(frozen=True)
class SeatOf:
    """That somebody may vote for a seat, and who else may: nobody else can come instead."""

    stand_in: Person | None


def seat_of(invitee: Invitee, day: date) -> SeatOf | None:
    """The seat for which this invited person votes; None for everybody else."""
    seats = _by_seat(voters_of(invitee.meeting, day))
    voters = seats.get(invitee.organisation_id or 0, frozenset())
    if invitee.person_id not in voters:
        return None
    others = Person.objects.filter(pk__in=voters - {invitee.person_id})
    return SeatOf(others.order_by("pk").first())


def _by_mandate(audience: str, day: date) -> list[AudienceMember]:
    roles = FROM_MANDATES.get(audience, ())
    if not roles:
        return []
    mandates = (
        Mandate.objects.on(day)
        .filter(role__in=roles, organisation__in=Organisation.objects.partners(day))
        .order_by("organisation__name", "-role", "pk")
    )
    return [AudienceMember(row.person_id, row.organisation_id, row.role) for row in mandates]


def _kernteam(day: date) -> list[AudienceMember]:
    terms = KernteamMember.objects.on(day)
    return [AudienceMember(term.person_id, None, KERNTEAM) for term in terms]


def _guests(series: MeetingSeries | None, day: date) -> list[AudienceMember]:
    """Whoever is invited each time; with a mandate of the day it is for that organisation."""
    if series is None:
        return []
    guests = StandingGuest.objects.filter(series=series, ended_at__isnull=True)
    mandates = Mandate.objects.on(day).filter(person__in=guests.values("person"))
    works_for = dict(mandates.order_by("-pk").values_list("person", "organisation"))
    return [
        AudienceMember(guest.person_id, works_for.get(guest.person_id), guest.reason or GUEST)
        for guest in guests
    ]


def recipients_of(circular: Circular, day: date) -> list[AudienceMember]:
    """To whom a letter goes that is sent on this day, each person once."""
    if circular.audience == Circular.Audience.LEADERS:
        return audience_on(circular.audience, day, _series_for(circular.audience, day))
    if circular.audience != Circular.Audience.MEETING:
        return audience_on(circular.audience, day)
    able = Person.objects.can_log_in()
    invited = Invitee.objects.holding().filter(meeting=circular.meeting_id, person__in=able)
    rows = invited.order_by("pk").values_list("person_id", "organisation_id", "reason")
    return [AudienceMember(*row) for row in rows]


def _series_for(audience: str, day: date) -> MeetingSeries | None:
    """The series that this audience has on a day: its standing guests get its letters as well."""
    found = MeetingSeries.objects.in_force().filter(audience=audience)
    series: MeetingSeries | None = found.filter(framework__starts_on__lte=day).last()
    return series
