"""Asks about changes of course: a seat may call one crucial, the kernteam judges and acts."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from programme.models import CourseChange

from .ask import Ask

MOST = 3


def change_asks(person: Any) -> list[Ask]:
    """For a seat: new ones that are not crucial. For the kernteam: what waits for it."""
    return [*_for_seats(person), *_for_kernteam(person)]


def _for_seats(person: Any) -> list[Ask]:
    if not person.standing.organisation_ids:
        return []
    changes = CourseChange.objects.callable_by(person).filter(status="minor")
    return [
        _ask(
            _("Is this crucial after all? %(title)s") % {"title": change.title},
            _("The kernteam judges it not crucial. Two seats can say that it is."),
            "scales",
            change.get_absolute_url(),
            _("Read it"),
            waits=False,
        )
        for change in changes.order_by("minor_at")[:MOST]
    ]


def _for_kernteam(person: Any) -> list[Ask]:
    if not person.standing.is_kernteam:
        return []
    every = CourseChange.objects.order_by("recorded_at")
    return [
        *(
            _ask(
                _("Judge the course change: %(title)s") % {"title": change.title},
                _("Is it crucial? Then the programmaraad decides first."),
                "scales",
                change.get_absolute_url(),
                _("Judge it"),
            )
            for change in every.to_judge()[:MOST]
        ),
        *(
            _ask(
                _("Put it to the programmaraad: %(title)s") % {"title": change.title},
                _("This course change is crucial and waits for a decision."),
                "ballot",
                reverse("programme:change-ballot", args=[change.pk]),
                _("Make the ballot"),
            )
            for change in every.without_ballot()[:MOST]
        ),
        *(
            _ask(
                _("Carry out: %(title)s") % {"title": change.title},
                _("The programmaraad agrees. Record when it is done."),
                "check",
                change.get_absolute_url(),
                _("To the course change"),
            )
            for change in every.filter(status="adopted")[:MOST]
        ),
    ]


def _ask(title: str, text: str, icon: str, url: str, action: str, *, waits: bool = True) -> Ask:
    return Ask(title, text, icon, None, None, url, action, waits=waits)
