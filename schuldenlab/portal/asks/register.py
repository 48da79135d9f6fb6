"""Asks about the own organisation: choose how to take part, and look through the facts."""

from datetime import date, datetime, time
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from partners.models import (
    ClauseMeasure,
    Framework,
    Involvement,
    Organisation,
    SigningRequest,
)
from partners.querysets import local_day
from programme.deadlines import CITY_ZONE
from schuldenlab.portal.kompas import by_on

from .ask import Ask, Button, days_left

END_OF_MARCH = (3, 31)


def register_asks(person: Any) -> list[Ask]:
    """For each partner of this person: the forms of this year, and the yearly look.

    Of the kernteam: the mandates to sign that wait for an answer.
    """
    ours = {
        fact.organisation_id: fact.organisation_name
        for fact in person.standing.mandates
        if fact.is_partner
    }
    own = [*_involvement(person, ours), *_reviews(person, ours)] if ours else []
    return [*own, *_signing_requests(person)]


def _involvement(person: Any, ours: dict[int, str]) -> list[Ask]:
    """From the first of January, and after the last day as well as long as nothing was chosen."""
    year = local_day(person.moment).year
    chosen = _chosen(year, ours, person)
    silent = {pk: name for pk, name in ours.items() if pk not in chosen}
    if not silent:
        return []
    before = _chosen(year - 1, silent, person)
    due = datetime.combine(_last_day(year, person), time.max, tzinfo=CITY_ZONE)
    again = (Button(_("The same as last year"), primary=True),)
    return [
        Ask(
            title=_("How does %(name)s take part in %(year)s?") % {"name": name, "year": year},
            text=_("Last year’s choice is ready. The same again takes one press.")
            if pk in before
            else _("Choose what fits. Only following is fine as well."),
            icon="people",
            due=due,
            days_left=days_left(person, due),
            url=reverse("partners:involvement-choose", args=[pk]),
            action=_("Choose something else") if pk in before else _("Choose"),
            due_is_day=True,
            buttons=again if pk in before else (),
            post_url=reverse("partners:involvement-repeat", args=[pk]),
        )
        for pk, name in silent.items()
    ]


def _chosen(year: int, organisations: dict[int, str], person: Any) -> set[int]:
    known = Involvement.objects.known(year, person.moment).filter(organisation__in=organisations)
    return set(known.values_list("organisation_id", flat=True))


def _last_day(year: int, person: Any) -> date:
    """The day that the framework says; without one the end of March."""
    framework = Framework.objects.current(local_day(person.moment))
    measures = ClauseMeasure.objects.filter(clause__framework=framework, code="involvement")
    row = measures.first()
    return by_on(row, year) if row else date(year, *END_OF_MARCH)


def _reviews(person: Any, ours: dict[int, str]) -> list[Ask]:
    due = Organisation.objects.filter(pk__in=ours).due_for_review(local_day(person.moment))
    return [
        Ask(
            title=_("Is everything about %(name)s still right?") % {"name": organisation.name},
            text=_("Look at the facts, at who works with us, and at who may sign."),
            icon="eye",
            due=None,
            days_left=None,
            url=reverse("partners:organisation-review", args=[organisation.pk]),
            action=_("Look now"),
            buttons=(Button(_("Everything is right")),),
            post_url=reverse("partners:organisation-review", args=[organisation.pk]),
        )
        for organisation in due
    ]


def _signing_requests(person: Any) -> list[Ask]:
    if not person.standing.is_kernteam:
        return []
    count = SigningRequest.objects.filter(status=SigningRequest.Status.ASKED).count()
    if not count:
        return []
    title = ngettext(
        "%(count)s request to sign waits for an answer",
        "%(count)s requests to sign wait for an answer",
        count,
    )
    text = _("A partner wants that somebody may sign. Check it, and confirm it or say why not.")
    return [
        Ask(
            title=title % {"count": count},
            text=text,
            icon="pencil",
            due=None,
            days_left=None,
            url=reverse("partners:signing-requests"),
            action=_("See the requests"),
            waits=True,
        )
    ]
