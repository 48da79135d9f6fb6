"""Asks about a seat in the programmaraad: take it or not, and for the kernteam what to do next."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from programme.models import SeatInvitation

from .ask import Ask, days_left


def seat_asks(person: Any) -> list[Ask]:
    """Of each partner of this person the question that waits; who may answer goes to the form."""
    ours = person.standing.organisation_ids
    if not ours:
        return []
    asked = SeatInvitation.objects.asked().filter(organisation__in=ours)
    return [
        Ask(
            title=_("Does %(name)s take a seat in the programmaraad of %(year)s?")
            % {"name": invitation.organisation.name, "year": invitation.raad.year},
            text=_("Say yes or no. It takes two minutes.")
            if invitation.organisation_id in person.standing.commits_ids
            else _("A director answers, or who may sign for the programme. You can read it."),
            icon="people",
            due=invitation.answer_by,
            days_left=days_left(person, invitation.answer_by),
            url=_address(person, invitation),
            action=_("Give your answer")
            if invitation.organisation_id in person.standing.commits_ids
            else _("Read the question"),
        )
        for invitation in asked.select_related("organisation", "raad")
    ]


def _address(person: Any, invitation: SeatInvitation) -> str:
    if invitation.organisation_id in person.standing.commits_ids:
        return reverse("programme:seat-answer", args=[invitation.pk])
    return invitation.get_absolute_url()
