"""Whom an audience names on a day: directors, the whole network, and what storeys above know."""

from datetime import date

from django.utils.translation import gettext_noop

from events.models import Circular, Invitee, MeetingSeries, StandingGuest
from events.ports import AudienceMember, people_in
from partners.models import KernteamMember, Mandate, Organisation, Person

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
