"""“How you take part”: what somebody is in this network now, in words."""

from typing import Any

from django.utils.translation import gettext as _

from partners.querysets import local_day
from programme.models import Commitment, Delegate, Programmaraad, Programme


def roles_of(person: Any) -> list[dict[str, str]]:
    """The person's role for each organisation, its seats, and the answer to the programme."""
    return [*_mandates(person), *_seats(person), *_answers(person)]


def _mandates(person: Any) -> list[dict[str, str]]:
    roles = {"director": _("Director"), "contact": _("Contact")}
    return [
        {
            "label": _("Your role at %(name)s") % {"name": fact.organisation_name},
            "text": roles[fact.role],
            "note": _("You may answer and sign for %(name)s.") % {"name": fact.organisation_name}
            if fact.organisation_id in person.standing.commits_ids
            else _("A director answers for %(name)s.") % {"name": fact.organisation_name},
            "icon": "building",
        }
        for fact in person.standing.mandates
        if fact.is_partner
    ]


def _seats(person: Any) -> list[dict[str, str]]:
    day = local_day(person.moment)
    mine = Delegate.objects.on(day).filter(
        person=person, seat__raad__status=Programmaraad.Status.INSTALLED
    )
    others = {
        row.seat_id: row.person.name
        for row in Delegate.objects.on(day)
        .filter(seat__in=mine.values("seat"))
        .exclude(person=person)
        .select_related("person")
    }
    names = {
        Delegate.Role.REPRESENTATIVE: (_("Representative"), _("Your substitute is %(name)s.")),
        Delegate.Role.SUBSTITUTE: (_("Substitute"), _("You vote when %(name)s cannot.")),
    }
    return [
        {
            "label": _("Programmaraad %(year)s") % {"year": row.seat.raad.year},
            "text": str(names[Delegate.Role(row.role)][0]),
            "note": names[Delegate.Role(row.role)][1] % {"name": others[row.seat_id]}
            if row.seat_id in others
            else "",
            "icon": "ballot",
        }
        for row in mine.select_related("seat__raad").order_by("seat__raad__year")
    ]


def _answers(person: Any) -> list[dict[str, str]]:
    year = local_day(person.moment).year
    answers = (
        Commitment.objects.filter(
            organisation__in=person.standing.organisation_ids,
            programme__year=year,
            programme__status=Programme.Status.ADOPTED,
        )
        .holding()
        .select_related("organisation")
    )
    return [
        {
            "label": _("Programme %(year)s") % {"year": year},
            "text": answer.get_answer_display(),
            "note": answer.reason,
            "icon": "pencil",
        }
        for answer in answers
    ]
