"""Who somebody is, under the title of its home page."""

from typing import Any

from django.utils.translation import gettext as _

from partners.models import Ambassadorship, Partnership
from partners.querysets import local_day
from programme.models import Delegate, Programmaraad

Fact = dict[str, str]


def who_is(person: Any) -> list[Fact]:
    """The partners somebody works for, its seats, and the themes of which they are ambassador."""
    return [*_kernteam(person), *_partners(person), *_seats(person), *_themes(person)]


def _kernteam(person: Any) -> list[Fact]:
    standing = person.standing
    if not standing.is_kernteam:
        return []
    role = _("Manager of the kernteam") if standing.is_manager else _("Kernteam")
    return [{"icon": "people", "text": role}]


def _partners(person: Any) -> list[Fact]:
    standing = person.standing
    since = dict(
        Partnership.objects.on(local_day(person.moment))
        .filter(organisation__in=standing.organisation_ids)
        .values_list("organisation_id", "joined_on")
    )
    words = _("%(name)s, partner since %(year)s")
    return [
        {
            "icon": "building",
            "text": words
            % {"name": fact.organisation_name, "year": since[fact.organisation_id].year},
        }
        for fact in standing.mandates
        if fact.organisation_id in since
    ]


def _seats(person: Any) -> list[Fact]:
    if not person.standing.organisation_ids:
        return []
    seats = Delegate.objects.speaking(local_day(person.moment)).filter(
        person=person, seat__raad__status=Programmaraad.Status.INSTALLED
    )
    lines = {
        Delegate.Role.REPRESENTATIVE: _("Member of the programmaraad of %(year)s"),
        Delegate.Role.SUBSTITUTE: _("Substitute in the programmaraad of %(year)s"),
    }
    return [
        {"icon": "ballot", "text": lines[Delegate.Role(each.role)] % {"year": each.seat.raad.year}}
        for each in seats.select_related("seat__raad").order_by("seat__raad__year")
    ]


def _themes(person: Any) -> list[Fact]:
    """Of which themes the organisations of this person are ambassador."""
    ours = person.standing.organisation_ids
    now = Ambassadorship.objects.on(local_day(person.moment)).filter(organisation__in=ours)
    names = now.order_by("theme__name").values_list("theme__name", flat=True).distinct()
    words = _("Ambassador of “%(theme)s”")
    return [{"icon": "megaphone", "text": words % {"theme": name}} for name in names]
