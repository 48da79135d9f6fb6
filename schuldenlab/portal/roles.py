"""“How you take part”: what somebody is in this network now, in words."""

from typing import Any

from django.db.models import OuterRef, Subquery
from django.urls import reverse
from django.utils.translation import gettext as _

from partners.querysets import local_day
from programme.models import (
    Ballot,
    Commitment,
    Delegate,
    Entitlement,
    Programmaraad,
    Programme,
    Vote,
)
from schuldenlab.web.templatetags.look import deadline


def roles_of(person: Any) -> list[dict[str, str]]:
    """The person's role for each organisation, its seats, and its answer."""
    if not person.standing.organisation_ids:
        return []
    return [*_votes(person), *_mandates(person), *_seats(person), *_answers(person)]


def _mandates(person: Any) -> list[dict[str, str]]:
    roles = {"director": _("Director"), "contact": _("Contact")}
    return [
        {
            "label": _("Your role at %(name)s") % {"name": fact.organisation_name},
            "text": roles[fact.role],
            "note": _may(person, fact.organisation_id) % {"name": fact.organisation_name},
            "icon": "building",
        }
        for fact in person.standing.mandates
        if fact.is_partner
    ]


def _may(person: Any, organisation: int) -> str:
    """What this person may do for it, as the rules of the programme and of funding have it."""
    commits = organisation in person.standing.commits_ids
    pledges = organisation in person.standing.pledges_ids
    if commits and pledges:
        return _("You may answer and sign for %(name)s, and make its pledges firm.")
    if pledges:
        return _(
            "You answer invitations and step-in offers for %(name)s, and make its pledges firm. "
            "A director commits it to the programme."
        )
    if commits:
        return _(
            "You answer for %(name)s and commit it to the programme. Who may sign pledges makes "
            "them firm."
        )
    return _(
        "You answer invitations and step-in offers for %(name)s, and may offer something. "
        "A director commits it to the programme; who may sign for it makes pledges firm."
    )


def _seats(person: Any) -> list[dict[str, str]]:
    """Seats by role, with the years of the raden together."""
    day = local_day(person.moment)
    mine: Any = Delegate.objects.on(day).filter(
        person=person, seat__raad__status=Programmaraad.Status.INSTALLED
    )
    others = Delegate.objects.on(day).filter(seat=OuterRef("seat")).exclude(person=person)
    named = mine.annotate(other=Subquery(others.order_by("pk").values("person__name")[:1]))
    years: dict[tuple[str, str], list[str]] = {}
    rows: Any = named.select_related("seat__raad").order_by("seat__raad__year")
    for row in rows:
        key = (row.role, row.other or "")
        years.setdefault(key, []).append(str(row.seat.raad.year))
    return [_seat(role, other, when) for (role, other), when in years.items()]


def _seat(role: str, other: str, years: list[str]) -> dict[str, str]:
    names = {
        Delegate.Role.REPRESENTATIVE: (_("Representative"), _("Your substitute is %(name)s.")),
        Delegate.Role.SUBSTITUTE: (_("Substitute"), _("You vote when %(name)s cannot.")),
    }
    title, note = names[Delegate.Role(role)]
    return {
        "label": _("Programmaraad %(year)s") % {"year": _(" and ").join(years)},
        "text": title,
        "note": note % {"name": other} if other else "",
        "icon": "ballot",
    }


def _votes(person: Any) -> list[dict[str, str]]:
    """Votes of this person's seats in ballots that are still open, with the way back to them."""
    votes = (
        Vote.objects.filter(
            ballot__in=Ballot.objects.open_at(person.moment),
            entitlement__in=Entitlement.objects.of(person),
        )
        .last_of_each()
        .select_related("ballot")
    )
    return [
        {
            "label": vote.ballot.title,
            "text": _("Your seat has voted"),
            "note": _("You can change it until %(moment)s.")
            % {"moment": deadline(vote.ballot.closes_at)},
            "url": reverse("programme:vote-receipt", args=[vote.pk]),
            "link": _("See your receipt"),
            "icon": "check",
        }
        for vote in votes
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
